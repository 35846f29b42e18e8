import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  changesOf,
  costOf,
  goodOrder,
  metresBetween,
  timesOf,
  type Stop,
  type Way,
} from '../../server/shifts/route-order.ts'

const WAY: Way = { windingFactor: 1.3, kilometresPerHour: 4.5, shiftMinutes: 480 }

const minutes = fc.tuple(fc.integer({ min: 0, max: 470 }), fc.integer({ min: 5, max: 240 })).map(([from, length]) => ({
  from,
  to: Math.min(480, from + length),
}))
const stop: fc.Arbitrary<Stop> = fc.record({
  place: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  easting: fc.integer({ min: 430_000, max: 440_000 }),
  northing: fc.integer({ min: 330_000, max: 340_000 }),
  dwellMinutes: fc.integer({ min: 10, max: 15 }),
  windows: fc.array(minutes, { maxLength: 3 }),
})
const stops = fc.array(stop, { minLength: 1, maxLength: 8 })

const at = (place: string, easting: number, windows: Stop['windows'] = []): Stop => ({
  place,
  easting,
  northing: 336_000,
  dwellMinutes: 10,
  windows,
})

/** Later is worse from the first number that differs. */
const compare = (a: number[], b: number[]) => {
  for (const [i, value] of a.entries()) if (Math.abs(value - b[i]!) > 1e-6) return value - b[i]!
  return 0
}

describe('a good order', () => {
  test('holds each stop once, and no part turned round and no stop moved makes it better', () => {
    fc.assert(
      fc.property(stops, (given) => {
        const order = goodOrder(given, WAY)
        expect(order).toHaveLength(given.length)
        expect(new Set(order)).toEqual(new Set(given))

        const cost = costOf(order, WAY)
        for (const changed of changesOf(order)) expect(compare(costOf(changed, WAY), cost)).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 60 },
    )
  })

  test('of places along a road goes from one end to the other', () => {
    const road = [3, 0, 4, 1, 2].map((i) => at(`p${i}`, 435_000 + i * 700))
    const places = goodOrder(road, WAY).map(({ place }) => place)

    expect([places, places.toReversed()]).toContainEqual(['p0', 'p1', 'p2', 'p3', 'p4'])
  })

  test('goes a longer way where that meets the windows', () => {
    const late = at('near', 435_000, [{ from: 300, to: 360 }])
    const early = at('far', 437_000, [{ from: 0, to: 60 }])
    const middle = at('middle', 435_100, [{ from: 200, to: 240 }])

    const order = goodOrder([late, early, middle], WAY)
    expect(order.map(({ place }) => place)).toEqual(['far', 'middle', 'near'])
    expect(timesOf(order, WAY).every(({ isInWindow }) => isInWindow)).toBe(true)
  })

  test('of up to six stops is at most a tenth longer than the best of all orders, in at least nine of ten cases', () => {
    const orders = (rest: Stop[]): Stop[][] =>
      rest.length < 2 ? [rest] : rest.flatMap((one, i) => orders(rest.toSpliced(i, 1)).map((other) => [one, ...other]))
    let close = 0
    const RUNS = 60
    fc.assert(
      fc.property(fc.array(stop, { minLength: 3, maxLength: 6 }), (given) => {
        const alone = given.map((one, i) => ({ ...one, place: String(i), windows: [] }))
        const best = Math.min(...orders(alone).map((order) => costOf(order, WAY)[2]))
        if (costOf(goodOrder(alone, { ...WAY, shiftMinutes: 5_000 }), WAY)[2] <= best * 1.1 + 1e-6) close++
      }),
      { numRuns: RUNS, seed: 5 },
    )
    expect(close).toBeGreaterThanOrEqual(RUNS * 0.9)
  })
})

describe('the times of an order', () => {
  test('go forward, leave room for the way, keep two hours at one place, and say truly what is in a window', () => {
    fc.assert(
      fc.property(stops, (order) => {
        const times = timesOf(order, WAY)
        const begun = new Map<string, number>()
        for (const [i, one] of times.entries()) {
          const before = times[i - 1]
          expect(one.begin).toBeGreaterThanOrEqual((before?.end ?? 0) + one.travelMinutes - 1e-6)
          expect(one.end).toBeCloseTo(one.begin + one.stop.dwellMinutes)
          expect(one.begin - (begun.get(one.stop.place) ?? -Infinity)).toBeGreaterThanOrEqual(120 - 1e-6)
          begun.set(one.stop.place, one.begin)
          expect(one.waitMinutes).toBeGreaterThanOrEqual(-1e-6)
          expect(one.isInShift).toBe(one.end <= 480 + 1e-6)
          const isIn = one.stop.windows.some(({ from, to }) => one.begin >= from - 1e-6 && one.end <= to + 1e-6)
          expect(one.isInWindow).toBe(isIn)
        }
      }),
    )
  })

  test('measure the straight line times the winding factor', () => {
    expect(metresBetween(at('a', 435_000), at('b', 436_000), WAY)).toBeCloseTo(1300)
    const [, second] = timesOf([at('a', 435_000), at('b', 436_000)], WAY)
    expect(second).toMatchObject({ metres: 1300, waitMinutes: 0 })
    // 1.3 km at 4.5 km an hour, after ten minutes at the first.
    expect(second!.begin).toBeCloseTo(10 + (1.3 / 4.5) * 60)
  })
})

test('a shift of twenty-four visits is put in order in less than two seconds', () => {
  const many = Array.from({ length: 24 }, (_, i) =>
    at(`p${i % 12}`, 433_000 + ((i * 7919) % 4_000), [{ from: (i % 4) * 60, to: (i % 4) * 60 + 240 }]),
  )
  const start = performance.now()
  goodOrder(many, WAY)
  expect(performance.now() - start).toBeLessThan(2_000)
})
