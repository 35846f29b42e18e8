/** Exact probabilities of counts, each from its definition; whole numbers in, nothing checked: the methods that use them check. */

const TABLE_SIZE = 256

const LOG_FACTORIALS = Float64Array.from({ length: TABLE_SIZE }, (_, n) => {
  let sum = 0
  for (let factor = 2; factor <= n; factor++) sum += Math.log(factor)
  return sum
})

/** ln n!: summed for small n, Stirling's series from 256 on, where its next term is below 1e-20. */
export function logFactorial(n: number): number {
  if (n < TABLE_SIZE) return LOG_FACTORIALS[n]!
  const series = 1 / (12 * n) - 1 / (360 * n ** 3) + 1 / (1260 * n ** 5)
  return n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + series
}

/** P(K = k) for K ~ Poisson(mean). */
export function poissonProbability(k: number, mean: number): number {
  if (mean === 0) return k === 0 ? 1 : 0
  return Math.exp(k * Math.log(mean) - mean - logFactorial(k))
}

/** P(K = k) for K ~ Binomial(n, p), 0 < p < 1; `q` is 1 - p, given where the caller knows it more exactly. */
export function binomialProbability(k: number, n: number, p: number, q = 1 - p): number {
  if (k < 0 || k > n) return 0
  const logWays = logFactorial(n) - logFactorial(k) - logFactorial(n - k)
  return Math.exp(logWays + k * Math.log(p) + (n - k) * Math.log(q))
}

/** P(K >= k) for K ~ Binomial(n, p), 0 < p < 1. Sums away from the mean, so a small tail keeps its digits. */
export function binomialTail(k: number, n: number, p: number, q = 1 - p): number {
  if (k <= 0) return 1
  if (k > n) return 0
  // The other tail, K <= k - 1, counted as failures.
  if (k <= n * p) return 1 - binomialTail(n - k + 1, n, q, p)
  let term = binomialProbability(k, n, p, q)
  let sum = term
  for (let next = k + 1; next <= n && term > sum * 1e-18; next++) {
    term *= ((n - next + 1) / next) * (p / q)
    sum += term
  }
  return Math.min(1, sum)
}

/**
 * The z whose two tails beyond hold `alpha` of the standard normal distribution: 1.96 for .05.
 * @throws RangeError where alpha is not between 1e-9 and 1, beyond which the sum below has no digits left
 */
export function twoSidedNormal(alpha: number): number {
  if (!(alpha >= 1e-9 && alpha < 1)) throw new RangeError(`expected alpha from 1e-9 to below 1, got ${alpha}`)
  let [low, high] = [0, 7]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (normalWithin(middle) < 1 - alpha) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** P(|Z| <= z), by the power series z + z^3/3 + z^5/15 + ... */
function normalWithin(z: number): number {
  let term = z
  let sum = z
  for (let odd = 3; term > sum * 1e-17; odd += 2) {
    term *= (z * z) / odd
    sum += term
  }
  return 2 * sum * (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI))
}
