import { Temporal } from 'temporal-polyfill'

/** A point in time as somebody wrote it down. */
export interface Moment {
  /** Milliseconds since 1970, UTC; of a date, its midnight in London. */
  at: number
  precision: 'minute' | 'date'
}

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)? ?(Z|z|[+-]\d\d:?\d\d)?)?$/
const DAY_FIRST = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:[ T]+(\d{1,2}):(\d\d)(?::(\d\d))?)?$/

/**
 * Reads an ISO date, an ISO date and time (with or without offset, `T` or a space between) or dd/mm/yyyy with or without a time.
 * A time without offset is a wall-clock time in London: of an hour that came twice, the first; one that the clocks skipped is 'skipped'.
 * Seconds are kept, parts of a second are not.
 */
export const readMoment = (text: string): Moment | 'malformed' | 'skipped' => {
  const iso = ISO.exec(text)
  const slashed = iso ? null : DAY_FIRST.exec(text)
  const parts = iso ?? (slashed && [slashed[0], slashed[3], slashed[2], slashed[1], ...slashed.slice(4, 7)])
  if (!parts) return 'malformed'

  const [year = 0, month = 0, day = 0, hour, minute = 0, second = 0] = parts.slice(1, 7).map(toNumber)
  const wall = Date.UTC(year, month - 1, day, hour ?? 0, minute, second)
  const isReal =
    month >= 1 && month <= 12 && new Date(wall).getUTCDate() === day && (hour ?? 0) < 24 && minute < 60 && second < 60
  if (!isReal) return 'malformed'

  const offset = iso?.[7]
  if (offset) return { at: wall - offsetMs(offset), precision: 'minute' }
  const at = atWallTime(wall)
  return at === null ? 'skipped' : { at, precision: hour === undefined ? 'date' : 'minute' }
}

const toNumber = (digits: string | undefined) => (digits === undefined ? undefined : Number(digits))

const offsetMs = (offset: string) => {
  if (/z/i.test(offset)) return 0
  const [, sign, hours, minutes] = /([+-])(\d\d):?(\d\d)/.exec(offset) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS)
}

// Temporal is exact and slow; London's clocks change on the hour only, so one answer serves all times of an hour.
const wallOffsets = new Map<number, number | null>()
const utcOffsets = new Map<number, number>()

/** A wall-clock time in London, given as though it were UTC, in UTC; null where the clocks skipped it. */
const atWallTime = (wall: number): number | null => {
  const hour = Math.floor(wall / HOUR_MS)
  let offset = wallOffsets.get(hour)
  if (offset === undefined) {
    const plain = Temporal.Instant.fromEpochMilliseconds(hour * HOUR_MS)
      .toZonedDateTimeISO('UTC')
      .toPlainDateTime()
    const zoned = plain.toZonedDateTime('Europe/London', { disambiguation: 'earlier' })
    offset = zoned.toPlainDateTime().equals(plain) ? zoned.offsetNanoseconds / 1e6 : null
    wallOffsets.set(hour, offset)
  }
  return offset === null ? null : wall - offset
}

const DAY_MS = 24 * HOUR_MS

/** The day in London that a time falls on, in days since 1970-01-01. */
export const londonDay = (at: number): number => {
  const hour = Math.floor(at / HOUR_MS)
  let offset = utcOffsets.get(hour)
  if (offset === undefined) {
    offset = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Europe/London').offsetNanoseconds / 1e6
    utcOffsets.set(hour, offset)
  }
  return Math.floor((at + offset) / DAY_MS)
}

/** The midnight in London that a day, in days since 1970-01-01, begins with. */
export const startOfLondonDay = (day: number): number => atWallTime(day * DAY_MS) ?? day * DAY_MS
