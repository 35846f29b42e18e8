import { Temporal } from 'temporal-polyfill'

/** An instant in milliseconds since 1970, always at a whole minute. */
export type Instant = number

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

const ZONE = 'Europe/London'
const toWholeMinute = (instant: Instant) => Math.floor(instant / MINUTE) * MINUTE
const inLondon = (instant: Instant) => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(ZONE)

/** The instant of a wall-clock time in London. A time that the clocks skip in March moves an hour on. */
export const londonInstant = (date: string, hour = 0, minute = 0): Instant =>
  Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: ZONE, plainTime: { hour, minute } }).epochMilliseconds

/** Between two instants, moved by a share of the way, to the minute. */
export const between = (from: Instant, to: Instant, share: number): Instant => toWholeMinute(from + (to - from) * share)

/** `2022-07-04T21:40+01:00`: the wall-clock time in London with its offset, which no clock change makes ambiguous. */
export const localTime = (instant: Instant): string => {
  const local = inLondon(instant)
  return local.toString({ timeZoneName: 'never', smallestUnit: 'minute' })
}

/** `2022-07-04`: the day in London. */
export const localDate = (instant: Instant): string => inLondon(instant).toPlainDate().toString()

/** The hour of the day in London, 0 to 23. */
export const localHour = (instant: Instant): number => inLondon(instant).hour

export const addDays = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString()

/** Whole days from one date to a later one. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days

/** 1 Monday to 7 Sunday. */
export const dayOfWeek = (date: string): number => Temporal.PlainDate.from(date).dayOfWeek
