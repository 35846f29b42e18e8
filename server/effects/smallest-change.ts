import type { DisplacementCounts } from '../statistics/displacement.ts'

/** Two-sided 5 %, and 80 % power: quantiles of the normal distribution. */
const Z_95 = 1.959964
const Z_80 = 0.841621

export interface ComparisonDesign {
  /** What was counted before, of each part. */
  before: Record<keyof Required<DisplacementCounts>, number>
  /** How many times as long as the evaluation the baseline was. */
  lengthRatio: number
  /** How many comparators stand for each treated place: their counts enter as means. */
  controlDivisor: number
  inflation: number
}

/**
 * The smallest fall at the treated place that this very comparison would have found four times in five: the largest number after, of
 * the evaluation's length, at which the weighted displacement difference is expected to lie that far under 0, where nothing else
 * changes. `expected` is what no change would have given. `after` is null where not even none at all would have been found.
 *
 * By the normal approximation, with the variance of `weightedDisplacementDifference` at the counts that such a fall leaves; beside
 * `smallestDetectable`, which sums over exact counts for windows of one length, one control and no buffer, it is within two of the answer.
 */
export const smallestChange = ({ before, lengthRatio, controlDivisor, inflation }: ComparisonDesign) => {
  const expected = before.treated / lengthRatio
  const unchanged = (count: number, divisor: number) => (count / lengthRatio + count / lengthRatio ** 2) / divisor ** 2
  const elsewhere =
    unchanged(before.control, controlDivisor) +
    unchanged(before.buffer, 1) +
    unchanged(before.bufferControl, controlDivisor)
  const isFound = (after: number) =>
    expected - after >= (Z_95 + Z_80) * Math.sqrt(inflation * (after + before.treated / lengthRatio ** 2 + elsewhere))

  // The fewer are left, the surer it is found.
  let [found, missed] = [-1, Math.ceil(expected)]
  while (missed - found > 1) {
    const middle = (found + missed) >> 1
    if (isFound(middle)) found = middle
    else missed = middle
  }
  return { expected, after: found < 0 ? null : found }
}
