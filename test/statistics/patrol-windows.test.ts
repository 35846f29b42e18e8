import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aoristicWeek } from '../../server/statistics/aoristic.ts'
import { patrolWindows } from '../../server/statistics/patrol-windows.ts'

const ENOUGH = { timedReports: 10, children: 5, most: 3 }
const week = (weights: Record<number, number>) => Float64Array.from({ length: 168 }, (_, hour) => weights[hour] ?? 0)
const windowsOf = (weights: Record<number, number>, most = 3) =>
  patrolWindows(week(weights), { ...ENOUGH, most }).map(({ fromHour, hours }) => [fromHour, hours])

describe('a window', () => {
  test('is the two to four hours in a row with the most weight per hour', () => {
    expect(patrolWindows(week({ 20: 1, 21: 4, 22: 3, 100: 5, 101: 1 }), { ...ENOUGH, most: 1 })).toEqual([
      { fromHour: 21, hours: 2, weight: 7, share: 0.5 },
    ])
  })

  test('of three hours, where the middle is quiet and both ends are not', () => {
    expect(windowsOf({ 20: 5, 22: 5 })).toEqual([[20, 3]])
  })

  test('is the longer one of two equally full, however the fractions were rounded', () => {
    // Each report known to the six hours from Friday 18:00.
    const from = new Date('2023-01-06T18:00Z')
    const intervals = Array.from({ length: 10 }, () => ({ from, to: new Date('2023-01-07T00:00Z') }))

    expect(patrolWindows(aoristicWeek(intervals, 'Europe/London'), ENOUGH)).toMatchObject([
      { fromHour: 4 * 24 + 18, hours: 4 },
      { fromHour: 4 * 24 + 22, hours: 2 },
    ])
  })

  test('is the longer one even where a third of three tenths is a hair over a tenth', () => {
    expect((0.1 + 0.1 + 0.1) / 3).toBeGreaterThan(0.4 / 4)
    expect(windowsOf({ 30: 0.1, 31: 0.1, 32: 0.1, 33: 0.1 })).toEqual([[30, 4]])
  })

  test('may run from Sunday night into Monday', () => {
    expect(windowsOf({ 167: 5, 0: 6 })).toEqual([[167, 2]])
  })

  test('never overlaps a fuller one, and never covers hours of no weight only', () => {
    expect(windowsOf({ 10: 9, 11: 9, 12: 8, 13: 2 }, 5)).toEqual([
      [10, 2],
      [12, 2],
    ])
    expect(windowsOf({})).toEqual([])
  })

  test('is not given more often than asked for', () => {
    expect(windowsOf({ 10: 9, 30: 8, 50: 7 }, 2)).toHaveLength(2)
    expect(windowsOf({ 10: 9 }, 0)).toEqual([])
  })
})

test.each([
  [{ timedReports: 9, children: 5 }, 0],
  [{ timedReports: 10, children: 4 }, 0],
  [{ timedReports: 10, children: 5 }, 1],
])('%j give %d windows', (few, windows) => {
  expect(patrolWindows(week({ 5: 10 }), { ...few, most: 3 })).toHaveLength(windows)
})

test('no other window of the week is fuller than the first, and none that is free than the next', () => {
  const weights = fc.array(fc.nat(20), { minLength: 168, maxLength: 168 })
  fc.assert(
    fc.property(weights, (hours) => {
      const taken = new Set<number>()
      for (const given of patrolWindows(hours, ENOUGH)) {
        for (const length of [2, 3, 4]) {
          for (let from = 0; from < 168; from++) {
            const covered = Array.from({ length }, (_, hour) => (from + hour) % 168)
            if (covered.some((hour) => taken.has(hour))) continue
            const weight = covered.reduce((sum, hour) => sum + hours[hour]!, 0)
            expect(weight / length).toBeLessThanOrEqual(given.weight / given.hours + 1e-9)
          }
        }
        for (let hour = 0; hour < given.hours; hour++) taken.add((given.fromHour + hour) % 168)
      }
    }),
    { numRuns: 20 },
  )
})

test.each([
  [new Float64Array(24), 3, 'expected 168 hours, got 24'],
  [week({ 3: -1 }), 3, 'expected a weight of 0 or more, got -1'],
  [week({}), 1.5, 'expected a whole number of 0 or more, got 1.5'],
])('nonsense is refused', (hours, most, message) => {
  expect(() => patrolWindows(hours, { ...ENOUGH, most })).toThrow(new RangeError(message))
})
