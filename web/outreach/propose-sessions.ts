import type { HourWindow } from '../../server/patrols/schema.ts'
import { daysLater } from '../form/day-field.tsx'

/** A session as it is planned: YYYY-MM-DD, HH:MM. */
export interface PlannedDraft {
  day: string
  from: string
  to: string
}

const HOURS_OF_DAY = 24
const MOST_DAYS = 365
const MOST_PROPOSED = 12

const clock = (hour: number) => `${String(hour % HOURS_OF_DAY).padStart(2, '0')}:00`

/** The weekday of a day, Monday is 0. */
const weekdayOf = (day: string) => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7

/** Sessions at the times that were asked for, the next ones after today, as many as were asked for (twelve at most at once). */
export const proposeSessions = (windows: readonly HourWindow[], count: number, today: string): PlannedDraft[] => {
  const wanted = Math.min(count, MOST_PROPOSED)
  const sessions: PlannedDraft[] = []
  const inOrder = windows.toSorted((a, b) => a.fromHour - b.fromHour)
  for (let ahead = 1; ahead <= MOST_DAYS && sessions.length < wanted && inOrder.length > 0; ahead++) {
    const day = daysLater(today, ahead)
    for (const { fromHour, hours } of inOrder)
      if (Math.floor(fromHour / HOURS_OF_DAY) === weekdayOf(day) && sessions.length < wanted)
        sessions.push({ day, from: clock(fromHour), to: clock(fromHour + hours) })
  }
  return sessions
}

/** The day a week later at the same times; where there is none yet, nothing filled in. */
export const nextAfter = (sessions: readonly PlannedDraft[]): PlannedDraft => {
  const last = sessions.at(-1)
  return last && last.day !== '' ? { ...last, day: daysLater(last.day, 7) } : { day: '', from: '18:00', to: '20:00' }
}
