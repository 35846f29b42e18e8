import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aoristicWeek } from '../../server/statistics/aoristic.ts'

const MINUTE = 60_000
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'short',
  hour: '2-digit',
  hourCycle: 'h23',
})

/** The hour of the week that London's clocks show. */
const hourShown = (at: number): number => {
  const part = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]))
  return 24 * DAYS.indexOf(part['weekday']!) + Number(part['hour'])
}

/** Spring and autumn of 2023, each at 01:00 UTC. */
const clockChange = fc.constantFrom(Date.UTC(2023, 2, 26, 1), Date.UTC(2023, 9, 29, 1))

const around = fc
  .record({
    change: clockChange,
    minutesBefore: fc.integer({ min: -60, max: 600 }),
    minutes: fc.integer({ min: 1, max: 700 }),
  })
  .map(({ change, minutesBefore, minutes }) => {
    const from = change - minutesBefore * MINUTE
    return { from: new Date(from), to: new Date(from + minutes * MINUTE) }
  })

test('around both clock changes a report is spread as if each of its minutes were looked up on the clock', () => {
  fc.assert(
    fc.property(around, ({ from, to }) => {
      const minutes = (to.getTime() - from.getTime()) / MINUTE
      const expected = new Float64Array(168)
      for (let minute = 0; minute < minutes; minute++)
        expected[hourShown(from.getTime() + minute * MINUTE)]! += 1 / minutes

      aoristicWeek([{ from, to }], 'Europe/London').forEach((weight, hour) =>
        expect(weight).toBeCloseTo(expected[hour]!, 9),
      )
    }),
    { numRuns: 60 },
  )
})

test('around both clock changes the weights of a report add up to one, however short or long it is', () => {
  const report = fc.tuple(clockChange, fc.integer({ min: 0, max: 5e8 }), fc.integer({ min: 0, max: 1e9 }))
  fc.assert(
    fc.property(report, ([change, before, length]) => {
      const from = change - before
      const week = aoristicWeek([{ from: new Date(from), to: new Date(from + length) }], 'Europe/London')

      expect(Math.abs(week.reduce((sum, weight) => sum + weight, 0) - 1)).toBeLessThan(1e-9)
      expect(Math.min(...week)).toBeGreaterThanOrEqual(0)
    }),
  )
})
