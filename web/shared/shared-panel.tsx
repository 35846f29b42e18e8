import type { SharedAnswer, SharedHotspot } from '../../server/runs/schema.ts'
import { periodWords } from '../hotspots/filters.ts'
import { PanelFrame } from '../hotspots/panel-frame.tsx'
import { PLACE_CATEGORY_WORDS } from '../words.ts'
import { BANDS_EXPLAINED, bandWords, monthWords } from './bands.ts'

interface SharedPanelProps {
  hotspot: SharedHotspot
  run: NonNullable<SharedAnswer['run']>
  /** True where the panel has the whole screen. */
  isSheet: boolean
  takesFocus: boolean
  onClose: () => void
}

/** What partners are told of one place. */
export const SharedPanel = ({ hotspot, run, isSheet, takesFocus, onClose }: SharedPanelProps) => {
  return (
    <PanelFrame hotspot={hotspot} isSheet={isSheet} takesFocus={takesFocus} onClose={onClose}>
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
      <p class="app-small">Children found here are to be treated as victims.</p>
      {hotspot.isApproximate && <p class="app-small app-limits__warning">{approximate(hotspot)}</p>}
      {hotspot.placeId && (
        <p class="app-small app-no-print">
          <a class="govuk-link" href={`/shared/places/${hotspot.placeId}`}>
            {hotspot.name}, month by month
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
            A place is shown with at least {run.method.minPoints} reports of {run.method.minChildren} children. Private
            addresses are never shown.
          </li>
          <li>Counts follow who is asked and what is written down, not only where children go.</li>
          <li>Method {run.method.version}.</li>
        </ul>
      </details>
    </PanelFrame>
  )
}

const approximate = ({ geometry }: SharedHotspot): string =>
  geometry.type === 'Point'
    ? 'The disc only says: somewhere near here. No report was made at its middle.'
    : 'The outline is of whole squares of 200 metres, not of where the reports lie.'
