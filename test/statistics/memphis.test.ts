import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { aoristicWeek } from '../../server/statistics/aoristic.ts'
import { monthAheadBacktest } from '../../server/statistics/backtest.ts'
import { hexagonGrid } from '../../server/statistics/hexagons.ts'
import { patrolWindows } from '../../server/statistics/patrol-windows.ts'

const FILE = '../shared/data/events/memphis_robberies_2019.csv'
const ZONE = 'America/Chicago'
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

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

const clock = new Intl.DateTimeFormat('en-US', { timeZone: ZONE, weekday: 'short', hour: 'numeric', hourCycle: 'h23' })

/** Counted one by one, from what the clock on the wall said. */
const weekByClock = (events: readonly Robbery[]): number[] => {
  const week = Array.from({ length: 168 }, () => 0)
  for (const { at } of events) {
    const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]))
    week[DAYS.indexOf(parts['weekday']!) * 24 + Number(parts['hour'])]! += 1
  }
  return week
}

describe.skipIf(!existsSync(FILE))('2,245 robberies with their minute (memphis_robberies_2019.csv)', () => {
  test('give the hour-of-week table that the clock on the wall gives', () => {
    const events = robberies()
    const week = [
      ...aoristicWeek(
        events.map(({ at }) => ({ from: at, to: at })),
        ZONE,
      ),
    ]

    expect(week).toEqual(weekByClock(events))
    const days = DAYS.map((_, day) => week.slice(day * 24, day * 24 + 24).reduce((sum, count) => sum + count, 0))
    expect(days).toEqual([346, 279, 312, 292, 376, 340, 300])
    // Friday from 15:00 to 16:00 is the fullest hour.
    expect([Math.max(...week), week.indexOf(Math.max(...week))]).toEqual([38, 4 * 24 + 15])
    expect(patrolWindows(week, { timedReports: events.length, children: 5, most: 1 })).toMatchObject([
      { fromHour: 4 * 24 + 15, hours: 2 },
    ])
  })

  test('spread over an hour each, they keep their number and leave no hour that was empty before but the next', () => {
    const events = robberies()
    const spread = aoristicWeek(
      events.map(({ at }) => ({ from: at, to: new Date(at.getTime() + 3_600_000) })),
      ZONE,
    )

    expect(spread.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(events.length, 8)
  })

  test('are foretold half a month ahead: 307 of 1,162 where the last six months had five, 81 where the last half month had any', () => {
    const events = robberies()
    // Metres of a plane through the city: right to a thousandth over its 35 km.
    const grid = hexagonGrid({ west: 0, south: 0, east: 35_800, north: 29_200 }, 500)
    const spots = events.map(({ at, longitude, latitude }) => ({
      period: at.getUTCMonth() * 2 + Number(at.getUTCDate() > 15),
      cell: grid.cellAt((longitude + 90.125) * 91_290, (latitude - 34.996) * 110_940),
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
