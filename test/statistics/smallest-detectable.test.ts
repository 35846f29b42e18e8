import { describe, expect, test } from 'vitest'
import { conditionalMidP } from '../../server/statistics/conditional-mid-p.ts'
import { poissonProbability } from '../../server/statistics/count-distributions.ts'
import { weightedDisplacementDifference } from '../../server/statistics/displacement.ts'
import { powerOfFall, smallestDetectable } from '../../server/statistics/smallest-detectable.ts'

const USUAL = { power: 0.8, alpha: 0.05 }
const percent = (share: number) => `${Math.round(100 * share)} %`

/** Counts from 0 to 39 with their chances: all there is of a Poisson with a mean up to 12. */
const chancesOf = (mean: number) => Array.from({ length: 40 }, (_, k) => [k, poissonProbability(k, mean)] as const)

test('halving 12 reports is found 28 % of the time by comparing two counts, 15 % with an equal-size control', () => {
  expect(percent(powerOfFall(12, { alpha: 0.05 })(6))).toBe('28 %')
  expect(percent(powerOfFall(12, { alpha: 0.05, controlBefore: 12 })(6))).toBe('15 %')
})

describe('the power is that of the test it names, summed over every outcome', () => {
  test.each([
    [12, 6],
    [9, 1],
    [4, 4],
  ])('of the mid-p test of two counts, %d to %d', (before, after) => {
    let power = 0
    for (const [first, chance] of chancesOf(before)) {
      for (const [later, chanceOfLater] of chancesOf(after)) {
        if (later < first && conditionalMidP(later, 1, first, 1).p <= 0.05) power += chance * chanceOfLater
      }
    }

    expect(powerOfFall(before, { alpha: 0.05 })(after)).toBeCloseTo(power, 9)
  })

  test('of the weighted displacement difference, 5 to 1 with a control of 3', () => {
    let power = 0
    const [first, later, control] = [5, 1, 3].map((mean) => chancesOf(mean).slice(0, 24)) as [Chances, Chances, Chances]
    for (const [t0, a] of first)
      for (const [t1, b] of later)
        for (const [c0, c] of control)
          for (const [c1, d] of control)
            if (weightedDisplacementDifference({ treated: [t0, t1], control: [c0, c1] }).z <= -1.959964)
              power += a * b * c * d

    expect(powerOfFall(5, { alpha: 0.05, controlBefore: 3 })(1)).toBeCloseTo(power, 7)
  })
})

type Chances = (readonly [number, number])[]

test('the answer is the last count that is found well enough: one more is not', () => {
  for (const before of [8, 12, 20, 40, 100, 400]) {
    for (const design of [{}, { controlBefore: before }, { controlBefore: 3 }]) {
      const powerAt = powerOfFall(before, { ...design, alpha: 0.05 })
      const after = smallestDetectable(before, { ...design, ...USUAL })?.after ?? -1

      expect(after).toBeLessThan(before)
      expect(powerAt(after + 1)).toBeLessThan(0.8)
      if (after >= 0) expect(powerAt(after)).toBeGreaterThanOrEqual(0.8)
    }
  }
})

test('12 must fall to 2 before it can be counted on to show, 100 to 64', () => {
  expect(smallestDetectable(12, USUAL)).toEqual({ after: 2 })
  expect(smallestDetectable(100, USUAL)).toEqual({ after: 64 })
})

test('too few to show even if none were left is null', () => {
  expect(smallestDetectable(0, USUAL)).toBeNull()
  expect(smallestDetectable(5, USUAL)).toBeNull()
  expect(smallestDetectable(12, { ...USUAL, controlBefore: 12 })).toBeNull()
})

test.each([
  [-1, USUAL, 'expected a whole number of 0 or more, got -1'],
  [5, { ...USUAL, controlBefore: 0.5 }, 'expected a whole number of 0 or more, got 0.5'],
  [5, { power: 1, alpha: 0.05 }, 'expected power between 0 and 1, got 1'],
  [5, { power: 0.8, alpha: 0 }, 'expected alpha from 1e-9 to below 1, got 0'],
])('%d with %j is refused', (before, options, message) => {
  expect(() => smallestDetectable(before, options)).toThrow(new RangeError(message))
})
