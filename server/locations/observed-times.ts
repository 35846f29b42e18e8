import { londonDay, readMoment, startOfLondonDay, type Moment } from '../csv/wall-time.ts'
import { invalidBody } from '../errors.ts'
import type { ReportInput } from './schema.ts'

export interface ObservedTimes {
  /** Instants, ISO 8601. */
  observedFrom: string
  observedTo: string | null
  /** The last instant that the report may mean. */
  observedUntil: string
  timePrecision: ReportInput['timePrecision']
}

const MINUTE_MS = 60_000
const EARLIEST_YEAR = '2000'

/**
 * The times of a report by hand, from London's wall clock. A date as the end is the whole of that day, and a date without a time is known
 * to the day at best, whatever is said beside it; both as an import has it. Throws a 422 problem for a time that cannot be.
 * @param now milliseconds since 1970
 */
export const readObservedTimes = (
  { observedFrom, observedTo, timePrecision }: Pick<ReportInput, 'observedFrom' | 'observedTo' | 'timePrecision'>,
  now: number,
): ObservedTimes => {
  const from = readTime('/observedFrom', observedFrom)
  if (from.at > now) throw refuse('/observedFrom', 'That lies in the future. Give the time at which it was.')
  const end = observedTo === undefined ? null : endOf(readTime('/observedTo', observedTo))
  // The evening that is not over yet ends at midnight.
  if (end !== null && end > startOfLondonDay(londonDay(now) + 1))
    throw refuse('/observedTo', 'That lies in the future. Give the time until which it was.')
  if (end !== null && end < from.at) throw refuse('/observedTo', 'The end lies before the beginning.')

  return {
    observedFrom: toIso(from.at),
    observedTo: end === null ? null : toIso(end),
    observedUntil: toIso(end ?? endOf(from)),
    timePrecision: precisionOf(from, timePrecision),
  }
}

const endOf = ({ at, precision }: Moment) =>
  precision === 'date' ? startOfLondonDay(londonDay(at) + 1) - MINUTE_MS : at

const precisionOf = ({ precision }: Moment, said: ReportInput['timePrecision']) =>
  precision === 'date' && said !== 'unknown' ? 'date' : said

const readTime = (pointer: string, text: string): Moment => {
  const moment = readMoment(text)
  if (moment === 'malformed') throw refuse(pointer, 'There is no such day or time. Give one such as 2023-06-30T21:15.')
  if (moment === 'skipped')
    throw refuse(pointer, 'The clocks went forward over that time, so it never was. Give the time an hour later.')
  if (text < EARLIEST_YEAR)
    throw refuse(pointer, `The year is before ${EARLIEST_YEAR}. It looks like a slip of the keyboard.`)
  return moment
}

const refuse = (pointer: string, detail: string) => invalidBody([{ pointer, detail }])

const toIso = (at: number) => new Date(at).toISOString()
