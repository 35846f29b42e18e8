import type { FoundHotspot } from '../../server/findings/schema.ts'
import {
  effectiveSentence,
  firmSentence,
  isFirm,
  movedSentence,
  patrolSentence,
  suspectedSentence,
} from '../findings/how-sure.ts'
import { Said } from '../findings/said.tsx'

/** What happens to the place when reports, children or the method are varied. */
export const PanelSure = ({ hotspot }: { hotspot: FoundHotspot }) => {
  const { stability } = hotspot.findings
  return (
    <section aria-labelledby="sure-title">
      <h3 class="app-panel__heading" id="sure-title">
        How sure is it?
      </h3>
      <ul class="app-limits app-limits--apart">
        <li class={isFirm(stability) ? undefined : 'app-limits__warning'}>
          <Said sentence={firmSentence(stability)} />
        </li>
        <li>{movedSentence(stability)}</li>
        <li>{effectiveSentence(hotspot)}</li>
        <li>{suspectedSentence(hotspot)}</li>
        <li>{patrolSentence(hotspot)}</li>
      </ul>
    </section>
  )
}
