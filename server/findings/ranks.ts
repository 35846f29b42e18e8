import { countReports, type Counts } from '../hotspots/count.ts'
import type { PlacedOccurrence } from '../hotspots/occurrence.ts'
import type { Weighing } from '../hotspots/score.ts'

export interface Ranked {
  counts: Counts
  /** Among the hotspots; null where it is not one. */
  rank: number | null
}

/**
 * Counts and ranks of groups as they would stand if these were their reports: by score, ties by reports, then in the order given.
 * @param to the instant that age is measured at
 */
export const ranksOf = (
  groups: readonly (readonly PlacedOccurrence[])[],
  { minPoints, minChildren }: { minPoints: number; minChildren: number },
  to: Date,
  weighing: Weighing,
): Ranked[] => {
  const counted = groups.map((reports) => countReports(reports, to, weighing))
  const order = counted
    .map((counts, index) => ({ counts, index }))
    .filter(({ counts }) => counts.reports >= minPoints && counts.children >= minChildren)
    .toSorted((a, b) => b.counts.score - a.counts.score || b.counts.reports - a.counts.reports || a.index - b.index)
  const rankOf = new Map(order.map(({ index }, i) => [index, i + 1]))
  return counted.map((counts, index) => ({ counts, rank: rankOf.get(index) ?? null }))
}
