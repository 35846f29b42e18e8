import { Temporal } from 'temporal-polyfill'
import type { HourWindow } from './schema.ts'

/** Minutes from some beginning: `from` inclusive, `to` exclusive. */
export interface Minutes {
  from: number
  to: number
}

const HOURS_IN_WEEK = 168
const WEEK = HOURS_IN_WEEK * 60
const DAY = 24 * 60
/** At most one visit in two hours at one place, from start to start (methods.md 5). */
export const MINUTES_BETWEEN_VISITS = 120

/** Minutes from Monday 00:00 at which a day begins. @param day YYYY-MM-DD */
export const startOfDayInWeek = (day: string): number => (Temporal.PlainDate.from(day).dayOfWeek - 1) * DAY

/**
 * What of some windows falls into a stretch of time, in minutes from its beginning, the earliest first; windows that touch are one.
 * By the wall clock: the hours of a clock change are taken as they are named.
 * @param startMinute of the local week
 */
export const windowsWithin = (windows: readonly HourWindow[], startMinute: number, lengthMinutes: number): Minutes[] =>
  windows
    .flatMap(({ fromHour, hours }) =>
      [-WEEK, 0, WEEK].map((shift) => ({
        from: Math.max(0, fromHour * 60 + shift - startMinute),
        to: Math.min(lengthMinutes, (fromHour + hours) * 60 + shift - startMinute),
      })),
    )
    .filter(({ from, to }) => from < to)
    .toSorted((a, b) => a.from - b.from)
    .reduce<Minutes[]>((joined, next) => {
      const last = joined.at(-1)
      if (!last || next.from > last.to) return [...joined, next]
      return [...joined.slice(0, -1), { from: last.from, to: Math.max(last.to, next.to) }]
    }, [])

/** How many visits fit into some stretches of time, two hours from start to start, each over before its stretch is. */
export const mostVisits = (stretches: readonly Minutes[], dwellMinutes: number): number => {
  let visits = 0
  let free = -Infinity
  for (const { from, to } of stretches)
    for (let start = Math.max(from, free); start + dwellMinutes <= to; start = free) {
      visits++
      free = start + MINUTES_BETWEEN_VISITS
    }
  return visits
}

/** The windows of the week that begin on the weekday of a day, whole: one that runs past midnight is the evening's. */
const windowsBeginningOn = (windows: readonly HourWindow[], day: string): Minutes[] => {
  const start = startOfDayInWeek(day)
  return windows
    .filter(({ fromHour }) => fromHour * 60 >= start && fromHour * 60 < start + DAY)
    .map(({ fromHour, hours }) => ({ from: fromHour * 60 - start, to: (fromHour + hours) * 60 - start }))
    .toSorted((a, b) => a.from - b.from)
}

interface Plan {
  windows: readonly HourWindow[]
  dwellMinutes: number
  visitsADay: number
}

/** Visits and minutes that a task asks for from one day to another, both included; none where the days are in the wrong order. */
export const plannedDose = ({ windows, dwellMinutes, visitsADay }: Plan, from: string, to: string) => {
  const first = Temporal.PlainDate.from(from)
  const days = Math.max(0, first.until(Temporal.PlainDate.from(to)).days + 1)
  let visits = 0
  for (let i = 0; i < days; i++) {
    const day = first.add({ days: i }).toString()
    visits += Math.min(visitsADay, mostVisits(windowsBeginningOn(windows, day), dwellMinutes))
  }
  return { visits, minutes: visits * dwellMinutes }
}

/** The most visits that any day's windows hold: more a day cannot be asked for. */
export const mostVisitsADay = (windows: readonly HourWindow[], dwellMinutes: number): number =>
  // A Monday and the six days after it.
  Math.max(
    ...Array.from({ length: 7 }, (_, i) => mostVisits(windowsBeginningOn(windows, `2024-01-0${i + 1}`), dwellMinutes)),
  )

/** True where two windows share an hour. */
export const doOverlap = (windows: readonly HourWindow[]): boolean => {
  const hours = windows.flatMap(({ fromHour, hours: length }) =>
    Array.from({ length }, (_, i) => (fromHour + i) % HOURS_IN_WEEK),
  )
  return new Set(hours).size < hours.length
}
