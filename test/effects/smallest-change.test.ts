import fc from 'fast-check'
import { expect, test } from 'vitest'
import { smallestChange } from '../../server/effects/smallest-change.ts'
import { smallestDetectable } from '../../server/statistics/smallest-detectable.ts'

const design = (treated: number, control: number, given: object = {}) => ({
  before: { treated, control, buffer: 0, bufferControl: 0 },
  lengthRatio: 1,
  controlDivisor: 1,
  inflation: 1,
  ...given,
})

test('beside the sum over exact counts, the answer is at most two away', () => {
  for (const treated of [12, 20, 40, 80, 207])
    for (const control of [0, 12, 40, 120, 308]) {
      const exact = smallestDetectable(treated, { controlBefore: control, power: 0.8, alpha: 0.05 })?.after ?? -1
      const ours = smallestChange(design(treated, control)).after ?? -1
      expect(Math.abs(exact - ours), `${treated} beside ${control}: exact ${exact}, here ${ours}`).toBeLessThanOrEqual(
        2,
      )
    }
})

test('twelve reports beside as many: not even none would have been found', () => {
  expect(smallestChange(design(12, 12))).toEqual({ expected: 12, after: null })
})

test('more noise never finds a smaller fall: of inflation, of a busier control, of a buffer; more comparators never find less', () => {
  const anyCount = fc.integer({ min: 0, max: 400 })
  fc.assert(
    fc.property(
      anyCount,
      anyCount,
      anyCount,
      fc.double({ min: 1, max: 9, noNaN: true }),
      (treated, control, buffer, inflation) => {
        const after = (given: object, more = control) => smallestChange(design(treated, more, given)).after ?? -1
        const plain = after({})
        expect(after({ inflation })).toBeLessThanOrEqual(plain)
        expect(after({}, control + 10)).toBeLessThanOrEqual(plain)
        expect(after({ before: { treated, control, buffer, bufferControl: buffer } })).toBeLessThanOrEqual(plain)
        // Twice as many comparators, each as busy.
        expect(after({ controlDivisor: 2 }, control * 2)).toBeGreaterThanOrEqual(plain)
        expect(plain).toBeLessThan(Math.max(1, treated))
      },
    ),
  )
})

test('what is expected follows the lengths of the windows', () => {
  expect(smallestChange(design(40, 40, { lengthRatio: 2 })).expected).toBe(20)
})
