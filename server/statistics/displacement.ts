import { refuseBadCount } from './whole-count.ts'

type Pair = readonly [before: number, after: number]

export interface DisplacementCounts<P = Pair> {
  treated: P
  control: P
  /** Around the treated place, and the buffer's own control: both or neither. */
  buffer?: P
  bufferControl?: P
}

/** Two-sided 5 % of the normal distribution. */
const Z_95 = 1.959964

const UNTOUCHED: Pair = [0, 0]
const UNDIVIDED: Pair = [1, 1]

/**
 * What changed where something was done, beyond what changed where nothing was: the weighted displacement difference of Wheeler
 * and Ratcliffe (2018), (T1 - T0) - (C1 - C0) + (D1 - D0) - (DC1 - DC0); below 0 is fewer than expected. Counts are [before,
 * after] of independent events, Poisson; the variance is their sum. With divisors, lengths of period or sizes of area, each
 * count enters as count / divisor and its variance as count / divisor squared. `inflation` multiplies the variance where events
 * are not independent (`varianceInflation`).
 *
 * Returns the estimate, its variance, z, and the 95 % interval `low` to `high`. With no event anywhere z is 0 and the interval
 * [0, 0]: that is no evidence of anything.
 * @throws RangeError where a count is not a whole number of 0 or more, a divisor not a positive number, `inflation` below 1, or a
 *   buffer comes without its control
 */
export function weightedDisplacementDifference({
  treated,
  control,
  buffer,
  bufferControl,
  divisors = {},
  inflation = 1,
}: DisplacementCounts & { divisors?: Partial<DisplacementCounts>; inflation?: number }) {
  if ((buffer === undefined) !== (bufferControl === undefined))
    throw new RangeError('expected a buffer and its control, or neither: one alone would count a change of everywhere')
  if (!(inflation >= 1 && inflation < Infinity))
    throw new RangeError(`expected inflation of at least 1, got ${inflation}`)
  const parts = [
    changeOf(treated, divisors.treated),
    changeOf(control, divisors.control, -1),
    changeOf(buffer, divisors.buffer),
    changeOf(bufferControl, divisors.bufferControl, -1),
  ]
  const estimate = parts.reduce((sum, part) => sum + part.change, 0)
  const variance = inflation * parts.reduce((sum, part) => sum + part.variance, 0)
  const error = Math.sqrt(variance)
  return {
    estimate,
    variance,
    z: error === 0 ? 0 : estimate / error,
    low: estimate - Z_95 * error,
    high: estimate + Z_95 * error,
  }
}

/**
 * How many times the variance of a count of independent events the variance can be when each child's events hang together:
 * sum(n^2) / sum(n) over the children's counts; 1 where every child counts once, or none is counted.
 * @throws RangeError where a count is not a whole number of 0 or more
 */
export function varianceInflation(countPerChild: readonly number[]): number {
  countPerChild.forEach(refuseBadCount)
  const total = countPerChild.reduce((sum, count) => sum + count, 0)
  return total === 0 ? 1 : countPerChild.reduce((sum, count) => sum + count * count, 0) / total
}

function changeOf([before, after]: Pair = UNTOUCHED, [beforeDivisor, afterDivisor]: Pair = UNDIVIDED, sign = 1) {
  refuseBadCount(before)
  refuseBadCount(after)
  for (const divisor of [beforeDivisor, afterDivisor]) {
    if (!(divisor > 0 && divisor < Infinity)) throw new RangeError(`expected a positive divisor, got ${divisor}`)
  }
  return {
    change: sign * (after / afterDivisor - before / beforeDivisor),
    variance: before / beforeDivisor ** 2 + after / afterDivisor ** 2,
  }
}
