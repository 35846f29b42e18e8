import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { workOut } from '../../server/findings/work-out.ts'
import type { Occurrence } from '../../server/hotspots/occurrence.ts'
import { seededRandom } from '../../server/statistics/random.ts'
import { occurrence } from '../hotspots/occurrence.ts'
import { anyReports, at, moved, shuffled } from '../runs/reports.ts'
import { noon, taskOf } from './task.ts'

const anySeed = fc.integer({ min: 1, max: 1_000_000 })
const atPark = { placeId: 'park', easting: 430_700, northing: 336_300 }

/** One report by each child on a day. */
const reported = (children: string, day: string, given: Partial<Occurrence> = atPark): Occurrence[] =>
  children.split('').map((childId) => occurrence({ childId, at: noon(day), observedFrom: noon(day), ...given }))

const parkOf = (reports: readonly Occurrence[], given: Parameters<typeof taskOf>[1] = {}) =>
  workOut(taskOf(reports, given)).groups[0]!

describe('whatever the reports are', () => {
  test('their order changes no byte', () => {
    fc.assert(
      fc.property(anyReports, anySeed, (reports, seed) => {
        const whole = JSON.stringify(workOut(taskOf(reports)))

        expect(JSON.stringify(workOut(taskOf(shuffled(reports, seededRandom(seed)))))).toBe(whole)
      }),
      { numRuns: 12 },
    )
  })

  test('a report that moves in its own square changes nothing that partners are told, nor the new clusters, nor the backtest', () => {
    fc.assert(
      fc.property(anyReports, anySeed, (reports, seed) => {
        const belowG1 = (given: readonly Occurrence[]) => {
          const { groups, newClusters, backtest } = workOut(taskOf(given))
          return JSON.stringify([groups.map((group) => group?.shared ?? null), newClusters, backtest])
        }

        expect(belowG1(moved(reports, seededRandom(seed)))).toBe(belowG1(reports))
      }),
      { numRuns: 12 },
    )
  })

  test('months and week add up to the reports, and every hotspot has findings while a pattern of few children has none', () => {
    fc.assert(
      fc.property(anyReports, (reports) => {
        for (const group of workOut(taskOf(reports)).groups) {
          if (!group) continue
          const { months, week, timeNotKnown } = group.exact
          const all = months.reduce((sum, month) => sum + month.reports, 0)
          expect(week.reduce((sum, weight) => sum + weight, 0) + timeNotKnown).toBeCloseTo(all, 1)
          expect(group.shared.months.map(({ childrenBand }) => childrenBand === null)).toEqual(
            months.map(({ children }) => children < 3),
          )
        }
      }),
      { numRuns: 12 },
    )
  })
})

describe('change', () => {
  const spread = (children: string, day: string) => reported(children, day)

  test('the windows end with the last complete month, however late the run’s own months are', () => {
    const { windows, completeUntil } = workOut(taskOf(reported('abc', '2023-06-01')))

    expect(completeUntil).toBe('2023-05-01')
    expect(windows).toEqual({
      before: { from: '2022-11-02', to: '2023-01-31' },
      after: { from: '2023-01-31', to: '2023-05-01' },
      yearEarlier: { from: '2022-01-31', to: '2022-05-01' },
    })
    expect(workOut(taskOf([], { firstIncomplete: '2024-01-01' })).completeUntil).toBe('2023-07-01')
  })

  test('what is reported in incomplete months changes no word', () => {
    const complete = [...spread('abcdefgh', '2022-12-01'), ...spread('abcdefgh', '2023-03-01')]

    expect(parkOf([...complete, ...spread('ijklmnop', '2023-06-10')]).exact.change).toEqual(
      parkOf(complete).exact.change,
    )
  })

  test('ten children who all come only later are a worsening; all only earlier an improvement; both ways none', () => {
    const weeks = (month: string) => [`${month}-06`, `${month}-20`].flatMap((day) => spread('abcdefghij', day))

    expect(parkOf(weeks('2023-03')).exact.change).toMatchObject({
      word: 'worsening',
      before: 0,
      after: 20,
      children: 10,
    })
    expect(parkOf(weeks('2022-12')).exact.change).toMatchObject({ word: 'improving', before: 20, after: 0 })
    expect(parkOf([...weeks('2022-12'), ...weeks('2023-03')]).exact.change.word).toBe('no clear change')
  })

  test('five children are too few to tell, however often they come', () => {
    const often = ['2023-02-10', '2023-02-20', '2023-03-05', '2023-03-20', '2023-04-10'].flatMap((day) =>
      spread('abcde', day),
    )

    expect(parkOf(often).exact.change).toMatchObject({ word: 'too few to tell', before: 0, after: 25 })
  })

  test('one place that changes among many is judged by what all of them together make likely', () => {
    const seven = ['2023-03-06', '2023-03-20'].flatMap((day) => spread('abcdefg', day))
    const squares = Array.from({ length: 9 }, (_, i) =>
      reported('abc', '2023-03-01', { ...at(2 * i, 20), placeId: null }),
    ).flat()

    expect(parkOf(seven).exact.change).toMatchObject({ p: 0.015625, adjustedP: 0.015625, word: 'worsening' })
    expect(parkOf([...seven, ...squares]).exact.change).toMatchObject({ p: 0.015625, word: 'no clear change' })
  })

  test('the year earlier is told where reports reach back to it, and not where they were never kept', () => {
    const now = spread('abcdef', '2023-03-01')
    const then = spread('abc', '2022-03-01')

    expect(parkOf(now).exact.change.yearEarlier).toBeNull()
    expect(parkOf([...now, ...then]).exact.change.yearEarlier).toBeNull()
    expect(parkOf([...now, ...then, ...reported('z', '2021-07-01')]).exact.change.yearEarlier).toBe(3)
  })
})

describe('class', () => {
  const inMonths = (...months: string[]) => months.flatMap((month) => reported('abc', `${month}-10`))

  test('a place that was hot long ago is not new', () => {
    const now = inMonths('2023-06')

    expect(parkOf(now).exact.trend).toBe('new')
    expect(parkOf([...now, ...inMonths('2021-01')]).exact.trend).toBe('intermittent')
  })

  test('nor is one whose reports of then were deleted by age, but were kept as counts', () => {
    expect(parkOf(inMonths('2023-06'), { hotBefore: ['park'] }).exact.trend).toBe('intermittent')
    expect(parkOf(inMonths('2023-06'), { hotBefore: ['station'] }).exact.trend).toBe('new')
  })

  test('a cluster has the history of its own squares', () => {
    const inSquare = (month: string, east: number) => reported('abc', `${month}-10`, { ...at(east, 0), placeId: null })

    expect(parkOf([...inSquare('2023-06', 0), ...inSquare('2021-01', 0)]).exact.trend).toBe('intermittent')
    expect(parkOf([...inSquare('2023-06', 0), ...inSquare('2021-01', 3)]).exact.trend).toBe('new')
  })
})

describe('how sure', () => {
  test('three children of one report each do not outlive any of them; four do', () => {
    expect(parkOf(reported('abc', '2023-03-01')).exact.stability).toMatchObject({ moved: 1, withoutOneChild: false })
    expect(parkOf(reported('abc', '2023-03-01')).shared.isFirm).toBe(false)
    expect(parkOf(reported('abcd', '2023-03-01')).exact.stability).toMatchObject({ withoutOneChild: true })
    expect(parkOf(reported('abcd', '2023-03-01')).shared.isFirm).toBe(true)
  })

  test('reports that may have been far from a place leave it in some re-runs', () => {
    const vague = reported('abc', '2023-03-01', { ...atPark, accuracyMetres: 3_000 })

    const { moved: share } = parkOf(vague).exact.stability
    expect(share).toBeGreaterThan(0)
    expect(share).toBeLessThan(0.9)
  })

  test('a report that the gazetteer put at a place stays there as long as it is not moved, wherever its point lies', () => {
    const byName = reported('abcd', '2023-03-01', { ...at(0, 0), placeId: 'park' })

    expect(parkOf(byName).exact.stability).toMatchObject({ moved: 1, withoutOneChild: true, smallerDistance: true })
  })
})

describe('what is left out', () => {
  test('finds on patrol change no count, but what they would have changed is said', () => {
    const park = reported('abc', '2023-03-01')
    const station = reported('abc', '2023-06-01', { ...atPark, placeId: 'station' })
    const onPatrol = reported('defgh', '2023-06-20', { ...atPark, foundOnPatrol: true })

    const plain = workOut(taskOf([...park, ...station])).groups
    const patrolled = workOut(taskOf([...park, ...station, ...onPatrol])).groups
    expect(patrolled[0]!.exact.patrol).toMatchObject({ finds: 5, rank: 1 })
    expect(plain[0]!.exact.patrol).toMatchObject({ finds: 0, rank: 2 })
    expect({ ...patrolled[0]!.exact, patrol: null }).toEqual({ ...plain[0]!.exact, patrol: null })
  })

  test('a find beside a cluster’s squares counts as its own, one a square farther does not', () => {
    const cluster = reported('abc', '2023-03-01', { ...at(0, 0), placeId: null })
    const find = (east: number) => reported('d', '2023-03-02', { ...at(east, 0), placeId: null, foundOnPatrol: true })

    expect(parkOf([...cluster, ...find(1)]).exact.patrol.finds).toBe(1)
    expect(parkOf([...cluster, ...find(2)]).exact.patrol.finds).toBe(0)
  })

  test('a place that is only suspected would be no hotspot without that, and has no rank then', () => {
    const suspected = reported('abc', '2023-03-01', { ...atPark, basis: 'suspected' })

    expect(parkOf(suspected).exact.withoutSuspected).toEqual({ reports: 0, children: 0, score: 0, rank: null })
    expect(parkOf(reported('abc', '2023-03-01')).exact.withoutSuspected).toMatchObject({ reports: 3, rank: 1 })
  })
})

test('partners are told where one child gives over half of the reports, and not where a child gives half', () => {
  const others = reported('bcde', '2023-03-01')
  const mostly = Array.from({ length: 5 }, (_, i) => reported('a', `2023-03-1${i}`)).flat()

  expect(parkOf([...others, ...mostly]).shared.isOfFewChildren).toBe(true)
  expect(parkOf([...others, ...mostly.slice(1)]).shared.isOfFewChildren).toBe(false)
})

describe('what partners are told of when', () => {
  /** Reports at an hour of a Friday. */
  const friday = (children: string, hour: string) => {
    const time = new Date(`2023-03-03T${hour}:30:00Z`)
    return children.split('').map((childId) => occurrence({ ...atPark, childId, at: time, observedFrom: time }))
  }

  test('a part of the week is told of from ten reports and five children on', () => {
    const ten = [...friday('abcde', '20'), ...friday('abcde', '21')]

    expect(parkOf(ten).shared.dayParts).toEqual([{ isWeekend: false, dayPart: '18-24', reportsBand: '10-14' }])
    expect(parkOf(ten.slice(1)).shared.dayParts).toEqual([])
    expect(parkOf([...friday('abcd', '20'), ...friday('abcdab', '21')]).shared.dayParts).toEqual([])
  })

  test('a window is told of where three children may have been there then', () => {
    const evening = [...friday('abc', '20'), ...friday('abc', '21')]
    const oneChild = [...friday('d', '03'), ...friday('d', '03'), ...friday('d', '04'), ...friday('d', '04')]
    const others = friday('ef', '12')

    const { exact, shared } = parkOf([...evening, ...oneChild, ...others])
    expect(exact.windows.length).toBeGreaterThan(shared.windows.length)
    expect(shared.windows).toEqual([{ fromHour: 116, hours: 2 }])
  })

  test('nothing is said of when from nine timed reports', () => {
    expect(parkOf(friday('abcdefghi', '20')).exact.windows).toEqual([])
    expect(parkOf(friday('abcdefghij', '20')).exact.windows).not.toEqual([])
  })
})

describe('new clusters', () => {
  const quiet = Array.from({ length: 40 }, (_, i) =>
    reported(
      'abcdefgh'[i % 8]!,
      `2022-${String(7 + (i % 6)).padStart(2, '0')}-${String(1 + ((i * 7) % 28)).padStart(2, '0')}`,
      {
        ...at((i * 5) % 23, (i * 3) % 17),
        placeId: null,
      },
    ),
  ).flat()

  test('six children at one spot in the last fortnight are one, and it is live', () => {
    const sudden = reported('mnopqr', '2023-06-20', { ...at(30, 30), placeId: null })

    const [likeliest] = workOut(taskOf([...quiet, ...sudden])).newClusters.clusters
    expect(likeliest).toMatchObject({
      reports: 6,
      children: 6,
      isLive: true,
      from: '2023-06-20',
      lastDay: '2023-06-20',
    })
    expect(likeliest!.p).toBeLessThanOrEqual(0.05)
  })

  test('one child who comes back every week is not', () => {
    const again = ['2023-06-02', '2023-06-09', '2023-06-16', '2023-06-23'].flatMap((day) =>
      reported('m', day, { ...at(30, 30), placeId: null }),
    )

    const { clusters } = workOut(taskOf([...quiet, ...again])).newClusters
    expect(clusters.filter(({ p, isLive }) => isLive && p <= 0.05)).toEqual([])
  })
})

test('without reports there is nothing to say, and it is said without failing', () => {
  expect(workOut(taskOf([]))).toMatchObject({
    groups: [],
    newClusters: { events: 0, clusters: [] },
    surface: { density: { cells: [] }, significant: { cells: [], events: 0 } },
    backtest: null,
  })
})
