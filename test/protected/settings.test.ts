import { expect, test } from 'vitest'
import { makePlace } from '../support/make.ts'
import { withApp, type TestApi } from '../support/app.ts'

const HOME = { kind: 'care_home', name: 'The Limes', geometry: { type: 'Point', coordinates: [-1.4746, 52.9225] } }
const SQUARE = {
  type: 'Polygon',
  coordinates: [
    [
      [-1.48, 52.92],
      [-1.479, 52.92],
      [-1.479, 52.921],
      [-1.48, 52.921],
      [-1.48, 52.92],
    ],
  ],
}

const load = (api: TestApi, features: unknown[]) =>
  api.post(
    '/api/protected-settings/import',
    JSON.stringify({
      type: 'FeatureCollection',
      features: features.map((feature) => ({ type: 'Feature', ...(feature as object) })),
    }),
    { 'content-type': 'application/geo+json' },
  )

test(
  'a protected setting is kept, listed and ended',
  withApp(async ({ api }) => {
    const added = await api.post('/api/protected-settings', HOME)
    expect(added.status).toBe(201)
    expect(added.body).toMatchObject({ ...HOME, ref: null, endedAt: null })

    const ended = await api.post(`/api/protected-settings/${added.body.id}/end`)
    expect(ended.body.endedAt).toMatch(/Z$/)
    expect((await api.post(`/api/protected-settings/${added.body.id}/end`)).body).toEqual(ended.body)
    expect((await api.get('/api/protected-settings')).body.settings).toEqual([ended.body])
    expect((await api.post('/api/protected-settings/x/end')).status).toBe(404)
  }),
)

test(
  'a file of points and polygons is taken item by item; again it changes nothing',
  withApp(async ({ api }) => {
    const features = [
      { properties: { kind: 'care_home', name: 'The Limes', ref: 'H1' }, geometry: HOME.geometry },
      { properties: { kind: 'school', name: 'Hill School', ref: 'S1' }, geometry: SQUARE },
      { properties: { kind: 'castle', name: 'Keep', ref: 'K1' }, geometry: HOME.geometry },
      {
        properties: { kind: 'refuge', name: 'Far away', ref: 'R1' },
        geometry: { type: 'Point', coordinates: [52.9, -1.4] },
      },
      { properties: { kind: 'refuge', name: 'Twice', ref: 'H1' }, geometry: HOME.geometry },
      { properties: { kind: 'placement', name: 'A line' }, geometry: { type: 'LineString', coordinates: [[0, 0]] } },
    ]
    const first = await load(api, features)
    expect(first.status).toBe(201)
    expect(first.body).toMatchObject({ read: 6, added: 2, changed: 0, unchanged: 0, refused: 4 })
    expect(first.body.issues.map(({ item }: { item: number }) => item)).toEqual([3, 4, 5, 6])
    expect((await load(api, features)).body).toMatchObject({ added: 0, changed: 0, unchanged: 2, refused: 4 })

    const { id } = (await api.get('/api/protected-settings')).body.settings[0]
    await api.post(`/api/protected-settings/${id}/end`)
    expect((await load(api, features)).body).toMatchObject({ changed: 1, unchanged: 1 })
  }),
)

test(
  'a file that is no GeoJSON is refused',
  withApp(async ({ api }) => {
    const geojson = { 'content-type': 'application/geo+json' }
    expect((await api.post('/api/protected-settings/import', 'name,kind', geojson)).status).toBe(422)
    expect((await api.post('/api/protected-settings/import', 'x', { 'content-type': 'text/csv' })).status).toBe(415)
  }),
)

test(
  'protected settings ask for a reason, and are for the co-ordinator; the chair reads them',
  withApp(async ({ as, api }) => {
    await api.post('/api/protected-settings', HOME)
    const hasty = await (await as('coordinator', { reasons: [] })).get('/api/protected-settings')
    expect(hasty.status).toBe(403)
    expect(hasty.body.errors[0].parameter).toBe('protectedSetting')

    const chair = await as('group_chair')
    expect((await chair.get('/api/protected-settings')).body.settings).toHaveLength(1)
    expect((await chair.post('/api/protected-settings', HOME)).status).toBe(403)
    for (const role of ['group_member', 'practitioner', 'police_missing', 'sysadmin', 'ig_auditor'] as const)
      expect((await (await as(role)).get('/api/protected-settings')).status).toBe(403)
  }),
)

test(
  'the log never holds the name of a setting',
  withApp(async ({ api, db }) => {
    await api.post('/api/protected-settings', { ...HOME, name: 'Unmistakable House' })
    const { rows } = await db.query(`select from audit_line as line where line::text like '%Unmistakable%'`)
    expect(rows).toEqual([])
  }),
)

test(
  'the chair approves a place as independently public, with a reason, and takes it back; the co-ordinator reads',
  withApp(async ({ as, api, db }) => {
    const chair = await as('group_chair', { username: 'charlie' })
    const placeId = await makePlace(db, { name: 'Bus station', category: 'bus_station' })

    const approved = await chair.post('/api/public-places', { placeId, reason: 'Thousands pass every day' })
    expect(approved.status).toBe(201)
    expect(approved.body).toMatchObject({
      placeId,
      name: 'Bus station',
      reason: 'Thousands pass every day',
      approvedBy: 'charlie',
    })
    expect((await chair.post('/api/public-places', { placeId, reason: 'Again' })).status).toBe(409)
    expect((await api.get('/api/public-places')).body.places).toEqual([approved.body])
    expect((await api.post('/api/public-places', { placeId, reason: 'Mine' })).status).toBe(403)

    expect((await chair.delete(`/api/public-places/${placeId}`)).status).toBe(204)
    expect((await chair.delete(`/api/public-places/${placeId}`)).status).toBe(404)
    expect((await api.get('/api/public-places')).body.places).toEqual([])
  }),
)

test(
  'an area of private addresses, a retired place and an unknown one cannot be approved',
  withApp(async ({ as, db }) => {
    const chair = await as('group_chair')
    const reason = 'Public'
    for (const placeId of [
      await makePlace(db, { category: 'private_address_area' }),
      await makePlace(db, { retired: true }),
      '5d7e2b0e-2b8f-4a55-9d43-2b2ec1f3a001',
    ])
      expect((await chair.post('/api/public-places', { placeId, reason })).status).toBe(404)
    expect((await chair.post('/api/public-places', { placeId: await makePlace(db), reason: '' })).status).toBe(422)
  }),
)
