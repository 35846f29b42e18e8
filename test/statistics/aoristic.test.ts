import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aoristicWeek } from '../../server/statistics/aoristic.ts'

const LONDON = 'Europe/London'
const at = (text: string) => new Date(text)
const heldHours = (week: Float64Array) =>
  [...week].flatMap((weight, hour) => (weight > 0 ? [[hour, Math.round(weight * 1e6) / 1e6]] : []))

test('a moment falls whole into its local hour', () => {
  // Monday 3 July 2023, 21:30 British Summer Time
  expect(
    heldHours(aoristicWeek([{ from: at('2023-07-03T20:30:00Z'), to: at('2023-07-03T20:30:00Z') }], LONDON)),
  ).toEqual([[21, 1]])
})

test('an interval is spread over the hours by the time it covers of each', () => {
  const week = aoristicWeek([{ from: at('2023-01-02T22:30:00Z'), to: at('2023-01-03T00:30:00Z') }], LONDON)

  expect(heldHours(week)).toEqual([
    [22, 0.25],
    [23, 0.5],
    [24, 0.25],
  ])
})

test('the hour that spring skips gets nothing', () => {
  // Sunday 26 March 2023: 01:00 to 02:00 does not exist
  const week = aoristicWeek([{ from: at('2023-03-26T00:00:00Z'), to: at('2023-03-26T02:00:00Z') }], LONDON)

  expect(heldHours(week)).toEqual([
    [144, 0.5],
    [146, 0.5],
  ])
})

test('the hour that autumn repeats gets both', () => {
  // Sunday 30 October 2022: 01:00 to 02:00 comes twice
  const week = aoristicWeek([{ from: at('2022-10-29T23:00:00Z'), to: at('2022-10-30T03:00:00Z') }], LONDON)

  expect(heldHours(week)).toEqual([
    [144, 0.25],
    [145, 0.5],
    [146, 0.25],
  ])
})

test('the weights add up to the number of intervals', () => {
  const interval = fc
    .tuple(fc.integer({ min: 1_600_000_000, max: 1_700_000_000 }), fc.integer({ min: 0, max: 40 * 86_400 }))
    .map(([from, length]) => ({ from: new Date(from * 1000), to: new Date((from + length) * 1000) }))
  fc.assert(
    fc.property(
      fc.array(interval, { maxLength: 20 }),
      fc.constantFrom(LONDON, 'Asia/Kathmandu', 'UTC'),
      (intervals, zone) => {
        expect(aoristicWeek(intervals, zone).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(intervals.length, 6)
      },
    ),
  )
})

test('an interval that ends before it starts is refused', () => {
  expect(() => aoristicWeek([{ from: at('2023-01-02T00:00:00Z'), to: at('2023-01-01T00:00:00Z') }], LONDON)).toThrow(
    RangeError,
  )
  expect(() => aoristicWeek([{ from: new Date(Number.NaN), to: new Date() }], LONDON)).toThrow(RangeError)
})
