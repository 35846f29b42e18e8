import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mostAlikeFirst, unlikeness } from '../../server/plans/similar.ts'

test('the same months are not unlike, and the order of two places does not matter', () => {
  const months = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 12, maxLength: 12 })
  fc.assert(
    fc.property(months, months, (one, other) => {
      expect(unlikeness(one, one)).toBe(0)
      expect(unlikeness(one, other)).toBe(unlikeness(other, one))
      expect(unlikeness(one, other)).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('level and shape both count, and a step at a busy place weighs about as much as one of chance at a quiet one', () => {
  const own = [4, 4, 4, 9]
  const order = mostAlikeFirst(own, [
    { name: 'busier', months: [16, 16, 16, 25] },
    { name: 'another shape', months: [9, 4, 4, 4] },
    { name: 'alike', months: [4, 4, 5, 8] },
  ])
  expect(order.map(({ name }) => name)).toEqual(['alike', 'another shape', 'busier'])
  expect(unlikeness([100], [121])).toBe(unlikeness([4], [9]))
})

test('months of different numbers are not compared', () => {
  expect(() => unlikeness([1], [1, 2])).toThrow(RangeError)
  expect(() => unlikeness([], [])).toThrow(RangeError)
})
