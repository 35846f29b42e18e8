import { useRef } from 'preact/hooks'
import type { SharedAnswer, SharedFindings, SharedHotspot } from '../../server/runs/schema.ts'
import { Said } from '../findings/said.tsx'
import { VICTIMS } from '../findings/words.ts'
import { periodWords } from '../hotspots/filters.ts'
import { PanelFrame } from '../hotspots/panel-frame.tsx'
import { useOpenOnPaper } from '../hotspots/use-open-on-paper.ts'
import { PLACE_CATEGORY_WORDS } from '../words.ts'
import { BANDS_EXPLAINED, bandWords, monthWords } from './bands.ts'
import { SharedHistoryTable, SharedMonths } from './shared-months.tsx'
import { SharedWhen } from './shared-when.tsx'
import {
  NOT_WORKED_OUT,
  OF_FEW_CHILDREN,
  sharedChangeSentence,
  sharedClassSentence,
  sharedFirmSentence,
} from './shared-words.ts'

interface SharedPanelProps {
  hotspot: SharedHotspot
  run: NonNullable<SharedAnswer['run']>
  /** True where the panel has the whole screen. */
  isSheet: boolean
  takesFocus: boolean
  onClose: () => void
}

/** What partners are told of one place. */
export const SharedPanel = ({ hotspot, run, ...frame }: SharedPanelProps) => {
  const body = useRef<HTMLDivElement>(null)
  useOpenOnPaper(body)
  return (
    <PanelFrame hotspot={hotspot} {...frame}>
      <div ref={body}>
        <p class="app-small app-panel__first">{VICTIMS}</p>
        <p class="app-small app-quiet">
          {PLACE_CATEGORY_WORDS[hotspot.category]}
          {hotspot.method === 'cluster' && ', a cluster at no named place'}
        </p>
        <dl class="app-bands">
          <div>
            <dt>Reports</dt>
            <dd>{bandWords(hotspot.reportsBand)}</dd>
          </div>
          <div>
            <dt>Children</dt>
            <dd>{bandWords(hotspot.childrenBand)}</dd>
          </div>
        </dl>
        {hotspot.findings?.isOfFewChildren && <p class="app-small app-limits__warning">{OF_FEW_CHILDREN}</p>}
        {hotspot.isApproximate && <p class="app-small app-limits__warning">{approximate(hotspot)}</p>}
        {hotspot.findings ? (
          <>
            <SharedWhen findings={hotspot.findings} />
            <Findings findings={hotspot.findings} />
          </>
        ) : (
          <p class="app-small">{NOT_WORKED_OUT}</p>
        )}
        <details class="app-small app-how">
          <summary class="app-panel__summary">Month by month</summary>
          {hotspot.findings && <SharedMonths months={hotspot.findings.months} />}
          <SharedHistoryTable key={hotspot.id} hotspotId={hotspot.id} />
        </details>
        {hotspot.placeId && (
          <p class="app-small app-no-print">
            <a class="govuk-link" href={`/shared/places/${hotspot.placeId}`}>
              The page of {hotspot.name}
            </a>
          </p>
        )}
        <details class="app-small app-how">
          <summary class="app-panel__summary">What this says, and what it does not</summary>
          <ul class="app-how__list">
            <li>
              Counted over {periodWords(run.period)} and stored for {monthWords(run.month)}. It does not change
              afterwards.
            </li>
            <li>{BANDS_EXPLAINED}</li>
            <li>
              A place is shown with at least {run.method.minPoints} reports of {run.method.minChildren} children.
              Private addresses are never shown.
            </li>
            <li>
              Change compares the last 90 days of complete months with the 90 before, by children and not by reports.
              Best times are named where at least 10 reports of 5 children have a time, and 3 children in each.
            </li>
            <li>Counts follow who is asked and what is written down, not only where children go.</li>
            <li>Method {run.method.version}.</li>
          </ul>
        </details>
      </div>
    </PanelFrame>
  )
}

const Findings = ({ findings }: { findings: SharedFindings }) => (
  <section aria-labelledby="findings-title">
    <h3 class="app-panel__heading" id="findings-title">
      Is it changing, and how sure is it?
    </h3>
    <ul class="app-limits app-limits--apart">
      <li>
        <Said sentence={sharedChangeSentence(findings)} />
      </li>
      <li>
        <Said sentence={sharedClassSentence(findings)} />
      </li>
      <li class={findings.isFirm ? undefined : 'app-limits__warning'}>
        <Said sentence={sharedFirmSentence(findings)} />
      </li>
    </ul>
  </section>
)

const approximate = ({ geometry }: SharedHotspot): string =>
  geometry.type === 'Point'
    ? 'The disc only says: somewhere near here. No report was made at its middle.'
    : 'The outline is of whole squares of 200 metres, not of where the reports lie.'
