import { expect, test } from 'vitest'
import type { Db } from '../../server/db.ts'
import type { Place } from '../../server/gazetteer/schema.ts'
import { withApp, type TestApi } from '../support/app.ts'
import { makeReports } from '../support/make.ts'
import { square } from '../support/shapes.ts'

const draw = async (api: TestApi, name: string, easting: number, sideMetres = 100): Promise<Place> =>
  (await api.post('/api/places', { name, category: 'park', geometry: square(easting, 336_000, sideMetres) })).body

const reportAt = async (db: Db, easting: number, more: object = {}) =>
  (await makeReports(db, { position: { easting, northing: 336_000 }, ...more }))[0]!

const placeOf = async (db: Db, id: string) => {
  const { rows } = await db.query<{ name: string | null; easting: number }>(
    'select p.name, st_x(r.geom) as easting from location_report r left join place p on p.id = r.place_id where r.id = $1',
    [id],
  )
  return rows[0]!
}

test(
  'the reports inside a place that is drawn belong to it, and leave it when it moves or is retired',
  withApp(async ({ api, db }) => {
    const report = await reportAt(db, 435_000)
    const hidden = await reportAt(db, 435_000, { isPrivateAddress: true })
    const place = await draw(api, 'Here', 435_000)
    expect((await placeOf(db, report)).name).toBe('Here')
    expect((await placeOf(db, hidden)).name).toBe(null)

    await api.patch(`/api/places/${place.id}`, { version: 1, geometry: square(437_000, 336_000) })
    expect((await placeOf(db, report)).name).toBe(null)
    await api.patch(`/api/places/${place.id}`, { version: 2, geometry: square(435_000, 336_000) })
    expect((await placeOf(db, report)).name).toBe('Here')
    await api.post(`/api/places/${place.id}/retire`, { version: 3, reason: 'Gone' })
    expect((await placeOf(db, report)).name).toBe(null)
    await api.post(`/api/places/${place.id}/restore`, { version: 4 })
    expect((await placeOf(db, report)).name).toBe('Here')
  }),
)

test(
  'where places nest, the smaller one takes the reports while it is there',
  withApp(async ({ api, db }) => {
    const report = await reportAt(db, 435_000)
    await draw(api, 'Park', 435_000, 500)
    expect((await placeOf(db, report)).name).toBe('Park')
    const bandstand = await draw(api, 'Bandstand', 435_000, 30)
    expect((await placeOf(db, report)).name).toBe('Bandstand')

    await api.post(`/api/places/${bandstand.id}/retire`, { version: 1, reason: 'Gone' })
    expect((await placeOf(db, report)).name).toBe('Park')
  }),
)

test(
  'a report within its own accuracy of one place belongs to it, and to none once a second comes as near',
  withApp(async ({ api, db }) => {
    const report = await reportAt(db, 435_000, { accuracyMetres: 200 })
    await draw(api, 'East', 435_200)
    expect((await placeOf(db, report)).name).toBe('East')
    const west = await draw(api, 'West', 434_800)
    expect((await placeOf(db, report)).name).toBe(null)

    await api.patch(`/api/places/${west.id}`, { version: 1, geometry: square(430_000, 336_000) })
    expect((await placeOf(db, report)).name).toBe('East')
  }),
)

test(
  'a report that knows its place by name only moves with it; one with coordinates of its own stays where it was',
  withApp(async ({ api, db }) => {
    const place = await draw(api, 'Here', 435_000)
    const named = await reportAt(db, 435_000)
    const measured = await reportAt(db, 435_010)
    await db.query(`update location_report set named_place_id = $1, place_method = 'gazetteer' where id = $2`, [
      place.id,
      named,
    ])
    await db.query(`update location_report set named_place_id = $1 where id = $2`, [place.id, measured])

    await api.patch(`/api/places/${place.id}`, { version: 1, geometry: square(437_000, 336_000) })

    const moved = await placeOf(db, named)
    expect(moved.name).toBe('Here')
    expect(Math.abs(moved.easting - 437_000)).toBeLessThan(1)
    expect(await placeOf(db, measured)).toEqual({ name: 'Here', easting: 435_010 })
  }),
)
