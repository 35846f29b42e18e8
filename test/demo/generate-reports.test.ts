import { existsSync, readFileSync } from 'node:fs'
import { booleanPointInPolygon } from '@turf/turf'
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { generateDemo } from '../../data/demo/generate.ts'
import { AWAY_PLACES, NAMED_PLACES, POSTCODES, UNKNOWN_SPOTS } from '../../data/demo/places.ts'
import { DEMO_CLOCK, PERIOD_A, PERIOD_B, SEED_PLACES, TOO_FEW } from '../../data/demo/stories.ts'
import { comparedName } from '../../server/gazetteer/name.ts'
import { cell, countBy, distinct, isIn, positionOf, reportsAt, rowsOf, type Row } from './generate-reading.ts'

const demo = generateDemo()
const reports = rowsOf(demo.reportsCsv)
const episodes = new Map(rowsOf(demo.episodesCsv).map((row) => [cell(row, 'episode_source_id'), row]))

/** A report belongs to the day of its observed_from; without one, of its episode's start. */
const dayOf = (row: Row): string => {
  const episode = episodes.get(cell(row, 'episode_source_id'))
  return (cell(row, 'observed_from') || cell(episode ?? {}, 'started_at')).slice(0, 10)
}
const ofA = reports.filter((row) => isIn(dayOf(row), PERIOD_A))
const isOneOf = (column: string, allowed: string) => {
  for (const row of reports) expect(allowed.split(' ')).toContain(cell(row, column))
}

describe("the contract's columns", () => {
  test('every report has a reference of its own, a basis, a day or an episode, and one way to a place', () => {
    expect(distinct(reports, 'report_ref')).toBe(reports.length)
    for (const row of reports) {
      expect(cell(row, 'report_ref')).toMatch(/^DEMO-R-\d{5}$/)
      expect(cell(row, 'observed_from') + cell(row, 'episode_source_id')).not.toBe('')
      const ways = ['longitude', 'easting', 'grid_ref', 'postcode'].filter((column) => cell(row, column) !== '')
      expect(ways.length).toBeLessThanOrEqual(1)
      expect(ways.length + (cell(row, 'place_name') === '' ? 0 : 1)).toBeGreaterThan(0)
      expect(cell(row, 'longitude') === '').toBe(cell(row, 'latitude') === '')
      expect(cell(row, 'easting') === '').toBe(cell(row, 'northing') === '')
    }
  })

  test('words stand only where the contract lists them', () => {
    isOneOf('basis', 'found disclosed sighted suspected frequented')
    isOneOf('time_precision', 'exact hour day_part date unknown')
    isOneOf('is_private_address', 'Y N')
    isOneOf('found_on_patrol', 'Y N')
    isOneOf('handling', 'P C')
    for (const row of reports) {
      expect(cell(row, 'source_eval')).toMatch(/^[123]?$/)
      expect(cell(row, 'info_assess')).toMatch(/^[A-E]?$/)
      expect(cell(row, 'handling') === 'C').toBe(cell(row, 'handling_conditions') !== '')
    }
  })

  test('a report of an episode is of that child, at a time that the episode covers', () => {
    for (const row of reports.filter((report) => report['episode_source_id'] !== '')) {
      const episode = episodes.get(cell(row, 'episode_source_id'))
      if (!episode) throw new Error('A report names an episode that is not there.')
      expect(row['child_source_id']).toBe(episode['child_source_id'])
      if (cell(row, 'observed_from') === '') continue
      expect(dayOf(row) <= cell(episode, 'ended_at').slice(0, 10)).toBe(true)
      expect(dayOf(row) >= cell(episode, 'started_at').slice(0, 10)).toBe(true)
      if (cell(row, 'time_precision') === 'exact') {
        expect(Date.parse(cell(row, 'observed_from'))).toBeGreaterThanOrEqual(Date.parse(cell(episode, 'started_at')))
        expect(Date.parse(cell(row, 'observed_from'))).toBeLessThanOrEqual(Date.parse(cell(episode, 'ended_at')))
      }
    }
  })

  test('an interval runs forward, up to the clock at most, on the clocks of London', () => {
    const latest = Temporal.PlainDate.from(DEMO_CLOCK).toZonedDateTime('Europe/London').epochMilliseconds
    for (const row of reports) {
      const times = ['observed_from', 'observed_to']
        .map((column) => cell(row, column))
        .filter((time) => time.includes('T'))
      for (const time of times) {
        const local = Temporal.Instant.from(time).toZonedDateTimeISO('Europe/London')
        expect(local.toString({ timeZoneName: 'never', smallestUnit: 'minute' })).toBe(time)
        expect(local.epochMilliseconds).toBeLessThanOrEqual(latest)
      }
      const [from, to] = times.map((time) => Date.parse(time))
      if (from !== undefined && to !== undefined) expect(to).toBeGreaterThan(from)
      if (cell(row, 'time_precision') === 'hour') expect((to ?? 0) - (from ?? 0)).toBe(3_600_000)
      if (cell(row, 'time_precision') === 'unknown') expect(cell(row, 'observed_from')).toBe('')
    }
  })

  test('a return interview tells of a place only where one was held', () => {
    for (const row of reports.filter((report) => report['source_type'] === 'return_interview'))
      expect(cell(episodes.get(cell(row, 'episode_source_id')) ?? {}, 'interview_outcome')).toBe('held')
  })
})

describe('believable volumes', () => {
  test('there are 900 to 1,300 reports, 550 to 700 of them in period A', () => {
    expect(reports.length).toBeGreaterThan(900)
    expect(reports.length).toBeLessThan(1300)
    expect(ofA.length).toBeGreaterThan(550)
    expect(ofA.length).toBeLessThan(700)
  })

  test('four in ten episodes of a year have no place at all, the others one to three and a second telling', () => {
    const reportsOf = countBy(reports, (row) => cell(row, 'episode_source_id'))
    for (const [period, placed] of [
      [PERIOD_A, 410],
      [PERIOD_B, 315],
    ] as const) {
      const ofPeriod = [...episodes.values()].filter((row) => isIn(cell(row, 'started_at').slice(0, 10), period))
      const counts = ofPeriod.map((row) => reportsOf[cell(row, 'episode_source_id')] ?? 0)
      expect(counts.filter((count) => count > 0)).toHaveLength(placed)
      expect(Math.max(...counts)).toBeLessThanOrEqual(4)
    }
  })

  test('every basis, precision and way to a place is there', () => {
    expect(Object.keys(countBy(ofA, (row) => cell(row, 'basis')))).toHaveLength(5)
    expect(Object.keys(countBy(ofA, (row) => cell(row, 'time_precision')))).toHaveLength(5)
    expect(Object.keys(countBy(ofA, (row) => cell(row, 'source_type')))).toHaveLength(11)
    const only = (column: string) =>
      ofA.filter((row) =>
        ['longitude', 'easting', 'grid_ref', 'postcode', 'place_name'].every(
          (other) => (cell(row, other) !== '') === (other === column),
        ),
      )
    for (const column of ['longitude', 'easting', 'grid_ref', 'postcode', 'place_name'])
      expect(only(column).length).toBeGreaterThan(4)
  })

  test('some finds are by patrols, some reports are guarded, some are of no known child', () => {
    const patrolFinds = ofA.filter((row) => row['found_on_patrol'] === 'Y')
    expect(patrolFinds.length).toBeGreaterThanOrEqual(8)
    expect(patrolFinds.every((row) => row['source_type'] === 'police_found_report' && row['basis'] === 'found')).toBe(
      true,
    )
    expect(ofA.filter((row) => row['handling'] === 'C').length).toBeGreaterThan(5)
    expect(ofA.filter((row) => row['child_source_id'] === '')).toHaveLength(22)
    expect(ofA.filter((row) => row['child_source_id'] !== '' && row['episode_source_id'] === '')).toHaveLength(30)
  })
})

describe('where the reports are', () => {
  test.each(
    Object.values(SEED_PLACES)
      .flat()
      .filter((name) => name !== TOO_FEW.placeName),
  )('%s has five or more reports of three or more children in period A, some found and some not', (placeName) => {
    const here = reportsAt(ofA, placeName)
    expect(here.length).toBeGreaterThanOrEqual(5)
    expect(distinct(here, 'child_source_id')).toBeGreaterThanOrEqual(3)
    expect(Object.keys(countBy(here, (row) => String(row['basis'] === 'found')))).toHaveLength(2)
  })

  test('a report that names a place lies there', () => {
    for (const { placeName = '' } of NAMED_PLACES) {
      const named = reports.filter((row) => row['place_name'] === placeName)
      expect(reportsAt(named, placeName)).toHaveLength(named.length)
    }
  })

  test('sixteen reports use words that no gazetteer knows, and give no other way', () => {
    const known = new Set([...NAMED_PLACES, ...Object.values(AWAY_PLACES)].map((spot) => spot.placeName))
    const unknown = reports.filter((row) => cell(row, 'place_name') !== '' && !known.has(cell(row, 'place_name')))
    expect(unknown).toHaveLength(16)
    expect(new Set(unknown.map((row) => row['place_name']))).toEqual(
      new Set(UNKNOWN_SPOTS.map((spot) => spot.placeName)),
    )
    expect(unknown.every((row) => positionOf(row) === undefined && row['postcode'] === '')).toBe(true)
  })

  test('a private address has no name, no postcode, and coordinates rounded to 0.001 degrees', () => {
    const homes = reports.filter((row) => row['place_category'] === 'private_address_area' && row['place_name'] === '')
    expect(homes.length).toBeGreaterThan(50)
    for (const row of homes) {
      expect(row['is_private_address']).toBe('Y')
      expect(row['longitude']).toMatch(/^-1\.\d{3}$/)
      expect(row['postcode']).toBe('')
    }
    expect(reports.filter((row) => row['is_private_address'] === 'Y')).toHaveLength(homes.length + 2)
  })

  test('some are out of area, most of them of children placed there', () => {
    const names = new Set(Object.values(AWAY_PLACES).map((spot) => spot.placeName))
    const away = ofA.filter((row) => names.has(cell(row, 'place_name')))
    expect(away.length).toBeGreaterThan(30)
    const placedOut = away.filter(
      (row) => episodes.get(cell(row, 'episode_source_id'))?.['placement_location'] === 'OUT',
    )
    expect(placedOut.length / away.length).toBeGreaterThan(0.5)
  })
})

/** Every name that a place of Derby's gazetteer goes by. */
const gazetteer = new URL('../../data/derby/', import.meta.url)
const places = JSON.parse(readFileSync(new URL('places.geojson', gazetteer), 'utf8')) as FeatureCollection<
  Polygon | MultiPolygon,
  { name: string; alternativeNames: string[] }
>

describe("against Derby's gazetteer", () => {
  test('it has the named places, and every report that stands at one lies in its polygon', () => {
    for (const { placeName = '' } of NAMED_PLACES) {
      const place = places.features.find((feature) => feature.properties.name === placeName)
      if (!place) throw new Error(`The gazetteer has no ${placeName}.`)
      for (const row of reportsAt(reports, placeName)) {
        const { longitude, latitude } = positionOf(row) ?? { longitude: 0, latitude: 0 }
        expect(booleanPointInPolygon([longitude, latitude], place), `${cell(row, 'report_ref')} at ${placeName}`).toBe(
          true,
        )
      }
    }
  })

  test('it has the postcodes, and none of the words for the queue', () => {
    const lines = readFileSync(new URL('postcodes.csv', gazetteer), 'utf8').split('\n')
    for (const postcode of POSTCODES)
      expect(
        lines.some((line) => line.startsWith(`${postcode},`)),
        postcode,
      ).toBe(true)
    const names = new Set(
      places.features.flatMap(({ properties }) => [properties.name, ...properties.alternativeNames].map(comparedName)),
    )
    for (const { placeName = '' } of UNKNOWN_SPOTS) expect(names.has(comparedName(placeName)), placeName).toBe(false)
  })
})

const derby = new URL('../../../shared/data/derby/', import.meta.url)

describe.skipIf(!existsSync(derby))('against the open data in ../shared/data (skipped where it is not there)', () => {
  test('every report that is not away lies in the city', () => {
    const text = readFileSync(new URL('derby_city_outline_from_wards.geojson', derby), 'utf8')
    const outline = JSON.parse(text) as FeatureCollection<Polygon | MultiPolygon>
    const names = new Set(Object.values(AWAY_PLACES).map((spot) => spot.placeName))
    for (const row of reports.filter((report) => !names.has(cell(report, 'place_name')))) {
      const position = positionOf(row)
      if (!position) continue
      const point = [position.longitude, position.latitude]
      expect(
        outline.features.some((feature) => booleanPointInPolygon(point, feature)),
        cell(row, 'report_ref'),
      ).toBe(true)
    }
  })
})
