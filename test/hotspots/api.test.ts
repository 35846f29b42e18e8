import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type { Db } from '../../server/db.ts'
import type { HotspotAnswer } from '../../server/hotspots/schema.ts'
import { withApp } from '../support/app.ts'
import { makeArea, makePlace, makeReports } from '../support/make.ts'

const june = '?from=2023-06-01&to=2023-07-01'

const threeChildren = async (db: Db, given: Parameters<typeof makeReports>[1] = {}) => {
  for (const child of ['YP-0001', 'YP-0002', 'YP-0003'])
    await makeReports(db, { child, count: 2, at: '2023-06-10T20:00:00Z', ...given })
}

test(
  'an empty database has no hotspots and leaves nothing out',
  withApp(async ({ api }) => {
    const { status, body } = await api.get('/api/hotspots')

    expect(status).toBe(200)
    expect(body).toEqual({
      period: { from: '2022-07-01', to: '2023-07-01' },
      method: { epsMetres: 150, minPoints: 5, minChildren: 3, version: '0.1.0' },
      hotspots: [],
      fewChildren: [],
      leftOut: { privateAddress: 0, outsideArea: 0, unplaced: 0, foundOnPatrol: 0, notCounted: 0 },
    })
  }),
)

test(
  'a named place of three children is a hotspot with its own shape',
  withApp(async ({ api, db }) => {
    const placeId = await makePlace(db, { name: 'Riverside', seedGroup: 'B' })
    await threeChildren(db, { placeId })
    await makeReports(db, { child: 'YP-0001', basis: 'suspected', at: '2023-06-11T20:00:00Z', placeId })

    const { body } = await api.get(`/api/hotspots${june}`)

    expect(body.hotspots).toMatchObject([
      {
        id: null,
        placeId,
        name: 'Riverside',
        category: 'park',
        seedGroup: 'B',
        method: 'place',
        rank: 1,
        reports: 7,
        found: 6,
        suspected: 1,
        children: 3,
        topChildShare: 0.4286,
        areaHectares: 1,
      },
    ])
    expect(body.hotspots[0].geometry.type).toBe('MultiPolygon')
  }),
)

test(
  'a place reported by two children only is not a hotspot, and is listed apart without a shape',
  withApp(async ({ api, db }) => {
    const placeId = await makePlace(db)
    await makeReports(db, { child: 'YP-0001', count: 9, at: '2023-06-10T20:00:00Z', placeId })
    await makeReports(db, { child: 'YP-0002', at: '2023-06-10T20:00:00Z', placeId })

    const { body } = await api.get(`/api/hotspots${june}`)

    expect(body.hotspots).toEqual([])
    expect(body.fewChildren).toMatchObject([{ name: 'Riverside', reports: 10, children: 2, topChildShare: 0.9 }])
    expect(body.fewChildren[0]).not.toHaveProperty('geometry')
  }),
)

test(
  'the gate on children can be raised, never lowered',
  withApp(async ({ api, db }) => {
    await threeChildren(db, { placeId: await makePlace(db) })

    expect((await api.get(`/api/hotspots${june}&minChildren=4`)).body.hotspots).toEqual([])
    expect((await api.get(`/api/hotspots${june}&minChildren=2`)).status).toBe(400)
  }),
)

test(
  'a cluster at no named place is drawn round its members and named by what is near',
  withApp(async ({ api, db }) => {
    await makePlace(db, { name: 'Old Mill', easting: 435_300, northing: 336_000 })
    await threeChildren(db)

    const { body } = await api.get(`/api/hotspots${june}`)

    expect(body.hotspots).toMatchObject([
      { method: 'cluster', placeId: null, name: 'Unnamed spot near Old Mill', reports: 6, children: 3 },
    ])
    expect(body.hotspots[0].areaHectares).toBeCloseTo((Math.PI * 25 ** 2) / 10_000, 1)
  }),
)

test(
  'every report of the period is accounted for exactly once',
  withApp(async ({ api, db }) => {
    const at = '2023-06-10T20:00:00Z'
    await threeChildren(db, { placeId: await makePlace(db) })
    await makeReports(db, { at, count: 2, isPrivateAddress: true })
    await makeReports(db, { at, count: 3, position: null, placeName: 'the old mill' })
    await makeReports(db, { at, count: 4, isInArea: false, position: { easting: 457_000, northing: 340_000 } })
    await makeReports(db, { at, count: 5, foundOnPatrol: true })
    await makeReports(db, { at, position: { easting: 437_000, northing: 338_000 } })
    await makeReports(db, { at: '2023-07-01T12:00:00Z', count: 8 })

    const body = (await api.get(`/api/hotspots${june}`)).body as HotspotAnswer

    expect(body.leftOut).toEqual({ privateAddress: 2, unplaced: 3, outsideArea: 4, foundOnPatrol: 5, notCounted: 1 })
    expect(body.hotspots.map(({ reports }) => reports)).toEqual([6])
  }),
)

test(
  'a report belongs to its local day: half past midnight on 1 July in Derby is not June',
  withApp(async ({ api, db }) => {
    await threeChildren(db, { placeId: await makePlace(db), at: '2023-06-30T23:30:00Z' })

    expect((await api.get(`/api/hotspots${june}`)).body.hotspots).toEqual([])
    expect((await api.get('/api/hotspots?from=2023-07-01&to=2023-08-01')).body.hotspots).toHaveLength(1)
  }),
)

test(
  'one occurrence told by two sources counts once, by its strongest basis',
  withApp(async ({ api, db }) => {
    const placeId = await makePlace(db)
    await threeChildren(db, { placeId })
    const { rows } = await db.query<{ id: string }>('insert into occurrence default values returning id')
    const told = { child: 'YP-0004', at: '2023-06-12T20:00:00Z', placeId, occurrenceId: rows[0]!.id }
    await makeReports(db, { ...told, basis: 'suspected', at: '2023-06-12T19:00:00Z' })
    await makeReports(db, { ...told, basis: 'found' })

    const { body } = await api.get(`/api/hotspots${june}`)
    const suspectedOnly = await api.get(`/api/hotspots${june}&basis=suspected`)

    expect(body.hotspots).toMatchObject([{ reports: 7, found: 7, suspected: 0, children: 4 }])
    expect(suspectedOnly.body).toMatchObject({ hotspots: [], fewChildren: [], leftOut: { notCounted: 0 } })
  }),
)

test(
  'filters by basis, category, part of the day and area choose among the reports',
  withApp(async ({ api, db }) => {
    const placeId = await makePlace(db, { category: 'park' })
    const area = await makeArea(db)
    const elsewhere = await makeArea(db, { easting: 500_000 })
    await threeChildren(db, { placeId, at: '2023-06-10T20:30:00Z' })
    const reports = async (filter: string) =>
      ((await api.get(`/api/hotspots${june}&${filter}`)).body as HotspotAnswer).hotspots.length

    expect(await reports('basis=found,sighted')).toBe(1)
    expect(await reports('basis=suspected')).toBe(0)
    expect(await reports('category=park')).toBe(1)
    expect(await reports('category=hotel')).toBe(0)
    expect(await reports('dayPart=18-24')).toBe(1)
    expect(await reports('dayPart=night')).toBe(1)
    expect(await reports('dayPart=day')).toBe(0)
    expect(await reports(`area=${area}`)).toBe(1)
    expect(await reports(`area=${elsewhere}`)).toBe(0)
  }),
)

test.each([
  ['from=2023-02-30', 'from'],
  ['from=yesterday', 'from'],
  ['from=0000-01-01', 'from'],
  ['from=2023-07-01&to=2023-07-01', 'to'],
  ['basis=found,teleported', 'basis'],
  ['category=moon', 'category'],
  ['dayPart=teatime', 'dayPart'],
  ['epsMetres=24', 'epsMetres'],
  ['epsMetres=Infinity', 'epsMetres'],
  ['minPoints=1', 'minPoints'],
  ['minPoints=5.5', 'minPoints'],
  ['minChildren=2', 'minChildren'],
  ['area=5', 'area'],
  ['area=3fa85f64-5717-4562-b3fc-2c963f66afa6', 'area'],
  ['from=2023-01-01&from=2023-02-01', 'from'],
])('a query that cannot be is a 400 that names the parameter: %s', (query, parameter) =>
  withApp(async ({ api }) => {
    const { status, headers, body } = await api.get(`/api/hotspots?${query}`)

    expect(status).toBe(400)
    expect(headers.get('content-type')).toMatch('application/problem+json')
    expect(body.errors).toMatchObject([{ parameter }])
  })(),
)

test(
  'an unknown parameter is refused with the nearest known name',
  withApp(async ({ api }) => {
    const { status, body } = await api.get('/api/hotspots?epsMeters=100')

    expect(status).toBe(400)
    expect(body.errors[0].detail).toMatch('“epsMetres”')
  }),
)

test(
  'the profile of a hotspot gives its months, the last two of them incomplete, and its week',
  withApp(async ({ api, db }) => {
    const placeId = await makePlace(db)
    await threeChildren(db, { placeId, at: '2023-04-03T20:30:00Z' })
    await makeReports(db, { placeId, at: '2023-06-03T00:00:00Z', precision: 'unknown' })
    await makeReports(db, { placeId, at: '2023-06-03T00:00:00Z', foundOnPatrol: true })

    const { body } = await api.get('/api/hotspots/profile?from=2023-04-01&to=2023-07-01&rank=1')

    expect(body.months).toEqual([
      { month: '2023-04', reports: 6, children: 3, isComplete: true },
      { month: '2023-05', reports: 0, children: 0, isComplete: false },
      { month: '2023-06', reports: 1, children: 1, isComplete: false },
    ])
    expect(body.week[21]).toBe(6)
    expect(body).toMatchObject({ timeNotKnown: 1, foundOnPatrol: 1, repeatChildren: 3 })
    expect((await api.get('/api/hotspots/profile?rank=9')).status).toBe(400)
  }),
)

test(
  'an export holds the hotspots with both coordinate systems, no pattern of few children, and no formula',
  withApp(async ({ api, db }) => {
    await threeChildren(db, { placeId: await makePlace(db, { name: '=HYPERLINK("x")' }) })
    const few = await makePlace(db, { name: 'One child only', easting: 436_000 })
    await makeReports(db, { child: 'YP-0009', count: 7, at: '2023-06-10T20:00:00Z', placeId: few })

    const csv = await api.get(`/api/exports/hotspots.csv${june}`)
    const rows: Record<string, string>[] = parse(csv.text, { columns: true, bom: true })
    const geojson = JSON.parse((await api.get(`/api/exports/hotspots.geojson${june}`)).text)

    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="OS_hotspots_2023-06-01_2023-07-01.csv"')
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      rank: '1',
      name: `'=HYPERLINK("x")`,
      easting: '435050',
      northing: '336050',
      classification: 'OFFICIAL-SENSITIVE',
    })
    expect(Number(rows[0]!.longitude)).toBeCloseTo(-1.4802, 3)
    expect(geojson.features).toHaveLength(1)
    expect(csv.text + JSON.stringify(geojson)).not.toMatch('One child only')
  }),
)
