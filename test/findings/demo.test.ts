import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EMERGING, FADING, SINGLE_CHILD, STREET_CLUSTER, TOLD_TWICE, TOO_FEW } from '../../data/demo/stories.ts'
import type { FoundHotspot, RunBacktest, RunFindings } from '../../server/findings/schema.ts'
import { placeFinder } from '../../server/findings/place-at.ts'
import type { Outline } from '../../server/findings/task.ts'
import { toNationalGrid } from '../../server/locations/national-grid.ts'
import { startDemoApp, type DemoApp } from '../access/demo-app.ts'
import type { TestApi } from '../support/app.ts'

let app: DemoApp
let coordinator: TestApi
let june: RunFindings
let backtest: RunBacktest['backtest']

beforeAll(async () => {
  app = await startDemoApp()
  await app.loadReports()
  coordinator = await app.as('coordinator')
  const runs = new Map<string, string>()
  for (const month of ['2023-05', '2023-06']) {
    const { status, body } = await coordinator.post('/api/runs', { kind: 'month', month })
    expect(status).toBe(201)
    runs.set(month, body.run.id)
  }
  june = (await coordinator.get(`/api/runs/${runs.get('2023-06')}/findings`)).body
  backtest = (await coordinator.get(`/api/runs/${runs.get('2023-06')}/backtest`)).body.backtest
}, 180_000)
afterAll(() => app.stop())

const named = (name: string): FoundHotspot | undefined => june.hotspots.find((hotspot) => hotspot.name === name)

describe('the stories of the demo come out as what they are', () => {
  test('the emerging place is emerging, and nothing else is', () => {
    const { findings } = named(EMERGING.placeName)!
    expect(findings.trend).toBe('emerging')
    expect(Object.fromEntries(findings.months.map(({ month, children }) => [month, children]))).toMatchObject(
      EMERGING.childrenByMonth,
    )
    expect(june.hotspots.filter((one) => one.findings.trend === 'emerging').map(({ name }) => name)).toEqual([
      EMERGING.placeName,
    ])
  })

  test('nothing is called worsening: nothing in it was made to be', () => {
    expect(june.hotspots.filter((one) => one.findings.change.word === 'worsening').map(({ name }) => name)).toEqual([])
  })

  test('the fading place is diminishing, and has no month with a report after its last day', () => {
    const { findings } = named(FADING.placeName)!
    expect(findings.trend).toBe('diminishing')
    const after = findings.months.filter(({ month }) => month > FADING.lastDay.slice(0, 7))
    expect(after.map(({ reports }) => reports)).toEqual(after.map(() => 0))
  })

  test('the place of one child is no hotspot but a pattern of few children', () => {
    expect(named(SINGLE_CHILD.placeName)).toBeUndefined()
    expect(june.fewChildren.filter(({ name }) => name === SINGLE_CHILD.placeName)).toMatchObject([
      { reports: SINGLE_CHILD.reports, children: 1, topChildShare: 1 },
    ])
  })

  test('nor is it one of the significant cells: a child counts once a cell', async () => {
    const { body } = await coordinator.get(`/api/runs/${june.run.id}/surface`)
    const { rows } = await app.db.query<{ x: number; y: number }>(
      'select st_x(st_centroid(geom)) as x, st_y(st_centroid(geom)) as y from place where name = $1',
      [SINGLE_CHILD.placeName],
    )
    expect(body.significant.cells.length).toBeGreaterThan(0)
    for (const { ring } of body.significant.cells as { ring: [number, number][] }[])
      for (const [longitude, latitude] of ring) {
        const { easting, northing } = toNationalGrid(longitude, latitude)
        expect(Math.hypot(easting - rows[0]!.x, northing - rows[0]!.y)).toBeGreaterThan(400)
      }
  })

  test('the street without a name is a cluster of its reports and children', () => {
    const { easting, northing } = toNationalGrid(STREET_CLUSTER.longitude, STREET_CLUSTER.latitude)
    const clusters = june.hotspots.filter(({ method }) => method === 'cluster')
    const reports = STREET_CLUSTER.children * STREET_CLUSTER.reportsPerChild

    expect(clusters).toMatchObject([{ reports, children: STREET_CLUSTER.children, placeId: null }])
    const corners = (clusters[0]!.geometry.coordinates as [number, number][][]).flat()
    for (const [longitude, latitude] of corners) {
      const corner = toNationalGrid(longitude, latitude)
      expect(Math.hypot(corner.easting - easting, corner.northing - northing)).toBeLessThan(
        STREET_CLUSTER.radiusMetres + 60,
      )
    }
  })

  test('a find told twice counts once, everywhere', async () => {
    const { rows } = await app.db.query<{ reports: number; occurrences: number }>(
      `select count(*) as reports, count(distinct occurrence_id) as occurrences from location_report`,
    )
    // As suggested pairs they still count apart: a person confirms them.
    const { rows: pairs } = await app.db.query<{ pairs: number }>(`select count(*) as pairs from likely_duplicate`)
    expect(pairs[0]!.pairs).toBe(TOLD_TWICE.pairsInPeriodA + TOLD_TWICE.pairsInPeriodB)
    expect(rows[0]!.reports).toBe(rows[0]!.occurrences)
  })

  test('the place with too few reports is named nowhere', () => {
    expect([...june.hotspots, ...june.fewChildren].map(({ name }) => name)).not.toContain(TOO_FEW.placeName)
  })
})

test('every hotspot carries all that a stored month says of it', () => {
  expect(june.hotspots.length).toBeGreaterThan(5)
  for (const { findings, reports, children } of june.hotspots) {
    expect(findings.months).toHaveLength(12)
    expect(findings.months.slice(-3).map(({ isComplete }) => isComplete)).toEqual([true, false, false])
    expect(findings.months.reduce((sum, month) => sum + month.reports, 0)).toBe(reports)
    expect(findings.week.reduce((sum, weight) => sum + weight, 0) + findings.timeNotKnown).toBeCloseTo(reports, 1)
    expect(findings.effectiveChildren).toBeGreaterThanOrEqual(1)
    expect(findings.effectiveChildren).toBeLessThanOrEqual(children + 0.005)
    expect(findings.lineage.event).toBe('continued')
    expect(findings.change.adjustedP).toBeGreaterThanOrEqual(findings.change.p)
  }
})

test('every report that stands at a place without being moved is found there by the plane’s geometry too', async () => {
  const { rows: outlines } = await app.db.query<Outline>(
    `select id as "placeId", name, st_asgeojson(geom, 3)::json as geometry, st_area(geom) as "squareMetres"
     from place where retired_at is null order by st_area(geom), id`,
  )
  const { rows } = await app.db.query<{ x: number; y: number; accuracy: number | null; place: string | null }>(
    `select st_x(geom) as x, st_y(geom) as y, accuracy_m as accuracy, place_id as place from location_report
     where geom is not null and not is_private_address and place_method is distinct from 'gazetteer'`,
  )
  const find = placeFinder(outlines)

  expect(rows.length).toBeGreaterThan(300)
  const wrong = rows.filter(({ x, y, accuracy, place }) => find(x, y, accuracy) !== place)
  // Those that name a place stand at it, whatever the polygons say.
  expect(wrong.length / rows.length).toBeLessThan(0.02)
})

test('the backtest foretells the twelve months of the run from those before each', () => {
  expect(backtest!.months.map(({ month }) => month)).toEqual(
    june.hotspots[0]!.findings.months.map(({ month }) => month),
  )
  for (const { reports, shown, lastMonth, twelveMonths, isComplete, month } of backtest!.months) {
    expect(isComplete).toBe(month < '2023-05')
    expect(lastMonth.places).toBeLessThanOrEqual(shown.places)
    expect(twelveMonths.places).toBeLessThanOrEqual(shown.places)
    for (const { hits, hitRate, areaShare, pei } of [shown, lastMonth, twelveMonths]) {
      expect(hits).toBeLessThanOrEqual(reports)
      expect(hitRate).toBeCloseTo(hits / reports, 5)
      expect(areaShare).toBeLessThan(0.05)
      expect(pei).toBeLessThanOrEqual(1)
    }
  }
})
