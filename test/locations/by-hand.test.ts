import { expect, test } from 'vitest'
import { withApp, type TestApi } from '../support/app.ts'
import { makeArea } from '../support/make.ts'
import { square } from '../support/shapes.ts'

const input = (more: object = {}) => ({
  basis: 'sighted',
  observedFrom: '2023-06-30T21:15',
  timePrecision: 'exact',
  isPrivateAddress: false,
  ...more,
})
const here = { longitude: -1.471348, latitude: 52.92204 }

const enter = async (api: TestApi, more: object) => {
  const { status, body } = await api.post('/api/reports', input(more))
  expect([status, body.detail]).toEqual([201, undefined])
  return body
}

const drawStation = async (api: TestApi, name = 'Bus Station') =>
  (await api.post('/api/places', { name, category: 'bus_station', geometry: square(435_640, 336_198) })).body

test(
  'a report by hand keeps what was said, and where it was clicked',
  withApp(async ({ api, db }) => {
    await makeArea(db, { kind: 'partnership', easting: 430_000, northing: 330_000 })
    const place = await drawStation(api)
    const report = await enter(api, {
      childSourceId: '1234567',
      point: here,
      accuracyMetres: 20,
      placeName: 'by the station',
      sourceType: 'youth_worker',
      foundOnPatrol: true,
      narrative: 'In the café.',
      concerns: ['cse', 'cse'],
    })

    expect(report).toEqual({
      id: expect.any(String),
      reportRef: expect.stringMatching(/^HAND-[0-9A-F]{12}$/),
      childReference: expect.stringMatching(/^YP-\d{4}$/),
      basis: 'sighted',
      observedFrom: '2023-06-30T20:15:00Z',
      observedTo: null,
      timePrecision: 'exact',
      placeName: 'by the station',
      placeCategory: null,
      placeId: place.id,
      placeKnownAs: 'Bus Station',
      ...here,
      accuracyMetres: 20,
      isPrivateAddress: false,
      foundOnPatrol: true,
      isInArea: true,
      sourceType: 'youth_worker',
      narrative: 'In the café.',
      setAsideReason: null,
      version: 1,
    })
    expect((await api.get(`/api/reports/${report.id}`)).body).toEqual(report)
    const { rows } = await db.query('select concerns, is_placed_by_hand from location_report')
    expect(rows).toEqual([{ concerns: ['cse'], is_placed_by_hand: true }])
  }),
)

test(
  'one case number is one child, and stands nowhere in the database',
  withApp(async ({ api, db }) => {
    const first = await enter(api, { childSourceId: 'abc77', placeName: 'a shop' })
    const second = await enter(api, { childSourceId: ' ABC77 ', placeName: 'a shop' })
    const third = await enter(api, { childSourceId: 'abc78', placeName: 'a shop' })
    const nobody = await enter(api, { placeName: 'a shop' })

    expect(second.childReference).toBe(first.childReference)
    expect(third.childReference).not.toBe(first.childReference)
    expect(nobody.childReference).toBe(null)
    const { rows } = await db.query(
      `select 1 from child c, location_report r where to_jsonb(c)::text ~* 'abc77' or to_jsonb(r)::text ~* 'abc77'`,
    )
    expect(rows).toEqual([])
  }),
)

test(
  'words that one place goes by put the report there, a postcode at the postcode, other words in the queue',
  withApp(async ({ api, db }) => {
    const place = await drawStation(api)
    await db.query(`insert into postcode values ('DE12PL', st_setsrid(st_makepoint(435362, 335904), 27700))`)

    expect(await enter(api, { placeName: 'the BUS station' })).toMatchObject({ placeId: place.id, isInArea: null })
    expect((await enter(api, { placeName: 'de1 2pl' })).longitude).toBeCloseTo(-1.4755, 3)
    expect(await enter(api, { placeName: 'behind the shops' })).toMatchObject({ placeId: null, longitude: null })
    expect((await api.get('/api/queue/unplaced')).body.waiting).toBe(1)
  }),
)

test(
  'a report at a named place stands where the place is',
  withApp(async ({ api }) => {
    const place = await drawStation(api)

    const report = await enter(api, { placeId: place.id })
    expect(report).toMatchObject({ placeId: place.id, placeKnownAs: 'Bus Station' })
    expect(report.longitude).toBeCloseTo(here.longitude, 4)
  }),
)

test(
  'a private address is never matched to a named place, by words, by choice or by lying in it',
  withApp(async ({ api }) => {
    const place = await drawStation(api)
    const chosen = await api.post('/api/reports', input({ isPrivateAddress: true, placeId: place.id }))
    expect([chosen.status, chosen.body.errors[0].pointer]).toEqual([422, '/placeId'])

    const named = await enter(api, { isPrivateAddress: true, placeName: 'Bus Station' })
    expect(named).toMatchObject({ placeId: null, longitude: null })
    expect(await enter(api, { isPrivateAddress: true, point: here })).toMatchObject({ placeId: null, ...here })
  }),
)

test(
  'a report belongs to the one episode of its child that it falls into',
  withApp(async ({ api, db, service }) => {
    const { rows } = await db.query<{ id: string }>(
      `with child as (insert into child (reference, source_hmac) values ('YP-0001', $1) returning id)
       insert into missing_episode (source_hmac, child_id, category, started_at, start_precision, ended_at, end_precision, row_hash)
       select sha256(ended::text::bytea), id, 'M', started, 'minute', ended, 'date', '' from child,
         (values ('2023-06-20T10:00Z'::timestamptz, '2023-06-21T23:00Z'::timestamptz), ('2023-06-30T10:00Z', '2023-06-30T23:00Z')) as e (started, ended)
       returning id`,
      [service.secrets.hashSourceId('child', 'C1')],
    )
    const episodeOf = async (more: object) => {
      const { id } = await enter(api, { childSourceId: 'C1', placeName: 'a shop', ...more })
      const { rows: found } = await db.query<{ e: string | null }>(
        'select episode_id e from location_report where id = $1',
        [id],
      )
      return found[0]!.e
    }

    expect(await episodeOf({ observedFrom: '2023-06-22T12:00' })).toBe(rows[0]!.id)
    expect(await episodeOf({ observedFrom: '2023-06-30T21:15' })).toBe(rows[1]!.id)
    expect(await episodeOf({ observedFrom: '2023-06-25T21:15' })).toBe(null)
    expect(await episodeOf({ observedFrom: '2023-06-20', observedTo: '2023-06-30', timePrecision: 'unknown' })).toBe(
      null,
    )
    const { rows: pairs } = await db.query('select 1 from likely_duplicate')
    expect(pairs).toEqual([])
  }),
)

test(
  'two reports of one child in one episode, at one place and time, wait as a likely duplicate',
  withApp(async ({ api, db, service }) => {
    await db.query(
      `with child as (insert into child (reference, source_hmac) values ('YP-0001', $1) returning id)
       insert into missing_episode (source_hmac, child_id, category, started_at, start_precision, row_hash)
       select '\\x01', id, 'M', '2023-06-30T10:00Z', 'minute', '' from child`,
      [service.secrets.hashSourceId('child', 'C1')],
    )
    const first = await enter(api, { childSourceId: 'C1', point: here })
    const second = await enter(api, { childSourceId: 'C1', point: here, timePrecision: 'hour' })

    const { waiting, pairs } = (await api.get('/api/queue/duplicates')).body
    expect(waiting).toBe(1)
    expect(new Set([pairs[0].first.id, pairs[0].second.id])).toEqual(new Set([first.id, second.id]))
    expect(pairs[0]).toMatchObject({ state: 'waiting', metresApart: 0 })
  }),
)

test.each([
  ['no place at all', {}, '/placeName'],
  ['two places', { point: here, placeId: '00000000-0000-4000-8000-000000000000' }, '/placeId'],
  ['a place that is not there', { placeId: '00000000-0000-4000-8000-000000000000' }, '/placeId'],
  ['a point in the sea', { point: { longitude: 0, latitude: 0 } }, '/point'],
  ['a point in Dublin', { point: { longitude: -6.26, latitude: 53.34 } }, '/point'],
  ['a point that is no number', { point: { longitude: null, latitude: 52 } }, '/point/longitude'],
  ['a time to come', { placeName: 'x', observedFrom: '2999-01-01T00:00' }, '/observedFrom'],
  ['a basis of its own', { placeName: 'x', basis: 'rumour' }, '/basis'],
  ['an unknown member', { placeName: 'x', childName: 'Sam' }, '/childName'],
])('a report with %s is refused, with a pointer', (_what, more, pointer) =>
  withApp(async ({ api, db }) => {
    const { status, body } = await api.post('/api/reports', input(more))

    expect([status, body.errors[0].pointer]).toEqual([422, pointer])
    const { rows } = await db.query(
      'select 1 from location_report union all select 1 from occurrence union all select 1 from child',
    )
    expect(rows).toEqual([])
  })(),
)

test(
  'a zero byte in the words is refused and half a surrogate pair does no harm',
  withApp(async ({ api }) => {
    expect((await api.post('/api/reports', input({ placeName: 'a\u0000b' }))).status).toBe(422)
    expect((await enter(api, { placeName: 'a\ud800b' })).placeName).toBe('a\ufffdb')
  }),
)

test.each(['nothing', '00000000-0000-4000-8000-000000000000'])('a report called %s is not found', (id) =>
  withApp(async ({ api }) => {
    expect((await api.get(`/api/reports/${id}`)).status).toBe(404)
    expect((await api.post(`/api/reports/${id}/place`, { version: 1, point: here })).status).toBe(404)
    expect((await api.post(`/api/reports/${id}/set-aside`, { version: 1, reason: 'x' })).status).toBe(404)
    expect((await api.post(`/api/reports/${id}/return-to-queue`, { version: 1 })).status).toBe(404)
  })(),
)
