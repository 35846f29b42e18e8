import { Temporal } from 'temporal-polyfill'

/** The partnership's wall clock. */
export const ZONE = 'Europe/London'

/** The instant at which a local day starts, ISO 8601 in UTC. @param day YYYY-MM-DD */
export const startOfDay = (day: string): string =>
  Temporal.PlainDate.from(day).toZonedDateTime(ZONE).toInstant().toString()

/** The local day of an instant, YYYY-MM-DD. */
export const localDay = (at: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(ZONE).toPlainDate().toString()

/** The day after a local day. @param day YYYY-MM-DD */
export const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString()

/** The last twelve complete months before a day: `to` is exclusive, the first of that day's month. */
export const lastTwelveCompleteMonths = (today: string): { from: string; to: string } => {
  const to = Temporal.PlainDate.from(today).with({ day: 1 })
  return { from: to.subtract({ months: 12 }).toString(), to: to.toString() }
}

/** The instant at which the wall clock says on `day` what it says at `at`. @param day YYYY-MM-DD */
export const sameTimeOn = (day: string, at: Date): Date => {
  const time = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(ZONE).toPlainTime()
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: ZONE, plainTime: time }).epochMilliseconds)
}
