const HOUR_MS = 3_600_000
const HOURS_IN_WEEK = 168
/** 1970-01-01 was a Thursday: three days after a Monday. */
const EPOCH_HOUR_OF_WEEK = 72

/**
 * The hours of the week in which things happened that are known only as intervals: each interval's weight of 1 is spread
 * evenly over the time it covers (aoristic analysis; Ratcliffe 2000). An interval of no length falls in its own hour.
 * @param zone IANA time zone whose wall clock is meant; an hour that a clock change skips gets nothing, one it repeats gets both.
 * @returns 168 weights from Monday 00:00, which add up to the number of intervals.
 * @throws RangeError where an interval ends before it starts or an end is not a date.
 */
export const aoristicWeek = (intervals: readonly { from: Date; to: Date }[], zone: string): Float64Array => {
  const week = new Float64Array(HOURS_IN_WEEK)
  const offsetAt = offsetReader(zone)
  for (const { from, to } of intervals) spread(week, from.getTime(), to.getTime(), offsetAt)
  return week
}

const spread = (week: Float64Array, from: number, to: number, offsetAt: (at: number) => number) => {
  if (!(to >= from))
    throw new RangeError(`expected an interval that ends when it starts or later, got ${from} to ${to}`)
  const length = to - from
  if (length === 0) {
    week[hourOfWeek(from + offsetAt(from))]! += 1
    return
  }
  for (let at = from; at < to;) {
    const local = at + offsetAt(at)
    const end = Math.min(to, at + HOUR_MS - mod(local, HOUR_MS))
    week[hourOfWeek(local)]! += (end - at) / length
    at = end
  }
}

const hourOfWeek = (localMs: number) => mod(Math.floor(localMs / HOUR_MS) + EPOCH_HOUR_OF_WEEK, HOURS_IN_WEEK)

const mod = (a: number, n: number) => ((a % n) + n) % n

/** Milliseconds to add to UTC for the wall clock, remembered by the quarter of an hour: no zone changes within one. */
const offsetReader = (zone: string) => {
  const quarter = HOUR_MS / 4
  const known = new Map<number, number>()
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const read = (at: number) => {
    const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
    return Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!) - at
  }
  return (at: number) => {
    const start = Math.floor(at / quarter) * quarter
    const offset = known.get(start) ?? read(start)
    known.set(start, offset)
    return offset
  }
}
