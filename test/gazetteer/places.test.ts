import { booleanClockwise } from '@turf/turf'
import type { Position } from 'geojson'
import { expect, test } from 'vitest'
import type { Place } from '../../server/gazetteer/schema.ts'
import { withApp, type TestApi } from '../support/app.ts'
import { square } from '../support/shapes.ts'

const input = (name: string, more: object = {}) => ({
  name,
  category: 'park',
  geometry: square(435_050, 336_050),
  ...more,
})

const draw = async (api: TestApi, name: string, more: object = {}): Promise<Place> => {
  const { status, body } = await api.post('/api/places', input(name, more))
  expect(status).toBe(201)
  return body as Place
}

test(
  'a place that is drawn comes back as it was drawn',
  withApp(async ({ api }) => {
    const place = await draw(api, 'River Gardens', { alternativeNames: ['Riverside', 'the riverside'], seedGroup: 'B' })

    expect(place).toMatchObject({
      name: 'River Gardens',
      alternativeNames: ['Riverside'],
      category: 'park',
      seedGroup: 'B',
      positionAccuracyMetres: null,
      source: 'drawn by hand',
      version: 1,
      retiredAt: null,
    })
    expect(place.geometry).toEqual(square(435_050, 336_050))
    expect((await api.get(`/api/places/${place.id}`)).body).toEqual(place)
  }),
)

test(
  'an outline that is drawn clockwise comes back anticlockwise, as RFC 7946 wants it',
  withApp(async ({ api }) => {
    const given = square(435_050, 336_050)
    given.coordinates[0]!.reverse()
    const place = await draw(api, 'River Gardens', { geometry: given })

    expect(booleanClockwise(place.geometry.coordinates[0] as Position[])).toBe(false)
  }),
)

test(
  'a change that was made from an old version is refused, and nothing is overwritten',
  withApp(async ({ api }) => {
    const place = await draw(api, 'River Gardens')
    await api.patch(`/api/places/${place.id}`, { version: 1, name: 'Derby River Gardens' })

    const { status, body } = await api.patch(`/api/places/${place.id}`, { version: 1, category: 'other' })

    expect(status).toBe(409)
    expect(body.type).toBe('urn:place-risk:problem:changed-meanwhile')
    expect((await api.get(`/api/places/${place.id}`)).body).toMatchObject({ version: 2, category: 'park' })
  }),
)

test(
  'a place that is renamed keeps its old name beside the new one, and its history',
  withApp(async ({ api }) => {
    const place = await draw(api, 'Eagle Centre')
    const { body: renamed } = await api.patch(`/api/places/${place.id}`, { version: 1, name: 'Derbion' })
    await api.patch(`/api/places/${place.id}`, { version: 2, geometry: square(435_500, 336_000) })
    await api.patch(`/api/places/${place.id}`, { version: 3, category: 'shopping_centre' })

    expect(renamed).toMatchObject({ name: 'Derbion', alternativeNames: ['Eagle Centre'], version: 2 })
    const { body } = await api.get(`/api/places/${place.id}/history`)
    expect(
      body.revisions.map(({ version, change, name, category }: Record<string, unknown>) => [
        version,
        change,
        name,
        category,
      ]),
    ).toEqual([
      [3, 'described', 'Derbion', 'park'],
      [2, 'moved', 'Derbion', 'park'],
      [1, 'renamed', 'Eagle Centre', 'park'],
    ])
    expect(body.revisions[1].geometry).toEqual(place.geometry)
  }),
)

test(
  'a place that is sent back as it was is not changed',
  withApp(async ({ api }) => {
    const place = await draw(api, 'River Gardens', { geometry: square(435_050.123, 336_050.456) })
    const { name, alternativeNames, category, seedGroup, geometry } = place

    const { status, body } = await api.patch(`/api/places/${place.id}`, {
      version: 1,
      name,
      alternativeNames,
      category,
      seedGroup,
      geometry,
    })

    expect(status).toBe(200)
    expect(body).toEqual(place)
  }),
)

test(
  'two live places never go by one name, their other names and spellings included',
  withApp(async ({ api }) => {
    await draw(api, 'St Benedict’s Bus Park', { alternativeNames: ['St Bens'] })

    for (const [name, other] of [
      ["ST. BENEDICT'S BUS-PARK", []],
      ['Elsewhere', ['the St Bens']],
    ] as const) {
      const { status, body } = await api.post('/api/places', input(name, { alternativeNames: other }))
      expect(status).toBe(409)
      expect(body.detail).toMatch('already a name of St Benedict’s Bus Park')
    }
  }),
)

test(
  'a retired place gives its name free, and comes back only while nobody has taken it',
  withApp(async ({ api }) => {
    const old = await draw(api, 'Eagle Centre')
    const { body: retired } = await api.post(`/api/places/${old.id}/retire`, { version: 1, reason: 'Pulled down' })
    expect(retired).toMatchObject({ version: 2, retiredReason: 'Pulled down', retiredAt: expect.any(String) })
    expect((await api.patch(`/api/places/${old.id}`, { version: 2, name: 'New' })).status).toBe(409)
    expect((await api.post(`/api/places/${old.id}/retire`, { version: 2, reason: 'Again' })).status).toBe(409)

    const taker = await draw(api, 'Eagle Centre', { geometry: square(436_000, 336_000) })
    expect((await api.post(`/api/places/${old.id}/restore`, { version: 2 })).status).toBe(409)
    await api.post(`/api/places/${taker.id}/retire`, { version: 1, reason: 'A mistake' })

    const { status, body } = await api.post(`/api/places/${old.id}/restore`, { version: 2 })
    expect(status).toBe(200)
    expect(body).toMatchObject({ version: 3, retiredAt: null, retiredReason: null })
    expect((await api.post(`/api/places/${old.id}/restore`, { version: 3 })).status).toBe(409)
    expect((await api.get(`/api/places/${old.id}/history`)).body.revisions).toHaveLength(2)
  }),
)

test(
  'the list goes by name, pages without loss, and keeps retired places apart',
  withApp(async ({ api }) => {
    for (const name of ['Delta', 'Alpha', 'Echo', 'Bravo', 'Charlie']) await draw(api, name)
    const gone = await draw(api, 'Foxtrot', { category: 'hotel' })
    await api.post(`/api/places/${gone.id}/retire`, { version: 1, reason: 'Closed' })
    const names: string[] = []
    let cursor = ''
    do {
      const { body } = await api.get(`/api/places?limit=2${cursor}`)
      names.push(...body.places.map((place: Place) => place.name))
      cursor = body.next ? `&cursor=${body.next}` : ''
    } while (cursor)

    expect(names).toEqual(['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo'])
    const namesOf = async (search: string) =>
      (await api.get(`/api/places?${search}`)).body.places.map((place: Place) => place.name)
    expect(await namesOf('retired=only')).toEqual(['Foxtrot'])
    expect(await namesOf('retired=true&category=hotel')).toEqual(['Foxtrot'])
    expect(await namesOf('search=RAV')).toEqual(['Bravo'])
    expect(await namesOf('search=charly')).toEqual(['Charlie'])
    expect(await namesOf('search=%25')).toHaveLength(5)
    expect((await api.get('/api/places?cursor=nonsense')).status).toBe(400)
    expect((await api.get('/api/places?limit=0')).status).toBe(400)
  }),
)

test.each(['nothing', '00000000-0000-4000-8000-000000000000', '%00'])('a place called %s is not found', (id) =>
  withApp(async ({ api }) => {
    expect((await api.get(`/api/places/${id}`)).status).toBe(404)
    expect((await api.get(`/api/places/${id}/history`)).status).toBe(404)
    expect((await api.patch(`/api/places/${id}`, { version: 1 })).status).toBe(404)
    expect((await api.post(`/api/places/${id}/retire`, { version: 1, reason: 'x' })).status).toBe(404)
  })(),
)

test.each([
  ['no letter or figure', { name: '?!' }, 422],
  ['a zero byte', { name: 'Zero\u0000' }, 422],
  ['121 characters', { name: 'x'.repeat(121) }, 422],
  ['a category of its own', { category: 'pub' }, 422],
  ['an unknown member', { colour: 'red' }, 422],
])('a place with %s is refused', (_what, more, status) =>
  withApp(async ({ api }) => {
    const { status: given, body } = await api.post('/api/places', input('Somewhere', more))

    expect([given, body.title]).toEqual([status, expect.any(String)])
    expect((await api.get('/api/places')).body.places).toEqual([])
  })(),
)

test(
  'half a surrogate pair in a name does no harm',
  withApp(async ({ api }) => {
    expect((await draw(api, 'Odd \ud800 place')).name).toBe('Odd \ufffd place')
  }),
)

test(
  'pages go on past a place of the longest name, whatever letters it is written in',
  withApp(async ({ api }) => {
    for (const letter of ['é', '"', '鿿']) await draw(api, letter.padEnd(120, `a${letter}`))

    let cursor = ''
    const names: string[] = []
    do {
      const { status, body } = await api.get(`/api/places?limit=1${cursor}`)
      expect(status).toBe(200)
      names.push(...body.places.map((place: Place) => place.name))
      cursor = body.next ? `&cursor=${body.next}` : ''
    } while (cursor)

    expect(new Set(names).size).toBe(3)
  }),
)
