import { expect, test } from 'vitest'
import { SAFE_PLACE } from '../access/requests.ts'
import { withApp } from '../support/app.ts'
import { makeArea } from '../support/make.ts'
import { FINDINGS, makeMonth, makeReview, squareAt } from '../support/reviews.ts'

test(
  'a safe place is put on the map, changed, retired with a reason and brought back; what it was is kept each time',
  withApp(async ({ api, as }) => {
    const provider = await as('youth_provider', { username: 'yasmin' })
    const { status, body: made, headers } = await provider.post('/api/safe-places', SAFE_PLACE)
    expect([status, headers.get('location')]).toEqual([201, `/api/safe-places/${made.id}`])
    expect(made).toMatchObject({ ...SAFE_PLACE, version: 1, retiredAt: null, changedBy: 'yasmin' })

    const path = `/api/safe-places/${made.id}`
    const { body: changed } = await api.put(path, { ...SAFE_PLACE, kind: 'guardian', geometry: squareAt(), version: 1 })
    expect(changed).toMatchObject({ kind: 'guardian', geometry: { type: 'Polygon' }, version: 2 })
    const { body: again } = await api.put(path, { ...SAFE_PLACE, geometry: changed.geometry, version: 2 })
    expect(again.geometry).toEqual(changed.geometry)

    expect((await api.post(`${path}/retire`, { version: 3, why: 'Closed in May' })).body).toMatchObject({
      version: 4,
      retiredWhy: 'Closed in May',
    })
    expect((await api.get('/api/safe-places')).body.safePlaces).toEqual([])
    expect((await api.get('/api/safe-places?retired=only')).body.safePlaces).toHaveLength(1)
    expect((await api.put(path, { ...SAFE_PLACE, version: 4 })).body.type).toMatch(/safe-place-retired$/)
    expect((await api.post(`${path}/restore`, { version: 4 })).body).toMatchObject({ version: 5, retiredAt: null })
    expect((await api.post(`${path}/restore`, { version: 5 })).status).toBe(409)

    const { body: history } = await api.get(`${path}/history`)
    expect(history.revisions.map(({ version }: { version: number }) => version)).toEqual([4, 3, 2, 1])
    expect(history.revisions[3]).toMatchObject({ ...SAFE_PLACE, version: 1 })
  }),
)

test(
  'of two who change it at once one is told',
  withApp(async ({ api }) => {
    const { body } = await api.post('/api/safe-places', SAFE_PLACE)
    const change = (name: string) => api.put(`/api/safe-places/${body.id}`, { ...SAFE_PLACE, name, version: 1 })
    const answers = await Promise.all([change('One'), change('Other')])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  }),
)

test(
  'what cannot be is refused by name: no place in Great Britain, an outline that crosses itself, hours that are none',
  withApp(async ({ api }) => {
    const crossing = {
      type: 'Polygon',
      coordinates: [
        [
          [-1.48, 52.92],
          [-1.478, 52.922],
          [-1.478, 52.92],
          [-1.48, 52.922],
          [-1.48, 52.92],
        ],
      ],
    }
    for (const [change, pointer] of [
      [{ geometry: { type: 'Point', coordinates: [52.92, -1.48] } }, '/geometry'],
      [{ geometry: crossing }, '/geometry'],
      [{ geometry: squareAt(-1.48, 52.92, 0.000001) }, '/geometry'],
      [{ openHours: [{ day: 7, from: '09:00', to: '17:00' }] }, '/openHours/0/day'],
      [{ openHours: [{ day: 0, from: '24:00', to: '17:00' }] }, '/openHours/0/from'],
      [{ openHours: [{ day: 0, from: '09:00', to: '5pm' }] }, '/openHours/0/to'],
      [{ name: ' ' }, '/name'],
      [{ kind: 'refuge' }, '/kind'],
    ] as const) {
      const { status, body } = await api.post('/api/safe-places', { ...SAFE_PLACE, ...change })
      expect([status, body.errors?.[0].pointer], JSON.stringify(change)).toEqual([422, pointer])
    }
  }),
)

test(
  'the list pages by name',
  withApp(async ({ api }) => {
    for (const name of ['Café', 'Bus station staff', 'Library'])
      await api.post('/api/safe-places', { ...SAFE_PLACE, name })
    const { body: first } = await api.get('/api/safe-places?limit=2')
    const { body: second } = await api.get(`/api/safe-places?limit=2&cursor=${first.next}`)
    const names = [...first.safePlaces, ...second.safePlaces].map(({ name }: { name: string }) => name)
    expect([names, second.next]).toEqual([['Bus station staff', 'Café', 'Library'], null])
  }),
)

test(
  'near a place: what is in use within the set distance, the hours it covers, and the best times in which nobody is there',
  withApp(async ({ api, db, as }) => {
    const area = await makeArea(db, { kind: 'police_neighbourhood' })
    const hotspotId = await makeReview(db, { areaIds: [area] })
    const FRIDAY = 4 * 24
    const windows = [{ fromHour: FRIDAY + 20, hours: 3 }]
    await makeMonth(db, '2023-06', [{ hotspotId, areaIds: [area], findings: { ...FINDINGS, windows } }])
    const put = (name: string, longitude: number, openHours: unknown[] = []) =>
      api.post('/api/safe-places', {
        ...SAFE_PLACE,
        name,
        openHours,
        geometry: { type: 'Point', coordinates: [longitude, 52.921] },
      })
    await put('In it', -1.479, [{ day: 4, from: '18:00', to: '21:00' }])
    await put('300 metres off', -1.4845)
    await put('600 metres off', -1.489, [{ day: 4, from: '00:00', to: '00:00' }])
    const { body: gone } = await put('Gone', -1.479, [{ day: 4, from: '00:00', to: '00:00' }])
    await api.post(`/api/safe-places/${gone.id}/retire`, { version: 1, why: 'Closed' })

    const path = `/api/safe-places/near/${hotspotId}`
    const { body } = await api.get(path)
    expect(body).toMatchObject({
      metres: 400,
      covered: [FRIDAY + 18, FRIDAY + 19, FRIDAY + 20],
      windows,
      gaps: [{ fromHour: FRIDAY + 21, hours: 2 }],
    })
    expect(
      body.safePlaces.map(({ name, distanceMetres }: { name: string; distanceMetres: number }) => [
        name,
        distanceMetres,
      ]),
    ).toEqual([
      ['In it', 0],
      ['300 metres off', 300],
    ])

    expect((await (await as('snt_officer', { areaIds: [area] })).get(path)).body.gaps).toHaveLength(1)
    expect((await (await as('snt_officer')).get(path)).status).toBe(404)
    // Their grant on safe places reaches all; it opens no place under review.
    expect((await (await as('csp_analyst')).get(path)).status).toBe(404)
    expect((await (await as('youth_provider')).get(path)).status).toBe(404)
  }),
)

test(
  'whom a list reaches is told what is near, and neither the best times nor how far it is from a cluster',
  withApp(async ({ api, db, as }) => {
    const hotspotId = await makeReview(db)
    const { rows } = await db.query<{ id: string }>(
      `insert into run (kind, period_from, period_to, method, method_version, data_hash, left_out, withheld_g2, withheld_g3, made_by)
       values ('quarter', '2023-04-01', '2023-07-01', '{}', '1', '\\x00', '{}', 0, 0, 'x') returning id`,
    )
    await db.query(`insert into run_listed (run_id, hotspot_id, rank, hotspot) values ($1, $2, 1, '{}')`, [
      rows[0]!.id,
      hotspotId,
    ])
    await api.post('/api/safe-places', SAFE_PLACE)

    const { body } = await (await as('csp_analyst')).get(`/api/safe-places/near/${hotspotId}`)
    expect(body).toMatchObject({ safePlaces: [{ name: 'A library', distanceMetres: null }], windows: null, gaps: null })
  }),
)
