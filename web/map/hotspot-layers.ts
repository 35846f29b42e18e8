import type { FilterSpecification, LayerSpecification } from 'maplibre-gl'
import type { Theme } from './theme.ts'

export const HOTSPOTS = 'hotspots'
export const RANKS = 'hotspot-ranks'

/** The layers that a click or a pointer over them asks for. */
export const HOTSPOT_TARGETS = ['hotspots-fill', 'hotspots-disc', 'hotspot-ranks']

const isPoint: FilterSpecification = ['==', ['geometry-type'], 'Point']
const isArea: FilterSpecification = ['!=', ['geometry-type'], 'Point']
const isPlace: FilterSpecification = ['all', isArea, ['==', ['get', 'method'], 'place']] as never
const isCluster: FilterSpecification = ['all', isArea, ['==', ['get', 'method'], 'cluster']] as never
/** Large beside its rank, so that nobody takes its middle for the place. */
const DISC_RADIUS_PIXELS = 22
const isMarked = [
  'any',
  ['boolean', ['feature-state', 'selected'], false],
  ['boolean', ['feature-state', 'hovered'], false],
]

/** Over a surface a place is its outline only: its colour would mix with the surface's. */
export const hotspotOpacity = (isOverSurface: boolean) => (isOverSurface ? 0 : ['case', isMarked, 0.85, 0.6])

/**
 * Hotspots as outlined areas in steps, the smaller over the larger; a place has a whole outline, a cluster, whose shape
 * is only where its reports happen to lie, a broken one. Ranks stand beside their area where they would cover each other.
 */
export const hotspotLayers = (theme: Theme): LayerSpecification[] => [
  {
    id: 'hotspots-fill',
    type: 'fill',
    source: HOTSPOTS,
    filter: isArea,
    paint: {
      'fill-color': stepColour(theme) as never,
      'fill-opacity': hotspotOpacity(false) as never,
    },
  },
  {
    id: 'hotspots-disc',
    type: 'circle',
    source: HOTSPOTS,
    filter: isPoint,
    paint: {
      'circle-radius': DISC_RADIUS_PIXELS,
      'circle-color': stepColour(theme) as never,
      'circle-opacity': 0.35,
      'circle-stroke-color': ['case', isMarked, theme.selection, theme.hotspotEdge] as never,
      'circle-stroke-width': ['case', isMarked, 3.5, 1.4] as never,
    },
  },
  outline('hotspots-outline', theme, isPlace),
  { ...outline('hotspots-outline-cluster', theme, isCluster, [2.2, 1.6]) },
  {
    id: 'hotspots-selected',
    type: 'line',
    source: HOTSPOTS,
    filter: isArea,
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': theme.selection,
      'line-width': 3.5,
      'line-opacity': ['case', isMarked, 1, 0] as never,
    },
  },
  {
    id: 'hotspot-leaders',
    type: 'line',
    source: RANKS,
    filter: ['==', ['geometry-type'], 'LineString'],
    paint: { 'line-color': theme.hotspotEdge, 'line-width': 1.2 },
  },
  {
    id: 'hotspot-ranks',
    type: 'symbol',
    source: RANKS,
    filter: ['==', ['geometry-type'], 'Point'],
    layout: {
      'icon-image': ['get', 'image'],
      'icon-allow-overlap': true,
      'icon-ignore-placement': false,
      'symbol-sort-key': ['get', 'order'],
    },
  },
]

const stepColour = (theme: Theme) => [
  'match',
  ['get', 'step'],
  ...theme.hotspotSteps.flatMap((colour, step) => [step, colour]),
  theme.hotspotNone,
]

const outline = (
  id: string,
  theme: Theme,
  filter: FilterSpecification,
  dashes?: [number, number],
): LayerSpecification => ({
  id,
  type: 'line',
  source: HOTSPOTS,
  filter,
  layout: { 'line-join': 'round' },
  paint: {
    'line-color': theme.hotspotEdge,
    'line-width': 1.6,
    ...(dashes && { 'line-dasharray': dashes }),
  },
})
