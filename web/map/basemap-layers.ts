import type { LayerSpecification } from 'maplibre-gl'
import type { Theme } from './theme.ts'

/** The source of every basemap that is ours to draw. */
export const BASEMAP = 'basemap'

const isKind = (kind: string) => ['==', ['get', 'kind'], kind] as ['==', ['get', string], string]

/** The built-in sketch (data/derby/sketch-basemap.geojson) as quiet paper, the ground first. */
export const sketchLayers = (theme: Theme): LayerSpecification[] => [
  { id: 'ground', type: 'background', paint: { 'background-color': theme.ground } },
  {
    id: 'land',
    type: 'fill',
    source: BASEMAP,
    filter: isKind('outline'),
    paint: { 'fill-color': theme.land },
  },
  {
    id: 'ward-edges',
    type: 'line',
    source: BASEMAP,
    filter: isKind('ward'),
    paint: { 'line-color': theme.wardEdge, 'line-width': 1 },
  },
  {
    id: 'land-edge',
    type: 'line',
    source: BASEMAP,
    filter: isKind('outline'),
    paint: { 'line-color': theme.landEdge, 'line-width': 1.2 },
  },
  {
    id: 'river',
    type: 'line',
    source: BASEMAP,
    filter: isKind('river'),
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': theme.river, 'line-width': widthByZoom(3, 7, 16) },
  },
  ...roadLayers(theme),
  ...labelLayers(theme),
]

/** Line widths in pixels at zoom 11, 14 and 17. */
function widthByZoom(far: number, middle: number, near: number) {
  return ['interpolate', ['exponential', 1.5], ['zoom'], 11, far, 14, middle, 17, near] as never
}

// Widths that depend on the zoom only: a width that depends on the road as well is another program to compile, on the spot.
const roadLayers = (theme: Theme): LayerSpecification[] =>
  (
    [
      ['road-edges-local', 'local', theme.roadEdge, [1.3, 4, 11]],
      ['road-edges-main', 'main', theme.roadEdge, [2.6, 6.5, 15]],
      ['roads-local', 'local', theme.road, [0.4, 2.6, 8.5]],
      ['roads-main', 'main', theme.road, [1.2, 4.7, 12.5]],
    ] as const
  ).map(([id, roadClass, colour, widths]): LayerSpecification => ({
    id,
    type: 'line',
    source: BASEMAP,
    filter: ['all', isKind('road'), ['==', ['get', 'class'], roadClass]],
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': colour, 'line-width': widthByZoom(widths[0], widths[1], widths[2]) },
  }))

const labelLayers = (theme: Theme): LayerSpecification[] => {
  const paint = { 'text-color': theme.label, 'text-halo-color': theme.halo, 'text-halo-width': 1.6 }
  const label = { 'text-font': theme.fonts, 'text-field': ['get', 'name'] as never, 'text-padding': 6 }
  return [
    {
      id: 'road-labels',
      type: 'symbol',
      source: BASEMAP,
      minzoom: 13,
      filter: isKind('road_label'),
      layout: {
        ...label,
        'text-size': 11,
        'text-rotate': ['get', 'angle'],
        'text-rotation-alignment': 'map',
        'text-padding': 12,
      },
      paint,
    },
    {
      id: 'stations',
      type: 'circle',
      source: BASEMAP,
      filter: isKind('station'),
      paint: {
        'circle-radius': 3.5,
        'circle-color': theme.land,
        'circle-stroke-color': theme.label,
        'circle-stroke-width': 1.6,
      },
    },
    {
      id: 'station-labels',
      type: 'symbol',
      source: BASEMAP,
      minzoom: 12.2,
      filter: isKind('station'),
      layout: {
        ...label,
        'text-field': ['concat', ['get', 'name'], ' station'],
        'text-size': 11,
        'text-anchor': 'top',
        'text-offset': [0, 0.6],
      },
      paint,
    },
    {
      id: 'place-labels',
      type: 'symbol',
      source: BASEMAP,
      filter: isKind('place_label'),
      layout: {
        ...label,
        'text-size': ['case', ['==', ['get', 'rank'], 1], 14, 12],
        'symbol-sort-key': ['coalesce', ['get', 'rank'], 9],
      },
      paint,
    },
  ]
}
