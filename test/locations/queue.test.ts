import { expect, test } from 'vitest'
import type { UnplacedList } from '../../server/locations/schema.ts'
import { withApp, type TestApi } from '../support/app.ts'
import { makeReports } from '../support/make.ts'
import { square } from '../support/shapes.ts'

const here = { longitude: -1.471348, latitude: 52.92204 }

const draw = async (api: TestApi, name: string, easting = 435_640) =>
  (await api.post('/api/places', { name, category: 'park', geometry: square(easting, 336_198) })).body

const waiting = async (api: TestApi, search = ''): Promise<UnplacedList> =>
  (await api.get(`/api/queue/unplaced${search}`)).body

test(
  'each waiting report stands with the places its words may mean, the likeliest first, and how many others say the same',
  withApp(async ({ api, db }) => {
    for (const name of ['River Gardens', 'Riverside', 'Bus Station']) await draw(api, name)
    await makeReports(db, { position: null, placeName: 'the Rivergardens' })
    await makeReports(db, { position: null, placeName: 'RIVERGARDENS!' })
    await makeReports(db, { position: null, placeName: 'Rivergardens', isPrivateAddress: true })
    await makeReports(db, { position: null })
    await makeReports(db)

    const list = await waiting(api)

    expect(list.waiting).toBe(4)
    const byWords = new Map(list.reports.map((report) => [report.placeName, report]))
    const named = byWords.get('the Rivergardens')!
    expect(named.suggestions.map(({ name }) => name)).toEqual(['River Gardens', 'Riverside'])
    expect(named.suggestions[0]).toMatchObject({ category: 'park', longitude: expect.closeTo(-1.4713, 3) })
    expect(named.suggestions[0]!.similarity).toBeGreaterThan(named.suggestions[1]!.similarity)
    expect(named.sameName).toBe(1)
    expect(byWords.get('Rivergardens')).toMatchObject({ isPrivateAddress: true, suggestions: [], sameName: 0 })
    expect(byWords.get(null)).toMatchObject({ suggestions: [], sameName: 0 })
  }),
)

test(
  'the queue pages without loss',
  withApp(async ({ api, db }) => {
    const ids = await makeReports(db, { position: null, placeName: 'somewhere', count: 5 })
    const seen: string[] = []
    let cursor = ''
    do {
      const { reports, next } = await waiting(api, `?limit=2${cursor}`)
      seen.push(...reports.map(({ id }) => id))
      cursor = next ? `&cursor=${next}` : ''
    } while (cursor)

    expect(seen.toSorted()).toEqual(ids.toSorted())
    const crooked = Buffer.from('["2023-13-99T00:00:00.000000Z","00000000-0000-4000-8000-000000000000"]').toString(
      'base64url',
    )
    expect((await api.get(`/api/queue/unplaced?cursor=${crooked}`)).status).toBe(400)
    expect((await api.get(`/api/queue/duplicates?cursor=${crooked}`)).status).toBe(400)
  }),
)

test(
  'a report that is placed by a click takes the place round it, keeps what it was, and can be taken back',
  withApp(async ({ api, db }) => {
    const place = await draw(api, 'Bus Station')
    const [id] = await makeReports(db, { position: null, placeName: 'near the buses' })

    const { status, body } = await api.post(`/api/reports/${id}/place`, { version: 1, point: here })
    expect(status).toBe(200)
    expect(body).toMatchObject({ placedAlso: 0, report: { placeId: place.id, ...here, version: 2 } })
    const { rows } = await db.query(`select version, change, was->>'geom' as geom from location_report_revision`)
    expect(rows).toEqual([{ version: 1, change: 'placed', geom: null }])

    const again = await api.post(`/api/reports/${id}/place`, { version: 1, point: here })
    expect([again.status, again.body.type]).toEqual([409, 'urn:place-risk:problem:changed-meanwhile'])
    const { body: returned } = await api.post(`/api/reports/${id}/return-to-queue`, { version: 2 })
    expect(returned).toMatchObject({ placeId: null, longitude: null, isInArea: null, version: 3 })
    expect((await waiting(api)).waiting).toBe(1)
    expect((await api.post(`/api/reports/${id}/return-to-queue`, { version: 3 })).status).toBe(409)
  }),
)

test(
  'placing the same words too takes every waiting report that uses them, and the place goes by them from then on',
  withApp(async ({ api, db }) => {
    const place = await draw(api, 'Bus Station')
    const [first] = await makeReports(db, { position: null, placeName: 'The Coach Park' })
    await makeReports(db, { position: null, placeName: 'coach park' })
    await makeReports(db, { position: null, placeName: 'Coach-Park!' })
    await makeReports(db, { position: null, placeName: 'coach park', isPrivateAddress: true })
    await makeReports(db, { position: null, placeName: 'coach parking' })

    const { status, body } = await api.post(`/api/reports/${first}/place`, {
      version: 1,
      placeId: place.id,
      alsoSameName: true,
    })

    expect([status, body.placedAlso, body.report.placeKnownAs]).toEqual([200, 2, 'Bus Station'])
    expect(new Set((await waiting(api)).reports.map(({ placeName }) => placeName))).toEqual(
      new Set(['coach park', 'coach parking']),
    )
    expect((await api.get(`/api/places/${place.id}`)).body).toMatchObject({
      alternativeNames: ['The Coach Park'],
      version: 2,
    })
    const { rows } = await db.query('select count(*) from location_report_revision')
    expect(rows).toEqual([{ count: 3 }])
  }),
)

test(
  'words that another place goes by are not given to a second one',
  withApp(async ({ api, db }) => {
    const place = await draw(api, 'Bus Station')
    await draw(api, 'Coach Park', 437_000)
    const [id] = await makeReports(db, { position: null, placeName: 'coach park' })

    const { status, body } = await api.post(`/api/reports/${id}/place`, {
      version: 1,
      placeId: place.id,
      alsoSameName: true,
    })

    expect([status, body.type]).toEqual([409, 'urn:place-risk:problem:name-taken'])
    expect((await waiting(api)).waiting).toBe(1)
  }),
)

test(
  'a private address is placed by a click only, and by itself',
  withApp(async ({ api, db }) => {
    const place = await draw(api, 'Bus Station')
    const [id] = await makeReports(db, { position: null, placeName: 'Bus Station', isPrivateAddress: true })
    const at = `/api/reports/${id}/place`

    expect((await api.post(at, { version: 1, placeId: place.id })).status).toBe(422)
    expect((await api.post(at, { version: 1, point: here, alsoSameName: true })).status).toBe(422)
    expect((await api.post(at, { version: 1, point: here })).body.report).toMatchObject({ ...here, placeId: null })
  }),
)

test(
  'a report is set aside with a reason, listed apart, and taken back',
  withApp(async ({ api, db }) => {
    const [id] = await makeReports(db, { position: null, placeName: 'a friend’s' })
    const { body } = await api.post(`/api/reports/${id}/set-aside`, { version: 1, reason: 'Nobody knows the friend' })
    expect(body).toMatchObject({ setAsideReason: 'Nobody knows the friend', version: 2 })
    expect(await waiting(api)).toMatchObject({ waiting: 0, reports: [] })
    expect((await waiting(api, '?state=set_aside')).reports).toMatchObject([{ id, sameName: 0 }])

    const { body: back } = await api.post(`/api/reports/${id}/return-to-queue`, { version: 2 })
    expect(back).toMatchObject({ setAsideReason: null, version: 3 })
    expect((await api.post(`/api/reports/${id}/set-aside`, { version: 3, reason: ' ' })).status).toBe(422)
    await api.post(`/api/reports/${id}/set-aside`, { version: 3, reason: 'Still nobody' })
    expect((await api.post(`/api/reports/${id}/place`, { version: 4, point: here })).body.report).toMatchObject({
      setAsideReason: null,
      ...here,
    })
  }),
)

test(
  'a report that its file placed is neither moved nor set aside here',
  withApp(async ({ api, db }) => {
    const [id] = await makeReports(db)

    expect((await api.post(`/api/reports/${id}/place`, { version: 1, point: here })).body.type).toMatch(
      'already-placed',
    )
    expect((await api.post(`/api/reports/${id}/set-aside`, { version: 1, reason: 'x' })).status).toBe(409)
    expect((await api.post(`/api/reports/${id}/return-to-queue`, { version: 1 })).status).toBe(409)
  }),
)

test.each([
  ['neither a place nor a point', {}, '/placeId'],
  ['both', { point: here, placeId: '00000000-0000-4000-8000-000000000000' }, '/placeId'],
  ['a place that is not there', { placeId: '00000000-0000-4000-8000-000000000000' }, '/placeId'],
  ['a point in France', { point: { longitude: 2.35, latitude: 48.86 } }, '/point'],
  ['the same words without a place', { point: here, alsoSameName: true }, '/alsoSameName'],
])('placing with %s is refused, with a pointer', (_what, more, pointer) =>
  withApp(async ({ api, db }) => {
    const [id] = await makeReports(db, { position: null, placeName: 'somewhere' })

    const { status, body } = await api.post(`/api/reports/${id}/place`, { version: 1, ...more })
    expect([status, body.errors[0].pointer]).toEqual([422, pointer])
    expect((await waiting(api)).waiting).toBe(1)
  })(),
)
