import { Temporal } from 'temporal-polyfill'
import { localDay, ZONE } from '../local-time.ts'
import { aoristicWeek } from '../statistics/aoristic.ts'
import { effectiveChildren, repeatChildren, reportsByChild } from './count.ts'
import type { RankedHotspot } from './find-hotspots.ts'
import type { Occurrence, PlacedOccurrence } from './occurrence.ts'
import type { HotspotProfile } from './schema.ts'

const HOUR_MS = 3_600_000
const DAY_PART_HOURS = 6
/** An interval longer than a week says nothing about the hours of one. */
const LONGEST_INTERVAL_MS = 168 * HOUR_MS
/** Return interviews are still due, so these months can only grow. */
const INCOMPLETE_MONTHS = 2

/**
 * What the panel says of one hotspot: its months, its week, its children counted.
 * @param period local days, `to` exclusive
 * @param today the day it is, YYYY-MM-DD
 */
export const profileOf = (
  { hotspot, reports }: RankedHotspot,
  patrolFinds: readonly PlacedOccurrence[],
  period: { from: string; to: string },
  today: string,
): HotspotProfile => {
  const { week, timed } = weekOf(reports)
  return {
    hotspot,
    months: monthsOf(reports, period, firstIncompleteDay(today)),
    week,
    timeNotKnown: reports.length - timed.length,
    foundOnPatrol: patrolFinds.length,
    repeatChildren: repeatChildren(reports),
    effectiveChildren: effectiveChildren(reports),
  }
}

/** The aoristic week of reports, four decimals, and those of them whose time is known, with the time that each covers. */
export const weekOf = <R extends Occurrence>(reports: readonly R[]) => {
  const timed = reports.flatMap((report) => {
    const interval = intervalOf(report)
    return interval ? [{ report, interval }] : []
  })
  const weights = aoristicWeek(
    timed.map(({ interval }) => interval),
    ZONE,
  )
  return { week: [...weights].map((weight) => Math.round(weight * 1e4) / 1e4), timed }
}

/** The first day of the months in which return interviews are still due. @param today the day it is, YYYY-MM-DD */
export const firstIncompleteDay = (today: string): string =>
  Temporal.PlainDate.from(today).with({ day: 1 }).subtract({ months: INCOMPLETE_MONTHS }).toString()

/** One entry a calendar month that the period touches, the earliest first. */
export const monthsOf = (
  reports: readonly Occurrence[],
  period: { from: string; to: string },
  firstIncomplete: string,
) => {
  const byMonth = new Map<string, Occurrence[]>()
  const last = Temporal.PlainDate.from(period.to).subtract({ days: 1 }).toPlainYearMonth()
  for (
    let month = Temporal.PlainDate.from(period.from).toPlainYearMonth();
    Temporal.PlainYearMonth.compare(month, last) <= 0;
  ) {
    byMonth.set(month.toString(), [])
    month = month.add({ months: 1 })
  }
  for (const report of reports) byMonth.get(localDay(report.at).slice(0, 7))?.push(report)

  return [...byMonth].map(([month, members]) => ({
    month,
    reports: members.length,
    children: reportsByChild(members).size,
    isComplete: month < firstIncomplete.slice(0, 7),
  }))
}

/** The time a report covers as far as it is known; undefined where it is not. */
const intervalOf = ({
  observedFrom: from,
  observedTo: to,
  timePrecision,
}: Occurrence): { from: Date; to: Date } | undefined => {
  if (from === null || timePrecision === 'unknown') return undefined
  const end = to ?? endByPrecision(from, timePrecision)
  return end.getTime() - from.getTime() > LONGEST_INTERVAL_MS ? undefined : { from, to: end }
}

const endByPrecision = (from: Date, precision: Exclude<Occurrence['timePrecision'], 'unknown'>): Date => {
  if (precision === 'exact') return from
  if (precision === 'hour') return new Date(from.getTime() + HOUR_MS)
  if (precision === 'day_part') return new Date(from.getTime() + DAY_PART_HOURS * HOUR_MS)
  // The whole local day, which has 23 or 25 hours when the clocks change.
  const day = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(ZONE)
  return new Date(day.startOfDay().add({ days: 1 }).epochMilliseconds)
}
