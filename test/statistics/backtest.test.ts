import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { monthAheadBacktest, predictiveAccuracy } from '../../server/statistics/backtest.ts'

const PTOOLS = '../shared/data/validation/near_repeat_pai_ptools.json'

interface PtoolsFile {
  pai: { obs: number[]; pred: number[]; area: number[]; expected_PAI: number[]; expected_PEI: number[] }
}

const ones = (count: number) => Array.from({ length: count }, () => 1)

describe('published accuracy', () => {
  test('of six equal places', () => {
    const { order, pai } = predictiveAccuracy([6, 7, 3, 2, 1, 0], [8, 4, 4, 2, 1, 0], ones(6))

    expect(order).toEqual([0, 2, 1, 3, 4, 5])
    expect(pai.map((value) => Number(value.toFixed(4)))).toEqual([1.8947, 1.4211, 1.6842, 1.4211, 1.2, 1])
  })

  test('of three equal places', () => {
    const { pai, pei, hitRate, areaShare } = predictiveAccuracy([6, 3, 0], [3, 2, 1], ones(3))

    expect({ pai, pei }).toEqual({ pai: [2, 1.5, 1], pei: [1, 1, 1] })
    expect(hitRate).toEqual([6 / 9, 1, 1])
    expect(areaShare).toEqual([1 / 3, 2 / 3, 1])
  })

  test.skipIf(!existsSync(PTOOLS))('in near_repeat_pai_ptools.json', () => {
    const { pai: given } = JSON.parse(readFileSync(PTOOLS, 'utf8')) as PtoolsFile
    const { pai, pei } = predictiveAccuracy(given.obs, given.pred, given.area)

    expect(pai).toEqual(given.expected_PAI)
    expect(pei).toEqual(given.expected_PEI)
  })
})

describe('each word of the definition', () => {
  test('places are taken by what is predicted per area', () => {
    expect(predictiveAccuracy([1, 1, 1], [4, 3, 2], [4, 1, 1]).order).toEqual([1, 2, 0])
  })

  test('of equal predictions the place with fewest observed comes first, then the first of the list', () => {
    expect(predictiveAccuracy([5, 2, 2, 9], [1, 1, 1, 2], ones(4)).order).toEqual([3, 1, 2, 0])
  })

  test('with unequal areas the best possible takes part of its last place', () => {
    const { pei } = predictiveAccuracy([2, 6, 1], [9, 8, 1], [1, 4, 5])

    // One hectare of the densest place, 2; then 2 and four of the next, 8; then all.
    expect(pei).toEqual([1, 1, 1])
    expect(predictiveAccuracy([2, 6, 1], [1, 80, 1], [1, 4, 5]).pei[0]).toBeCloseTo(6 / (2 + 3 * 1.5), 12)
  })

  test('where nothing was observed there is no rate', () => {
    const { pai, pei, hitRate, areaShare } = predictiveAccuracy([0, 0], [1, 2], [1, 1])

    expect([pai, pei, hitRate]).toEqual([ones(2).fill(NaN), ones(2).fill(NaN), ones(2).fill(NaN)])
    expect(areaShare).toEqual([0.5, 1])
  })

  test('PEI lies between 0 and 1, and all places together hold all', () => {
    const place = fc.record({
      seen: fc.nat({ max: 9 }),
      score: fc.nat({ max: 9 }),
      area: fc.integer({ min: 1, max: 9 }),
    })
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 12 }), (places) => {
        fc.pre(places.some(({ seen }) => seen > 0))
        const [seen, score, area] = [
          places.map((one) => one.seen),
          places.map((one) => one.score),
          places.map((one) => one.area),
        ]
        const { order, pai, pei, hitRate, areaShare } = predictiveAccuracy(seen, score, area)

        expect(order.toSorted((a, b) => a - b)).toEqual([...places.keys()])
        expect(Math.max(...pei)).toBeLessThanOrEqual(1 + 1e-9)
        for (const last of [pai, pei, hitRate, areaShare].map((column) => column.at(-1)!))
          expect(last).toBeCloseTo(1, 9)
        pai.forEach((value, k) => expect(value * areaShare[k]!).toBeCloseTo(hitRate[k]!, 9))
      }),
    )
  })

  test.each([
    [[1, 2], [1], [1, 1], 'expected as many predicted as observed (2), got 1'],
    [[1, 2], [1, 1], [1], 'expected as many areas as observed (2), got 1'],
    [[1, -2], [1, 1], [1, 1], 'expected observed to be at least 0, got -2 at index 1'],
    [[1, 2], [NaN, 1], [1, 1], 'expected predicted to be at least 0, got NaN at index 0'],
    [[1, 2], [1, 1], [1, 0], 'expected areas to be positive, got 0 at index 1'],
  ])('%j observed, %j predicted, areas %j are refused', (observed, predicted, areas, message) => {
    expect(() => predictiveAccuracy(observed, predicted, areas)).toThrow(new RangeError(message))
  })
})

describe('would last month have helped', () => {
  const areas = [2, 1, 1, 4]
  const year = Array.from({ length: 12 }, () => [4, 1, 0, 4])
  const history = {
    counts: [...year, [1, 3, 0, 0], [6, 2, 0, 0]],
    elsewhere: [...year.map(() => 9), 1, 12],
    scores: [...year.map(() => [8, 3, 0, 0]), [5, 9, 0, 0], [0, 0, 0, 0]],
    areas,
    wholeArea: 80,
  }

  test('each month after the twelfth is met with the places shown when it began', () => {
    const [first, second, ...rest] = monthAheadBacktest(history)

    expect(rest).toEqual([])
    expect(first).toMatchObject({ month: 12, reports: 5, hotspots: { places: [0, 1], hits: 4, hitRate: 0.8 } })
    expect(second).toMatchObject({ month: 13, reports: 20, hotspots: { places: [1, 0], hits: 8, hitRate: 0.4 } })
    expect(second!.hotspots.areaShare).toBeCloseTo(3 / 80, 12)
    expect(second!.hotspots.pai).toBeCloseTo(0.4 / (3 / 80), 10)
  })

  test('the rivals choose as many places, by last month and by the twelve months, densest first', () => {
    const [first, second] = monthAheadBacktest(history)

    // The twelve months leave 48 reports on 2 ha, 12 on 1 and 48 on 4: 24, 12 and 12 a hectare; of the equal two the fewer observed.
    expect(first!.lastMonth.places).toEqual([0, 3])
    expect(first!.twelveMonths).toMatchObject({ places: [0, 3], hits: 1, hitRate: 0.2 })
    expect(second!.lastMonth).toMatchObject({ places: [1, 0], hits: 8 })
    expect(second!.twelveMonths).toMatchObject({ places: [0, 1], hits: 8 })
  })

  test('a month later changes nothing that was chosen before it', () => {
    const altered = { ...history, counts: [...history.counts.slice(0, 13), [0, 0, 50, 0]] }

    expect(monthAheadBacktest(altered)[1]!.hotspots.places).toEqual([1, 0])
    expect(monthAheadBacktest(altered)[1]!.lastMonth.places).toEqual([1, 0])
    expect(monthAheadBacktest(altered)[1]!.twelveMonths.places).toEqual([0, 1])
  })

  test('a month with nothing shown meets nothing, one with nothing reported has no rate', () => {
    const none = { ...history, scores: history.counts.map(() => [0, 0, 0, 0]) }
    expect(monthAheadBacktest(none)[0]!.hotspots).toEqual({
      places: [],
      hits: 0,
      hitRate: 0,
      areaShare: 0,
      pai: NaN,
      pei: NaN,
    })
    const quiet = {
      ...history,
      counts: [...year, [0, 0, 0, 0], [6, 2, 0, 0]],
      elsewhere: [...year.map(() => 9), 0, 12],
    }
    expect(monthAheadBacktest(quiet)[0]!.hotspots).toMatchObject({ places: [0, 1], hits: 0, hitRate: NaN, pai: NaN })
    expect(monthAheadBacktest(quiet)[1]!.lastMonth.places).toEqual([])
  })

  test('fewer than thirteen months give no answer', () => {
    const short = { ...history, counts: year, elsewhere: ones(12), scores: year }
    expect(monthAheadBacktest(short)).toEqual([])
  })

  test('months that do not match and places larger than the area are refused', () => {
    const run = (wrong: object) => () => monthAheadBacktest({ ...history, ...wrong })
    const months = 'expected as many months of elsewhere as of counts (14), got 1'
    expect(run({ elsewhere: [1] })).toThrow(new RangeError(months))
    expect(run({ scores: [] })).toThrow(/months of scores/)
    const area = 'expected the whole area to be larger than its places (8), got 8'
    expect(run({ wholeArea: 8 })).toThrow(new RangeError(area))
    expect(run({ scores: history.scores.map(() => [1]) })).toThrow(/as many predicted as observed/)
  })
})
