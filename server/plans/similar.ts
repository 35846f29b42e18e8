/** A place with the distinct children of each of the last twelve months, the earliest first. */
export interface WithMonths {
  months: readonly number[]
}

/**
 * How unlike two places' last twelve months are: the mean squared difference of the square roots of their children, month by month; 0
 * where they are the same. The square root makes a step of chance about as wide at a busy place as at a quiet one, so that level and
 * shape both count, and no month of a busy place outweighs the others.
 * @throws RangeError where they have not the same number of months
 */
export const unlikeness = (one: readonly number[], other: readonly number[]): number => {
  if (one.length !== other.length || one.length === 0)
    throw new RangeError(`expected as many months of both, got ${one.length} and ${other.length}`)
  return one.reduce((sum, count, i) => sum + (Math.sqrt(count) - Math.sqrt(other[i]!)) ** 2, 0) / one.length
}

/** Candidates in the order of their unlikeness to a place, the most alike first; equals stay in their order. */
export const mostAlikeFirst = <Candidate extends WithMonths>(
  own: readonly number[],
  candidates: readonly Candidate[],
) =>
  candidates
    .map((candidate) => ({ ...candidate, distance: Math.round(unlikeness(own, candidate.months) * 1e4) / 1e4 }))
    .toSorted((a, b) => a.distance - b.distance)
