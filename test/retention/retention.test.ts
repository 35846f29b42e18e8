import fc from 'fast-check'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Db } from '../../server/db.ts'
import { applyRetention } from '../../server/retention/apply-retention.ts'
import { cutoffsOn } from '../../server/retention/cutoffs.ts'
import { dueForDeletion } from '../../server/retention/due-for-deletion.ts'
import { policyFrom } from '../../server/settings/policy.ts'
import { cleanTables, withApp } from '../support/app.ts'
import { makeChild, makePlace, makeReports, type GivenReports } from '../support/make.ts'

const POLICY = policyFrom([])
const TODAY = '2023-07-11'

const makeEpisode = async (db: Db, child: string, startedAt: string, endedAt: string | null): Promise<string> => {
  const { rows } = await db.query<{ id: string }>(
    `insert into missing_episode (source_hmac, child_id, category, started_at, start_precision, ended_at, end_precision, row_hash)
     values (sha256($1), $2, 'M', $3, 'minute', $4, case when $4::timestamptz is null then null else 'minute' end, '\\x00') returning id`,
    [randomUUID(), await makeChild(db, child), startedAt, endedAt],
  )
  return rows[0]!.id
}

const count = async (db: Db, what: string) =>
  (await db.query<{ n: number }>(`select count(*) as n from ${what}`)).rows[0]!.n

const keptCounts = async (db: Db) =>
  (
    await db.query(
      `select to_char(month, 'YYYY-MM') as month, place.name as place, basis, reports, children
       from kept_count left join place on place.id = place_id order by month, place.name, basis`,
    )
  ).rows

const dueNow = async (db: Db, today = TODAY) =>
  Object.fromEntries((await dueForDeletion(db, POLICY, today)).map(({ kind, now }) => [kind, now]))

test(
  'what is due is what is older than its period; an episode that goes on keeps its reports',
  withApp(async ({ db, service }) => {
    const old = await makeEpisode(db, 'YP-0001', '2021-07-01T12:00Z', '2021-07-10T22:59Z')
    const late = await makeEpisode(db, 'YP-0002', '2021-07-01T12:00Z', '2021-07-10T23:00Z')
    const open = await makeEpisode(db, 'YP-0003', '2020-01-01T12:00Z', null)
    for (const [episodeId, child] of [
      [old, 'YP-0001'],
      [late, 'YP-0002'],
      [open, 'YP-0003'],
    ] as const)
      await makeReports(db, { episodeId, child, at: '2021-07-05T12:00Z' })
    await makeReports(db, { child: 'YP-0004', at: '2021-07-10T22:59Z' })
    await makeReports(db, { child: 'YP-0005', at: '2021-07-10T23:00Z' })
    await makeReports(db, { child: 'YP-0006', at: '2022-07-10T22:59Z', basis: 'suspected' })
    await makeReports(db, { child: 'YP-0007', at: '2022-07-10T23:00Z', basis: 'suspected' })
    const [graded] = await makeReports(db, { child: 'YP-0008', at: '2022-07-01T12:00Z', basis: 'sighted' })
    await db.query(`update location_report set info_assess = 'D' where id = $1`, [graded])
    await db.query(`update child set created_at = '2021-01-01'`)

    const due = { reports: 2, uncorroborated: 2, episodes: 1, children: 4 }
    expect(await dueNow(db)).toMatchObject(due)
    expect(await applyRetention(db, service.scribe, POLICY, TODAY)).toMatchObject(due)

    const { rows } = await db.query<{ reference: string }>('select reference from child order by reference')
    expect(rows.map(({ reference }) => reference)).toEqual(['YP-0002', 'YP-0003', 'YP-0005', 'YP-0007'])
    expect(await count(db, 'location_report')).toBe(4)
    expect(await count(db, 'occurrence')).toBe(4)
    expect(await count(db, 'missing_episode')).toBe(2)
  }),
)

test(
  'what falls due in the next three months is told apart from what is due now',
  withApp(async ({ db }) => {
    await makeReports(db, { at: '2021-07-01T12:00Z', count: 2 })
    await makeReports(db, { at: '2021-09-01T12:00Z', count: 3 })
    await makeReports(db, { at: '2022-09-01T12:00Z', basis: 'suspected' })
    const due = await dueForDeletion(db, POLICY, TODAY)
    expect(due.slice(0, 2)).toEqual([
      { kind: 'reports', months: 24, now: 2, inThreeMonths: 3 },
      { kind: 'uncorroborated', months: 12, now: 0, inThreeMonths: 1 },
    ])
  }),
)

test(
  'before reports go, their counts by month, place and basis are kept; a private address has no place',
  withApp(async ({ db, service }) => {
    const placeId = await makePlace(db, { name: 'Riverside' })
    const at = '2021-03-05T12:00Z'
    await makeReports(db, { placeId, at, child: 'YP-0001', count: 3 })
    await makeReports(db, { placeId, at, child: 'YP-0002' })
    await makeReports(db, { placeId, at, child: null })
    await makeReports(db, { placeId, at, child: 'YP-0002', basis: 'sighted' })
    await makeReports(db, { placeId, at, child: 'YP-0003', isPrivateAddress: true })
    await makeReports(db, { at, child: 'YP-0004' })
    // In London it is April already.
    await makeReports(db, { at: '2021-03-31T23:30Z', child: 'YP-0004' })

    await applyRetention(db, service.scribe, POLICY, TODAY)
    expect(await keptCounts(db)).toEqual([
      { month: '2021-03', place: 'Riverside', basis: 'found', reports: 5, children: 2 },
      { month: '2021-03', place: 'Riverside', basis: 'sighted', reports: 1, children: 1 },
      { month: '2021-03', place: null, basis: 'found', reports: 2, children: 2 },
      { month: '2021-04', place: null, basis: 'found', reports: 1, children: 1 },
    ])
  }),
)

test(
  'a child whose reports of one month are deleted at two times counts once',
  withApp(async ({ db, service }) => {
    await makeReports(db, { at: '2021-07-05T12:00Z', child: 'YP-0001' })
    await makeReports(db, { at: '2021-07-20T12:00Z', child: 'YP-0001' })
    await makeReports(db, { at: '2021-07-20T12:00Z', child: 'YP-0002' })

    await applyRetention(db, service.scribe, POLICY, TODAY)
    expect(await keptCounts(db)).toMatchObject([{ reports: 1, children: 2 }])
    await applyRetention(db, service.scribe, POLICY, '2023-08-01')
    expect(await keptCounts(db)).toMatchObject([{ reports: 3, children: 2 }])
  }),
)

test(
  'each deletion is told of in the log, in counts alone',
  withApp(async ({ db, service }) => {
    await makeReports(db, { at: '2021-01-01T12:00Z', child: 'YP-9876', count: 2 })
    const { rows: head } = await db.query<{ seq: number }>('select coalesce(max(seq), 0) as seq from audit_line')
    await applyRetention(db, service.scribe, POLICY, TODAY)

    const { rows } = await db.query(
      `select action, username, object_type, object_id, details::jsonb from audit_line where seq > $1 order by seq`,
      [head[0]!.seq],
    )
    expect(rows).toEqual([
      {
        action: 'erasure',
        username: 'command line',
        object_type: 'report',
        object_id: null,
        details: { kind: 'reports', count: 2 },
      },
    ])
  }),
)

test(
  'a joined occurrence stays while one of its reports stays; revisions and pairs go with theirs',
  withApp(async ({ db, service }) => {
    const { rows } = await db.query<{ id: string }>('insert into occurrence default values returning id')
    const occurrenceId = rows[0]!.id
    const [old] = await makeReports(db, { at: '2021-01-01T12:00Z', occurrenceId })
    const [recent] = await makeReports(db, { at: '2023-01-01T12:00Z', occurrenceId })
    await db.query(
      `insert into location_report_revision (report_id, version, was, change) values ($1, 1, '{}', 'placed')`,
      [old],
    )
    await db.query(
      'insert into likely_duplicate (first_report_id, second_report_id) values (least($1::uuid, $2), greatest($1::uuid, $2))',
      [old, recent],
    )

    await applyRetention(db, service.scribe, POLICY, TODAY)
    expect(await count(db, 'occurrence')).toBe(1)
    expect(await count(db, 'location_report_revision')).toBe(0)
    expect(await count(db, 'likely_duplicate')).toBe(0)
  }),
)

const report = fc.record({
  place: fc.nat(2),
  child: fc.nat(3),
  basis: fc.constantFrom('found', 'sighted', 'suspected'),
  month: fc.integer({ min: 0, max: 35 }),
  day: fc.integer({ min: 1, max: 28 }),
  isPrivateAddress: fc.boolean(),
})

test(
  'kept counts and remaining reports are what there was, by month, place and basis; again on the same day nothing more goes',
  withApp(async ({ db, service }) => {
    const total = async () => {
      const { rows } = await db.query<{ cell: string; reports: number; children: number }>(
        `with reports as (
           select date_trunc('month', observed_from at time zone 'Europe/London')::date as month,
             case when not is_private_address then place_id end as place_id, basis, child_id from location_report
         ), cells as (
           select month, place_id, basis, reports, children from kept_count
           union all
           select month, place_id, basis, count(*), count(distinct child_id) from reports group by month, place_id, basis
         )
         select concat_ws(' ', month, coalesce(place_id::text, 'elsewhere'), basis) as cell, sum(reports)::int as reports, max(children) as children
         from cells group by cell order by cell`,
      )
      return rows
    }
    await fc.assert(
      fc.asyncProperty(
        fc.array(report, { minLength: 1, maxLength: 25 }),
        fc.array(fc.constantFrom('2023-07-11', '2023-08-20', '2023-12-01'), { minLength: 1, maxLength: 3 }),
        async (reports, days) => {
          await cleanTables(db)
          const places = [await makePlace(db), await makePlace(db), null]
          for (const { place, child, month, day, ...given } of reports) {
            const at = new Date(Date.UTC(2020, 6 + month, day, 12)).toISOString()
            await makeReports(db, {
              ...given,
              placeId: places[place]!,
              child: `YP-000${child}`,
              at,
            } satisfies GivenReports)
          }
          const before = await total()
          for (const today of days.toSorted((a, b) => (a < b ? -1 : 1))) {
            const due = await dueNow(db, today)
            expect(await applyRetention(db, service.scribe, POLICY, today)).toEqual(due)
            expect(await total()).toEqual(before)
            const again = await applyRetention(db, service.scribe, POLICY, today)
            expect(Object.values(again).every((n) => n === 0)).toBe(true)
          }
        },
      ),
      { numRuns: 15 },
    )
  }),
  120_000,
)

test('periods are whole months back, by the wall clock of London', () => {
  expect(cutoffsOn('2023-07-31', POLICY)).toEqual({
    reports: '2021-07-30T23:00:00Z',
    uncorroborated: '2022-07-30T23:00:00Z',
    children: '2023-01-31T00:00:00Z',
    groupRecords: '2017-07-30T23:00:00Z',
    lines: '2017-07-30T23:00:00Z',
  })
  expect(cutoffsOn('2023-07-31', { ...POLICY, retainSuspectedMonths: 60 }).uncorroborated).toBe('2021-07-30T23:00:00Z')
})

test(
  'the page is told what falls due, in counts, whoever may see it',
  withApp(async ({ as, anonymous, api, db }) => {
    await makeReports(db, { at: '2021-01-01T12:00Z', count: 2 })
    for (const role of ['ig_auditor', 'sysadmin', 'coordinator'] as const) {
      const { status, body } = await (await as(role)).get('/api/retention')
      expect(status).toBe(200)
      expect(body.today).toBe(TODAY)
      expect(body.due[0]).toEqual({ kind: 'reports', months: 24, now: 2, inThreeMonths: 0 })
    }
    expect((await (await as('group_member')).get('/api/retention')).status).toBe(403)
    expect((await anonymous.get('/api/retention')).status).toBe(401)
    expect((await api.delete('/api/retention')).status).toBe(404)
    expect(await count(db, 'location_report')).toBe(2)
  }),
)
