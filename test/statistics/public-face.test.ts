import { expect, test } from 'vitest'
import { aoristicWeek } from '../../server/statistics/aoristic.ts'
import { monthAheadBacktest, predictiveAccuracy } from '../../server/statistics/backtest.ts'
import {
  benjaminiHochberg,
  childFlipTest,
  conditionalMidP,
  smallestDetectable,
} from '../../server/statistics/change.ts'
import { dbscan } from '../../server/statistics/dbscan.ts'
import { quarticDensity } from '../../server/statistics/density.ts'
import { weightedDisplacementDifference } from '../../server/statistics/displacement.ts'
import { getisOrd, maxZTest } from '../../server/statistics/getis-ord.ts'
import { poissonScan, spaceTimeScan } from '../../server/statistics/scan.ts'
import { stabilityOf } from '../../server/statistics/stability.ts'

/** The names, shapes and answers that others call the methods by: what is changed here breaks them. */

const keys = (answer: object | null | undefined) => Object.keys(answer ?? {}).toSorted()

test('change.ts', () => {
  const flip = childFlipTest([{ before: 1, after: 3 }], { draws: 99, seed: 1 })

  expect(keys(flip)).toEqual(['exact', 'high', 'low', 'p', 'rateRatio'])
  expect(flip.rateRatio).toBe(3)
  expect(keys(conditionalMidP(9, 1, 30, 12))).toEqual(['high', 'low', 'oneSided', 'p', 'rateRatio'])
  expect(benjaminiHochberg([0.02, 0.04])).toEqual([0.04, 0.04])
  expect(smallestDetectable(100, { power: 0.8, alpha: 0.05 })).toEqual({ after: 64 })
  expect(smallestDetectable(3, { controlBefore: 3, power: 0.8, alpha: 0.05 })).toBeNull()
})

test('aoristic.ts and density.ts give columns of numbers', () => {
  const at = new Date('2023-01-02T00:00Z')

  expect(aoristicWeek([{ from: at, to: at }], 'Europe/London')).toEqual(
    Float64Array.from({ length: 168 }, (_, h) => +!h),
  )
  expect(aoristicWeek([], 'Europe/London')).toEqual(new Float64Array(168))
  expect(quarticDensity([0], [0], [2], 100, [0], [0])).toEqual(Float64Array.of((2 * 3) / (Math.PI * 100 ** 2)))
})

test('dbscan.ts', () => {
  expect(dbscan(Float64Array.of(0, 150, 301), Float64Array.of(0, 0, 0), 150, 2)).toEqual(Int32Array.of(0, 0, -1))
})

test('getis-ord.ts', () => {
  const withItself = [
    [0, 1],
    [0, 1, 2],
    [1, 2, 3],
    [2, 3],
  ]
  const without = withItself.map((list, cell) => list.filter((other) => other !== cell))

  expect(getisOrd([1, 2, 3, 5], withItself, { star: true })).toBeInstanceOf(Float64Array)
  expect(getisOrd(Int32Array.of(1, 2, 3, 5), without, { star: false })).toBeInstanceOf(Float64Array)
  expect(getisOrd([2, 2, 2, 2], withItself, { star: true })).toBeNull()
  const tested = maxZTest([1, 0, 0, 4], withItself, { replications: 9, seed: 1 })
  expect(keys(tested)).toEqual(['p', 'z'])
  expect([tested!.z.length, tested!.p.length]).toEqual([4, 4])
})

test('scan.ts', () => {
  const events = [1, 1, 40, 80, 120, 160, 200, 240, 280, 320].map((t, i) => ({
    x: i < 2 ? 0 : 5_000 * i,
    y: 0,
    t,
    child: i,
  }))
  const [cluster] = spaceTimeScan(events, { maxRadiusMetres: 1_000, maxDays: 30, replications: 9, seed: 1 })
  const centres = [0, 1, 5, 9].map((x) => ({ x, y: 0 }))
  const [zone] = poissonScan(centres, [9, 8, 1, 1], [1, 1, 1, 1], { maxShare: 0.5, replications: 9, seed: 1 })

  expect(keys(cluster)).toEqual(['expected', 'from', 'glr', 'members', 'observed', 'p', 'to'])
  expect(cluster).toMatchObject({ members: [0, 1], from: 1, to: 1, observed: 2 })
  expect(keys(zone)).toEqual(['cases', 'expected', 'logLikelihoodRatio', 'members', 'p'])
  expect(zone).toMatchObject({ members: [0, 1], cases: 17, expected: 9.5 })
})

test('displacement.ts', () => {
  const counts = { treated: [8, 4], control: [5, 6], buffer: [2, 2], bufferControl: [3, 3] } as const
  const divisors = { treated: [2, 1], bufferControl: [1, 1] } as const
  const answer = weightedDisplacementDifference({ ...counts, divisors, inflation: 2 })

  expect(keys(answer)).toEqual(['estimate', 'high', 'low', 'variance', 'z'])
  expect(answer).toMatchObject({ estimate: -1, variance: 2 * (2 + 4 + 11 + 4 + 6) })
})

test('backtest.ts', () => {
  const accuracy = predictiveAccuracy([6, 3, 0], [3, 2, 1], [1, 1, 1])
  const months = Array.from({ length: 13 }, () => [2, 1])
  const [month] = monthAheadBacktest({
    counts: months,
    elsewhere: months.map(() => 1),
    scores: months.map(() => [1, 0]),
    areas: [1, 1],
    wholeArea: 10,
  })

  expect(keys(accuracy)).toEqual(['areaShare', 'hitRate', 'order', 'pai', 'pei'])
  expect(month!.hotspots).toMatchObject({ places: [0], hits: 2, hitRate: 0.5, areaShare: 0.1, pai: 5 })
})

test('stability.ts', () => {
  const reports = Array.from('abcabc', (child) => ({ x: 0, y: 0, accuracyMetres: 10, child }))
  const [survival] = stabilityOf(reports, [{ place: null, reports: [0, 1, 2, 3, 4, 5] }], {
    method: { epsMetres: 150, minPoints: 5, minChildren: 3 },
    placeOf: () => null,
    seed: 1,
  })

  expect(keys(survival)).toEqual(['moved', 'otherParameters', 'withoutOneChild'])
  expect(survival).toMatchObject({ moved: 1, withoutOneChild: false })
})
