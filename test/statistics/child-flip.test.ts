import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { childFlipTest, type BeforeAfter } from '../../server/statistics/child-flip.ts'

const DRAWN = { draws: 9_999, seed: 1 }
const fell = (children: number): BeforeAfter[] => Array.from({ length: children }, () => ({ before: 2, after: 0 }))

/** The definition, word for word: over all 2^C patterns of signs. */
function pByDefinition(perChild: readonly BeforeAfter[]): number {
  const differences = perChild.map(({ before, after }) => after - before)
  const sumOver = (pattern: number) => differences.reduce((sum, d, child) => sum + ((pattern >> child) & 1 ? d : -d), 0)
  const patterns = Array.from({ length: 2 ** differences.length }, (_, pattern) => Math.abs(sumOver(pattern)))
  return patterns.filter((sum) => sum >= patterns.at(-1)!).length / patterns.length
}

/** The same for any number of children: how many patterns give each sum, child by child. */
function pByCounting(perChild: readonly BeforeAfter[]): number {
  let ways = new Map([[0, 1]])
  for (const { before, after } of perChild) {
    const next = new Map<number, number>()
    for (const [sum, count] of ways) {
      for (const to of [sum + after - before, sum - after + before]) next.set(to, (next.get(to) ?? 0) + count / 2)
    }
    ways = next
  }
  const seen = Math.abs(perChild.reduce((sum, { before, after }) => sum + after - before, 0))
  return [...ways].reduce((share, [sum, count]) => share + (Math.abs(sum) >= seen ? count : 0), 0)
}

const weeks = fc.record({ before: fc.nat(13), after: fc.nat(13) })

describe('p is the share of ways to swap whole children that move the sum as far', () => {
  test('with 5 children it cannot be below .0625, with 6 it can be .03125', () => {
    expect(childFlipTest(fell(5), DRAWN)).toMatchObject({ p: 0.0625, exact: true })
    expect(childFlipTest(fell(6), DRAWN)).toMatchObject({ p: 0.03125, exact: true })
  })

  test('one child with many child-weeks changes nothing on its own', () => {
    expect(childFlipTest([{ before: 0, after: 13 }], DRAWN).p).toBe(1)
    expect(childFlipTest([{ before: 0, after: 13 }, ...Array(4).fill({ before: 1, after: 1 })], DRAWN).p).toBe(1)
  })

  test('exact by the definition up to 16 children', () => {
    fc.assert(
      fc.property(fc.array(weeks, { maxLength: 9 }), (perChild) => {
        expect(childFlipTest(perChild, DRAWN)).toMatchObject({ p: pByDefinition(perChild), exact: true })
      }),
    )
    expect(childFlipTest(fell(16), DRAWN)).toMatchObject({ p: 2 / 2 ** 16, exact: true })
  })

  test('drawn from 17 children on, where what was seen counts as one of the draws', () => {
    expect(childFlipTest(fell(17), DRAWN).exact).toBe(false)
    // None of so many draws is all of one sign by chance: two in 2^40 are.
    expect(childFlipTest(fell(40), DRAWN)).toMatchObject({ p: 1 / 10_000, exact: false })
    expect(childFlipTest(fell(40), { draws: 99, seed: 3 }).p).toBe(0.01)
  })

  test('drawn as near the exact share as the draws allow', () => {
    fc.assert(
      fc.property(fc.array(weeks, { minLength: 20, maxLength: 30 }), fc.nat(), (perChild, seed) => {
        const exact = pByCounting(perChild)
        const error = Math.sqrt((exact * (1 - exact)) / 9_999)
        expect(Math.abs(childFlipTest(perChild, { draws: 9_999, seed }).p - exact)).toBeLessThan(5 * error + 3e-4)
      }),
      { numRuns: 30 },
    )
  })

  test('drawn with a coin that is fair: as likely to swap a child as not', () => {
    const perChild = [...fell(17), ...Array.from({ length: 7 }, () => ({ before: 0, after: 2 }))]

    const { p } = childFlipTest(perChild, { draws: 99_999, seed: 1 })
    // Three standard errors; a coin of .45 is off by more.
    expect(Math.abs(p - pByCounting(perChild))).toBeLessThan(0.0023)
  })

  test('a child with nothing in either window is not counted', () => {
    const perChild = [...fell(16), { before: 0, after: 0 }, { before: 0, after: 0 }]

    expect(childFlipTest(perChild, DRAWN)).toEqual(childFlipTest(fell(16), DRAWN))
  })

  test('swapping the windows of everybody leaves p as it is', () => {
    fc.assert(
      fc.property(fc.array(weeks, { maxLength: 16 }), (perChild) => {
        const swapped = perChild.map(({ before, after }) => ({ before: after, after: before }))
        expect(childFlipTest(swapped, DRAWN).p).toBe(childFlipTest(perChild, DRAWN).p)
      }),
    )
  })
})

describe('the ratio of the rates and its interval', () => {
  test('children all alike leave no doubt', () => {
    const tripled = Array.from({ length: 8 }, () => ({ before: 2, after: 6 }))

    expect(childFlipTest(tripled, DRAWN)).toMatchObject({ rateRatio: 3, low: 3, high: 3 })
  })

  test('one child that gives most of the reports makes it wide', () => {
    const { rateRatio, low, high } = childFlipTest(
      [{ before: 1, after: 13 }, ...Array.from({ length: 7 }, () => ({ before: 1, after: 1 }))],
      DRAWN,
    )

    expect(rateRatio).toBe(2.5)
    expect(low).toBe(1)
    // Three or more of 8 draws are that child 7.6 % of the time, four or more 1.5 %: the 97.5th percentile is three.
    expect(high).toBe((3 * 13 + 5) / 8)
  })

  test('nothing before is Infinity, no child at all is not a number', () => {
    const risen = Array.from({ length: 6 }, () => ({ before: 0, after: 1 }))

    expect(childFlipTest(risen, DRAWN)).toMatchObject({ rateRatio: Infinity, low: Infinity, high: Infinity })
    expect(childFlipTest([], DRAWN)).toEqual({ p: 1, exact: true, rateRatio: NaN, low: NaN, high: NaN })
  })

  test('one child of many with something before may be missed by a resample', () => {
    const perChild = [{ before: 1, after: 0 }, ...Array.from({ length: 7 }, () => ({ before: 0, after: 1 }))]

    expect(childFlipTest(perChild, DRAWN)).toMatchObject({ rateRatio: 7, high: Infinity })
  })
})

test('the same seed gives the same answer, another seed another interval', () => {
  const perChild = Array.from({ length: 20 }, (_, child) => ({ before: child % 5, after: (child * 3) % 7 }))

  expect(childFlipTest(perChild, DRAWN)).toEqual(childFlipTest(perChild, DRAWN))
  expect(childFlipTest(perChild, { draws: 9_999, seed: 2 })).not.toEqual(childFlipTest(perChild, DRAWN))
})

test.each([
  [[{ before: -1, after: 0 }], DRAWN, 'expected a whole number of 0 or more, got -1'],
  [[{ before: 0, after: 0.5 }], DRAWN, 'expected a whole number of 0 or more, got 0.5'],
  [[], { draws: 0, seed: 1 }, 'expected at least 1 draw, got 0'],
  [[], { draws: 9, seed: NaN }, 'expected a seed that is a whole number, got NaN'],
])('%j with %j is refused', (perChild, options, message) => {
  expect(() => childFlipTest(perChild, options)).toThrow(new RangeError(message))
})
