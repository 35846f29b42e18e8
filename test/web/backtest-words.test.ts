import { describe, expect, test } from 'vitest'
import type { Met } from '../../server/findings/schema.ts'
import { aheadOf, chanceOf, standingAgainst, totalOf, type ForetoldMonth } from '../../web/backtest/compare.ts'
import { aheadSentence, groundSentence, metSentence, percent, verdict } from '../../web/backtest/sentences.ts'

const met = (hits: number, areaShare = 0.01): Met => ({
  places: 8,
  hits,
  hitRate: hits / 60,
  areaShare,
  pai: 1,
  pei: 0.5,
})
/** Twelve months of 60 reports, the map's hits against the rivals'. */
const year = (pairs: [map: number, last: number, twelve: number][], areaShare = 0.01): ForetoldMonth[] =>
  Array.from({ length: 12 }, (_, i) => {
    const [map, last, twelve] = pairs[i % pairs.length]!
    return {
      month: `2023-${String(i + 1).padStart(2, '0')}`,
      isComplete: true,
      reports: 60,
      shown: met(map, areaShare),
      lastMonth: met(last),
      twelveMonths: met(twelve),
    }
  })

describe('whether the map was ahead', () => {
  test('the months are counted: ahead, behind, as many', () => {
    expect(aheadOf(year([[30, 20, 30]]), 'lastMonth')).toEqual({ ahead: 12, behind: 0, equal: 0 })
    expect(aheadOf(year([[30, 20, 30]]), 'twelveMonths')).toEqual({ ahead: 0, behind: 0, equal: 12 })
  })

  test('the chance is the exact sign test’s, both sides, without the months that are equal', () => {
    expect(chanceOf({ ahead: 12, behind: 0 })).toBeCloseTo(2 / 4096, 12)
    expect(chanceOf({ ahead: 9, behind: 3 })).toBeCloseTo((2 * (1 + 12 + 66 + 220)) / 4096, 12)
    expect(chanceOf({ ahead: 6, behind: 6 })).toBe(1)
    expect(chanceOf({ ahead: 0, behind: 0 })).toBe(1)
  })

  test('nine months of twelve are not enough to call a win, ten are', () => {
    const won = (months: number) =>
      year(Array.from({ length: 12 }, (_, i) => (i < months ? [30, 20, 20] : [10, 20, 20])))

    expect(standingAgainst(won(9), 'lastMonth')).toBe('open')
    expect(standingAgainst(won(10), 'lastMonth')).toBe('ahead')
    expect(standingAgainst(won(2), 'lastMonth')).toBe('behind')
    expect(verdict(won(9))).toBe('The map did not do clearly better than two simple lists.')
    expect(verdict(won(10))).toBe('The map met more than two simple lists.')
    expect(verdict(won(2))).toBe('Two simple lists met more than the map.')
  })

  test('a win on much more ground says so', () => {
    expect(verdict(year([[30, 20, 20]], 0.03))).toBe(
      'The map met more than two simple lists, but looked at more ground.',
    )
  })

  test('one list beaten and the other not is no win over both', () => {
    expect(verdict(year([[30, 20, 30]]))).toBe(
      'The map met more than one simple list, but not clearly more than the other.',
    )
    expect(verdict(year([[30, 20, 40]]))).toBe('The map was no better than simple lists: one of them met more.')
  })
})

describe('what was met, on how much ground', () => {
  test('every share stands with its counts, and the area with it', () => {
    expect(metSentence(year([[30, 20, 25]], 0.024))).toBe(
      'Over the twelve months the map’s places met 360 of 720 reports (50 %) on 2.4 % of the area; last month’s places 240 (33 %) on 1.0 %; the twelve-month totals 300 (42 %) on 1.0 %.',
    )
  })

  test('a year without a report has nothing to meet, and nothing to divide', () => {
    const none = year([[0, 0, 0]]).map((month) => ({ ...month, reports: 0 }))

    expect(metSentence(none)).toBe('In these twelve months there was no report to meet.')
    expect(totalOf(none, 'shown')).toMatchObject({ hits: 0, pai: null })
  })

  test('larger places are said to be larger, about as large ones to be alike, smaller ones smaller', () => {
    expect(groundSentence(year([[1, 1, 1]], 0.03))).toMatch(
      /^The map’s places are larger: 3\.0 times the ground of last month’s places and 3\.0 times/,
    )
    expect(groundSentence(year([[1, 1, 1]], 0.012))).toBe('All three looked at about as much ground.')
    expect(groundSentence(year([[1, 1, 1]], 0.005))).toMatch(/^The map’s places are smaller/)
  })

  test('months ahead are told with how often two equal ways would be as far apart', () => {
    const nine = year(Array.from({ length: 12 }, (_, i) => (i < 9 ? [30, 20, 20] : [10, 20, 10])))

    expect(aheadSentence(nine, 'lastMonth')).toBe(
      'The map met more than last month’s places in 9 of 12 months, fewer in 3. Two equally good ways would be as far apart about 1 time in 7.',
    )
    expect(aheadSentence(year([[30, 30, 20]]), 'lastMonth')).toContain('in 0 of 12 months, fewer in 0, as many in 12.')
    expect(aheadSentence(year([[30, 30, 20]]), 'twelveMonths')).toMatch(/less than 1 time in 20\.$/)
  })

  test('small shares have a decimal, none is plain', () => {
    expect([percent(0.83), percent(0.0117), percent(0)]).toEqual(['83 %', '1.2 %', '0 %'])
  })
})
