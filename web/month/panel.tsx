import { useRef } from 'preact/hooks'
import type { FoundHotspot, RunFindings } from '../../server/findings/schema.ts'
import { VICTIMS } from '../findings/words.ts'
import { BasisCounts } from '../hotspots/basis-counts.tsx'
import { Limits } from '../hotspots/limits.tsx'
import { MonthBars, MonthTable } from '../hotspots/month-bars.tsx'
import { PanelFrame } from '../hotspots/panel-frame.tsx'
import { childrenWords, countOf } from '../hotspots/sentences.ts'
import { useOpenOnPaper } from '../hotspots/use-open-on-paper.ts'
import { WeekTable } from '../hotspots/week-grid.tsx'
import { withheldWords } from '../runs/run-words.ts'
import { PLACE_CATEGORY_WORDS } from '../words.ts'
import { PanelChange } from './panel-change.tsx'
import { PanelHistory } from './panel-history.tsx'
import { PanelHow } from './panel-how.tsx'
import { PanelSure } from './panel-sure.tsx'
import { PanelWhen } from './panel-when.tsx'

interface MonthPanelProps {
  hotspot: FoundHotspot
  findings: RunFindings
  /** True where the panel has the whole screen. */
  isSheet: boolean
  /** True where a person opened it here, not an address that was sent to them. */
  takesFocus: boolean
  onClose: () => void
}

/** All that a stored month says of one place: what was counted, whether it changes, when, how sure that is, and what it cannot tell. */
export const MonthPanel = ({ hotspot, findings: run, ...frame }: MonthPanelProps) => {
  const { findings } = hotspot
  const body = useRef<HTMLDivElement>(null)
  useOpenOnPaper(body)
  return (
    <PanelFrame hotspot={hotspot} {...frame}>
      <div ref={body}>
        <About hotspot={hotspot} />
        <p class="app-panel__counts">
          <strong>{countOf(hotspot.reports, 'report')}</strong> of <strong>{childrenWords(hotspot.children)}</strong>
        </p>
        <BasisCounts hotspot={hotspot} />
        <Limits hotspot={hotspot} repeatChildren={findings.repeatChildren} />
        <p class="app-small app-panel__first">{VICTIMS}</p>
        <PanelChange hotspot={hotspot} run={run} />
        <MonthBars months={findings.months} />
        <PanelWhen hotspot={hotspot} />
        <PanelSure hotspot={hotspot} />
        <PanelHistory key={hotspot.hotspotId} hotspotId={hotspot.hotspotId} runId={run.run.id} />
        <details class="app-small app-how">
          <summary class="app-panel__summary">Months and week as tables</summary>
          <MonthTable months={findings.months} />
          <WeekTable week={findings.week} />
        </details>
        <PanelHow hotspot={hotspot} run={run} />
      </div>
    </PanelFrame>
  )
}

/** What kind of place it is, and whether anybody else sees it. */
const About = ({ hotspot: { category, method, areaHectares, placeId, withheldG2 } }: { hotspot: FoundHotspot }) => (
  <>
    <p class="app-small app-quiet">
      {PLACE_CATEGORY_WORDS[category]}
      {method === 'cluster' ? ', a cluster at no named place' : ''}; {areaHectares.toFixed(1)} hectares.
      {placeId && (
        <>
          {' '}
          <a class="govuk-link app-no-print" href={`/places/${placeId}`}>
            Place’s page
          </a>
        </>
      )}
    </p>
    <p class="app-small app-quiet">
      {withheldG2 === null ? (
        'Partners see this place, in bands.'
      ) : (
        <>
          <strong>Withheld from partners:</strong> {lowered(withheldWords(withheldG2))}.
        </>
      )}
    </p>
  </>
)

const lowered = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)
