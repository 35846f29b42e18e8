import { useMemo } from 'preact/hooks'
import type { FoundHotspot } from '../../server/findings/schema.ts'
import { Legend } from '../hotspots/legend.tsx'
import type { Marks } from '../hotspots/ranked-list.tsx'
import { RankedMap } from '../hotspots/ranked-map.tsx'
import { colourOf, type Step } from '../hotspots/steps.ts'
import { useSlow } from '../hotspots/use-slow.ts'
import { layerWords, type Layer } from './layer-choice.tsx'
import { shownCount } from './month-steps.ts'
import { SurfaceLegend } from './surface-legend.tsx'
import { useSurface } from './use-surface.ts'

interface MonthMapProps {
  runId: string
  hotspots: readonly FoundHotspot[]
  steps: readonly Step[]
  marks: Marks
  /** The month that is shown alone; no layer is drawn under it, for layers are of all twelve. */
  month: string | undefined
  layer: Layer | undefined
}

/** The places of a stored month over a surface, or coloured by one of its months. */
export const MonthMap = ({ runId, hotspots, steps, marks, month, layer }: MonthMapProps) => {
  const { surface, drawn, problem, reload } = useSurface(runId, layer)
  const isSlow = useSlow(layer !== undefined && !surface && !problem)
  const coloured = useMemo(
    () => hotspots.map((hotspot) => ({ ...hotspot, step: colourOf(steps, shownCount(hotspot, month).reports) })),
    [hotspots, month],
  )
  return (
    <RankedMap hotspots={coloured} marks={marks} surface={drawn}>
      <Legend
        title={month ? 'Reports in one month' : 'Reports in twelve months'}
        steps={steps}
        hasClusters={hotspots.some(({ method }) => method === 'cluster')}
        canFold
      >
        {layer && surface && <SurfaceLegend surface={surface} layer={layer} />}
        {layer && problem && (
          <div class="app-legend__layer">
            <p class="app-legend__note" role="alert">
              {layerWords(layer)}: {problem.message}
            </p>
            <button type="button" class="app-play__button" onClick={reload}>
              Try again
            </button>
          </div>
        )}
        <p class="app-legend__note" role="status">
          {isSlow && layer ? `${layerWords(layer)}: being fetched…` : ''}
        </p>
      </Legend>
    </RankedMap>
  )
}
