import { Temporal } from 'temporal-polyfill'
import type { HourWindow } from '../patrols/schema.ts'
import { plannedDose } from '../patrols/when.ts'
import type { Doses } from './schema.ts'

/** A patrol task that was given out, and what was done on it in the days that are asked about. Days YYYY-MM-DD, both included. */
export interface PatrolDose {
  windows: HourWindow[]
  dwellMinutes: number
  visitsADay: number
  validFrom: string
  validTo: string
  visits: number
  minutes: number
  welfareContacts: number
  enforcement: number
}

/** Sessions of youth work that were asked for and held in those days, and the contacts made in them. */
export interface OutreachDose {
  sessionsPlanned: number
  sessions: number
  contacts: number
}

/**
 * What was planned and done at a place from one day to another.
 * @param days local days, `to` exclusive @param today nothing is planned for later than that
 */
export const dosesOf = (
  patrols: readonly PatrolDose[],
  outreach: OutreachDose | null,
  days: { from: string; to: string },
  today: string,
): Doses => {
  const lastDay = earlier(dayBefore(days.to), today)
  const planned = patrols.map((task) =>
    plannedDose(task, later(task.validFrom, days.from), earlier(task.validTo, lastDay)),
  )
  const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)
  return {
    patrols:
      patrols.length === 0
        ? null
        : {
            visitsPlanned: sumOf(planned.map(({ visits }) => visits)),
            minutesPlanned: sumOf(planned.map(({ minutes }) => minutes)),
            visits: sumOf(patrols.map(({ visits }) => visits)),
            minutes: sumOf(patrols.map(({ minutes }) => minutes)),
            welfareContacts: sumOf(patrols.map(({ welfareContacts }) => welfareContacts)),
            enforcement: sumOf(patrols.map(({ enforcement }) => enforcement)),
          },
    outreach,
  }
}

const dayBefore = (day: string) => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()
const earlier = (one: string, other: string) => (one < other ? one : other)
const later = (one: string, other: string) => (one > other ? one : other)
