import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { generateDemo } from '../../data/demo/generate.ts'
import { DEMO_CLOCK, PERIOD_A, PERIOD_B } from '../../data/demo/stories.ts'
import { bucketOf, cell, countBy, dayOf, distinct, isDateOnly, isIn, rowsOf, type Row } from './generate-reading.ts'

const demo = generateDemo()
const episodes = rowsOf(demo.episodesCsv)
const startedIn = (rows: readonly Row[], period: { from: string; to: string }) =>
  rows.filter((row) => isIn(dayOf(row, 'started_at'), period))
const ofA = startedIn(episodes, PERIOD_A)
const ofB = startedIn(episodes, PERIOD_B)

const repeat = (times: number, value: number): number[] => Array.from({ length: times }, () => value)
const WORKED_VALUES = '13,13,13,13,12,12,12,12,12,11,10,9,8,8,7,7,6,6,5,5,5,4,4,4,4,4,4,3,3,3'.split(',').map(Number)
const TOP_TWELVE = [54, 49, 43, 38, 32, 28, 27, 27, 22, 22, 22, 22]

/** Each child's number of episodes, most first. */
const episodesPerChild = (rows: readonly Row[]) =>
  Object.values(countBy(rows, (row) => cell(row, 'child_source_id'))).toSorted((a, b) => b - a)

/** Children and episodes of each gender. */
const byGender = (rows: readonly Row[]) =>
  ['male', 'female', 'transgender'].map((gender) => {
    const own = rows.filter((row) => row['gender_category'] === gender)
    return [distinct(own, 'child_source_id'), own.length]
  })

describe("the seed's figures", () => {
  test('there are 684 episodes of 89 children in period A and 525 of 69 in period B', () => {
    expect([ofA.length, distinct(ofA, 'child_source_id')]).toEqual([684, 89])
    expect([ofB.length, distinct(ofB, 'child_source_id')]).toEqual([525, 69])
  })

  test('42 children have 618 episodes, 19 have two and 28 have one', () => {
    expect(episodesPerChild(ofA)).toEqual([...TOP_TWELVE, ...WORKED_VALUES, ...repeat(19, 2), ...repeat(28, 1)])
    const persistent = episodesPerChild(ofA).filter((count) => count >= 3)
    expect([persistent.length, persistent.reduce((sum, count) => sum + count, 0)]).toEqual([42, 618])
  })

  test('48 boys have 336 episodes, 37 girls 256 and 4 transgender children 92', () => {
    expect(byGender(ofA)).toEqual([
      [48, 336],
      [37, 256],
      [4, 92],
    ])
  })

  test('the return interviews stand as published, and the two that were left out are not recorded', () => {
    expect(countBy(ofA, bucketOf)).toEqual({
      in_timescales: 420,
      out_of_timescales: 110,
      voided: 21,
      incomplete: 131,
      not_recorded: 2,
    })
  })

  test('the twelve most often missing have the published placement labels, five of them out of area', () => {
    const top = Object.entries(countBy(ofA, (row) => cell(row, 'child_source_id')))
      .toSorted(([a, m], [b, n]) => n - m || a.localeCompare(b))
      .slice(0, 12)
      .map(([child, count]) => {
        const own = episodes.filter((row) => row['child_source_id'] === child)
        expect(distinct(own, 'placement_label')).toBe(1)
        return [count, cell(own[0] ?? {}, 'placement_label'), cell(own[0] ?? {}, 'placement_location')]
      })
    expect(top).toEqual([
      [54, 'Unregulated and Semi Independent', 'IN'],
      [49, 'Residential and Placed Out of Area', 'OUT'],
      [43, 'Semi independent', 'IN'],
      [38, 'Semi independent', 'IN'],
      [32, 'Foster care', 'IN'],
      [28, 'Placed Out of Area/Independent residential and semi-independent', 'OUT'],
      [27, 'Placed Out of Area', 'OUT'],
      [27, 'Derby City residential', 'IN'],
      [22, 'Placed Out of Area', 'OUT'],
      [22, 'Foster Care/Placed out of Area', 'OUT'],
      [22, 'Semi independent', 'IN'],
      [22, 'Semi Independent', 'IN'],
    ])
  })

  test('any seed gives the same figures, in time for the clock', () => {
    const hasFigures = (seed: number) => {
      const rows = rowsOf(generateDemo(seed).episodesCsv)
      const [a, b] = [startedIn(rows, PERIOD_A), startedIn(rows, PERIOD_B)]
      expect(episodesPerChild(a)).toEqual(episodesPerChild(ofA))
      expect([b.length, distinct(b, 'child_source_id')]).toEqual([525, 69])
      expect(byGender(a)).toEqual(byGender(ofA))
      expect(countBy(a, bucketOf)).toEqual(countBy(ofA, bucketOf))
      expectNoOverlap(rows)
      expectBeforeClock(rows)
    }
    fc.assert(fc.property(fc.integer(), hasFigures), { numRuns: 5, seed: 1 })
  })
})

const ends = (row: Row) => cell(row, 'ended_at')
const next = (day: string) => Temporal.PlainDate.from(day).add({ days: 1 }).toString()
/** A day stands for all of itself: a start on it may be its first minute, an end its last. */
const earliest = (value: string) => Date.parse(isDateOnly(value) ? `${value}T00:00+01:00` : value)
const latest = (value: string) => Date.parse(isDateOnly(value) ? `${next(value)}T00:00Z` : value)

const expectNoOverlap = (rows: readonly Row[]) => {
  const lastOf = new Map<string, Row>()
  for (const row of rows) {
    const before = lastOf.get(cell(row, 'child_source_id'))
    if (before)
      expect(earliest(cell(row, 'started_at'))).toBeGreaterThan(ends(before) === '' ? Infinity : latest(ends(before)))
    lastOf.set(cell(row, 'child_source_id'), row)
  }
}

const TIMES = [
  'started_at',
  'ended_at',
  'interview_offered_at',
  'interview_held_at',
  'interview_recorded_at',
  'interviewer_trained_on',
]
const expectBeforeClock = (rows: readonly Row[]) => {
  for (const row of rows) for (const column of TIMES) expect(cell(row, column) < DEMO_CLOCK).toBe(true)
}

describe('the episodes make sense', () => {
  test('one child is never missing twice at once, even where only days are known', () => expectNoOverlap(episodes))

  test('an episode ends after its start, and nothing is later than the clock', () => {
    expectBeforeClock(episodes)
    for (const row of episodes)
      if (ends(row) !== '') expect(Date.parse(ends(row))).toBeGreaterThan(Date.parse(cell(row, 'started_at')))
  })

  test('only one child is still missing at the clock, and every episode of both years has ended', () => {
    expect(episodes.filter((row) => ends(row) === '').map((row) => dayOf(row, 'started_at'))).toEqual(['2023-07-10'])
    expect([...ofA, ...ofB].every((row) => ends(row) !== '')).toBe(true)
    expect(episodes.length - ofA.length - ofB.length).toBe(8)
  })

  test('a time is what a clock in London shows, with its offset', () => {
    const times = episodes
      .flatMap((row) => TIMES.map((column) => cell(row, column)))
      .filter((value) => value.includes('T'))
    expect(times.length).toBeGreaterThan(4000)
    for (const time of times) {
      const local = Temporal.Instant.from(time).toZonedDateTimeISO('Europe/London')
      expect(local.toString({ timeZoneName: 'never', smallestUnit: 'minute' })).toBe(time)
    }
  })

  test('an interview is not before the return, nor written up before it was held', () => {
    for (const row of episodes) {
      const order = [ends(row), 'interview_offered_at', 'interview_held_at', 'interview_recorded_at'].map(
        (column, index) => (index === 0 ? column : cell(row, column)),
      )
      const known = order.filter((value) => value !== '')
      const days = known.map((value) => value.slice(0, 10))
      expect(days).toEqual(days.toSorted())
      if (known.every((value) => !isDateOnly(value))) {
        const instants = known.map((value) => Date.parse(value))
        expect(instants).toEqual(instants.toSorted((a, b) => a - b))
      }
    }
  })

  test('every kind of interview is there: by the day only, declined, not reached, never written up', () => {
    expect(ofA.filter((row) => isDateOnly(cell(row, 'interview_held_at'))).length).toBeGreaterThan(20)
    expect(ofA.filter((row) => isDateOnly(cell(row, 'ended_at'))).length).toBeGreaterThan(1)
    expect(Object.keys(countBy(ofA, (row) => cell(row, 'interview_outcome'))).toSorted()).toEqual([
      '',
      'declined',
      'held',
      'unable_to_contact',
      'void',
    ])
    const unwritten = ofA.filter((row) => row['interview_outcome'] === 'held' && row['interview_recorded_at'] === '')
    expect(unwritten.length).toBeGreaterThan(5)
    expect(unwritten.every((row) => bucketOf(row) === 'incomplete')).toBe(true)
  })

  test('children go missing in the evening, more at the weekend, and mostly for less than a day', () => {
    const timed = [...ofA, ...ofB].filter((row) => !isDateOnly(cell(row, 'started_at')))
    const share = (isSo: (row: Row) => boolean) => timed.filter(isSo).length / timed.length
    expect(share((row) => Number(cell(row, 'started_at').slice(11, 13)) >= 17)).toBeGreaterThan(0.7)
    expect(share((row) => Temporal.PlainDate.from(dayOf(row, 'started_at')).dayOfWeek >= 5)).toBeGreaterThan(3 / 7)
    expect(
      share((row) => Date.parse(ends(row)) - Date.parse(cell(row, 'started_at')) < 24 * 3_600_000),
    ).toBeGreaterThan(0.75)
  })

  test('a child with 27 or more episodes in the year has three in 30 days', () => {
    const counts = countBy(ofA, (row) => cell(row, 'child_source_id'))
    const often = Object.keys(counts).filter((child) => (counts[child] ?? 0) >= 27)
    expect(often).toHaveLength(8)
    for (const child of often) {
      const starts = ofA
        .filter((row) => row['child_source_id'] === child)
        .map((row) => Date.parse(cell(row, 'started_at')))
      expect(starts.some((start, index) => (starts[index + 2] ?? Infinity) - start < 30 * 86_400_000)).toBe(true)
    }
  })
})

describe('the same demo again', () => {
  test('the same seed gives the same bytes', () => expect(generateDemo()).toEqual(demo))

  test('another seed gives other children and places', () => {
    const other = generateDemo(7)
    expect(other.episodesCsv).not.toBe(demo.episodesCsv)
    expect(other.reportsCsv).not.toBe(demo.reportsCsv)
  })
})
