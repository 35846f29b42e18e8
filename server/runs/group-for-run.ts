import { compareText } from '../compare-text.ts'
import { groupReports, type Group, type Grouping, type Method } from '../hotspots/group-reports.ts'
import type { Occurrence, PlacedOccurrence } from '../hotspots/occurrence.ts'
import { bySquare, SQUARE_METRES, toSquareCentre } from './grid-square.ts'
import { clusterAnchor } from './shared-shape.ts'

/**
 * From reports to the groups of a stored run: named places as in any query, then clusters of the 200 m squares that the rest lie
 * in (docs/decisions/0006). Squares join where they share a side, for their centres are then 200 m apart; `minPoints` reports in
 * a square and its four neighbours begin a cluster. The groups hold the exact reports.
 *
 * The result does not depend on the order of the reports: places come by id, then clusters from west to east by their anchor.
 * Of the method only `minPoints` counts.
 */
export const groupForRun = (reports: readonly Occurrence[], { minPoints }: Pick<Method, 'minPoints'>): Grouping => {
  const { groups, leftOut, patrolFinds } = groupReports(
    reports,
    { epsMetres: SQUARE_METRES, minPoints },
    toSquareCentre,
  )
  return {
    groups: inOrder(groups).map((group) => ({ ...group, reports: group.reports.toSorted(byWhatCounts) })),
    leftOut,
    patrolFinds,
  }
}

const inOrder = (groups: readonly Group[]): Group[] => {
  const places = groups.filter(({ placeId }) => placeId !== null)
  // No two clusters share a square, so no two share an anchor.
  const clusters = groups
    .filter(({ placeId }) => placeId === null)
    .map((group) => ({ group, anchor: clusterAnchor(group.reports) }))
  return [
    ...places.toSorted((a, b) => compareText(a.placeId!, b.placeId!)),
    ...clusters.toSorted((a, b) => bySquare(a.anchor, b.anchor)).map(({ group }) => group),
  ]
}

/** By all that a score adds up and by nothing else: a sum of fractions depends on its order, and where a report stands must not. */
const byWhatCounts = (a: PlacedOccurrence, b: PlacedOccurrence) =>
  compareText(a.childId ?? '', b.childId ?? '') || a.at.getTime() - b.at.getTime() || compareText(a.basis, b.basis)
