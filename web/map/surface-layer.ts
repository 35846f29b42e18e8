import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl'
import { HOTSPOTS } from './hotspot-layers.ts'
import { SURFACE, surfaceLayers } from './surface-layers.ts'
import type { Theme } from './theme.ts'

/** The corners of a cell, WGS84, the first not repeated. */
type Ring = readonly [longitude: number, latitude: number][]

/** `step` is the class of a density cell, 0 for the lowest. */
export type MapSurface =
  | { kind: 'density'; cells: readonly { ring: Ring; step: number }[] }
  | { kind: 'significant'; cells: readonly { ring: Ring }[] }

/** Adds the layers of a surface under those of the hotspots, which have to be there, with nothing in them yet. */
export const addSurface = (map: MapLibreMap, theme: Theme) => {
  map.addSource(SURFACE, { type: 'geojson', data: collection(undefined) })
  const firstOfHotspots = map.getStyle().layers.find((layer) => 'source' in layer && layer.source === HOTSPOTS)?.id
  for (const layer of surfaceLayers(theme)) map.addLayer(layer, firstOfHotspots)

  return {
    set: (surface: MapSurface | undefined) => {
      void map.getSource<GeoJSONSource>(SURFACE)?.setData(collection(surface))
    },
  }
}

const collection = (surface: MapSurface | undefined): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features: (surface?.cells ?? []).map((cell) => ({
    type: 'Feature',
    properties: { kind: surface!.kind, ...('step' in cell && { step: cell.step }) },
    geometry: { type: 'Polygon', coordinates: [[...cell.ring, cell.ring[0]!]] },
  })),
})
