import { describe, expect, test } from 'vitest'
import { conditionalMidP } from '../../server/statistics/conditional-mid-p.ts'
import { binomialTail, poissonProbability } from '../../server/statistics/count-distributions.ts'

test.each([
  { k1: 9, n1: 1, k2: 30, n2: 12, exact: '0.0024', midP: '0.0015' },
  { k1: 5, n1: 1, k2: 12, n2: 12, exact: '0.0076', midP: '0.0044' },
  { k1: 4, n1: 1, k2: 6, n2: 12, exact: '0.0050', midP: '0.0028' },
])('$k1 in $n1 against $k2 in $n2: $exact exact, $midP mid-p', ({ k1, n1, k2, n2, exact, midP }) => {
  const { p, oneSided } = conditionalMidP(k1, n1, k2, n2)

  expect(binomialTail(k1, k1 + k2, n1 / (n1 + n2)).toFixed(4)).toBe(exact)
  expect(oneSided.toFixed(4)).toBe(midP)
  expect(p).toBe(2 * oneSided)
})

test('the sides of the one-sided test share out the whole', () => {
  const [up, down] = [conditionalMidP(9, 1, 30, 12), conditionalMidP(30, 12, 9, 1)]

  expect(up.oneSided + down.oneSided).toBeCloseTo(1, 12)
  expect(up.p).toBeCloseTo(down.p, 14)
})

test('equal counts of equal exposures are no difference at all', () => {
  expect(conditionalMidP(7, 3, 7, 3)).toMatchObject({ p: 1, rateRatio: 1 })
  expect(conditionalMidP(7, 3, 7, 3).oneSided).toBeCloseTo(0.5, 12)
})

describe('the interval of the ratio', () => {
  test.each([
    [9, 1, 30, 12],
    [3, 2, 11, 5],
    [400, 7, 380, 6],
  ])('%d in %d against %d in %d: at either end what was seen, or further, comes once in 40 times', (k1, n1, k2, n2) => {
    const { rateRatio, low, high } = conditionalMidP(k1, n1, k2, n2)
    const shareAt = (ratio: number) => (ratio * n1) / (ratio * n1 + n2)

    expect(rateRatio).toBeCloseTo(k1 / n1 / (k2 / n2), 12)
    expect(binomialTail(k1, k1 + k2, shareAt(low))).toBeCloseTo(0.025, 9)
    expect(binomialTail(k2, k1 + k2, 1 - shareAt(high))).toBeCloseTo(0.025, 9)
  })

  test('it ends at 0 or Infinity where a count is 0', () => {
    // 3 of 3: the lowest share that gives them 2.5 % of the time is the cube root of .025.
    const share = Math.cbrt(0.025)
    const [onlyFirst, onlySecond] = [conditionalMidP(3, 1, 0, 1), conditionalMidP(0, 1, 3, 1)]

    expect(onlyFirst).toMatchObject({ rateRatio: Infinity, high: Infinity })
    expect(onlyFirst.p).toBeCloseTo(0.125, 14)
    expect(onlySecond.p).toBe(onlyFirst.p)
    expect(onlySecond.oneSided).toBeCloseTo(1 - 0.0625, 14)
    expect(onlyFirst.low).toBeCloseTo(share / (1 - share), 12)
    expect(onlySecond).toMatchObject({ rateRatio: 0, low: 0 })
    expect(onlySecond.high).toBeCloseTo((1 - share) / share, 12)
    expect(conditionalMidP(0, 1, 0, 9)).toEqual({ p: 1, oneSided: 0.5, rateRatio: NaN, low: 0, high: Infinity })
  })
})

test.each([
  [1, 1],
  [1, 2],
  [1, 12],
])('with nothing changing, exposures of %d and %d, it calls a change at most 55 times in 1,000', (n1, n2) => {
  for (const total of [2, 5, 10, 20, 39, 80]) {
    const [mean1, mean2] = [(total * n1) / (n1 + n2), (total * n2) / (n1 + n2)]
    const counts = (mean: number) => Array.from({ length: Math.ceil(mean + 8 * Math.sqrt(mean) + 8) }, (_, k) => k)
    let size = 0
    for (const k1 of counts(mean1)) {
      for (const k2 of counts(mean2)) {
        if (isCalled(k1, n1, k2, n2)) size += poissonProbability(k1, mean1) * poissonProbability(k2, mean2)
      }
    }
    expect(size).toBeLessThan(0.055)
    // Worth something, too: not a test that never speaks.
    if (total >= 39) expect(size).toBeGreaterThan(0.02)
  }
})

const isCalled = (k1: number, n1: number, k2: number, n2: number) => conditionalMidP(k1, n1, k2, n2).p <= 0.05

test.each([
  [[-1, 1, 2, 1], 'expected a whole number of 0 or more, got -1'],
  [[1, 1, 2.5, 1], 'expected a whole number of 0 or more, got 2.5'],
  [[1, 0, 2, 1], 'expected a positive exposure, got 0'],
  [[1, 1, 2, Infinity], 'expected a positive exposure, got Infinity'],
] as [[number, number, number, number], string][])('%j is refused', (counts, message) => {
  expect(() => conditionalMidP(...counts)).toThrow(new RangeError(message))
})
