import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { underRole } from '../../server/access/under-role.ts'
import { digestOf } from '../../server/packs/canonical.ts'
import { freezePack } from '../../server/packs/freeze-pack.ts'
import type { PackExactContent, PackPlace } from '../../server/packs/schema.ts'
import { withApp } from '../support/app.ts'
import { makeArea, makePlace } from '../support/make.ts'
import { atPlace, freeze, get, makeEpisode, storeMonth } from './months.ts'
import type { Db } from '../../server/db.ts'

type ExactPlace = PackExactContent['places'][number]

const MILL = 433_000
const LOCK = 436_000

const makeTown = async (db: Db) => {
  await makeArea(db, { kind: 'partnership', name: 'Derby' })
  const mill = await makePlace(db, { name: 'Mill Park', easting: MILL, northing: 336_000 })
  const lock = await makePlace(db, { name: 'Lock Side', easting: LOCK, northing: 336_000 })
  return { mill: { placeId: mill, easting: MILL + 50 }, lock: { placeId: lock, easting: LOCK + 50 } }
}

test(
  'a pack freezes the month: headline, direction, places with change, quality and interviews',
  withApp(async ({ api, db }) => {
    const { mill, lock } = await makeTown(db)
    for (const day of ['2022-12-05', '2022-12-19', '2023-05-08']) await atPlace(db, 'abcdefgh', day, mill)
    await atPlace(db, 'abcdef', '2023-05-20', lock)
    await makeEpisode(db, 'a', { day: '2022-03-01' })
    for (const child of 'abcdef') await makeEpisode(db, child, { day: '2023-05-03' })
    await makeEpisode(db, 'a', { day: '2023-05-20', bucket: 'not_recorded' })
    await makeEpisode(db, 'b', { day: '2023-01-20', isPlacedOut: true, hostLa: 'Leeds' })
    await storeMonth(api, '2023-05')

    const { meetingId, hash } = await freeze(db, '2023-05')
    const { pack, places, isVerified, hash: told } = await get(api, `/api/packs/${meetingId}`)

    expect([told, isVerified]).toEqual([hash, true])
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(pack).toMatchObject({
      month: '2023-05',
      frozenAt: '2023-07-11T09:00:00Z',
      previous: null,
      run: { period: { from: '2022-06-01', to: '2023-06-01' } },
      headline: {
        month: { episodes: 7, distinctChildren: 6, repeatChildren: 'fewer than 5', firstTimers: 'fewer than 5' },
        year: { episodes: 8, distinctChildren: 6 },
        recordsFrom: '2022-03-01',
      },
      places: { shown: 2, isNew: 0, lapsed: 0, withheld: 0 },
      threeInThirty: null,
      outOfArea: { month: 0, year: 'fewer than 5' },
      quality: { reports: 30, late: null },
      interviews: { month: { episodes: 7, buckets: { not_recorded: 'fewer than 5', in_timescales: null } } },
    })
    expect(pack.direction.episodes).toBe('too few to tell')
    expect(places.map(({ name, counted }: PackPlace) => [name, counted?.standing, counted?.shown?.rank])).toEqual(
      expect.arrayContaining([
        ['Lock Side', 'shown', expect.any(Number)],
        ['Mill Park', 'shown', expect.any(Number)],
      ]),
    )
    expect(places[0]).toMatchObject({
      reviewState: 'candidate',
      reviewWords: 'To be reviewed',
      outline: { type: 'MultiPolygon' },
      counted: { before: null, isNew: false, reasons: [], shown: { childrenBand: expect.any(String) } },
    })

    const { exact, isVerified: isExact } = await get(api, `/api/packs/${meetingId}/exact`)
    expect(isExact).toBe(true)
    expect(exact).toMatchObject({
      headline: { month: { episodes: 7, distinctChildren: 6, repeatChildren: 1, firstTimers: 4 } },
      outOfArea: { hosts: [{ host: 'Leeds', episodes: 1, children: 1 }] },
      interviews: { month: { buckets: { in_timescales: 6, not_recorded: 1 } } },
      differences: null,
    })
    expect(exact.places.map(({ name, reports, children }: ExactPlace) => [name, reports, children])).toEqual(
      expect.arrayContaining([
        ['Mill Park', 24, 8],
        ['Lock Side', 6, 6],
      ]),
    )
  }),
)

test(
  'a month that is not stored cannot be frozen, and a meeting has one pack',
  withApp(async ({ api, db }) => {
    const { mill } = await makeTown(db)
    await atPlace(db, 'abcdef', '2023-05-08', mill)
    await expect(freeze(db, '2023-05')).rejects.toMatchObject({ status: 409, slug: 'month-not-stored' })

    await storeMonth(api, '2023-05')
    const { meetingId } = await freeze(db, '2023-05')
    await expect(freeze(db, '2023-05', { meetingId })).rejects.toMatchObject({ constraint: 'pack_pk' })
    expect((await api.get(`/api/packs/${randomUUID()}`)).status).toBe(404)
    expect((await api.get(`/api/packs/nonsense`)).status).toBe(404)
    expect((await api.get(`/api/packs/${randomUUID()}/exact`)).status).toBe(404)
    expect((await api.get(`/api/packs/${randomUUID()}/since`)).status).toBe(404)
  }),
)

test(
  'freezing stands or falls with what it is part of',
  withApp(async ({ api, db }) => {
    const { mill } = await makeTown(db)
    await atPlace(db, 'abcdef', '2023-05-08', mill)
    await storeMonth(api, '2023-05')
    const meetingId = randomUUID()

    const failing = underRole(db, { role: 'intake' }).transaction(async (tx) => {
      await freezePack(tx, {
        meetingId,
        month: '2023-05',
        person: { name: 'x', role: 'group_chair', agency: 'y' },
        now: new Date(),
        today: '2023-07-11',
      })
      throw new Error('the meeting’s own step failed')
    })
    await expect(failing).rejects.toThrow('the meeting’s own step failed')
    expect((await api.get(`/api/packs/${meetingId}`)).status).toBe(404)
  }),
)

test(
  'a row that somebody changed past every rule no longer matches the hash, and the answer says so',
  withApp(async ({ api, db }) => {
    const { mill } = await makeTown(db)
    await atPlace(db, 'abcdef', '2023-05-08', mill)
    await storeMonth(api, '2023-05')
    const { meetingId, hash } = await freeze(db, '2023-05')
    const { rows } = await db.query<{ content: unknown }>('select content from pack')
    expect(digestOf(rows[0]!.content)).toBe(hash)

    const forge = (table: string, set: string) =>
      db.transaction(async (tx) => {
        await tx.query(`alter table ${table} disable trigger ${table}_frozen`)
        await tx.query(`update ${table} set content = ${set}`)
        await tx.query(`alter table ${table} enable trigger ${table}_frozen`)
      })
    await forge('pack_place', `jsonb_set(content, '{name}', '"Another"')`)
    expect(await get(api, `/api/packs/${meetingId}`)).toMatchObject({ isVerified: false })
    await forge('pack_place', `jsonb_set(content, '{name}', '"Mill Park"')`)
    expect(await get(api, `/api/packs/${meetingId}`)).toMatchObject({ isVerified: true })

    await forge('pack_exact', `jsonb_set(content, '{headline,month,episodes}', '99')`)
    expect(await get(api, `/api/packs/${meetingId}/exact`)).toMatchObject({ isVerified: false })
    await forge('pack', `jsonb_set(content, '{headline,month,episodes}', '99')`)
    expect(await get(api, `/api/packs/${meetingId}`)).toMatchObject({ isVerified: false })
  }),
)
