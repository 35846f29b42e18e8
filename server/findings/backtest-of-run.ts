import { Temporal } from 'temporal-polyfill'
import type { PlacedOccurrence } from '../hotspots/occurrence.ts'
import { score } from '../hotspots/score.ts'
import { reportsByChild } from '../hotspots/count.ts'
import { localDay, startOfDay } from '../local-time.ts'
import { groupForRun } from '../runs/group-for-run.ts'
import { SQUARE_METRES } from '../runs/grid-square.ts'
import { monthAheadBacktest, type Hits } from '../statistics/backtest.ts'
import type { Met, RunBacktest } from './schema.ts'
import { bySite, siteOf } from './site.ts'
import type { FindingsTask } from './task.ts'

const MONTHS_FORETOLD = 12
const MONTHS_KNOWN = 12
const SQUARE_METRES_IN_HECTARE = 10_000

/**
 * Would last month's map have helped? The twelve months of the run, each foretold from the twelve before it (methods.md 3). Places are
 * the named places and the 200 m squares in which anything was reported; a cluster is its squares. Reports that came in late are in.
 * @param reports of all time, those that a place can be made of
 * @returns null where reports do not reach back two years, or the area is not known
 */
export const backtestOf = (
  reports: readonly PlacedOccurrence[],
  { period, firstIncomplete, method, weighing, outlines, area }: FindingsTask,
): RunBacktest['backtest'] => {
  const end = Temporal.PlainDate.from(period.to).toPlainYearMonth()
  const months = Array.from({ length: MONTHS_KNOWN + MONTHS_FORETOLD }, (_, i) =>
    end.subtract({ months: MONTHS_KNOWN + MONTHS_FORETOLD - i }).toString(),
  )
  const byMonth = new Map(months.map((month) => [month, [] as PlacedOccurrence[]]))
  for (const report of reports) byMonth.get(localDay(report.at).slice(0, 7))?.push(report)
  const membersOf = (month: string) => byMonth.get(month)!
  if (area === null || membersOf(months[0]!).length === 0) return null

  const sites = [...bySite(months.flatMap(membersOf)).keys()].toSorted()
  const indexOf = new Map(sites.map((site, i) => [site, i]))
  const squareMetresOf = new Map(outlines.map(({ placeId, squareMetres }) => [placeId, squareMetres]))
  const areas = sites.map((site) => (squareMetresOf.get(site) ?? SQUARE_METRES ** 2) / SQUARE_METRES_IN_HECTARE)
  const wholeArea = area.squareMetres / SQUARE_METRES_IN_HECTARE
  // Squares at the edge reach over it: where they are nearly all of the area there is nothing to choose from.
  if (areas.reduce((sum, area) => sum + area, 0) >= wholeArea) return null

  const countsOf = (month: string) => {
    const counts = sites.map(() => 0)
    for (const report of membersOf(month)) counts[indexOf.get(siteOf(report))!]! += 1
    return counts
  }
  /** What the map showed at a month's end: of each place its score there, 0 where it was no hotspot. */
  const scoresAfter = (i: number) => {
    const to = new Date(
      startOfDay(Temporal.PlainYearMonth.from(months[i]!).add({ months: 1 }).toPlainDate({ day: 1 }).toString()),
    )
    const known = months.slice(i + 1 - MONTHS_KNOWN, i + 1).flatMap(membersOf)
    const scores = sites.map(() => 0)
    for (const { reports: members } of groupForRun(known, method).groups)
      if (reportsByChild(members).size >= method.minChildren)
        for (const [site, here] of bySite(members)) scores[indexOf.get(site)!] = score(here, to, weighing)
    return scores
  }
  const foretold = monthAheadBacktest({
    counts: months.map(countsOf),
    elsewhere: months.map(() => 0),
    scores: months.map((_, i) => (i < MONTHS_KNOWN - 1 ? sites.map(() => 0) : scoresAfter(i))),
    areas,
    wholeArea,
  })
  return {
    wholeAreaHectares: Math.round(wholeArea),
    months: foretold.map(({ month, reports: count, hotspots, lastMonth, twelveMonths }) => ({
      month: months[month]!,
      isComplete: months[month]! < firstIncomplete.slice(0, 7),
      reports: count,
      shown: metBy(hotspots),
      lastMonth: metBy(lastMonth),
      twelveMonths: metBy(twelveMonths),
    })),
  }
}

const metBy = ({ places, hits, hitRate, areaShare, pai, pei }: Hits): Met => ({
  places: places.length,
  hits,
  hitRate: finite(hitRate),
  areaShare: rounded(areaShare),
  pai: finite(pai),
  pei: finite(pei),
})

const finite = (value: number) => (Number.isFinite(value) ? rounded(value) : null)

const rounded = (value: number) => Math.round(value * 1e6) / 1e6
