import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../server/statistics/random.ts'

const draw = (random: () => number, count: number) => Array.from({ length: count }, random)

// The C++ standard gives the first and the ten-thousandth number of mt19937 from its default seed.
test('from the seed 5489 the generator gives the published numbers of MT19937', () => {
  const words = draw(seededRandom(5489), 10_000).map((value) => value * 2 ** 32)

  expect([words[0], words.at(-1)]).toEqual([3_499_211_612, 4_123_659_995])
})

test('streams of seeds that follow each other have nothing to do with each other, from their first number on', () => {
  const firsts = Array.from({ length: 10_000 }, (_, seed) => seededRandom(seed)())
  const lag = firsts.slice(1).reduce((sum, value, i) => sum + (value - 0.5) * (firsts[i]! - 0.5), 0) / (9_999 / 12)

  expect(Math.abs(lag)).toBeLessThan(3.3 / Math.sqrt(9_999))
})

test('seeds that differ in their upper bits only give other numbers', () => {
  expect(draw(seededRandom(2 ** 40 + 1), 5)).not.toEqual(draw(seededRandom(1), 5))
})

describe('seeded numbers', () => {
  test('the same seed repeats, another seed differs', () => {
    expect(draw(seededRandom(7), 50)).toEqual(draw(seededRandom(7), 50))
    expect(draw(seededRandom(7), 50)).not.toEqual(draw(seededRandom(8), 50))
  })

  test('from 0 included to 1 not included, whatever the seed', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (seed) => {
        expect(draw(seededRandom(seed), 100).every((value) => value >= 0 && value < 1)).toBe(true)
      }),
    )
  })

  test('every tenth holds a tenth of them, and neighbours do not follow each other', () => {
    const numbers = draw(seededRandom(1), 100_000)
    const tenths = Array.from({ length: 10 }, () => 0)
    for (const value of numbers) tenths[Math.floor(value * 10)]! += 1
    const chiSquared = tenths.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)
    const lag = numbers.slice(1).reduce((sum, value, i) => sum + (value - 0.5) * (numbers[i]! - 0.5), 0) / (99_999 / 12)

    expect(chiSquared).toBeLessThan(27.9) // one in a thousand, 9 degrees of freedom
    expect(Math.abs(lag)).toBeLessThan(3.3 / Math.sqrt(99_999))
  })

  test.each([NaN, Infinity, 0.5, 2 ** 60])('%s is not a seed', (seed) => {
    expect(() => seededRandom(seed)).toThrow(new RangeError(`expected a seed that is a whole number, got ${seed}`))
  })
})
