import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { generateDemo } from '../../data/demo/generate.ts'
import {
  EMERGING,
  FADING,
  PERIOD_A,
  PERIOD_B,
  SINGLE_CHILD,
  STREET_CLUSTER,
  TOLD_TWICE,
  TOO_FEW,
} from '../../data/demo/stories.ts'
import { cell, distinct, isIn, metresBetween, positionOf, reportsAt, rowsOf, type Row } from './generate-reading.ts'

type Demo = { reports: Row[]; dayOf: (row: Row) => string }

const read = (seed?: number): Demo => {
  const { episodesCsv, reportsCsv } = generateDemo(seed)
  const starts = new Map(rowsOf(episodesCsv).map((row) => [cell(row, 'episode_source_id'), cell(row, 'started_at')]))
  const dayOf = (row: Row) =>
    (cell(row, 'observed_from') || (starts.get(cell(row, 'episode_source_id')) ?? '')).slice(0, 10)
  return { reports: rowsOf(reportsCsv), dayOf }
}

const MONTHS_OF_A = ['07', '08', '09', '10', '11', '12']
  .map((month) => `2022-${month}`)
  .concat(['01', '02', '03', '04', '05', '06'].map((month) => `2023-${month}`))

/** The twelve months of period A, each hot or not: three or more distinct children at the place. */
const hotMonths = ({ reports, dayOf }: Demo, placeName: string): boolean[] =>
  MONTHS_OF_A.map((month) => {
    const here = reportsAt(reports, placeName).filter((row) => dayOf(row).startsWith(month))
    return distinct(here, 'child_source_id') >= 3
  })

const emerges = (demo: Demo) => {
  expect(hotMonths(demo, EMERGING.placeName)).toEqual([
    ...MONTHS_OF_A.slice(0, 8).map(() => false),
    true,
    true,
    true,
    true,
  ])
  const days = reportsAt(demo.reports, EMERGING.placeName).map(demo.dayOf)
  expect(days.every((day) => day >= '2023-03-01')).toBe(true)
}

const fades = (demo: Demo) => {
  expect(hotMonths(demo, FADING.placeName)).toEqual(MONTHS_OF_A.map((_, index) => index < 6))
  const days = reportsAt(demo.reports, FADING.placeName).map(demo.dayOf)
  expect(days.every((day) => day <= FADING.lastDay)).toBe(true)
}

const isOfOneChild = ({ reports, dayOf }: Demo) => {
  const here = reportsAt(reports, SINGLE_CHILD.placeName)
  expect(here).toHaveLength(SINGLE_CHILD.reports)
  expect(new Set(here.map((row) => row['child_source_id']))).toEqual(new Set([SINGLE_CHILD.childSourceId]))
  expect(here.every((row) => isIn(dayOf(row), PERIOD_A))).toBe(true)
}

const clustersOnAStreet = ({ reports }: Demo) => {
  const near = (metres: number) =>
    reports.filter((row) => {
      const position = positionOf(row)
      return position && row['is_private_address'] === 'N' && metresBetween(position, STREET_CLUSTER) <= metres
    })
  expect(near(STREET_CLUSTER.radiusMetres)).toHaveLength(12)
  expect(distinct(near(STREET_CLUSTER.radiusMetres), 'child_source_id')).toBe(6)
  expect(near(300)).toHaveLength(12)
  expect(near(300).every((row) => row['place_name'] === '')).toBe(true)
}

/** The instants that a report's time covers. */
const spanOf = (row: Row) => {
  const from = Date.parse(cell(row, 'observed_from'))
  return { from, to: cell(row, 'observed_to') === '' ? from : Date.parse(cell(row, 'observed_to')) }
}

/** Pairs of one child and episode, at places of one kind within 600 m (across a large park), with times that overlap. */
const pairsToldTwice = (reports: readonly Row[]): [Row, Row][] => {
  const timed = reports.filter((row) => row['episode_source_id'] !== '' && cell(row, 'observed_from').includes('T'))
  return timed.flatMap((first, index) =>
    timed.slice(index + 1).flatMap((second): [Row, Row][] => {
      const [a, b] = [positionOf(first), positionOf(second)]
      const isSame =
        first['episode_source_id'] === second['episode_source_id'] &&
        first['place_category'] === second['place_category']
      if (!isSame || !a || !b || metresBetween(a, b) > 600) return []
      const [x, y] = [spanOf(first), spanOf(second)]
      return x.from <= y.to && y.from <= x.to ? [[first, second]] : []
    }),
  )
}

const tellsTwice = ({ reports, dayOf }: Demo) => {
  const pairs = pairsToldTwice(reports).filter(
    ([a, b]) => a['source_type'] !== b['source_type'] && a['is_private_address'] === 'N',
  )
  const inPeriod = (period: { from: string; to: string }) => pairs.filter(([first]) => isIn(dayOf(first), period))
  expect(inPeriod(PERIOD_A)).toHaveLength(TOLD_TWICE.pairsInPeriodA)
  expect(inPeriod(PERIOD_B)).toHaveLength(TOLD_TWICE.pairsInPeriodB)
  for (const pair of pairs)
    expect(pair.map((row) => cell(row, 'source_type')).toSorted()).toEqual(['police_found_report', 'return_interview'])
}

const demo = read()

describe('the stories', () => {
  test('the emerging place is hot in the last four months and has no report before', () => emerges(demo))
  test('the fading place is hot until the end of 2022 and has no report after', () => fades(demo))
  test('behind the single-child place there is one child', () => isOfOneChild(demo))
  test('six children make a cluster at no named place, and nobody else is near', () => clustersOnAStreet(demo))
  test('some finds are told twice, by the police and in the return interview', () => tellsTwice(demo))
  test('one bus park has too few reports to be a hotspot', () => {
    expect(reportsAt(demo.reports, TOO_FEW.placeName)).toHaveLength(TOO_FEW.reports)
  })

  test('any seed tells them', () => {
    const tellsAll = (seed: number) => {
      const other = read(seed)
      for (const story of [emerges, fades, isOfOneChild, clustersOnAStreet]) story(other)
    }
    fc.assert(fc.property(fc.integer(), tellsAll), { numRuns: 3, seed: 2 })
  })
})
