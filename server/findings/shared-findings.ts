import { Temporal } from 'temporal-polyfill'
import { reportsByChild } from '../hotspots/count.ts'
import type { PlacedOccurrence } from '../hotspots/occurrence.ts'
import { ZONE } from '../local-time.ts'
import { bandOf } from '../runs/bands.ts'
import type { SharedFindings } from '../runs/schema.ts'
import { isDominated, topReports } from '../runs/share.ts'
import type { Findings } from './schema.ts'

/** A report whose time is known, and the time that it covers. */
export interface Timed {
  report: PlacedOccurrence
  interval: { from: Date; to: Date }
}

const DAY_PARTS = ['00-06', '06-12', '12-18', '18-24'] as const
/** domain.md 6.4, DC-10: a part of the week is told of from here on. */
const PART_REPORTS = 10
const PART_CHILDREN = 5
/** Fewer children than this in a window: it would be the time of one or two of them. */
const WINDOW_CHILDREN = 3
const HOUR_MS = 3_600_000

/**
 * What operational partners (G2) are told of a hotspot's findings: words and bands, nothing that a single report could be read from.
 * How often it holds when reports are moved stays at G1, for that depends on where exactly they lie.
 */
export const sharedFindingsOf = (
  { change, trend, stability, months, windows }: Omit<Findings, 'lineage'>,
  reports: readonly PlacedOccurrence[],
  timed: readonly Timed[],
): SharedFindings => ({
  change: change.word,
  trend,
  isFirm:
    stability.withoutOneChild &&
    stability.smallerDistance &&
    stability.largerDistance &&
    stability.fewerReports &&
    stability.moreReports,
  isOfFewChildren: isDominated({ reports: reports.length, ...topReports(reports) }),
  months: months.map(({ month, children, isComplete }) => ({ month, childrenBand: bandOf(children), isComplete })),
  windows: windows
    .filter(({ fromHour, hours }) => childrenWithin(timed, fromHour, hours) >= WINDOW_CHILDREN)
    .map(({ fromHour, hours }) => ({ fromHour, hours })),
  dayParts: dayPartsOf(timed),
})

/** Distinct children with a report whose time may fall into some hours of the week. */
const childrenWithin = (timed: readonly Timed[], fromHour: number, hours: number): number => {
  const wanted = new Set(Array.from({ length: hours }, (_, hour) => (fromHour + hour) % 168))
  return reportsByChild(
    timed.filter(({ interval }) => hoursOf(interval).some((hour) => wanted.has(hour))).map(({ report }) => report),
  ).size
}

/** The hours of the local week that an interval touches; those of a clock change once. */
const hoursOf = ({ from, to }: Timed['interval']): number[] => {
  const hours: number[] = []
  for (let at = from.getTime(); at === from.getTime() || at < to.getTime(); at += HOUR_MS) hours.push(hourOfWeek(at))
  // The last hour may be begun by the end alone.
  if (to > from) hours.push(hourOfWeek(to.getTime() - 1))
  return hours
}

const hourOfWeek = (at: number): number => {
  const local = localAt(at)
  return (local.dayOfWeek - 1) * 24 + local.hour
}

const localAt = (at: number) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(ZONE)

/** Parts of the week with enough reports and children: those reports whose time lies in one part wholly. */
const dayPartsOf = (timed: readonly Timed[]): SharedFindings['dayParts'] => {
  const parts = new Map<string, PlacedOccurrence[]>()
  for (const { report, interval } of timed) {
    const keys = new Set(hoursOf(interval).map(partOf))
    const [key] = keys
    if (keys.size === 1) parts.set(key!, [...(parts.get(key!) ?? []), report])
  }
  return [false, true].flatMap((isWeekend) =>
    DAY_PARTS.flatMap((dayPart, part) => {
      const reports = parts.get(`${isWeekend} ${part}`) ?? []
      if (reports.length < PART_REPORTS || reportsByChild(reports).size < PART_CHILDREN) return []
      return [{ isWeekend, dayPart, reportsBand: reports.length < 15 ? ('10-14' as const) : ('15+' as const) }]
    }),
  )
}

const partOf = (hour: number) => `${hour >= 120} ${Math.floor((hour % 24) / 6)}`
