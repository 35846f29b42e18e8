import { describe, expect, test } from 'vitest'
import type { Change, Findings, FoundHotspot, Stability } from '../../server/findings/schema.ts'
import { TREND_CLASSES } from '../../server/statistics/schema.ts'
import {
  effectiveSentence,
  firmSentence,
  isFirm,
  movedSentence,
  patrolSentence,
  suspectedSentence,
} from '../../web/findings/how-sure.ts'
import { lineageWords } from '../../web/findings/lineage.ts'
import { chanceWords, changeSentence, classSentence, notComplete } from '../../web/findings/sentences.ts'
import { heldSentence, joinTouching, windowWords } from '../../web/findings/times.ts'

const windows = {
  before: { from: '2022-11-02', to: '2023-01-31' },
  after: { from: '2023-01-31', to: '2023-05-01' },
  yearEarlier: { from: '2022-01-31', to: '2022-05-01' },
}
const change = (given: Partial<Change> = {}): Change => ({
  word: 'no clear change',
  before: 15,
  after: 18,
  yearEarlier: 12,
  children: 14,
  p: 0.45,
  adjustedP: 0.7,
  isExact: true,
  rateRatio: 1.2,
  low: 0.6,
  high: 2.25,
  ...given,
})
const said = (given: Partial<Change>, places = 10) => changeSentence(change(given), { windows, places })

describe('whether a place changes', () => {
  test('no clear change stands with its counts, the days they are of, and what so few children leave open', () => {
    expect(said({})).toBe(
      'No clear change: 18 child-weeks in the 90 days to 30 Apr 2023, 15 in the 90 days before, 12 in the same days a year earlier. From so few children, anything from 0.6 to 2.3 times as many would be nothing unusual.',
    )
  })

  test('a difference that is only one of many places’ is not called a change, and says why', () => {
    expect(said({ before: 4, after: 15, p: 0.0488, adjustedP: 0.163, rateRatio: 3.75, low: 1.33, high: null })).toMatch(
      /no more than 1 time in 20\. But 10 places are looked at together, .* so it is not called a change\.$/,
    )
  })

  test('an interval that leaves no room for “nothing” is not offered as nothing unusual', () => {
    const sentence = said({ p: 0.08, adjustedP: 0.2, low: 1.1, high: 3 })

    expect(sentence).toMatch(/a year earlier\.$/)
    expect(said({ p: 0.08, adjustedP: 0.2, low: null, high: null, rateRatio: null })).toBe(sentence)
  })

  test('an interval without an upper end has none in words', () => {
    expect(said({ low: 0.84, high: null })).toContain('0.8 times as many and anything above would be nothing unusual')
  })

  test('too few to tell says how few there are and how many are needed', () => {
    expect(
      said({ word: 'too few to tell', before: 0, after: 7, yearEarlier: 0, children: 4, low: null, high: null }),
    ).toBe(
      'Too few to tell: 7 child-weeks in the 90 days to 30 Apr 2023, none in the 90 days before, none in the same days a year earlier. That is 4 children and 7 child-weeks in all; at least 6 children and 10 child-weeks are needed.',
    )
  })

  test('one child and one week are one, and nobody is nobody', () => {
    expect(said({ word: 'too few to tell', before: 0, after: 1, children: 1 })).toContain(
      '1 child and 1 child-week in all',
    )
    expect(said({ word: 'too few to tell', before: 1, after: 0, children: 1 })).toContain(
      'no child-week in the 90 days',
    )
  })

  test('where nothing is kept from a year earlier that is said, and not taken for none', () => {
    expect(said({ yearEarlier: null })).toContain('15 in the 90 days before; nothing is kept from a year earlier.')
  })

  test('a change that is called one says how large, how often such a word is wrong, and what else it may be', () => {
    expect(
      said({ word: 'worsening', before: 6, p: 0.001, adjustedP: 0.01, rateRatio: 3, low: 1.52, high: 6.24 }),
    ).toMatch(
      /^Worsening: 18 child-weeks .* About 3 times as many as before; 1\.5 to 6\.2 would fit\. .* about 1 in 20 at most\. More may also mean that more was asked or written down\.$/,
    )
    expect(said({ word: 'improving', after: 3, rateRatio: 0.2, low: 0, high: 0.5 })).toMatch(
      /^Improving: .* It says that fewer children were reported, not why\.$/,
    )
  })

  test('where nothing was before there is no ratio to tell', () => {
    expect(said({ word: 'worsening', before: 0, rateRatio: null, low: null, high: null })).not.toContain(
      'times as many',
    )
  })

  test('no sentence has an arrow, a percentage or a p in it', () => {
    const words = ['worsening', 'improving', 'no clear change', 'too few to tell'] as const

    for (const word of words) expect(said({ word })).not.toMatch(/[%←-⇿▲▼]|\bp ?=/)
  })

  test('a chance too small to print is said to be smaller', () => {
    expect([chanceWords(0.4502), chanceWords(0.0004)]).toEqual(['0.450', 'less than 0.001'])
  })
})

const months = (...children: number[]): Findings['months'] =>
  children.map((count, i) => ({
    month: `2022-${String(i + 1).padStart(2, '0')}`,
    reports: count,
    children: count,
    isComplete: i < 10,
  }))
const YEAR = [3, 3, 4, 3, 5, 3, 3, 3, 3, 0, 2, 1]

describe('what kind of place the twelve months make it', () => {
  test('the class says its rule and in how many months it was so', () => {
    expect(classSentence({ trend: 'persistent', months: months(...YEAR) })).toBe(
      'Persistent: three or more children in 9 or more of the 12 months. Here that is so in 9 of the 12.',
    )
  })

  test('a class that says fewer warns of the months that are not complete', () => {
    const still = 'November 2022 and December 2022 are not complete yet and can still grow.'

    for (const trend of TREND_CLASSES)
      expect(classSentence({ trend, months: months(...YEAR) }).endsWith(still)).toBe(
        ['diminishing', 'lapsed', 'never hot'].includes(trend),
      )
  })

  test('one incomplete month is one, and none is not spoken of', () => {
    expect(notComplete(months(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1))).toBe(
      'November 2022 is not complete yet and can still grow.',
    )
    expect(notComplete(months(1))).toBe('')
  })
})

const stability = (given: Partial<Stability> = {}): Stability => ({
  moved: 0.96,
  reRuns: 200,
  withoutOneChild: true,
  smallerDistance: true,
  largerDistance: true,
  fewerReports: true,
  moreReports: true,
  ...given,
})

describe('how sure it is', () => {
  test('re-runs are told in counts', () => {
    expect(movedSentence(stability())).toMatch(/^It holds in 192 of 200 re-runs in which every report was moved/)
    expect(movedSentence(stability({ moved: 1 }))).toMatch(/^It holds in all 200 re-runs/)
    expect(movedSentence(stability({ moved: 0 }))).toMatch(/^It holds in none of 200 re-runs/)
  })

  test('a place that vanishes without one child may be about that child', () => {
    expect(firmSentence(stability({ withoutOneChild: false }))).toBe(
      'Not firm: without one of its children it is no hotspot, so it may be about that child more than about the place.',
    )
  })

  test('a place that rests on how the method is set says on which setting', () => {
    expect(firmSentence(stability({ smallerDistance: false, moreReports: false }))).toBe(
      'Not firm: with half the distance and one report more asked for it is no hotspot, so it rests on how the method is set.',
    )
    expect([isFirm(stability()), isFirm(stability({ fewerReports: false }))]).toEqual([true, false])
    expect(firmSentence(stability())).toMatch(/^Firm: /)
  })

  const suspected = (reports: number, rank: number | null, given: Partial<FoundHotspot> = {}) =>
    suspectedSentence({
      rank: 3,
      suspected: 5,
      ...given,
      findings: { withoutSuspected: { reports, children: reports === 1 ? 1 : 12, score: 1, rank } },
    })

  test('what is left without suspected reports, with its rank, or that it would be no hotspot', () => {
    expect(suspected(40, 5)).toBe('Without suspected reports: 40 reports of 12 children, rank 5, not 3.')
    expect(suspected(40, 3)).toBe('Without suspected reports: 40 reports of 12 children, rank 3 as now.')
    expect(suspected(1, null)).toBe(
      'Without suspected reports it would not be a hotspot: 1 report of 1 child would be left.',
    )
    expect(suspected(0, null)).toBe('Without suspected reports it would not be a hotspot: nothing is left.')
    expect(suspected(40, 3, { suspected: 0 })).toBe('No report here is only a suspicion.')
  })

  const patrol = (finds: number, rank: number) =>
    patrolSentence({ rank: 3, findings: { patrol: { finds, score: 1, rank } } })

  test('finds on patrol are left out, and what they would change is said, those elsewhere too', () => {
    expect(patrol(3, 2)).toBe('3 finds made on patrol are left out; with them it would rank 2, not 3.')
    expect(patrol(1, 3)).toBe('1 find made on patrol is left out; with it it would rank 3 as now.')
    expect(patrol(0, 3)).toBe('No find made on patrol is left out here.')
    expect(patrol(0, 4)).toContain('with those at other places it would rank 4, not 3')
  })

  test('children are told as how many with equal shares there would be', () => {
    expect(effectiveSentence({ children: 14, findings: { effectiveChildren: 5.83 } })).toContain(
      'as 5.8 children with equal shares would spread them (14 were reported)',
    )
    expect(effectiveSentence({ children: 1, findings: { effectiveChildren: 1 } })).toBe('All reports are of one child.')
  })
})

const window = (fromHour: number, hours: number, weight = 3) => ({ fromHour, hours, weight, share: 0.05 })

describe('the best times to visit', () => {
  test('a window is a day and its hours, over midnight both days, round the end of the week too', () => {
    expect(windowWords(window(4 * 24 + 20, 4))).toBe('Friday 20:00–24:00')
    expect(windowWords(window(0, 2))).toBe('Monday 00:00–02:00')
    expect(windowWords(window(5 * 24 + 23, 2))).toBe('Saturday 23:00 to Sunday 01:00')
    expect(windowWords(window(167, 2))).toBe('Sunday 23:00 to Monday 01:00')
  })

  test('windows that touch are one, in the place of the fuller', () => {
    const joined = joinTouching([window(143, 2), window(20, 3), window(141, 2), window(145, 2)])

    expect(joined).toEqual([
      { fromHour: 141, hours: 6 },
      { fromHour: 20, hours: 3 },
    ])
    expect(joinTouching([window(0, 2), window(166, 2)])).toEqual([{ fromHour: 166, hours: 4 }])
  })

  test('parts of reports are rounded to what they can bear, and the rest is not forgotten', () => {
    expect(heldSentence([window(1, 2, 3.03), window(5, 2, 2.67)], 62)).toBe(
      'Together they hold about 6 of the 62 reports with a known time. Most come at other times.',
    )
    expect(heldSentence([window(1, 2, 0.8)], 10)).toMatch(/^It holds less than 1 of the 10 reports/)
    expect(heldSentence([window(1, 4, 7.6)], 12)).not.toContain('Most come at other times')
  })
})

test('where a hotspot comes from is told by the names of what it took in or parted from', () => {
  const named = (name: string) => ({ hotspotId: 'an-id', name })

  expect(lineageWords({ event: 'first', from: [] })).toBe('First stored month')
  expect(lineageWords({ event: 'born', from: [] })).toBe('New in this month’s run')
  expect(lineageWords({ event: 'continued', from: [] })).toBe('Carries on')
  expect(lineageWords({ event: 'merged', from: [named('A'), named('B'), named('C')] })).toBe('Took in A, B and C')
  expect(lineageWords({ event: 'split', from: [named('A')] })).toBe('Parted from A')
})
