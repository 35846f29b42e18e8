import { describe, expect, test } from 'vitest'
import type { Hotspot, HotspotProfile } from '../../server/hotspots/schema.ts'
import {
  apiQuery,
  findPlace,
  periodOf,
  periodWords,
  placeKey,
  presets,
  viewOf,
  withParameters,
} from '../../web/hotspots/filters.ts'
import {
  basisLine,
  headline,
  leftOutLine,
  noWeekSentence,
  oneChildSentence,
  tooFewSentence,
} from '../../web/hotspots/sentences.ts'
import { sortRows } from '../../web/hotspots/sort-rows.ts'
import { colourOf, reportSteps } from '../../web/hotspots/steps.ts'

const USUAL = { from: '2022-07-01', to: '2023-07-01' }
const at = (query: string) => new URL(`http://localhost/${query}`)
const hotspot = (given: Partial<Hotspot>): Hotspot => ({
  id: null,
  placeId: null,
  name: 'Riverside',
  category: 'park',
  seedGroup: null,
  method: 'cluster',
  rank: 1,
  reports: 12,
  found: 5,
  disclosed: 0,
  sighted: 4,
  suspected: 3,
  frequented: 0,
  children: 6,
  topChildShare: 0.25,
  score: 4,
  areaHectares: 1,
  geometry: { type: 'Polygon', coordinates: [] },
  ...given,
})

describe('the address bar', () => {
  test('everything but the page’s own parameters goes to the API, what it does not know too', () => {
    expect(apiQuery(at('?view=table&basis=found,suspected&place=3&epsMeters=9'))).toBe(
      '?basis=found%2Csuspected&epsMeters=9',
    )
    expect(apiQuery(at('?view=map'))).toBe('')
  })

  test('a change keeps the other parameters, and what is empty goes', () => {
    expect(withParameters(at('?basis=found&view=table'), { basis: 'found,sighted', view: undefined })).toBe(
      '/?basis=found,sighted',
    )
  })

  test('a view that is not known is the list', () => {
    expect([viewOf(at('?view=globe')), viewOf(at('')), viewOf(at('?view=table'))]).toEqual(['list', 'list', 'table'])
  })

  test('people see the last day of a period, not the one after it', () => {
    expect(periodWords(USUAL)).toBe('1 Jul 2022 – 30 Jun 2023')
    expect(periodWords({ from: '2023-03-31', to: '2023-04-01' })).toBe('31 Mar 2023')
  })

  test('a day that does not exist is not taken for one', () => {
    expect(periodOf(at('?from=2022-02-30&to=2023-01-01'), USUAL)).toEqual({ from: '2022-07-01', to: '2023-01-01' })
  })

  test('the presets are whole months that meet without a gap', () => {
    expect(presets({ period: USUAL }).map(({ period }) => period)).toEqual([
      USUAL,
      { from: '2021-07-01', to: '2022-07-01' },
      { from: '2023-04-01', to: '2023-07-01' },
    ])
  })

  test('a place is named by its id, a cluster by its rank, and either can be asked for by rank', () => {
    const place = { placeId: 'a-place', rank: 1 }
    const cluster = { placeId: null, rank: 2 }

    expect([placeKey(place), placeKey(cluster)]).toEqual(['a-place', '2'])
    expect(findPlace([place, cluster], 'a-place')).toBe(place)
    expect(findPlace([place, cluster], '1')).toBe(place)
    expect(findPlace([place, cluster], '2')).toBe(cluster)
    expect(findPlace([place, cluster], null)).toBe(undefined)
  })
})

describe('what the numbers bear', () => {
  test('the headline counts one place as one', () => {
    const answer = { hotspots: [hotspot({ reports: 1200 })] }

    expect(headline(answer as never)).toBe('1 place, 1,200 reports')
  })

  test('the line of what was left out names only what there is', () => {
    const none = { privateAddress: 0, outsideArea: 0, unplaced: 0, foundOnPatrol: 0, notCounted: 0 }

    expect(leftOutLine({ ...none, privateAddress: 38, unplaced: 17 })).toBe('38 at private addresses, 17 not placed')
    expect(leftOutLine(none)).toBe('')
  })

  test('found and suspected stand apart, the other bases together', () => {
    expect(basisLine(hotspot({ disclosed: 2 }))).toBe('found 5, suspected 3, other 6')
    expect(basisLine(hotspot({ sighted: 0 }))).toBe('found 5, suspected 3')
  })

  test('one child with half of the reports is not over half', () => {
    expect(oneChildSentence(hotspot({ topChildShare: 0.5 }))).toBe(undefined)
    expect(oneChildSentence(hotspot({ reports: 14, topChildShare: 8 / 14 }))).toBe(
      'One child gives over half of the reports (8 of 14).',
    )
  })

  test('under 10 reports or under 6 children nothing is said about change', () => {
    expect(tooFewSentence({ reports: 7, children: 3 })).toBe(
      '7 reports of 3 children: too few to say whether it changes.',
    )
    expect(tooFewSentence({ reports: 40, children: 5 })).toMatch(/too few/)
    expect(tooFewSentence({ reports: 10, children: 6 })).toBe(undefined)
  })

  test('under 10 timed reports or under 5 children nothing is said about when', () => {
    const profile = (timeNotKnown: number, given: Partial<Hotspot> = {}) =>
      ({ hotspot: hotspot({ reports: 12, ...given }), timeNotKnown }) as HotspotProfile

    expect(noWeekSentence(profile(2))).toBe(undefined)
    expect(noWeekSentence(profile(3))).toBe('Only 9 reports with a known time, of 6 children: too few to say when.')
    expect(noWeekSentence(profile(0, { children: 4 }))).toMatch(/too few to say when/)
    expect(noWeekSentence(profile(12))).toBe('No report here has a known time, so nothing can be said about when.')
  })
})

describe('the steps of colour', () => {
  test('have round edges and the darkest colour for the most reports', () => {
    const steps = reportSteps([5, 12, 30, 61, 212])

    expect(steps.map(({ words }) => words)).toEqual(['under 25', '25 to 49', '50 to 99', '100 or more'])
    expect([5, 25, 99, 100, 212].map((count) => colourOf(steps, count))).toEqual([0, 1, 2, 3, 3])
  })

  test('are fewer where there is little to tell apart', () => {
    expect(reportSteps([7, 7])).toEqual([{ colour: 3, from: 0, words: 'all places' }])
    expect(reportSteps([])).toEqual([])
  })
})

test('rows that are equal in a column keep their order, either way round', () => {
  const rows = [
    { name: 'b', reports: 2 },
    { name: 'a', reports: 2 },
    { name: 'c', reports: 10 },
  ]
  const columns = [{ id: 'reports', value: (row: { reports: number }) => row.reports }]

  expect(sortRows(rows, columns, { id: 'reports', isDescending: true }).map(({ name }) => name)).toEqual([
    'c',
    'b',
    'a',
  ])
  expect(sortRows(rows, columns, { id: 'reports', isDescending: false }).map(({ name }) => name)).toEqual([
    'b',
    'a',
    'c',
  ])
})
