import { BASES, type Basis } from '../shared-schema.ts'
import type { Occurrence } from './occurrence.ts'
import { score, type Weighing } from './score.ts'

export type Counts = Record<Basis, number> & { reports: number; children: number; topChildShare: number; score: number }

/** The raw counts of a place or cluster, and its score. @param to the instant that age is measured at. */
export const countReports = (reports: readonly Occurrence[], to: Date, weighing: Weighing): Counts => {
  const byBasis = Object.fromEntries(BASES.map((basis) => [basis, 0])) as Record<Basis, number>
  for (const { basis } of reports) byBasis[basis] += 1

  const byChild = reportsByChild(reports)
  let top = 0
  for (const count of byChild.values()) if (count > top) top = count
  return {
    reports: reports.length,
    ...byBasis,
    children: byChild.size,
    topChildShare: reports.length === 0 ? 0 : Math.round((top / reports.length) * 1e4) / 1e4,
    score: score(reports, to, weighing),
  }
}

/** How many reports each child gives; reports with no child are nobody's. */
export const reportsByChild = (reports: readonly Pick<Occurrence, 'childId'>[]): Map<string, number> => {
  const byChild = new Map<string, number>()
  for (const { childId } of reports) if (childId !== null) byChild.set(childId, (byChild.get(childId) ?? 0) + 1)
  return byChild
}

/** Children with two or more reports here. */
export const repeatChildren = (reports: readonly Occurrence[]): number =>
  [...reportsByChild(reports).values()].filter((count) => count >= 2).length

/** 1 / sum of squared shares: how many children would give this concentration if they gave equally. 0 where no child is known. */
export const effectiveChildren = (reports: readonly Occurrence[]): number => {
  const counts = [...reportsByChild(reports).values()]
  const all = counts.reduce((sum, count) => sum + count, 0)
  if (all === 0) return 0
  return Math.round((1 / counts.reduce((sum, count) => sum + (count / all) ** 2, 0)) * 100) / 100
}
