import type { Feature, LineString, Point, Polygon } from 'geojson'
import { centerOfMass, polygon } from '@turf/turf'
import { alongRing, edgesBetween, joinedLines, outlineOf } from './sketch-areas.ts'
import type { Ward } from './sketch-areas.ts'
import { distanceMetres, lengthMetres, middleOf, rounded, smoothed, withoutRepeats } from './sketch-geometry.ts'
import type { Position } from './sketch-geometry.ts'
import type { NamedStop } from './sketch-read.ts'
import { roadsThrough } from './sketch-roads.ts'
import { routes } from './sketch-routes.ts'

export type SketchFeature = Feature<
  Point | LineString | Polygon,
  { kind: string; source: string } & Record<string, string | number>
>

/** The bays of the bus station stand off the road whose name they carry. */
const BUS_STATION_BAYS = '1090BSTN'

/** Where the city outline meets the Derwent in the north and leaves it again above Darley Abbey. */
const RIVER_NORTH: [Position, Position] = [
  [-1.46768, 52.96493],
  [-1.46861, 52.95062],
]

/** Ward edges that are the Derwent from the railway bridge to the eastern outline. */
const RIVER_EAST = ['Alvaston|Derwent', 'Alvaston|Chaddesden', 'Alvaston|Spondon']

/**
 * The Derwent past River Gardens and the bus station, where no ward edge follows it: Exeter Bridge between the stops on each
 * side of it, the ground without postcodes beside the bus station, two corners of a census area, and the ward corner at the railway.
 */
const RIVER_CENTRE: Position[] = [
  [-1.47352, 52.92405],
  [-1.47044, 52.92338],
  [-1.4675, 52.9227],
  [-1.4661, 52.9215],
]

const point = (
  kind: string,
  name: string,
  at: Position,
  source: string,
  more: Record<string, string | number> = {},
): SketchFeature => ({
  type: 'Feature',
  properties: { kind, name, source, ...more },
  geometry: { type: 'Point', coordinates: rounded(at) },
})

const line = (
  kind: string,
  name: string,
  along: Position[],
  source: string,
  more: Record<string, string | number> = {},
): SketchFeature => ({
  type: 'Feature',
  properties: { kind, name, source, ...more },
  geometry: { type: 'LineString', coordinates: withoutRepeats(along.map(rounded)) },
})

export const centreOf = (ring: Position[]): Position => centerOfMass(polygon([ring])).geometry.coordinates as Position

const river = (wards: Ward[]): SketchFeature[] => {
  const edges = edgesBetween(wards).filter((edge) => RIVER_EAST.includes(edge.wards.toSorted().join('|')))
  const joined = joinedLines(edges.map((edge) => edge.line))
  const east = joined[0]![0] < joined.at(-1)![0] ? joined : joined.toReversed()
  const north = alongRing(outlineOf(wards), ...RIVER_NORTH)
  const south = smoothed([...RIVER_CENTRE, ...east])
  const distances = south.map((point) => distanceMetres(point, east[0]!))
  const corner = distances.indexOf(Math.min(...distances))
  return [
    line('river', 'River Derwent', smoothed(north), 'wards', { certainty: 'boundary' }),
    line('river', 'River Derwent', south.slice(0, corner + 1), 'inferred', { certainty: 'inferred' }),
    line('river', 'River Derwent', south.slice(corner), 'wards', { certainty: 'boundary' }),
  ]
}

const roads = (stops: NamedStop[]): SketchFeature[] => {
  const drawn = roadsThrough(
    routes,
    stops.filter((stop) => !stop.code.startsWith(BUS_STATION_BAYS)),
  )
  const labels = drawn.flatMap((road) =>
    road.streets
      .filter((street) => lengthMetres(street.line) > 400)
      .map((street) => {
        const middle = middleOf(street.line)
        return point('road_label', street.name, middle.point, 'naptan', { class: road.class, angle: middle.angle })
      }),
  )
  return [
    ...drawn.map((road) => {
      const names = road.streets.filter((street) => street.line.length > 0).map((street) => street.name)
      return line('road', [...new Set(names)].join(', '), road.line, 'naptan', { class: road.class })
    }),
    ...labels,
  ]
}

/** Localities whose name is a road's or a shop's. */
const notLocalities = ['Uttoxeter New Road', 'Meteor Centre']

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

/** Localities of ten stops or more; the centre's own is called what people call it. */
const placeLabels = (stops: NamedStop[]): SketchFeature[] =>
  [...new Set(stops.map((stop) => stop.locality))]
    .map((locality) => [locality, stops.filter((stop) => stop.locality === locality)] as const)
    .filter(([locality, members]) => members.length >= 10 && !notLocalities.includes(locality))
    .map(([locality, members]) => {
      const at: Position = [
        median(members.map((stop) => stop.position[0])),
        median(members.map((stop) => stop.position[1])),
      ]
      const name = locality === 'Derby' ? 'City centre' : locality.replace(' - Derby', '')
      return point('place_label', name, at, 'naptan', { rank: locality === 'Derby' ? 1 : members.length >= 35 ? 2 : 3 })
    })

/** The sketch basemap's features, in drawing order. */
export const basemapFrom = (
  wards: Ward[],
  stops: NamedStop[],
  stations: { name: string; position: Position }[],
): SketchFeature[] => [
  {
    type: 'Feature',
    properties: { kind: 'outline', name: 'Derby', source: 'wards' },
    geometry: { type: 'Polygon', coordinates: [outlineOf(wards)] },
  },
  ...edgesBetween(wards).map((edge) => line('ward', edge.wards.join(' and '), edge.line, 'wards')),
  ...river(wards),
  ...roads(stops),
  ...stations.map((station) => point('station', station.name, station.position, 'stations')),
  ...wards.map((ward) => point('ward_label', ward.name, centreOf(ward.ring), 'wards')),
  ...placeLabels(stops),
]
