import { expect, test } from 'vitest'
import { recordStep, THE_SERVICE } from '../../server/record-step.ts'
import { makeChild, makeReports } from '../support/make.ts'
import { makePlan, makeReview } from '../support/reviews.ts'
import { makePerson, owner, readAs, tryAs, withOwner } from './sql-support.ts'

/** The counts of a plan's effect. */
const makeExactEffect = async () => {
  const hotspotId = await makeReview(owner, { state: 'confirmed' })
  await owner.query(
    `with effect as (
       insert into plan_effect (id, plan_id, hotspot_id, worked_out_on, worked_out_at, word, sentence, told)
       values (gen_random_uuid(), $1, $2, '2023-07-11', now(), 'fewer', 'x', '{}') returning id
     )
     insert into plan_effect_exact (effect_id, plan_id, worked_out_at, input_hash, exact) select id, $1, now(), '\\x00', '{}' from effect`,
    [await makePlan(owner, hotspotId), hotspotId],
  )
}

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

    await owner.query(
      `insert into pack (meeting_id, run_id, month, frozen_at, content, hash)
       select gen_random_uuid(), id, '2023-06', now(), '{}', sha256('x') from run`,
    )
    await owner.query(`insert into pack_exact (meeting_id, content) select meeting_id, '{}' from pack`)

    await owner.transaction(async (tx) => {
      const { rows } = await tx.query<{ id: string }>(
        `insert into meeting (month, held_on, state) values ('2023-06', '2023-07-18', 'scheduled') returning id`,
      )
      const step = { thing: 'meeting', thingId: rows[0]!.id, hotspotId: null, at: new Date(), why: null } as const
      await recordStep(tx, { ...step, ...THE_SERVICE, step: 'begin', from: null, to: 'scheduled' })
    })
    await owner.query(
      `insert into meeting_child_note (meeting_id, child_id, words, at, by_name) select id, $1, 'x', now(), 'x' from meeting`,
      [childId],
    )

    await makeExactEffect()

    const tables = [
      'child',
      'meeting',
      'meeting_child_note',
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
      'pack',
      'pack_exact',
      'plan_effect_exact',
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
      `insert into meeting_child_note (meeting_id, child_id, words, at, by_name) values (gen_random_uuid(), '${childId}', 'x', now(), 'x')`,
      `select child_of_source('\\x02')`,
    ])
      expect(await tryAs('case', sql, { personId: someone.id }), sql).toBe('42501')
  }),
)
