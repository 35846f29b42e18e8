import { describe, expect, test } from 'vitest'
import { varianceInflation, weightedDisplacementDifference } from '../../server/statistics/displacement.ts'

const PUBLISHED = {
  control: [308, 318],
  treated: [207, 110],
  bufferControl: [150, 140],
  buffer: [178, 157],
} satisfies Parameters<typeof weightedDisplacementDifference>[0]

test('the published example comes out as published', () => {
  const { estimate, variance, z, low, high } = weightedDisplacementDifference(PUBLISHED)

  expect({ estimate, variance }).toEqual({ estimate: -118, variance: 1568 })
  expect([z.toFixed(2), low.toFixed(0), high.toFixed(0)]).toEqual(['-2.98', '-196', '-40'])
})

test('without a buffer only the treated place and its control count', () => {
  expect(weightedDisplacementDifference({ treated: [12, 6], control: [10, 11] })).toMatchObject({
    estimate: -7,
    variance: 39,
  })
})

test('a divisor divides the count, and its variance by its square', () => {
  const halves = { treated: [2, 1], control: [1, 4], buffer: [1, 5], bufferControl: [10, 1] } as const
  const { estimate, variance } = weightedDisplacementDifference({
    treated: [12, 6],
    control: [8, 8],
    buffer: [3, 10],
    bufferControl: [10, 2],
    divisors: { ...halves },
  })

  expect(estimate).toBe(6 - 6 - (2 - 8) + (2 - 3) - (2 - 1))
  expect(variance).toBe(12 / 4 + 6 + 8 + 8 / 16 + 3 + 10 / 25 + 10 / 100 + 2)
})

test('events that hang together widen the interval: the variance is multiplied', () => {
  const plain = weightedDisplacementDifference(PUBLISHED)
  const inflated = weightedDisplacementDifference({ ...PUBLISHED, inflation: 4 })

  expect(inflated).toMatchObject({ estimate: -118, variance: 4 * 1568, z: plain.z / 2 })
  expect(inflated.high - inflated.low).toBeCloseTo(2 * (plain.high - plain.low), 10)
})

test('no event anywhere is no evidence, not an infinite score', () => {
  expect(weightedDisplacementDifference({ treated: [0, 0], control: [0, 0] })).toEqual({
    estimate: 0,
    variance: 0,
    z: 0,
    low: 0,
    high: 0,
  })
})

test('the inflation of the variance is how many a child gives, seen from the events', () => {
  expect(varianceInflation([1, 1, 1])).toBe(1)
  expect(varianceInflation([9, 1, 0, 2])).toBe(86 / 12)
  expect(varianceInflation([])).toBe(1)
})

describe('nonsense is refused', () => {
  const calm = { treated: [3, 4], control: [5, 6] } as const
  test.each([
    [{ ...calm, treated: [-1, 2] }, 'expected a whole number of 0 or more, got -1'],
    [{ ...calm, control: [1.5, 2] }, 'expected a whole number of 0 or more, got 1.5'],
    [{ ...calm, buffer: [NaN, 2], bufferControl: [1, 1] }, 'expected a whole number of 0 or more, got NaN'],
    [{ ...calm, divisors: { treated: [0, 1] } }, 'expected a positive divisor, got 0'],
    [{ ...calm, divisors: { control: [1, Infinity] } }, 'expected a positive divisor, got Infinity'],
    [{ ...calm, inflation: 0.9 }, 'expected inflation of at least 1, got 0.9'],
    [{ ...calm, inflation: NaN }, 'expected inflation of at least 1, got NaN'],
    [
      { ...calm, buffer: [1, 2] },
      'expected a buffer and its control, or neither: one alone would count a change of everywhere',
    ],
  ] as [Parameters<typeof weightedDisplacementDifference>[0], string][])('%j', (counts, message) => {
    expect(() => weightedDisplacementDifference(counts)).toThrow(new RangeError(message))
  })

  test('a share of a child', () => {
    expect(() => varianceInflation([0.5])).toThrow(RangeError)
  })
})
