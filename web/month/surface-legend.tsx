import type { RunSurface } from '../../server/findings/schema.ts'
import { LegendSample } from '../hotspots/legend.tsx'
import { numberWords } from '../hotspots/sentences.ts'
import { theme } from '../map/theme.ts'
import type { Layer } from './layer-choice.tsx'

/** What the layer under the places says, in metres and counts: the same at every zoom and for every month. */
export const SurfaceLegend = ({ surface, layer }: { surface: RunSurface; layer: Layer }) =>
  layer === 'density' ? <Density density={surface.density} /> : <Significant significant={surface.significant} />

const Density = ({ density: { edges, bandwidthMetres, sideMetres } }: Pick<RunSurface, 'density'>) => (
  <div class="app-legend__layer">
    <p class="app-legend__title">Reports a square kilometre</p>
    <ul class="app-legend__list">
      {edges.map((edge, step) => (
        <li key={edge}>
          <LegendSample fill={theme.surfaceSteps[step]!} opacity={theme.surfaceOpacity} edge="none" />
          {edges[step + 1] === undefined ? `${edge} or more` : `${edge} to under ${edges[step + 1]}`}
        </li>
      ))}
    </ul>
    <p class="app-legend__note">
      In twelve months; each report is spread over the ground within {bandwidthMetres} metres. Hexagons with sides of{' '}
      {sideMetres} metres; under {edges[0]}, none.
    </p>
  </div>
)

const Significant = ({ significant }: Pick<RunSurface, 'significant'>) => {
  const { sideMetres, replications, cells, cellsTested } = significant
  return (
    <div class="app-legend__layer">
      <p class="app-legend__title">Significant cells</p>
      <ul class="app-legend__list">
        <li>
          <LegendSample fill={theme.significantEdge} opacity={0.12} edge={theme.significantEdge} />
          stands out from chance
        </li>
      </ul>
      <p class="app-legend__note">
        More children in it and the cells that touch it than chance gives any cell: fewer than 1 in 20 of{' '}
        {numberWords(replications)} maps thrown at random had one like it. Sides of {sideMetres} metres; a child counts
        once a cell.
      </p>
      {cells.length === 0 && (
        <p class="app-legend__note">
          <strong>No cell stands out from chance</strong> this month; {numberWords(cellsTested)} were looked at.
        </p>
      )}
    </div>
  )
}
