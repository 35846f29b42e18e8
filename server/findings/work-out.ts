import { compareText } from '../compare-text.ts'
import { effectiveChildren, repeatChildren, reportsByChild } from '../hotspots/count.ts'
import { whatCounts, type Group } from '../hotspots/group-reports.ts'
import type { Occurrence, PlacedOccurrence } from '../hotspots/occurrence.ts'
import { monthsOf, weekOf } from '../hotspots/profile.ts'
import { localDay, startOfDay } from '../local-time.ts'
import { groupForRun } from '../runs/group-for-run.ts'
import { SQUARE_METRES, toSquareCentre } from '../runs/grid-square.ts'
import { changeWindows } from '../statistics/change.ts'
import { patrolWindows } from '../statistics/patrol-windows.ts'
import { stabilityOf, type Stability as Survival } from '../statistics/stability.ts'
import { isHotMonth, trendClass } from '../statistics/trend-class.ts'
import { backtestOf } from './backtest-of-run.ts'
import { changesOf, reachesBackTo } from './change-of-place.ts'
import { newClustersOf } from './new-clusters.ts'
import { placeFinder } from './place-at.ts'
import { ranksOf, type Ranked } from './ranks.ts'
import type { PatrolWindow, Stability } from './schema.ts'
import { sharedFindingsOf } from './shared-findings.ts'
import { bySite, siteOf, sitesOf, squareKey, squareOfSite } from './site.ts'
import { surfaceOf } from './surface.ts'
import type { FindingsTask, GroupFindings, WorkedOut } from './task.ts'

const STABILITY = { runs: 200, seed: 1 }
const MOST_WINDOWS = 3

/**
 * Everything that a stored month says beside its counts (methods.md 2 and 3). The same task gives the same bytes, in whatever order
 * its occurrences come.
 */
export const workOut = (task: FindingsTask): WorkedOut => {
  const { period, firstIncomplete, method, weighing, outlines, area, hotBefore } = task
  const history = inOrder(task.occurrences)
  const from = new Date(startOfDay(period.from))
  const ofPeriod = history.filter(({ at }) => at >= from)
  const { groups, patrolFinds } = groupForRun(ofPeriod, method)
  const ever = whatCounts(history).counted
  const { counted } = whatCounts(ofPeriod)

  const completeUntil = firstIncomplete < period.to ? firstIncomplete : period.to
  const windows = changeWindows(completeUntil)
  const to = new Date(startOfDay(period.to))
  const rank = (members: readonly (readonly PlacedOccurrence[])[]) => ranksOf(members, method, to, weighing)
  const isHotspot = (group: Group) => reportsByChild(group.reports).size >= method.minChildren
  const shown = groups.filter(isHotspot)

  const finds = groups.map((group) => findsNear(group, patrolFinds))
  const ranks = {
    withoutSuspected: rank(groups.map(({ reports }) => reports.filter(({ basis }) => basis !== 'suspected'))),
    withPatrol: rank(groups.map(({ reports }, i) => [...reports, ...finds[i]!])),
  }
  const atSite = bySite(ever)
  const everAt = shown.map(({ reports }) => sitesOf(reports).flatMap((site) => atSite.get(site) ?? []))
  const changes = changesOf(everAt, windows, reachesBackTo(ever, windows))
  const survival = survivalOf(counted, shown, task)

  const ofShown = shown.map((group, i) => {
    const index = groups.indexOf(group)
    return findingsOf(group, {
      period,
      firstIncomplete,
      change: changes[i]!,
      stability: toStability(survival[i]!),
      wasHotBefore: (group.placeId !== null && hotBefore.includes(group.placeId)) || wasHot(everAt[i]!, period.from),
      withoutSuspected: ranks.withoutSuspected[index]!,
      withPatrol: ranks.withPatrol[index]!,
      finds: finds[index]!.length,
    })
  })
  return {
    groups: groups.map((group) => (isHotspot(group) ? ofShown[shown.indexOf(group)]! : null)),
    windows,
    completeUntil,
    newClusters: newClustersOf(counted, outlines, period.to),
    surface: surfaceOf(counted, area?.geometry ?? null),
    backtest: backtestOf(ever, task),
  }
}

/** By who, when, how known and where: nothing may depend on the order in which the database gives them. */
const inOrder = (occurrences: readonly Occurrence[]): Occurrence[] =>
  occurrences.toSorted(
    (a, b) =>
      compareText(a.childId ?? '', b.childId ?? '') ||
      a.at.getTime() - b.at.getTime() ||
      compareText(a.basis, b.basis) ||
      (a.easting ?? 0) - (b.easting ?? 0) ||
      (a.northing ?? 0) - (b.northing ?? 0) ||
      (a.accuracyMetres ?? -1) - (b.accuracyMetres ?? -1) ||
      compareText(a.id, b.id),
  )

/** The finds on patrol that would have stood in a group: at its place, or in or beside one of a cluster's squares. */
const findsNear = ({ placeId, reports }: Group, patrolFinds: readonly PlacedOccurrence[]): PlacedOccurrence[] => {
  if (placeId !== null) return patrolFinds.filter((find) => find.placeId === placeId)
  const beside = new Set(
    sitesOf(reports).flatMap((site) => {
      const { easting, northing } = squareOfSite(site)!
      return [
        [0, 0],
        [SQUARE_METRES, 0],
        [-SQUARE_METRES, 0],
        [0, SQUARE_METRES],
        [0, -SQUARE_METRES],
      ].map(([east, north]) => squareKey({ easting: easting + east!, northing: northing + north! }))
    }),
  )
  return patrolFinds.filter((find) => find.placeId === null && beside.has(siteOf(find)))
}

const survivalOf = (
  counted: readonly PlacedOccurrence[],
  shown: readonly Group[],
  { method, outlines }: FindingsTask,
): Survival[] => {
  const indexOf = new Map(counted.map((report, i) => [report, i]))
  return stabilityOf(
    counted.map(({ easting, northing, accuracyMetres, childId, placeId }) => ({
      x: easting,
      y: northing,
      accuracyMetres,
      child: childId,
      place: placeId,
    })),
    shown.map(({ placeId, reports }) => ({
      place: placeId,
      reports: reports.map((report) => indexOf.get(report)!),
    })),
    {
      method: { ...method, epsMetres: SQUARE_METRES },
      placeOf: placeFinder(outlines),
      standAt: (x, y) => {
        const { easting, northing } = toSquareCentre({ easting: x, northing: y })
        return { x: easting, y: northing }
      },
      ...STABILITY,
    },
  )
}

const toStability = ({ moved, withoutOneChild, otherParameters }: Survival): Stability => ({
  moved,
  reRuns: STABILITY.runs,
  withoutOneChild,
  smallerDistance: otherParameters.smallerEps,
  largerDistance: otherParameters.largerEps,
  fewerReports: otherParameters.fewerPoints,
  moreReports: otherParameters.morePoints,
})

/** Whether some month before a day was hot. */
const wasHot = (reports: readonly PlacedOccurrence[], day: string): boolean => {
  const earlier = reports.filter(({ at }) => localDay(at) < day)
  const children = new Map<string, Set<string>>()
  for (const { at, childId } of earlier) {
    const month = localDay(at).slice(0, 7)
    if (childId !== null) children.set(month, (children.get(month) ?? new Set()).add(childId))
  }
  return [...children.values()].some(({ size }) => isHotMonth(size))
}

const windowsOf = (week: readonly number[], timed: readonly PlacedOccurrence[]): PatrolWindow[] =>
  patrolWindows(week, {
    timedReports: timed.length,
    children: reportsByChild(timed).size,
    most: MOST_WINDOWS,
  }).map(({ fromHour, hours, weight, share }) => ({ fromHour, hours, weight: rounded(weight), share: rounded(share) }))

const rounded = (value: number) => Math.round(value * 1e4) / 1e4

interface Known {
  period: FindingsTask['period']
  firstIncomplete: string
  change: GroupFindings['exact']['change']
  stability: Stability
  wasHotBefore: boolean
  withoutSuspected: Ranked
  withPatrol: Ranked
  finds: number
}

const findingsOf = ({ reports }: Group, known: Known): GroupFindings => {
  const { week, timed } = weekOf(reports)
  const timedReports = timed.map(({ report }) => report)
  const months = monthsOf(reports, known.period, known.firstIncomplete)
  const { counts: without, rank } = known.withoutSuspected
  const exact = {
    repeatChildren: repeatChildren(reports),
    effectiveChildren: effectiveChildren(reports),
    withoutSuspected: { reports: without.reports, children: without.children, score: without.score, rank },
    months,
    trend: trendClass(
      months.map(({ children }) => children),
      known.wasHotBefore,
    ),
    change: known.change,
    week,
    timeNotKnown: reports.length - timed.length,
    windows: windowsOf(week, timedReports),
    stability: known.stability,
    patrol: { finds: known.finds, score: known.withPatrol.counts.score, rank: known.withPatrol.rank! },
  }
  return { exact, shared: sharedFindingsOf(exact, reports, timed) }
}
