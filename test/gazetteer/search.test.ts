import { expect, test } from 'vitest'
import type { GazetteerMatch } from '../../server/gazetteer/schema.ts'
import { withApp, type TestApi } from '../support/app.ts'
import { square } from '../support/shapes.ts'

const draw = async (api: TestApi, name: string, alternativeNames: string[] = []) =>
  (await api.post('/api/places', { name, alternativeNames, category: 'park', geometry: square(435_640, 336_198) })).body

const search = async (api: TestApi, q: string): Promise<GazetteerMatch[]> =>
  (await api.get(`/api/gazetteer/search?q=${encodeURIComponent(q)}`)).body.matches

test(
  'the same name comes first, whichever of its names and however it is spelt',
  withApp(async ({ api }) => {
    const place = await draw(api, 'Derbion', ['The Eagle Centre'])
    await draw(api, 'Eagle Street')

    const [first, second] = await search(api, 'EAGLE CENTRE!')

    expect(first).toEqual({
      kind: 'place',
      name: 'Derbion',
      placeId: place.id,
      category: 'park',
      longitude: expect.closeTo(-1.471348, 4),
      latitude: expect.closeTo(52.92204, 4),
      similarity: 1,
    })
    expect(second!.name).toBe('Eagle Street')
    expect(second!.similarity).toBeLessThan(1)
    expect((await search(api, 'egle cntre'))[0]!.name).toBe('Derbion')
  }),
)

test(
  'retired places are not found',
  withApp(async ({ api }) => {
    const { id } = await draw(api, 'Derbion')
    await api.post(`/api/places/${id}/retire`, { version: 1, reason: 'Closed' })

    expect(await search(api, 'Derbion')).toEqual([])
  }),
)

test(
  'a grid reference is found where it lies, and none beyond Great Britain',
  withApp(async ({ api }) => {
    expect(await search(api, 'sk 3564 3619')).toEqual([
      {
        kind: 'grid_reference',
        name: 'SK 3564 3619',
        placeId: null,
        category: null,
        longitude: expect.closeTo(-1.4713, 3),
        latitude: expect.closeTo(52.922, 3),
        similarity: 1,
      },
    ])
    expect(await search(api, 'AA 12 34')).toEqual([])
  }),
)

test(
  'a postcode is found whole or by its beginning, the likelier the more of it is typed',
  withApp(async ({ api, db }) => {
    await db.query(
      `insert into postcode select p, st_setsrid(st_makepoint(435640, 336198), 27700) from unnest(array['DE12PL', 'DE12PQ', 'DE234AA']) p`,
    )
    expect((await search(api, 'DE1 2')).map(({ name, similarity }) => [name, similarity])).toEqual([
      ['DE1 2PL', 4 / 6],
      ['DE1 2PQ', 4 / 6],
    ])
    expect((await search(api, 'de12pl')).map(({ name, similarity }) => [name, similarity])).toEqual([['DE1 2PL', 1]])
  }),
)

test.each(['', '   '])('a search for “%s” asks for something to look for', (q) =>
  withApp(async ({ api }) => {
    expect((await api.get(`/api/gazetteer/search?q=${encodeURIComponent(q)}`)).status).toBe(400)
  })(),
)

test.each(['%', '_', "'; drop table place", '\u{1f600}', '?!'])(
  'a search for “%s” finds nothing and breaks nothing',
  (q) =>
    withApp(async ({ api }) => {
      await draw(api, 'Derbion')

      expect(await search(api, q)).toEqual([])
    })(),
)
