import fc from 'fast-check'
import { expect, test } from 'vitest'
import { percentOf, told, toldOf, toldParts } from '../../server/packs/told.ts'

test.each([
  [0, 0],
  [1, 'fewer than 5'],
  [4, 'fewer than 5'],
  [5, 5],
] as const)('%i is told as %s', (count, words) => expect(told(count)).toBe(words))

test.each([
  [0, 30, 0],
  [3, 30, 'fewer than 5'],
  [27, 30, 'all but fewer than 5'],
  [30, 30, 30],
  [20, 30, 20],
  [3, 3, 'fewer than 5'],
] as const)('%i of %i are told as %s', (part, whole, words) => expect(toldOf(part, whole)).toBe(words))

test('of parts that add up none can be worked out: one small part takes the next with it', () => {
  expect(toldParts({ a: 420, b: 110, c: 21, d: 131, e: 2 })).toEqual({
    a: 420,
    b: 110,
    c: null,
    d: 131,
    e: 'fewer than 5',
  })
  expect(toldParts({ a: 40, b: 1, c: 2, d: 0 })).toEqual({ a: null, b: 'fewer than 5', c: 'fewer than 5', d: 0 })
  expect(toldParts({ a: 40, b: 4, c: 4 })).toEqual({ a: null, b: 'fewer than 5', c: 'fewer than 5' })
  expect(toldParts({ a: 40, b: 2, c: 4 })).toEqual({ a: 40, b: 'fewer than 5', c: 'fewer than 5' })
  expect(toldParts({ a: 40, b: 0 })).toEqual({ a: 40, b: 0 })
  // One less than six can only be five.
  expect(toldParts({ a: 5, b: 0, c: 1, d: 30 })).toEqual({ a: null, b: 0, c: 'fewer than 5', d: null })
  expect(toldParts({ a: 5, b: 0, c: 1 })).toEqual({ a: null, b: null, c: null })
})

test('whoever knows the whole and what is told can fill the rest in more ways than one', () => {
  const anyParts = fc.array(fc.nat(60), { minLength: 2, maxLength: 5 })
  fc.assert(
    fc.property(anyParts, (given) => {
      const parts = Object.values(toldParts(Object.fromEntries(given.map((part, i) => [`p${i}`, part]))))
      const few = parts.filter((part) => part === 'fewer than 5').length
      const untold = parts.filter((part) => part === null).length
      const rest =
        given.reduce((sum, part) => sum + part, 0) -
        parts.reduce<number>((sum, part) => sum + (typeof part === 'number' ? part : 0), 0)

      if (few > 0) expect(waysToFill(rest, few, untold)).toBeGreaterThan(1)
    }),
  )
})

/** In how many ways some small parts (1 to 4) and some untold ones (5 and more) can make up a sum. */
const waysToFill = (sum: number, few: number, untold: number): number => {
  if (few === 0) return untold === 0 ? Number(sum === 0) : Number(sum >= 5)
  return [1, 2, 3, 4].reduce((ways, part) => ways + (part <= sum ? waysToFill(sum - part, few - 1, untold) : 0), 0)
}

test('a percentage is whole, and none of fewer than twenty', () => {
  expect([percentOf(420, 684), percentOf(10, 19), percentOf(20, 20)]).toEqual([61, null, 100])
})
