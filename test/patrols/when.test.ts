import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { doOverlap, mostVisits, mostVisitsADay, plannedDose, windowsWithin } from '../../server/patrols/when.ts'

const window = fc.record({ fromHour: fc.integer({ min: 0, max: 167 }), hours: fc.integer({ min: 1, max: 12 }) })
const windows = fc.array(window, { minLength: 1, maxLength: 6 })

const TUESDAY = 24 * 60

test('a window that runs past midnight, or past Sunday, is met on both sides', () => {
  const lateMonday = { fromHour: 22, hours: 4 }
  const sundayNight = { fromHour: 166, hours: 4 }

  expect(windowsWithin([lateMonday], TUESDAY, 8 * 60)).toEqual([{ from: 0, to: 120 }])
  expect(windowsWithin([sundayNight], 0, 8 * 60)).toEqual([{ from: 0, to: 120 }])
  expect(windowsWithin([sundayNight], 167 * 60, 60)).toEqual([{ from: 0, to: 60 }])
  expect(windowsWithin([lateMonday, { fromHour: 26, hours: 1 }], TUESDAY, 600)).toEqual([{ from: 0, to: 180 }])
})

test('what falls into a stretch is an hour of a window, minute by minute, and nothing else', () => {
  fc.assert(
    fc.property(
      windows,
      fc.integer({ min: 0, max: 10_079 }),
      fc.integer({ min: 1, max: 1440 }),
      (all, start, length) => {
        const found = windowsWithin(all, start, length)
        for (let minute = 0; minute < length; minute += 7) {
          const hour = Math.floor(((start + minute) % 10_080) / 60)
          const isIn = all.some(({ fromHour, hours }) => (hour - fromHour + 168) % 168 < hours)
          expect(found.some(({ from, to }) => from <= minute && minute < to)).toBe(isIn)
        }
      },
    ),
  )
})

describe('how many visits fit', () => {
  test.each([
    [[{ from: 0, to: 240 }], 15, 2],
    [[{ from: 0, to: 255 }], 15, 3],
    [[{ from: 0, to: 14 }], 15, 0],
    // The second stretch begins less than two hours after the first visit did.
    [
      [
        { from: 0, to: 60 },
        { from: 90, to: 130 },
      ],
      15,
      1,
    ],
    [
      [
        { from: 0, to: 60 },
        { from: 90, to: 135 },
      ],
      15,
      2,
    ],
  ])('%j of %i minutes: %i', (stretches, dwell, visits) => {
    expect(mostVisits(stretches, dwell)).toBe(visits)
  })

  test('never more than one begun in two hours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1440 }), fc.integer({ min: 10, max: 15 }), (to, dwell) => {
        const visits = mostVisits([{ from: 0, to }], dwell)
        expect((visits - 1) * 120 + dwell).toBeLessThanOrEqual(Math.max(to, dwell))
        expect(visits * 120 + dwell).toBeGreaterThan(to)
      }),
    )
  })
})

test('planned visits are those of the days, each as many as its windows hold', () => {
  const plan = {
    windows: [
      { fromHour: 18, hours: 2 },
      { fromHour: 118, hours: 4 },
    ],
    dwellMinutes: 10,
    visitsADay: 2,
  }

  // From Tuesday 11 July: a Friday with two visits, a Monday with one.
  expect(plannedDose(plan, '2023-07-11', '2023-07-13')).toEqual({ visits: 0, minutes: 0 })
  expect(plannedDose(plan, '2023-07-11', '2023-07-17')).toEqual({ visits: 3, minutes: 30 })
  expect(plannedDose(plan, '2023-07-11', '2023-08-07')).toEqual({ visits: 12, minutes: 120 })
  expect(plannedDose(plan, '2023-07-11', '2023-07-10')).toEqual({ visits: 0, minutes: 0 })
})

test('a dose adds up: of two stretches of days it is the sum', () => {
  const days = fc.integer({ min: 0, max: 40 })
  fc.assert(
    fc.property(windows, days, days, (all, first, second) => {
      const day = (after: number) => new Date(Date.UTC(2023, 2, 20 + after)).toISOString().slice(0, 10)
      const plan = { windows: all, dwellMinutes: 12, visitsADay: 2 }
      const [from, to] = [Math.min(first, second), Math.max(first, second)]
      expect(plannedDose(plan, day(0), day(to)).visits).toBe(
        plannedDose(plan, day(0), day(from)).visits + plannedDose(plan, day(from + 1), day(to)).visits,
      )
    }),
  )
})

test('the most visits of any day are those of its fullest', () => {
  expect(mostVisitsADay([{ fromHour: 18, hours: 4 }], 15)).toBe(2)
  expect(
    mostVisitsADay(
      [
        { fromHour: 18, hours: 4 },
        { fromHour: 30, hours: 12 },
      ],
      15,
    ),
  ).toBe(6)
})

test('windows that share an hour are found, over the end of the week too', () => {
  expect(
    doOverlap([
      { fromHour: 166, hours: 3 },
      { fromHour: 0, hours: 1 },
    ]),
  ).toBe(true)
  expect(
    doOverlap([
      { fromHour: 166, hours: 2 },
      { fromHour: 0, hours: 1 },
    ]),
  ).toBe(false)
})
