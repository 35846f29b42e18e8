import type { Random } from './random.ts'
import type { Basis } from './sources.ts'
import { addDays, HOUR, localDate, localHour, localTime, londonInstant, MINUTE, type Instant } from './time.ts'

export type Precision = 'exact' | 'hour' | 'day_part' | 'date' | 'unknown'

/** The columns of a report's row that say when. */
export type Observed = { observed_from?: string; observed_to?: string; time_precision: Precision }

const vague = [
  ['exact', 26],
  ['hour', 26],
  ['day_part', 28],
  ['date', 13],
  ['unknown', 7],
] as const
const precisions: Readonly<Record<Basis, readonly (readonly [Precision, number])[]>> = {
  found: [
    ['exact', 80],
    ['hour', 12],
    ['day_part', 2],
    ['date', 5],
    ['unknown', 1],
  ],
  disclosed: vague,
  sighted: [
    ['exact', 60],
    ['hour', 30],
    ['date', 10],
  ],
  suspected: vague,
  frequented: [
    ['day_part', 20],
    ['date', 55],
    ['unknown', 25],
  ],
}

/** How well a time is known: a find is written down on the spot, a memory or a piece of intelligence is vaguer, a habit has a day at most. */
export const drawPrecision = (random: Random, basis: Basis): Precision => random.weighted(precisions[basis])

/** Quarters of the day: 00-06, 06-12, 12-18, 18-24, by the clock in London. */
const quarterOf = (instant: Instant) => {
  const day = localDate(instant)
  const from = Math.floor(localHour(instant) / 6) * 6
  const to = from === 18 ? londonInstant(addDays(day, 1)) : londonInstant(day, from + 6)
  return { from: londonInstant(day, from), to }
}

/** An instant as a report knows it. With no time known there is nothing but the episode to go by. */
export const observedAt = (instant: Instant, precision: Precision, lastedMinutes = 0): Observed => {
  const known = (from: string, to?: string) => ({
    observed_from: from,
    ...(to ? { observed_to: to } : {}),
    time_precision: precision,
  })
  if (precision === 'unknown') return { time_precision: precision }
  if (precision === 'date') return known(localDate(instant))
  if (precision === 'day_part') {
    const { from, to } = quarterOf(instant)
    return known(localTime(from), localTime(to))
  }
  if (precision === 'hour') {
    const from = Math.floor(instant / HOUR) * HOUR
    return known(localTime(from), localTime(from + HOUR))
  }
  return known(localTime(instant), lastedMinutes > 0 ? localTime(instant + lastedMinutes * MINUTE) : undefined)
}
