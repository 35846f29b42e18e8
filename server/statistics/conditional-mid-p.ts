import { binomialProbability, binomialTail } from './count-distributions.ts'
import { refuseBadCount } from './whole-count.ts'

/** Half of the 5 % that a 95 % interval leaves out. */
const EACH_TAIL = 0.025
const BISECTIONS = 100

/**
 * Whether two counts of independent events come at the same rate: `k1` in an exposure of `n1` (days, patrols, anything) against
 * `k2` in `n2` of the same. Given their sum, k1 is Binomial(k1 + k2, n1 / (n1 + n2)); a mid-p counts half of the probability of
 * what was seen (Lancaster 1961; Hwang and Yang 2001). Not for reports of children, which come in spells: see `childFlipTest`.
 *
 * Returns `p` two-sided (twice the smaller side's mid-p, at most 1); `oneSided`, the mid-p of k1's rate being the higher;
 * `rateRatio`, (k1 / n1) / (k2 / n2); and its 95 % interval from `low` to `high` (Clopper and Pearson 1934). With k2 = 0 the
 * ratio and `high` are Infinity; with both counts 0 the ratio is NaN, the interval 0 to Infinity and p 1.
 * @throws RangeError where a count is not a whole number of 0 or more, or an exposure not a positive number
 */
export function conditionalMidP(k1: number, n1: number, k2: number, n2: number) {
  refuseBadCount(k1)
  refuseBadCount(k2)
  for (const exposure of [n1, n2]) {
    if (!(exposure > 0 && exposure < Infinity)) throw new RangeError(`expected a positive exposure, got ${exposure}`)
  }
  const total = k1 + k2
  const [p, q] = [n1 / (n1 + n2), n2 / (n1 + n2)]
  const half = binomialProbability(k1, total, p, q) / 2
  const oneSided = binomialTail(k1 + 1, total, p, q) + half
  const otherSide = binomialTail(k2 + 1, total, q, p) + half
  // With odds o of an event being one of the first, the ratio of the rates is o x n2 / n1.
  return {
    p: Math.min(1, 2 * Math.min(oneSided, otherSide)),
    oneSided,
    rateRatio: k1 / n1 / (k2 / n2),
    low: (leastOdds(k1, total) * n2) / n1,
    high: n2 / n1 / leastOdds(k2, total),
  }
}

/** The odds of success at which `k` or more of `n` would still come 2.5 % of the time; 0 for k = 0. */
function leastOdds(k: number, n: number): number {
  if (k === 0) return 0
  // Halving the logarithm of the odds keeps the digits of odds near 0 and far above 1 alike.
  let [low, high] = [-50, 50]
  for (let step = 0; step < BISECTIONS; step++) {
    const middle = (low + high) / 2
    const odds = Math.exp(middle)
    if (binomialTail(k, n, odds / (1 + odds), 1 / (1 + odds)) < EACH_TAIL) low = middle
    else high = middle
  }
  return Math.exp((low + high) / 2)
}
