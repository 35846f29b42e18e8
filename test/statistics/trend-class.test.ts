import { describe, expect, test } from 'vitest'
import { TREND_CLASSES, type TrendClass } from '../../server/statistics/schema.ts'
import { isHotMonth, trendClass } from '../../server/statistics/trend-class.ts'

/** Twelve months, oldest first: # is hot (3 children), a dot is not (2). */
const months = (pattern: string) => Array.from(pattern.replaceAll(' ', ''), (month) => (month === '#' ? 3 : 2))

test.each<[pattern: string, wasHotBefore: boolean, expected: TrendClass]>([
  ['........ ...#', false, 'new'],
  ['........ ..#.', false, 'new'],
  ['........ ..##', false, 'new'],
  ['........ ..##', true, 'intermittent'],
  ['........ .##.', false, 'intermittent'],
  ['........ .###', false, 'emerging'],
  ['........ ###.', false, 'emerging'],
  ['........ ####', true, 'emerging'],
  ['.......# .###', false, 'intermittent'],
  ['######## ####', false, 'persistent'],
  ['######## #...', true, 'persistent'],
  ['###.##.# #.##', false, 'persistent'],
  ['#####... .###', false, 'intermittent'],
  ['#####... ####', false, 'persistent'],
  ['###..... ....', false, 'diminishing'],
  ['######## ....', true, 'diminishing'],
  ['.....### ....', false, 'diminishing'],
  ['##...... ....', false, 'intermittent'],
  ['###..... #...', false, 'intermittent'],
  ['........ ....', true, 'lapsed'],
  ['........ ....', false, 'never hot'],
  ['#....... ....', true, 'intermittent'],
])('%s, hot before: %s, is %s', (pattern, wasHotBefore, expected) => {
  expect(trendClass(months(pattern), wasHotBefore)).toBe(expected)
})

describe('every pattern there is', () => {
  const patterns = Array.from({ length: 2 ** 13 }, (_, bits) => ({
    hot: Array.from({ length: 12 }, (_month, month) => ((bits >> month) & 1) === 1),
    before: bits >= 2 ** 12,
  }))
  const hotIn = (hot: boolean[], first: number, last: number) =>
    hot.filter((isHot, month) => isHot && month + 1 >= first && month + 1 <= last).length

  // The rules as they are written, each on its own, months counted from 1.
  const rules: Partial<Record<TrendClass, (hot: boolean[], before: boolean) => boolean>> = {
    new: (hot, before) => !before && hot.includes(true) && hot.indexOf(true) >= 10,
    emerging: (hot) => hotIn(hot, 9, 12) >= 3 && hotIn(hot, 1, 8) === 0,
    persistent: (hot) => hotIn(hot, 1, 12) >= 9,
    diminishing: (hot) => hotIn(hot, 1, 8) >= 3 && hotIn(hot, 9, 12) === 0,
    lapsed: (hot, before) => hotIn(hot, 1, 12) === 0 && before,
    'never hot': (hot, before) => hotIn(hot, 1, 12) === 0 && !before,
  }

  test('has exactly one class: no two rules ever hold together, and what none holds for is intermittent', () => {
    const seen = new Set<TrendClass>()
    for (const { hot, before } of patterns) {
      const held = Object.entries(rules).flatMap(([name, rule]) => (rule(hot, before) ? [name] : []))
      const given = trendClass(
        hot.map((isHot) => (isHot ? 5 : 0)),
        before,
      )
      expect(held.length).toBeLessThanOrEqual(1)
      expect(given).toBe(held[0] ?? 'intermittent')
      seen.add(given)
    }
    expect(seen).toEqual(new Set(TREND_CLASSES))
  })
})

test('a month is hot from three children on', () => {
  expect([0, 2, 3, 9].map(isHotMonth)).toEqual([false, false, true, true])
})

test('eleven months are refused', () => {
  expect(() => trendClass(months('...........'), false)).toThrow(new RangeError('expected 12 months, got 11'))
})
