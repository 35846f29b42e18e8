import type { FoundHotspot, RunFindings } from '../../server/findings/schema.ts'
import { changeSentence, CHILD_WEEK_EXPLAINED, classSentence } from '../findings/sentences.ts'
import { Said } from '../findings/said.tsx'

/** Whether the place changes, and what kind of place the twelve months make it. */
export const PanelChange = ({ hotspot: { findings }, run }: { hotspot: FoundHotspot; run: RunFindings }) => (
  <section aria-labelledby="change-title">
    <h3 class="app-panel__heading" id="change-title">
      Is it changing?
    </h3>
    <p class="app-small">
      <Said sentence={changeSentence(findings.change, { windows: run.windows, places: run.hotspots.length })} />{' '}
      <span class="app-quiet">{CHILD_WEEK_EXPLAINED}</span>
    </p>
    <p class="app-small">
      <Said sentence={classSentence(findings)} />
    </p>
  </section>
)
