import type { SharedFindings } from '../../server/runs/schema.ts'
import { joinTouching, TRIALS_ABOUT_VIOLENCE, windowWords } from '../findings/times.ts'
import { dayPartWords } from './shared-words.ts'

/** When a visit would meet most, where enough is known to say so. */
export const SharedWhen = ({ findings: { windows, dayParts } }: { findings: SharedFindings }) => (
  <section aria-labelledby="when-title">
    <h3 class="app-panel__heading" id="when-title">
      Best times to visit
    </h3>
    {windows.length === 0 ? (
      <p class="app-small">Too few reports of too few children have a known time to name one.</p>
    ) : (
      <ul class="app-times">
        {joinTouching(windows).map((window) => (
          <li key={window.fromHour}>{windowWords(window)}</li>
        ))}
      </ul>
    )}
    {dayParts.length > 0 && (
      <>
        <p class="app-small">Parts of the week with ten reports or more:</p>
        <ul class="app-parts">
          {dayParts.map((part) => (
            <li key={`${part.isWeekend} ${part.dayPart}`}>{dayPartWords(part)}</li>
          ))}
        </ul>
      </>
    )}
    <p class="app-small app-quiet">
      {dayParts.length > 0 && 'Of other parts nothing is said, which is not “none”. '}
      {windows.length > 0 && 'Reports come at other times too. '}
      {TRIALS_ABOUT_VIOLENCE}
    </p>
  </section>
)
