import type { StreetTask } from '../../server/visits/schema.ts'
import type { HourWindow } from '../../server/patrols/schema.ts'
import { dayWords } from '../dates.ts'
import { joinTouching } from '../findings/times.ts'
import { countOf } from '../words.ts'

interface TaskCardProps {
  task: StreetTask
  /** YYYY-MM-DD. */
  today: string
  /** The moment it is for the service. */
  now: string
  /** Times of today’s shift, HH:MM. */
  planned: readonly string[]
  onStart: () => void
}

/** One place to visit: when, what for, what to mind, and one tap to begin. */
export const TaskCard = ({ task, today, now, planned, onStart }: TaskCardProps) => {
  const todays = todaysTimes(task.windows, today)
  const sinceLast = task.lastStartedAt === null ? undefined : minutesSince(task.lastStartedAt, now)
  return (
    <li class="app-task">
      <h3 class="app-task__place">
        {planned.length > 0 && <span class="app-task__time">{planned.join(', ')} </span>}
        {task.hotspotName} <span class="app-task__ref">{task.ref}</span>
      </h3>
      <p class="app-task__line">
        {todays.length > 0 ? `Today ${todays.join(', ')}` : 'No window today'}. {task.dwellMinutes} minutes a visit.
      </p>
      <p class="app-task__line">
        {task.visitsToday === 0
          ? 'Not visited today'
          : `${countOf(task.visitsToday, 'visit')} today, the last ${sinceLast === 0 ? 'just now' : `${sinceLast} min ago`}`}
        {task.visitsToday >= task.visitsADay ? `: that is what was planned (${task.visitsADay} a day)` : ''}.
      </p>
      {sinceLast !== undefined && sinceLast < 120 && (
        <p class="app-task__line app-warning-words">
          At most one visit in two hours: wait, unless something calls you there.
        </p>
      )}
      <details class="app-task__more">
        <summary>What for, and what to mind</summary>
        <p>{task.objective}</p>
        {task.riskNotes && <p>{task.riskNotes}</p>}
        <p>Until {dayWords(task.validTo)}.</p>
        <p>
          <a class="govuk-link" href={`/patrols/${task.patrolId}/briefing`}>
            Briefing<span class="govuk-visually-hidden">: {task.hotspotName}</span>
          </a>
        </p>
      </details>
      <button type="button" class="govuk-button app-tap" onClick={onStart}>
        Start visit<span class="govuk-visually-hidden">: {task.hotspotName}</span>
      </button>
    </li>
  )
}

const weekday = (day: string) => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7

const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`

/** “18:00–22:00”, “until 02:00” of what began the day before, “from 23:00” of what goes on after midnight; the earliest first. */
const todaysTimes = (windows: readonly HourWindow[], day: string): string[] => {
  const start = weekday(day) * 24
  return joinTouching(windows)
    .flatMap(({ fromHour, hours }) =>
      [-168, 0, 168].map((shift) => ({ from: fromHour + shift - start, to: fromHour + hours + shift - start })),
    )
    .filter(({ from, to }) => from < 24 && to > 0)
    .toSorted((a, b) => a.from - b.from)
    .map(({ from, to }) => {
      if (from < 0) return `until ${clock(to)}`
      return to > 24 ? `from ${clock(from)}` : `${clock(from)}–${clock(to)}`
    })
}

const minutesSince = (instant: string, now: string) =>
  Math.max(0, Math.round((Date.parse(now) - Date.parse(instant)) / 60_000))
