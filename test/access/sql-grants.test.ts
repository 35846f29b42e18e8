import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { DATABASE_ROLES, owner, tryAs, withOwner, writeLine } from './sql-support.ts'
import { makeReports } from '../support/make.ts'
import { READABLE } from './readable-tables.ts'
import { readableBy } from './readable.ts'

/** PostGIS’s own tables of coordinate systems and columns, which everybody may read. */
const OF_POSTGIS = ['geography_columns', 'geometry_columns', 'spatial_ref_sys']

/** What tells of a child or of a place of children: no role but `case` and `intake` reads a column of it. */
const CASE_COLUMNS = [
  'child.reference',
  'child.source_hmac',
  'missing_episode.placement_label',
  'missing_episode.police_ref',
  'missing_episode.child_id',
  'return_interview.outcome',
  'missing_episode_revision.was',
  'location_report.geom',
  'location_report.given_geom',
  'location_report.narrative',
  'location_report.child_id',
  'location_report.place_name',
  'location_report.postcode',
  'location_report_revision.was',
  'likely_duplicate.first_report_id',
  'occurrence.id',
  'child_share.child_id',
  'protected_setting.geom',
  'protected_setting.name',
  'run_hotspot.hotspot',
  'run.left_out',
  'run.data_hash',
  'kept_count.children',
  'import_refused_row.sealed_cells',
  'staged_report.narrative',
  'staged_report.easting',
  'staged_episode.placement_label',
]

describe('what a role of the database may select is what is written down, and no more', () => {
  test.each(DATABASE_ROLES)('%s', async (role) => {
    const found = (await readableBy(owner, role)).filter((table) => !OF_POSTGIS.includes(table))

    expect(found).toEqual(READABLE[role])
  })
})

describe('a column that the tier lacks is refused', () => {
  test.each(['entry', 'scribe', 'partner', 'list', 'keeper', 'group'] as const)('to %s', async (role) => {
    const answers = await Promise.all(
      CASE_COLUMNS.map(async (column) => {
        const [table, name] = column.split('.')
        return [column, await tryAs(role, `select ${name} from ${table}`, { areas: 'all' })]
      }),
    )

    expect(Object.fromEntries(answers)).toEqual(Object.fromEntries(CASE_COLUMNS.map((column) => [column, '42501'])))
  })

  test('each tier from each other: lists from partners, sign-in from whoever keeps people, the log from all but the scribe', async () => {
    const refused: [(typeof DATABASE_ROLES)[number], string][] = [
      ['partner', 'select * from run_listed'],
      ['partner', 'select * from run'],
      ['partner', 'select id from person'],
      ['list', 'select * from run_shared'],
      ['list', 'select id from place'],
      ['keeper', 'select password_hash from person'],
      ['keeper', 'select one_time_secret from person'],
      ['keeper', 'select digest from session'],
      ['keeper', 'select * from run_shared'],
      ['case', 'select password_hash from person'],
      ['case', 'select digest from session'],
      ['case', 'select sealed_cells from import_refused_row'],
      ['scribe', 'select id from person'],
      ...DATABASE_ROLES.flatMap((role): [(typeof DATABASE_ROLES)[number], string][] => [
        [role, 'select * from reading'],
        [role, 'insert into reading (line, opened_in) values (1, pg_current_xact_id())'],
        [role, 'select * from role_scope'],
        [role, `update role_scope set child = 'all'`],
      ]),
      ...DATABASE_ROLES.filter((role) => role !== 'scribe').flatMap(
        (role): [(typeof DATABASE_ROLES)[number], string][] => [
          [role, 'select * from audit_line'],
          [role, 'insert into audit_line select * from audit_line'],
        ],
      ),
    ]

    for (const [role, sql] of refused) expect(await tryAs(role, sql, { areas: 'all' }), `${role}: ${sql}`).toBe('42501')
  })

  test(
    'also in what the planner knows of a table: the statistics of case data are shown to no partner',
    withOwner(async () => {
      await makeReports(owner, { count: 3 })
      await owner.query('analyze location_report')
      const statistics = `select * from pg_stats where tablename in ('location_report', 'child', 'missing_episode')`

      for (const role of ['partner', 'list', 'keeper', 'group', 'entry', 'scribe', 'case'] as const)
        expect(await tryAs(role, statistics), role).toBe(0)
    }),
  )
})

describe('nobody but the owner can change the log', () => {
  test.each(DATABASE_ROLES)('%s', async (role) => {
    for (const sql of [
      `update audit_line set username = 'x'`,
      'delete from audit_line',
      'truncate audit_line',
      'alter table audit_line disable trigger all',
      'drop table audit_line',
      'drop trigger audit_line_kept on audit_line',
      `create or replace function refuse_change_of_log() returns trigger language plpgsql as 'begin return new; end'`,
    ])
      expect(await tryAs(role, sql), sql).toBe('42501')
  })

  test('nor does the owner without taking the trigger away first', async () => {
    await writeLine({ id: randomUUID(), role: 'coordinator', agency: 'Derby City Council' })
    await expect(owner.query('delete from audit_line')).rejects.toMatchObject({ code: '42501' })
    await expect(owner.query(`update audit_line set agency = 'x'`)).rejects.toMatchObject({ code: '42501' })
    await expect(owner.query('truncate audit_line')).rejects.toMatchObject({ code: '42501' })
  })
})
