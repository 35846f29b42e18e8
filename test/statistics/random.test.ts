import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom, xoshiro128 } from '../../server/statistics/random.ts'

const draw = (random: () => number, count: number) => Array.from({ length: count }, random)

// Its authors' own program (xoshiro128starstar.c) gives these; Rust's rand_xoshiro holds itself to them too.
test('from the state 1, 2, 3, 4 the generator gives its published numbers', () => {
  expect(draw(xoshiro128(Uint32Array.of(1, 2, 3, 4)), 10)).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ])
})

test('the generator starts from the first two numbers that splitmix64 publishes for its seed', () => {
  const words = [6457827717110365317n, 3203168211198807973n].flatMap((value) => [
    Number(value & 0xffffffffn),
    Number(value >> 32n),
  ])
  const next = xoshiro128(Uint32Array.from(words))

  expect(draw(seededRandom(1234567), 5)).toEqual(draw(next, 5).map((word) => word / 2 ** 32))
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
