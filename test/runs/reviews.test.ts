import { expect, test } from 'vitest'
import type { Db } from '../../server/db.ts'
import { withApp } from '../support/app.ts'
import { makeTwoAreas } from '../access/two-areas.ts'
import { underRole, type RoleOptions } from '../../server/access/under-role.ts'

const namesUnder = async (db: Db, options: Omit<RoleOptions, 'role'>) => {
  const { rows } = await underRole(db, { role: 'group', ...options }).query<{ name: string }>(
    'select name from hotspot_review order by name',
  )
  return rows.map(({ name }) => name)
}

const statesOf = async (db: Db) =>
  (
    await db.query<{ name: string; state: string; months: string }>(
      `select name, state, first_month || ' ' || last_month as months from hotspot_review order by name`,
    )
  ).rows

const stepsOf = async (db: Db, name: string) =>
  (
    await db.query<{ step: string }>(
      `select step from step where thing_id = (select id from hotspot_review where name = $1) order by id`,
      [name],
    )
  ).rows.map(({ step }) => step)

test(
  'what a stored month shows to partners is under review from then on, as a candidate that nobody has confirmed',
  withApp(async ({ api, db }) => {
    await makeTwoAreas(db)
    await api.post('/api/runs', { kind: 'month', month: '2023-06' })
    await api.post('/api/runs', { kind: 'month', month: '2023-05' })

    const state = { state: 'candidate', months: '2023-05 2023-06' }
    expect(await statesOf(db)).toEqual(['Border Park', 'East Park', 'West Park'].map((name) => ({ name, ...state })))
    expect(await stepsOf(db, 'West Park')).toEqual(['begin'])
  }),
)

test(
  'a candidate that nobody reviewed in the set time lapses where it is not shown any more, and is one again when it is',
  withApp(async ({ api, db, service }) => {
    const { west } = await makeTwoAreas(db)
    await api.post('/api/runs', { kind: 'month', month: '2023-05' })
    const elsewhere = await db.query(
      `update location_report set place_id = null, geom = null, place_method = null where place_id = $1`,
      [west.placeId],
    )
    expect(elsewhere.rowCount).toBe(10)
    const now = service.now()
    service.now = () => new Date(now.getTime() + 100 * 86_400_000)
    await api.post('/api/runs', { kind: 'month', month: '2023-06' })

    expect(await statesOf(db)).toMatchObject([{ state: 'candidate' }, { state: 'candidate' }, { state: 'lapsed' }])
    await db.query(
      `update location_report set place_id = $1, geom = st_setsrid(st_makepoint(433040, 336041), 27700), place_method = 'map_click' where geom is null`,
      [west.placeId],
    )
    service.today = () => '2023-10-20'
    await api.post('/api/runs', { kind: 'month', month: '2023-07' })
    expect(await stepsOf(db, 'West Park')).toEqual(['begin', 'lapse', 'return'])
  }),
)

test(
  'the group’s records are there as far as a grant reaches, and for nobody without one',
  withApp(async ({ api, db }) => {
    const { westArea, east } = await makeTwoAreas(db)
    await api.post('/api/runs', { kind: 'month', month: '2023-06' })
    await db.query(`insert into run_listed (run_id, hotspot_id, rank, hotspot) select id, $1, 1, '{}' from run`, [
      east.placeId,
    ])

    expect(await namesUnder(db, { reach: 'all' })).toEqual(['Border Park', 'East Park', 'West Park'])
    expect(await namesUnder(db, { reach: 'areas', areas: [westArea] })).toEqual(['Border Park', 'West Park'])
    expect(await namesUnder(db, { reach: 'areas' })).toEqual([])
    expect(await namesUnder(db, { reach: 'listed' })).toEqual(['East Park'])
    for (const reach of ['', 'own', 'agency', 'referred'] as const) expect(await namesUnder(db, { reach })).toEqual([])
  }),
)
