import { expect, test } from 'vitest'
import { makeChild, makeReports } from '../support/make.ts'
import { makePerson, owner, readAs, tryAs, withOwner } from './sql-support.ts'

test(
  'case data without a line of the log give no row and take none; with one they do',
  withOwner(async () => {
    const someone = await makePerson('coordinator')
    const [first, second] = (await makeReports(owner, { count: 2 })).toSorted()
    const childId = await makeChild(owner, 'YP-0001')
    await owner.query(
      `insert into missing_episode (source_hmac, child_id, category, started_at, start_precision, row_hash, police_reported)
         values ('\\x01', $1, 'M', now(), 'minute', '\\x00', true)`,
      [childId],
    )
    await owner.query(`insert into return_interview (episode_id) select id from missing_episode`)
    await owner.query(
      `insert into missing_episode_revision (episode_id, version, was) select id, 1, '{}' from missing_episode`,
    )
    await owner.query(
      `insert into location_report_revision (report_id, version, was, change) values ($1, 1, '{}', 'placed')`,
      [first],
    )
    await owner.query('insert into likely_duplicate (first_report_id, second_report_id) values ($1, $2)', [
      first,
      second,
    ])
    await owner.query(`insert into child_share (child_id, role) values ($1, 'cre_team')`, [childId])
    await owner.query(
      `insert into protected_setting (kind, name, geom) values ('refuge', 'A', st_setsrid(st_makepoint(435000, 336000), 27700))`,
    )
    await owner.query(`insert into kept_count (month, basis, reports, children) values ('2021-01-01', 'found', 3, 1)`)
    const runId = (
      await owner.query<{ id: string }>(
        `insert into run (kind, period_from, period_to, method, method_version, data_hash, left_out, withheld_g2, withheld_g3, made_by)
           values ('month', '2022-07-01', '2023-07-01', '{}', '1', '\\x00', '{}', 0, 0, 'x') returning id`,
      )
    ).rows[0]!.id
    await owner.query(
      `insert into run_hotspot (run_id, hotspot_id, rank, is_few, hotspot) values ($1, gen_random_uuid(), 1, false, '{}')`,
      [runId],
    )
    await owner.query(`insert into run_picture (run_id, picture, surface) values ($1, '{}', '{}')`, [runId])
    await owner.query(
      `insert into run_shared (run_id, hotspot_id, rank, area_ids, hotspot) values ($1, gen_random_uuid(), 1, '{}', '{}')`,
      [runId],
    )

    const tables = [
      'child',
      'missing_episode',
      'return_interview',
      'missing_episode_revision',
      'location_report',
      'location_report_revision',
      'likely_duplicate',
      'occurrence',
      'child_share',
      'protected_setting',
      'kept_count',
      'run_hotspot',
      'run_picture',
      'run_shared',
    ]
    for (const table of tables) {
      expect(await tryAs('case', `select * from ${table}`, { personId: someone.id }), table).toBe(0)
      expect(await readAs(someone, `select * from ${table}`), table).not.toEqual([])
    }
    for (const sql of [
      'update location_report set narrative = null returning id',
      'delete from location_report returning id',
      'update child_share set person_id = null returning id',
      'delete from protected_setting returning id',
    ])
      expect(await tryAs('case', sql, { personId: someone.id }), sql).toBe(0)
    for (const sql of [
      `insert into child_share (child_id, role) values ('${childId}', 'qa_auditor')`,
      `insert into occurrence default values`,
      `select child_of_source('\\x02')`,
    ])
      expect(await tryAs('case', sql, { personId: someone.id }), sql).toBe('42501')
  }),
)
