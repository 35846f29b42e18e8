import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { aoristicWeek } from '../../server/statistics/aoristic.ts'
import { monthAheadBacktest, predictiveAccuracy } from '../../server/statistics/backtest.ts'
import { hexagonGrid } from '../../server/statistics/hexagons.ts'
import { patrolWindows } from '../../server/statistics/patrol-windows.ts'

const FILE = '../shared/data/events/memphis_robberies_2019.csv'
const ZONE = 'America/Chicago'
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const HOUR_MS = 3_600_000

interface Robbery {
  at: Date
  longitude: number
  latitude: number
}

const robberies = (): Robbery[] =>
  parse<Record<string, string>>(readFileSync(FILE), { columns: true }).map((row) => ({
    at: new Date(row['date_time_utc']!),
    longitude: Number(row['longitude']),
    latitude: Number(row['latitude']),
  }))

/** In 2019 the clocks of Memphis went forward at 08:00 UTC on 10 March and back at 07:00 UTC on 3 November. */
const isSummer = (at: Date) => at.getTime() >= Date.UTC(2019, 2, 10, 8) && at.getTime() < Date.UTC(2019, 10, 3, 7)
const onTheWall = (at: Date) => new Date(at.getTime() - (isSummer(at) ? 5 : 6) * HOUR_MS)

/** Counted one by one, without any time zone's rules but the two days above. */
const weekByHand = (events: readonly Robbery[]): number[] => {
  const week = Array.from({ length: 168 }, () => 0)
  for (const wall of events.map(({ at }) => onTheWall(at)))
    week[((wall.getUTCDay() + 6) % 7) * 24 + wall.getUTCHours()]! += 1
  return week
}

/** 500 m hexagons over the city, in metres of a plane through it: right to a thousandth over its 35 km. */
const grid = hexagonGrid({ west: 0, south: 0, east: 35_800, north: 29_200 }, 500)
const cellOf = ({ longitude, latitude }: Robbery) =>
  grid.cellAt((longitude + 90.125) * 91_290, (latitude - 34.996) * 110_940)

describe.skipIf(!existsSync(FILE))('2,245 robberies with their minute (memphis_robberies_2019.csv)', () => {
  test('give the hour-of-week table that the clock on the wall gives', () => {
    const events = robberies()
    const week = [
      ...aoristicWeek(
        events.map(({ at }) => ({ from: at, to: at })),
        ZONE,
      ),
    ]

    expect(week).toEqual(weekByHand(events))
    const days = DAYS.map((_, day) => week.slice(day * 24, day * 24 + 24).reduce((sum, count) => sum + count, 0))
    expect(days).toEqual([346, 279, 312, 292, 376, 340, 300])
    // Friday from 15:00 to 16:00 is the fullest hour.
    expect([Math.max(...week), week.indexOf(Math.max(...week))]).toEqual([38, 4 * 24 + 15])
    expect(patrolWindows(week, { timedReports: events.length, children: 5, most: 1 })).toMatchObject([
      { fromHour: 4 * 24 + 15, hours: 2 },
    ])
  })

  test('spread over an hour each, they keep their number and reach no further than the next hour', () => {
    const events = robberies()
    const week = weekByHand(events)
    const spread = aoristicWeek(
      events.map(({ at }) => ({ from: at, to: new Date(at.getTime() + HOUR_MS) })),
      ZONE,
    )

    expect(spread.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(events.length, 8)
    spread.forEach((weight, hour) => expect(weight).toBeLessThanOrEqual(week[hour]! + week[(hour + 167) % 168]! + 1e-9))
  })

  test.each([
    ['2019-07', { robberies: 216, hits: 30, hitRate: 0.139, pai: 6.79, pei: 0.32, hitsOfLastMonth: 18 }],
    ['2019-08', { robberies: 209, hits: 20, hitRate: 0.096, pai: 4.68, pei: 0.25, hitsOfLastMonth: 22 }],
    ['2019-09', { robberies: 218, hits: 32, hitRate: 0.147, pai: 7.18, pei: 0.38, hitsOfLastMonth: 27 }],
    ['2019-10', { robberies: 183, hits: 34, hitRate: 0.186, pai: 9.08, pei: 0.43, hitsOfLastMonth: 9 }],
    ['2019-11', { robberies: 145, hits: 25, hitRate: 0.172, pai: 8.43, pei: 0.41, hitsOfLastMonth: 16 }],
    ['2019-12', { robberies: 191, hits: 33, hitRate: 0.173, pai: 8.45, pei: 0.42, hitsOfLastMonth: 15 }],
  ])('are foretold a month ahead: %s from the months before, at 36 hexagons of 1,760', (month, found) => {
    const months = robberies().map((robbery) => ({
      month: onTheWall(robbery.at).toISOString().slice(0, 7),
      cell: cellOf(robbery),
    }))
    const countsOf = (isCounted: (month: string) => boolean) => {
      const counts = Array.from(grid.x, () => 0)
      for (const one of months) if (isCounted(one.month)) counts[one.cell]! += 1
      return counts
    }
    const observed = countsOf((one) => one === month)
    const monthBefore = `2019-${String(Number(month.slice(5)) - 1).padStart(2, '0')}`
    const [before, last] = [countsOf((one) => one < month), countsOf((one) => one === monthBefore)]
    const equal = Array.from(grid.x, () => 1)
    const { order, hitRate, areaShare, pai, pei } = predictiveAccuracy(observed, before, equal)
    const sumAt = (cells: number[]) => cells.slice(0, 36).reduce((sum, cell) => sum + observed[cell]!, 0)

    expect(areaShare[35]!.toFixed(4)).toBe('0.0205')
    expect({
      robberies: observed.reduce((sum, count) => sum + count, 0),
      hits: sumAt(order),
      hitRate: Number(hitRate[35]!.toFixed(3)),
      pai: Number(pai[35]!.toFixed(2)),
      pei: Number(pei[35]!.toFixed(2)),
      hitsOfLastMonth: sumAt(predictiveAccuracy(observed, last, equal).order),
    }).toEqual(found)
    // The 36 with most before, counted without the method: nothing left out was fuller than what was taken.
    const fewest = Math.min(...order.slice(0, 36).map((cell) => before[cell]!))
    expect(order.slice(36).every((cell) => before[cell]! <= fewest)).toBe(true)
  })

  test('are foretold half a month ahead: 307 of 1,162 where the last six months had five, 81 where the last half month had any', () => {
    const spots = robberies().map((robbery) => ({
      period: robbery.at.getUTCMonth() * 2 + Number(robbery.at.getUTCDate() > 15),
      cell: cellOf(robbery),
    }))
    const sites = [...new Set(spots.map(({ cell }) => cell))].toSorted((a, b) => a - b)
    const counts = Array.from({ length: 24 }, () => sites.map(() => 0))
    for (const { period, cell } of spots) counts[period]![sites.indexOf(cell)]! += 1
    const sumOver = (from: number, to: number) =>
      sites.map((_, site) => counts.slice(from, to).reduce((sum, period) => sum + period[site]!, 0))
    // What the map would have shown: cells with five or more in the six months up to then.
    const scores = counts.map((_, period) =>
      period < 11 ? sites.map(() => 0) : sumOver(period - 11, period + 1).map((sum) => (sum >= 5 ? sum : 0)),
    )
    const hexagonHectares = ((3 * Math.sqrt(3)) / 2) * 25
    const foretold = monthAheadBacktest({
      counts,
      elsewhere: counts.map(() => 0),
      scores,
      areas: sites.map(() => hexagonHectares),
      wholeArea: grid.x.length * hexagonHectares,
    })

    expect(foretold.map(({ month }) => month)).toEqual([12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23])
    const totals = (['hotspots', 'lastMonth', 'twelveMonths'] as const).map((rule) => ({
      places: foretold.reduce((sum, month) => sum + month[rule].places.length, 0),
      hits: foretold.reduce((sum, month) => sum + month[rule].hits, 0),
    }))
    expect(foretold.reduce((sum, { reports }) => sum + reports, 0)).toBe(1_162)
    expect(totals).toEqual([
      { places: 785, hits: 307 },
      { places: 783, hits: 81 },
      // Cells all of one size: the six months' total chooses the same ones.
      { places: 785, hits: 307 },
    ])
    for (const { month, hotspots } of foretold) {
      expect(hotspots.places.every((site) => scores[month - 1]![site]! >= 5)).toBe(true)
      expect(hotspots.hits).toBe(hotspots.places.reduce((sum, site) => sum + counts[month]![site]!, 0))
      expect(hotspots.areaShare).toBeCloseTo(hotspots.places.length / grid.x.length, 12)
      expect(hotspots.pai).toBeCloseTo(hotspots.hitRate / hotspots.areaShare, 10)
    }
  })
})
