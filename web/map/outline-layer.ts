import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl'
import type { AreaGeometry } from '../../server/shared-schema.ts'
import { pointOnSurface } from './point-on-surface.ts'
import type { Theme } from './theme.ts'

/** A place or an area as a quiet outline. */
export interface MapOutline {
  id: string
  name: string
  geometry: AreaGeometry
  isSelected?: boolean
  /** Where the outline is not that of the place itself: it is drawn broken. */
  isApproximate?: boolean
}

const OUTLINES = 'outlines'

/** Adds the layers of outlines to a map whose style is there, with nothing in them yet. */
export const addOutlines = (map: MapLibreMap, theme: Theme, onClick?: (id: string) => void) => {
  map.addSource(OUTLINES, { type: 'geojson', data: collection([]) })
  map.addLayer({
    id: 'outlines-fill',
    type: 'fill',
    source: OUTLINES,
    filter: ['!=', ['geometry-type'], 'Point'],
    paint: { 'fill-color': theme.outline, 'fill-opacity': ['case', ['get', 'isSelected'], 0.25, 0.08] },
  })
  map.addLayer({
    id: 'outlines-line',
    type: 'line',
    source: OUTLINES,
    filter: ['all', ['!=', ['geometry-type'], 'Point'], ['!', ['get', 'isApproximate']]] as never,
    paint: { 'line-color': theme.outline, 'line-width': ['case', ['get', 'isSelected'], 3, 1.4] },
  })
  map.addLayer({
    id: 'outlines-line-approximate',
    type: 'line',
    source: OUTLINES,
    filter: ['all', ['!=', ['geometry-type'], 'Point'], ['get', 'isApproximate']] as never,
    paint: {
      'line-color': theme.outline,
      'line-width': ['case', ['get', 'isSelected'], 3, 1.4],
      'line-dasharray': [2.2, 1.6],
    },
  })
  // A style of another house has its own letters, and might not have ours.
  if (!map.getStyle().glyphs)
    map.addLayer({
      id: 'outlines-names',
      type: 'symbol',
      source: OUTLINES,
      filter: ['==', ['geometry-type'], 'Point'],
      layout: { 'text-font': theme.fonts, 'text-field': ['get', 'name'], 'text-size': 12, 'text-max-width': 9 },
      paint: { 'text-color': theme.outline, 'text-halo-color': theme.halo, 'text-halo-width': 1.8 },
    })

  if (onClick) map.on('click', 'outlines-fill', ({ features }) => onClick(String(features?.[0]?.properties.id)))
  return {
    set: (outlines: readonly MapOutline[]) => {
      void map.getSource<GeoJSONSource>(OUTLINES)?.setData(collection(outlines))
    },
  }
}

/** The areas, and a point in each for its name, so that a name stands once. */
const collection = (outlines: readonly MapOutline[]): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features: outlines.flatMap(({ geometry, id, name, isSelected = false, isApproximate = false }): GeoJSON.Feature[] => {
    const properties = { id, name, isSelected, isApproximate }
    return [
      { type: 'Feature', properties, geometry },
      { type: 'Feature', properties, geometry: { type: 'Point', coordinates: pointOnSurface(geometry) } },
    ]
  }),
})
