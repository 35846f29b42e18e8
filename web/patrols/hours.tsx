import type { HourWindow } from '../../server/patrols/schema.ts'
import { windowWords } from '../findings/times.ts'
import { isNight } from './words.ts'

const byTime = (windows: readonly HourWindow[]) => windows.toSorted((a, b) => a.fromHour - b.fromHour)

/** Windows of the week in words, Monday first. */
export const Hours = ({ windows }: { windows: readonly HourWindow[] }) => (
  <ul class="govuk-list app-hours">
    {byTime(windows).map((window) => (
      <li key={window.fromHour}>
        {windowWords(window)} <span class="app-dim">{isNight(window) ? 'night' : 'day'}</span>
      </li>
    ))}
  </ul>
)
