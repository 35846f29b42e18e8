import { expect, test } from 'vitest'
import {
  binomialProbability,
  binomialTail,
  logFactorial,
  poissonProbability,
  twoSidedNormal,
} from '../../server/statistics/count-distributions.ts'

test('factorials are right on both sides of where the series takes over', () => {
  expect(Math.exp(logFactorial(5))).toBeCloseTo(120, 10)
  for (const n of [255, 256, 300, 1000]) {
    const exact = Array.from({ length: n }, (_, i) => Math.log(i + 1)).reduce((sum, log) => sum + log, 0)
    expect(Math.abs(logFactorial(n) / exact - 1)).toBeLessThan(1e-14)
  }
})

test('the tail of a binomial is the sum of its probabilities', () => {
  for (const [n, p] of [
    [7, 0.3],
    [40, 0.5],
    [39, 1 / 13],
    [300, 0.9],
  ] as const) {
    for (let k = 0; k <= n + 1; k++) {
      const exact = Array.from({ length: n + 1 - k }, (_, i) => binomialProbability(k + i, n, p)).reduce(
        (a, b) => a + b,
        0,
      )
      expect(binomialTail(k, n, p)).toBeCloseTo(exact, 12)
    }
  }
})

/** P(K >= k) for K ~ Binomial(n, a / b), in whole numbers: right to more digits than a number has, down to 1e-30. */
function tailInWholeNumbers(k: number, n: number, a: number, b: number): number {
  let [ways, sum] = [1n, 0n]
  for (let i = 0; i <= n; i++) {
    if (i >= k) sum += ways * BigInt(a) ** BigInt(i) * BigInt(b - a) ** BigInt(n - i)
    ways = (ways * BigInt(n - i)) / BigInt(i + 1)
  }
  return Number((sum * 10n ** 60n) / BigInt(b) ** BigInt(n)) / 1e60
}

test('the tail of a binomial has twelve digits right, by whole numbers, down to 1e-30', () => {
  for (const n of [3, 7, 12, 39, 60, 120, 300]) {
    for (const [a, b] of [
      [1, 2],
      [1, 13],
      [3, 10],
      [9, 10],
    ] as const) {
      for (let k = 1; k <= n; k += Math.ceil(n / 12)) {
        const exact = tailInWholeNumbers(k, n, a, b)
        if (exact >= 1e-30) expect(Math.abs(binomialTail(k, n, a / b, (b - a) / b) / exact - 1)).toBeLessThan(1e-12)
      }
    }
  }
})

test('a tail too small to see beside 1 keeps its digits', () => {
  expect(binomialTail(60, 60, 0.1) / 1e-60).toBeCloseTo(1, 12)
  expect(binomialTail(59, 60, 0.1) / (1e-60 + 60 * 0.9e-59)).toBeCloseTo(1, 12)
})

test('Poisson probabilities add up to 1, with the mean they were given', () => {
  for (const mean of [0, 0.1, 12, 900]) {
    const chances = Array.from({ length: 2000 }, (_, k) => poissonProbability(k, mean))
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 10)
    expect(chances.reduce((sum, chance, k) => sum + k * chance, 0)).toBeCloseTo(mean, 7)
  }
})

test.each([
  [0.05, 1.959964],
  [0.01, 2.575829],
  [0.2, 1.281552],
  [1e-6, 4.891638],
])('the normal leaves %d beyond %d either way', (alpha, z) => {
  expect(twoSidedNormal(alpha)).toBeCloseTo(z, 6)
})

test.each([0, 1, NaN, 1e-12])('alpha %d is refused', (alpha) => {
  expect(() => twoSidedNormal(alpha)).toThrow(new RangeError(`expected alpha from 1e-9 to below 1, got ${alpha}`))
})
