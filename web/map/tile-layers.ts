import type { LayerSpecification } from 'maplibre-gl'
import { BASEMAP } from './basemap-layers.ts'
import type { Theme } from './theme.ts'

type Kind = 'green' | 'building' | 'water' | 'border' | 'road' | 'rail' | 'label'

/** The layer names that suppliers of vector tiles use for the same things (Protomaps, OpenMapTiles, OS Zoomstack), in drawing order. */
const KINDS: [Kind, RegExp][] = [
  ['label', /^(places?|names)$|label|_name$/i],
  ['green', /landuse|landcover|park|green|wood/i],
  ['water', /water|river|lake|sea$/i],
  ['building', /building/i],
  ['border', /bound|admin|border/i],
  ['rail', /rail|transit/i],
  ['road', /road|street|transport|highway/i],
]
const ORDER: Kind[] = ['green', 'water', 'building', 'border', 'rail', 'road', 'label']

/**
 * Quiet paper from whatever layers a PMTiles file of vector tiles has, told by their names. What is not known by name is not drawn.
 * @param layerIds the `vector_layers` of the file's metadata
 */
export const tileLayers = (layerIds: readonly string[], theme: Theme): LayerSpecification[] => {
  const known = layerIds.flatMap((id) => {
    const kind = KINDS.find(([, pattern]) => pattern.test(id))?.[0]
    return kind ? [{ id, kind }] : []
  })
  const drawn = ORDER.flatMap((kind) => known.filter((layer) => layer.kind === kind))
  return [
    { id: 'ground', type: 'background', paint: { 'background-color': theme.land } },
    ...drawn.flatMap(({ id, kind }) => PAINTERS[kind](id, theme)),
  ]
}

const isArea = ['in', ['geometry-type'], ['literal', ['Polygon', 'MultiPolygon']]] as never
const isLine = ['in', ['geometry-type'], ['literal', ['LineString', 'MultiLineString']]] as never
const isPoint = ['in', ['geometry-type'], ['literal', ['Point', 'MultiPoint']]] as never

const area = (layer: string, colour: string): LayerSpecification => ({
  id: `${layer}-areas`,
  type: 'fill',
  source: BASEMAP,
  'source-layer': layer,
  filter: isArea,
  paint: { 'fill-color': colour },
})

const line = (layer: string, colour: string, width: number, part = 'lines'): LayerSpecification => ({
  id: `${layer}-${part}`,
  type: 'line',
  source: BASEMAP,
  'source-layer': layer,
  filter: isLine,
  paint: {
    'line-color': colour,
    'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 11, width / 3, 17, width * 3],
  },
})

const label = (layer: string, theme: Theme): LayerSpecification => ({
  id: `${layer}-names`,
  type: 'symbol',
  source: BASEMAP,
  'source-layer': layer,
  filter: isPoint,
  layout: {
    'text-font': theme.fonts,
    'text-field': ['coalesce', ['get', 'name'], ['get', 'name1'], ''],
    'text-size': 12,
    'text-padding': 8,
  },
  paint: { 'text-color': theme.label, 'text-halo-color': theme.halo, 'text-halo-width': 1.6 },
})

const PAINTERS: Record<Kind, (layer: string, theme: Theme) => LayerSpecification[]> = {
  green: (layer) => [area(layer, '#eff0e6')],
  building: (layer) => [area(layer, '#ebe8df')],
  water: (layer, theme) => [area(layer, theme.river), line(layer, theme.river, 2)],
  border: (layer, theme) => [line(layer, theme.wardEdge, 1)],
  rail: (layer, theme) => [line(layer, theme.landEdge, 0.8)],
  road: (layer, theme) => [line(layer, theme.roadEdge, 2.6, 'edges'), line(layer, theme.road, 1.8)],
  label: (layer, theme) => [label(layer, theme)],
}
