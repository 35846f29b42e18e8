import type { LayerSpecification } from 'maplibre-gl'
import type { Theme } from './theme.ts'

export const SURFACE = 'surface'

/**
 * Cells of a surface in metres on the ground: they grow and shrink with the map, and their colours do not change. Density cells are
 * filled by class, without edges, so that they read as one surface; significant ones are outlined.
 */
export const surfaceLayers = (theme: Theme): LayerSpecification[] => [
  {
    id: 'surface-density',
    type: 'fill',
    source: SURFACE,
    filter: ['==', ['get', 'kind'], 'density'],
    paint: {
      'fill-color': [
        'match',
        ['get', 'step'],
        ...theme.surfaceSteps.flatMap((colour, step) => [step, colour]),
        theme.surfaceSteps.at(-1)!,
      ] as never,
      'fill-opacity': theme.surfaceOpacity,
      'fill-antialias': false,
    },
  },
  {
    id: 'surface-significant',
    type: 'fill',
    source: SURFACE,
    filter: ['==', ['get', 'kind'], 'significant'],
    paint: { 'fill-color': theme.significantEdge, 'fill-opacity': 0.12 },
  },
  {
    id: 'surface-significant-outline',
    type: 'line',
    source: SURFACE,
    filter: ['==', ['get', 'kind'], 'significant'],
    layout: { 'line-join': 'round' },
    paint: { 'line-color': theme.significantEdge, 'line-width': 2.4 },
  },
]
