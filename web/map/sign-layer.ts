import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl'
import type { AreaOrPoint } from './bounds.ts'
import { pointOnSurface } from './point-on-surface.ts'
import type { Theme } from './theme.ts'

/** What keeps young people safe, as a sign: told apart by its shape, not by its colour. */
export type SignKind = 'safe_place' | 'guardian'

export interface MapSign {
  id: string
  name: string
  kind: SignKind
  geometry: AreaOrPoint
  isSelected?: boolean
}

const SIGNS = 'signs'
const SIZE_PIXELS = 26
/** Sharp on a screen of twice the density, and on paper. */
const SCALE = 3

/** The shapes in a box of 24 by 24: the map and the legend draw the same. */
export const SIGN_PATHS: Record<SignKind, string> = {
  // A house with an open door.
  safe_place: 'M12 2 L22 11 H19 V21 H14.5 V14.5 H9.5 V21 H5 V11 H2 Z',
  // A person who stands there.
  guardian: 'M12 2 a4.2 4.2 0 1 0 0.01 0 Z M3.5 22 C3.5 14.5 7 12 12 12 C17 12 20.5 14.5 20.5 22 Z',
}

/** Adds the layers of signs to a map whose style is there, with nothing in them yet. */
export const addSigns = (map: MapLibreMap, theme: Theme, onClick?: (id: string) => void) => {
  for (const kind of Object.keys(SIGN_PATHS) as SignKind[])
    for (const isSelected of [false, true])
      map.addImage(imageOf(kind, isSelected), pictureOf(theme, kind, isSelected), { pixelRatio: SCALE })
  map.addSource(SIGNS, { type: 'geojson', data: collection([]) })
  map.addLayer({
    id: 'signs-fill',
    type: 'fill',
    source: SIGNS,
    filter: ['!=', ['geometry-type'], 'Point'],
    paint: { 'fill-color': theme.safe, 'fill-opacity': 0.18 },
  })
  map.addLayer({
    id: 'signs-line',
    type: 'line',
    source: SIGNS,
    filter: ['!=', ['geometry-type'], 'Point'],
    paint: { 'line-color': theme.safe, 'line-width': 1.6, 'line-dasharray': [1, 1.6] },
  })
  map.addLayer({
    id: 'signs',
    type: 'symbol',
    source: SIGNS,
    filter: ['==', ['geometry-type'], 'Point'],
    layout: { 'icon-image': ['get', 'image'], 'icon-allow-overlap': true, 'icon-ignore-placement': true },
  })

  if (onClick) map.on('click', 'signs', ({ features }) => onClick(String(features?.[0]?.properties.id)))
  return {
    set: (signs: readonly MapSign[]) => {
      void map.getSource<GeoJSONSource>(SIGNS)?.setData(collection(signs))
    },
  }
}

const imageOf = (kind: SignKind, isSelected: boolean) => `sign-${kind}${isSelected ? '-selected' : ''}`

/** Its area, where it has one, and a point for its sign. */
const collection = (signs: readonly MapSign[]): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features: signs.flatMap(({ id, kind, geometry, isSelected = false }): GeoJSON.Feature[] => {
    const properties = { id, image: imageOf(kind, isSelected) }
    if (geometry.type === 'Point') return [{ type: 'Feature', properties, geometry }]
    return [
      { type: 'Feature', properties, geometry },
      { type: 'Feature', properties, geometry: { type: 'Point', coordinates: pointOnSurface(geometry) } },
    ]
  }),
})

const pictureOf = (theme: Theme, kind: SignKind, isSelected: boolean): ImageData => {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = (SIZE_PIXELS + 6) * SCALE
  const context = canvas.getContext('2d')!
  context.scale(SCALE, SCALE)
  context.translate(3, 3)
  context.scale(SIZE_PIXELS / 24, SIZE_PIXELS / 24)
  const shape = new Path2D(SIGN_PATHS[kind])
  context.lineJoin = 'round'
  context.lineWidth = isSelected ? 7 : 5
  context.strokeStyle = isSelected ? theme.selection : theme.land
  context.stroke(shape)
  context.fillStyle = theme.safe
  context.fill(shape)
  return context.getImageData(0, 0, canvas.width, canvas.height)
}
