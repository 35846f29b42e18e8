import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coveredHours, gapsOf } from '../../server/safe-places/coverage.ts'

const FRIDAY = 4 * 24
const SUNDAY = 6

test('an hour is covered when somebody is there for the whole of it, one after another counts too', () => {
  expect(coveredHours([])).toEqual([])
  expect(coveredHours([{ day: 4, from: '18:30', to: '21:15' }])).toEqual([FRIDAY + 19, FRIDAY + 20])
  expect(
    coveredHours([
      { day: 4, from: '18:00', to: '18:30' },
      { day: 4, from: '18:30', to: '19:00' },
    ]),
  ).toEqual([FRIDAY + 18])
})

test('hours that end before they begin end on the next day, and those of Sunday night on Monday', () => {
  expect(coveredHours([{ day: 4, from: '22:00', to: '02:00' }])).toEqual([22, 23, 24, 25].map((hour) => FRIDAY + hour))
  expect(coveredHours([{ day: SUNDAY, from: '23:00', to: '01:00' }])).toEqual([0, 167])
  expect(coveredHours([{ day: SUNDAY, from: '23:00', to: '24:00' }])).toEqual([167])
  expect(coveredHours([{ day: 0, from: '00:00', to: '00:00' }])).toEqual(Array.from({ length: 24 }, (_, hour) => hour))
})

test('a gap is what of the best times nobody covers, joined where windows touch and where the week runs round', () => {
  const windows = [
    { fromHour: FRIDAY + 18, hours: 3 },
    { fromHour: FRIDAY + 21, hours: 2 },
    { fromHour: 167, hours: 2 },
  ]
  expect(gapsOf(windows, [FRIDAY + 18, FRIDAY + 19])).toEqual([
    { fromHour: FRIDAY + 20, hours: 3 },
    { fromHour: 167, hours: 2 },
  ])
  expect(gapsOf([], [])).toEqual([])
  expect(gapsOf([{ fromHour: 0, hours: 168 }], [])).toEqual([{ fromHour: 0, hours: 168 }])
})

test('whatever the windows and the hours are, each hour of a window is either covered or in one gap', () => {
  const anyWindows = fc.array(fc.record({ fromHour: fc.nat(167), hours: fc.integer({ min: 1, max: 12 }) }), {
    maxLength: 8,
  })
  const anyCovered = fc.uniqueArray(fc.nat(167), { maxLength: 168 })
  fc.assert(
    fc.property(anyWindows, anyCovered, (windows, covered) => {
      const hoursOf = (spans: { fromHour: number; hours: number }[]) =>
        spans.flatMap(({ fromHour, hours }) => Array.from({ length: hours }, (_, i) => (fromHour + i) % 168))
      const gaps = hoursOf(gapsOf(windows, covered))
      const wanted = new Set(hoursOf(windows))

      expect(new Set(gaps).size).toBe(gaps.length)
      expect(new Set(gaps)).toEqual(new Set([...wanted].filter((hour) => !covered.includes(hour))))
    }),
  )
})
