import type { FoundHotspot } from '../../server/findings/schema.ts'
import { heldSentence, joinTouching, TRIALS_ABOUT_VIOLENCE, windowWords } from '../findings/times.ts'
import { WeekGrid } from '../hotspots/week-grid.tsx'

/** The week, and the times at which a visit would meet most; nothing of the latter where too few reports have a time. */
export const PanelWhen = ({ hotspot }: { hotspot: FoundHotspot }) => {
  const { week, windows, timeNotKnown } = hotspot.findings
  return (
    <>
      <WeekGrid profile={{ hotspot, week, timeNotKnown }} />
      {windows.length > 0 && (
        <section aria-labelledby="times-title">
          <h3 class="app-panel__heading" id="times-title">
            Best times to visit
          </h3>
          <ul class="app-times">
            {joinTouching(windows).map((window) => (
              <li key={window.fromHour}>{windowWords(window)}</li>
            ))}
          </ul>
          <p class="app-small">{heldSentence(windows, hotspot.reports - timeNotKnown)}</p>
          <p class="app-small app-quiet">{TRIALS_ABOUT_VIOLENCE}</p>
        </section>
      )}
    </>
  )
}
