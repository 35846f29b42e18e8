import type { Occurrence } from '../hotspots/occurrence.ts'
import { localDay } from '../local-time.ts'
import { benjaminiHochberg, changeWindows, changeWord, childFlipTest, childWeeks } from '../statistics/change.ts'
import type { Change } from './schema.ts'

const DRAWS = 9_999
const SEED = 1

export type Windows = ReturnType<typeof changeWindows>

/**
 * Of each hotspot shown, how its last 90 complete days compare with the 90 before and with the same a year earlier (methods.md 2).
 * The word is adjusted over all of them: they are looked at together.
 * @param places the reports ever made at each
 * @param reachesBack whether anything is kept of the days a year earlier
 */
export const changesOf = (
  places: readonly (readonly Occurrence[])[],
  windows: Windows,
  reachesBack: boolean,
): Change[] => {
  const compared = places.map((reports) => compare(reports, windows, reachesBack))
  const adjusted = benjaminiHochberg(compared.map(({ p }) => p))
  return compared.map((change, i) => ({
    ...change,
    adjustedP: rounded(adjusted[i]!),
    p: rounded(change.p),
    // The windows are of complete months only, so a fall can be told.
    word: changeWord({ ...change, adjustedP: adjusted[i]!, isAfterComplete: true }),
  }))
}

const compare = (reports: readonly Occurrence[], { before, after, yearEarlier }: Windows, reachesBack: boolean) => {
  // In an order of their own: the draws must not depend on the reports'.
  const perChild = childWeeks(reports, { before, after }).toSorted((a, b) => a.before - b.before || a.after - b.after)
  const { p, exact, rateRatio, low, high } = childFlipTest(perChild, { draws: DRAWS, seed: SEED })
  return {
    before: sumOf(perChild.map((child) => child.before)),
    after: sumOf(perChild.map((child) => child.after)),
    yearEarlier: reachesBack
      ? sumOf(childWeeks(reports, { before: yearEarlier, after }).map((child) => child.before))
      : null,
    children: perChild.length,
    p,
    isExact: exact,
    rateRatio: finite(rateRatio),
    low: finite(low),
    high: finite(high),
  }
}

/** Whether reports are kept from before the year-earlier window on: else an empty window would only say that they were deleted. */
export const reachesBackTo = (reports: readonly Occurrence[], { yearEarlier }: Windows): boolean =>
  reports.some(({ at }) => localDay(at) < yearEarlier.from)

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

/** Nothing to divide by gives no number. */
const finite = (value: number): number | null => (Number.isFinite(value) ? rounded(value) : null)

const rounded = (value: number) => Math.round(value * 1e6) / 1e6
