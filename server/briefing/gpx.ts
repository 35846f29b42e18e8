import type { SharedHotspot } from '../runs/schema.ts'

interface Waypoint {
  longitude: number
  latitude: number
  name: string
  description: string
}

export interface Gpx {
  name: string
  description: string
  /** ISO 8601, UTC. */
  time: string
  waypoints: readonly Waypoint[]
  /** Shapes of places, each as a track round its outline. */
  outlines?: readonly { name: string; geometry: SharedHotspot['geometry'] }[]
  /** Waypoints in the order in which they are to be visited. */
  route?: readonly Waypoint[]
}

/** GPX 1.1, WGS84 (topografix.com/GPX/1/1/gpx.xsd: the order of the members is the schema's). */
export const toGpx = ({ name, description, time, waypoints, outlines = [], route }: Gpx): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gpx version="1.1" creator="place-risk" xmlns="http://www.topografix.com/GPX/1/1">',
    `<metadata>${element('name', name)}${element('desc', description)}${element('time', time)}</metadata>`,
    ...waypoints.map((waypoint) => pointOf('wpt', waypoint)),
    ...(route
      ? [`<rte>${element('name', name)}`, ...route.map((waypoint) => pointOf('rtept', waypoint)), '</rte>']
      : []),
    ...outlines.flatMap(trackOf),
    '</gpx>',
    '',
  ].join('\n')

const pointOf = (tag: 'wpt' | 'rtept', { longitude, latitude, name, description }: Waypoint) =>
  `<${tag} ${position(longitude, latitude)}>${element('name', name)}${element('desc', description)}</${tag}>`

const trackOf = ({ name, geometry }: NonNullable<Gpx['outlines']>[number]): string[] => {
  if (geometry.type === 'Point') return []
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
  const segments = rings.map(
    (ring) =>
      `<trkseg>${ring.map(([longitude, latitude]) => `<trkpt ${position(longitude, latitude)}/>`).join('')}</trkseg>`,
  )
  return [`<trk>${element('name', name)}`, ...segments, '</trk>']
}

const position = (longitude: number, latitude: number) => `lat="${latitude.toFixed(6)}" lon="${longitude.toFixed(6)}"`

const element = (tag: string, text: string) => `<${tag}>${escapeXml(text)}</${tag}>`

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** As XML 1.0 can hold it: what cannot stand in it at all (control characters, halves of pairs) goes. */
export const escapeXml = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>"]/g, (character) => ESCAPES[character]!)
