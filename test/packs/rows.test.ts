import { expect, test } from 'vitest'
import { underRole, type RoleOptions } from '../../server/access/under-role.ts'
import type { Db } from '../../server/db.ts'
import { DATABASE_ROLES, makePerson, readAs } from '../access/sql-support.ts'
import type { PackPlace } from '../../server/packs/schema.ts'
import { makeTwoAreas } from '../access/two-areas.ts'
import { withApp } from '../support/app.ts'
import { freeze, get, makeEpisode, storeMonth } from './months.ts'

const TABLES = ['pack', 'pack_group', 'pack_place', 'pack_place_count', 'pack_exact', 'pack_known', 'run_known']

const frozenTown = async (api: Parameters<typeof storeMonth>[0], db: Db) => {
  const town = await makeTwoAreas(db)
  await makeEpisode(db, 'a', { day: '2023-05-03' })
  await storeMonth(api, '2023-06')
  return { ...town, ...(await freeze(db, '2023-06')) }
}

test(
  'a police planner gets the places of their areas, with what is counted there; another area’s gets none',
  withApp(async ({ api, as, db }) => {
    const { meetingId, westArea, eastArea } = await frozenTown(api, db)
    const names = async (areaIds: string[]) => {
      const { places } = await get(await as('snt_planner', { areaIds }), `/api/packs/${meetingId}`)
      expect(places.every(({ counted }: PackPlace) => counted?.shown)).toBe(true)
      return places.map(({ name }: PackPlace) => name).toSorted()
    }

    expect(await names([westArea])).toEqual(['Border Park', 'West Park'])
    expect(await names([eastArea])).toEqual(['Border Park', 'East Park'])
    expect(await names([])).toEqual([])
  }),
)

test(
  'of whom a list reaches, the listed places, without anything that is counted; a referral alone reaches what was referred',
  withApp(async ({ api, as, db }) => {
    const { meetingId, west } = await frozenTown(api, db)
    const seen = (given: Partial<RoleOptions>, sql: string) =>
      underRole(db, { role: 'group', agency: 'Youth Alliance', ...given })
        .query<{ id: string }>(sql)
        .then(({ rows }) => rows.length)
    const places = 'select hotspot_id as id from pack_place'
    const counts = 'select hotspot_id as id from pack_place_count'

    expect([await seen({ reach: 'all' }, places), await seen({ reach: 'all' }, counts)]).toEqual([3, 3])
    expect(await seen({ reach: 'listed' }, places)).toBe(0)
    await api.post('/api/runs', { kind: 'quarter', month: '2023-06' })
    expect([await seen({ reach: 'listed' }, places), await seen({ reach: 'listed' }, counts)]).toEqual([3, 0])
    expect([await seen({ reach: 'referred' }, places), await seen({}, places), await seen({}, counts)]).toEqual([
      0, 0, 0,
    ])

    const youth = await as('youth_provider')
    const { pack, places: referred } = await get(youth, `/api/packs/${meetingId}`)
    expect([pack.month, referred]).toEqual(['2023-06', []])
    expect(west.placeId).not.toBe('')
  }),
)

test(
  'exact numbers are for co-ordinator and chair, by the database’s own rule too',
  withApp(async ({ api, as, db }) => {
    const { meetingId } = await frozenTown(api, db)
    expect((await (await as('group_member')).get(`/api/packs/${meetingId}/exact`)).status).toBe(403)
    expect((await get(await as('group_chair'), `/api/packs/${meetingId}/exact`)).exact.places).toHaveLength(3)

    const exact = 'select * from pack_exact'
    const counted = `select * from counted_since_pack('${meetingId}')`
    expect(await readAs(await makePerson('group_member'), exact)).toEqual([])
    expect(await readAs(await makePerson('group_member'), counted)).toEqual([])
    expect(await readAs(await makePerson('group_chair'), exact)).toHaveLength(1)
    expect(await readAs(await makePerson('group_chair'), counted)).toHaveLength(1)
  }),
)

test(
  'nobody changes a frozen row: no role of the database may, and a trigger stops whoever owns the tables',
  withApp(async ({ api, db }) => {
    const { meetingId } = await frozenTown(api, db)
    const codeOf = async (role: (typeof DATABASE_ROLES)[number], sql: string) => {
      try {
        return (await underRole(db, { role, reach: 'all', areas: 'all' }).query(sql)).rowCount
      } catch (error) {
        return (error as { code?: string }).code
      }
    }
    for (const role of DATABASE_ROLES)
      for (const table of TABLES)
        for (const sql of [
          `update ${table} set ${table === 'run_known' ? 'run_id = run_id' : 'meeting_id = meeting_id'}`,
          `delete from ${table}`,
          `truncate ${table} cascade`,
        ])
          expect(await codeOf(role, sql), `${role}: ${sql}`).toBe('42501')
    for (const role of DATABASE_ROLES.filter((one) => one !== 'intake'))
      for (const table of TABLES)
        expect(await codeOf(role, `insert into ${table} select * from ${table}`), `${role}: ${table}`).toBe('42501')
    for (const call of ['came_since_pack', 'told_since_pack', 'counted_since_pack'])
      expect(await codeOf('intake', `select * from ${call}('${meetingId}')`)).toBe('42501')

    for (const table of TABLES.filter((one) => one !== 'run_known'))
      await expect(db.query(`update ${table} set meeting_id = meeting_id`), table).rejects.toMatchObject({
        code: 'PR003',
      })
    await db.query(`update pack_place set content = '{}' where false`)
  }),
)
