import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countChildWeeks, countedDays, type Design } from '../../server/effects/count-child-weeks.ts'
import type { PlacedOccurrence } from '../../server/hotspots/occurrence.ts'
import { localDay } from '../../server/local-time.ts'

/** A square of 100 metres with its lower left corner at a position. */
const square = (x: number, y = 0) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [x, y],
      [x + 100, y],
      [x + 100, y + 100],
      [x, y + 100],
      [x, y],
    ] as [number, number][],
  ],
})

const DESIGN: Design = {
  baselineFrom: '2022-07-04',
  startsOn: '2023-01-02',
  evaluationFrom: '2023-01-02',
  evaluationTo: '2023-07-03',
  treated: [{ placeId: 'treated', geometry: square(0) }],
  comparators: [
    { placeId: 'one', geometry: square(5000) },
    { placeId: 'other', geometry: square(9000) },
  ],
  bufferMetres: 300,
}

let ids = 0
const report = (given: Partial<PlacedOccurrence> = {}): PlacedOccurrence => ({
  id: String(ids++),
  childId: 'a',
  basis: 'found',
  at: new Date('2022-12-31T20:00:00Z'),
  observedFrom: null,
  observedTo: null,
  timePrecision: 'exact',
  easting: 50,
  northing: 50,
  accuracyMetres: null,
  placeId: 'treated',
  placeCategory: null,
  isPrivateAddress: false,
  foundOnPatrol: false,
  isInArea: true,
  ...given,
})
const on = (day: string) => ({ at: new Date(`${day}T12:00:00Z`) })

describe('where a report counts', () => {
  const partOf = (given: Partial<PlacedOccurrence>, design: Partial<Design> = {}) => {
    const { counts } = countChildWeeks([report(given)], { ...DESIGN, ...design })
    return Object.entries(counts).flatMap(([part, [before, after]]) => (before + after > 0 ? [part] : []))
  }

  test('at the place itself, at a comparator, in the buffer of either, or nowhere', () => {
    expect(partOf({})).toEqual(['treated'])
    expect(partOf({ placeId: 'other', easting: 9050 })).toEqual(['control'])
    expect(partOf({ placeId: null, easting: 399 })).toEqual(['buffer'])
    expect(partOf({ placeId: null, easting: 401 })).toEqual([])
    expect(partOf({ placeId: null, easting: 5399 })).toEqual(['bufferControl'])
  })

  test('a buffer leaves named places out, and may be none at all', () => {
    expect(partOf({ placeId: 'a bus station', easting: 200 })).toEqual([])
    expect(partOf({ placeId: null, easting: 200 }, { bufferMetres: 0 })).toEqual([])
  })

  test('where two buffers overlap, the treated place’s goes first', () => {
    const comparators = [{ placeId: 'one', geometry: square(600) }]
    expect(partOf({ placeId: null, easting: 350 }, { comparators })).toEqual(['buffer'])
    expect(partOf({ placeId: null, easting: 420 }, { comparators })).toEqual(['bufferControl'])
  })

  test('a cluster is its squares, without what stands at a named place in them', () => {
    const treated = [{ placeId: null, geometry: square(0) }]
    expect(partOf({ placeId: null }, { treated })).toEqual(['treated'])
    expect(partOf({ placeId: 'a shop' }, { treated })).toEqual([])
    expect(partOf({ placeId: null, easting: 150 }, { treated })).toEqual(['buffer'])
  })
})

test('a child counts once a place and week, in as many places as it was', () => {
  const { counts, perChild } = countChildWeeks(
    [
      report(),
      report({ at: new Date('2023-01-01T02:00:00Z') }),
      report({ childId: 'b' }),
      report({ placeId: 'one', easting: 5050 }),
      report({ placeId: 'other', easting: 9050 }),
      report(on('2023-01-02')),
    ],
    DESIGN,
  )

  expect(counts).toEqual({ treated: [2, 1], control: [2, 0], buffer: [0, 0], bufferControl: [0, 0] })
  expect(perChild).toEqual([1, 4])
})

test('weeks are cut from the plan’s start, and days that fill none are left out', () => {
  const windows = { ...DESIGN, baselineFrom: '2022-12-01', evaluationTo: '2023-02-01' }
  expect(countedDays(windows)).toEqual({
    before: { from: '2022-12-05', to: '2023-01-02' },
    after: { from: '2023-01-02', to: '2023-01-30' },
  })
  const countsOn = (day: string) => countChildWeeks([report(on(day))], windows).counts.treated
  expect(countsOn('2022-12-04')).toEqual([0, 0])
  expect(countsOn('2022-12-05')).toEqual([1, 0])
  expect(countsOn('2023-01-29')).toEqual([0, 1])
  expect(countsOn('2023-01-30')).toEqual([0, 0])
})

test('days between the start and the evaluation are judged by nobody', () => {
  const design = { ...DESIGN, evaluationFrom: '2023-01-30' }
  expect(countChildWeeks([report(on('2023-01-10'))], design).counts.treated).toEqual([0, 0])
  expect(countChildWeeks([report(on('2023-01-30'))], design).counts.treated).toEqual([0, 1])
})

test('who names no child is counted nowhere, and told', () => {
  const { counts, withoutChild } = countChildWeeks([report({ childId: null })], DESIGN)
  expect(counts.treated).toEqual([0, 0])
  expect(withoutChild).toBe(1)
})

test('blocks of four weeks go outward from the start, and add up to the counts', () => {
  const days = ['2022-12-06', '2022-12-31', '2023-01-02', '2023-01-29', '2023-01-30']
  const { blocks, counts } = countChildWeeks(
    days.map((day) => report(on(day))),
    {
      ...DESIGN,
      baselineFrom: '2022-11-21',
      evaluationTo: '2023-02-06',
    },
  )

  expect(blocks).toEqual([
    { from: '2022-11-21', to: '2022-12-05', isBefore: true, weeks: 2, treated: 0, control: 0 },
    { from: '2022-12-05', to: '2023-01-02', isBefore: true, weeks: 4, treated: 2, control: 0 },
    { from: '2023-01-02', to: '2023-01-30', isBefore: false, weeks: 4, treated: 2, control: 0 },
    { from: '2023-01-30', to: '2023-02-06', isBefore: false, weeks: 1, treated: 1, control: 0 },
  ])
  expect(counts.treated).toEqual([2, 3])
})

test('no report counts twice, the order of reports does not matter, and a child-week is a week of a child', () => {
  const anyReport = fc.record({
    childId: fc.constantFrom('a', 'b', 'c', null),
    place: fc.constantFrom<[string | null, number]>(
      ['treated', 50],
      ['one', 5050],
      ['other', 9050],
      [null, 250],
      [null, 5250],
      [null, 2500],
    ),
    day: fc.integer({ min: -200, max: 200 }),
  })
  fc.assert(
    fc.property(fc.array(anyReport, { maxLength: 60 }), (given) => {
      const reports = given.map(({ childId, place: [placeId, easting], day }) =>
        report({ childId, placeId, easting, at: new Date(Date.parse('2023-01-02T12:00:00Z') + day * 86_400_000) }),
      )
      const counted = countChildWeeks(reports, DESIGN)
      const all = Object.values(counted.counts).flat()
      const inWindows = reports.filter(
        ({ childId, at, easting }) =>
          childId !== null && easting !== 2500 && localDay(at) >= '2022-07-04' && localDay(at) < '2023-07-03',
      )
      const sum = all.reduce((total, count) => total + count, 0)

      expect(sum).toBeLessThanOrEqual(inWindows.length)
      expect(sum > 0).toBe(inWindows.length > 0)
      expect(counted.perChild.reduce((total, count) => total + count, 0)).toBe(sum)
      expect(countChildWeeks(reports.toReversed(), DESIGN)).toEqual(counted)
      const ofBlocks = counted.blocks.reduce((total, { treated, control }) => total + treated + control, 0)
      expect(ofBlocks).toBe(
        counted.counts.treated[0] + counted.counts.treated[1] + counted.counts.control[0] + counted.counts.control[1],
      )
    }),
  )
})
