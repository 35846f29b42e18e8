import { centroid } from '@turf/turf'
import { Temporal } from 'temporal-polyfill'
import { compareText } from '../compare-text.ts'
import type { PlacedOccurrence } from '../hotspots/occurrence.ts'
import { localDay } from '../local-time.ts'
import { toSquareCentre } from '../runs/grid-square.ts'
import { collapseRepeats, spaceTimeScan, type ScanEvent } from '../statistics/scan.ts'
import { siteOf } from './site.ts'
import type { Outline, WorkedOut } from './task.ts'

/** Kulldorff's space-time permutation scan as methods.md 3 sets it. */
const SCAN = { maxRadiusMetres: 1_000, maxDays: 30, replications: 999, seed: 1 }
/** A cluster whose last report is older than this is history. */
const LIVE_DAYS = 30
const SURE_ENOUGH = 0.05
const DAY_MS = 86_400_000

/**
 * "Is there a new cluster?" Every report that a place can be made of takes part, in few or many: named places as one point each, the
 * others at the centre of their 200 m square, so that no answer depends on where in it a report lies.
 * @param given the reports of the period
 */
export const newClustersOf = (
  given: readonly PlacedOccurrence[],
  outlines: readonly Outline[],
  to: string,
): WorkedOut['newClusters'] => {
  // By nothing but what the scan sees of them: the dates are dealt out in this order.
  const reports = given
    .map((report) => ({ ...report, site: siteOf(report) }))
    .toSorted(
      (a, b) =>
        compareText(a.site, b.site) || a.at.getTime() - b.at.getTime() || compareText(a.childId ?? '', b.childId ?? ''),
    )
  const centreOf = new Map(outlines.map(({ placeId, geometry }) => [placeId, centroid(geometry).geometry.coordinates]))
  const events = reports.map((report): ScanEvent => {
    const centre = report.placeId === null ? undefined : centreOf.get(report.placeId)
    const square = toSquareCentre(report)
    const [x, y] = centre ?? [square.easting, square.northing]
    return { x: x!, y: y!, t: Date.parse(localDay(report.at)) / DAY_MS, child: report.childId }
  })
  const end = Date.parse(to) / DAY_MS
  const found = spaceTimeScan(events, SCAN)
  return {
    maxRadiusMetres: SCAN.maxRadiusMetres,
    maxDays: SCAN.maxDays,
    replications: SCAN.replications,
    events: collapseRepeats(events).length,
    clusters: found
      .filter(({ p }, i) => i === 0 || p <= SURE_ENOUGH)
      .map((cluster) => ({
        sites: mostFirst(cluster.members.map((member) => reports[member]!.site)),
        from: toDay(cluster.from),
        lastDay: toDay(cluster.to),
        reports: cluster.observed,
        children: new Set(cluster.members.flatMap((member) => reports[member]!.childId ?? [])).size,
        expected: Math.round(cluster.expected * 100) / 100,
        p: cluster.p,
        isLive: end - cluster.to <= LIVE_DAYS,
      })),
  }
}

const toDay = (day: number) =>
  Temporal.Instant.fromEpochMilliseconds(day * DAY_MS)
    .toZonedDateTimeISO('UTC')
    .toPlainDate()
    .toString()

/** The distinct sites, the one with most members first; ties by name. */
const mostFirst = (sites: readonly string[]): string[] => {
  const counts = new Map<string, number>()
  for (const site of sites) counts.set(site, (counts.get(site) ?? 0) + 1)
  return [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([site]) => site)
}
