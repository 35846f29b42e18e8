import { expect, test } from 'vitest'
import { underRole } from '../../server/access/under-role.ts'
import { makeArea, makeChild, makePlace, makeReports, type GivenReports } from '../support/make.ts'
import { COUNCIL, POLICE } from '../support/sign-in.ts'
import { makePerson, owner, readAs, reading, withOwner, type Someone } from './sql-support.ts'

interface Given extends GivenReports {
  agency?: string | null
  handling?: 'P' | 'C'
  enteredBy?: Someone
}

/** A report of somebody’s. Gives its id. */
const makeReport = async ({ agency = COUNCIL, handling = 'P', enteredBy, ...given }: Given): Promise<string> => {
  const [id] = await makeReports(owner, given)
  await owner.query(
    `update location_report set controller_agency = $2, handling = $3, entered_by = $4, narrative = 'words' where id = $1`,
    [id, agency, handling, enteredBy?.id ?? null],
  )
  return id!
}

const reportsSeenBy = async (someone: Someone) =>
  (await readAs<{ id: string }>(someone, 'select id from location_report')).map(({ id }) => id).toSorted()

const childrenSeenBy = async (someone: Someone) =>
  (await readAs<{ reference: string }>(someone, 'select reference from child order by reference')).map(
    ({ reference }) => reference,
  )

const share = async (
  reference: string,
  { personId = null, role = null }: { personId?: string | null; role?: string | null },
) =>
  owner.query('insert into child_share (child_id, person_id, role) values ($1, $2, $3)', [
    await makeChild(owner, reference),
    personId,
    role,
  ])

const makeEpisode = async (reference: string, wasReported: boolean) =>
  owner.query(
    `insert into missing_episode (source_hmac, child_id, category, started_at, start_precision, row_hash, police_reported)
     values (sha256(gen_random_uuid()::text::bytea), $1, 'M', now(), 'minute', '\\x00', $2)`,
    [await makeChild(owner, reference), wasReported],
  )

test(
  'a practitioner sees the reports they entered and the children shared with them, and nobody else’s',
  withOwner(async () => {
    const [own, other] = [await makePerson('practitioner'), await makePerson('practitioner')]
    const entered = await makeReport({ child: 'YP-0001', enteredBy: own })
    const shared = await makeReport({ child: 'YP-0002', isPrivateAddress: true })
    await makeReport({ child: 'YP-0003', enteredBy: other })
    await makeReport({ child: 'YP-0004' })
    await share('YP-0002', { personId: own.id })
    await makeEpisode('YP-0002', false)
    await makeEpisode('YP-0003', true)

    expect(await reportsSeenBy(own)).toEqual([entered, shared].toSorted())
    expect(await childrenSeenBy(own)).toEqual(['YP-0001', 'YP-0002'])
    expect(await readAs(own, 'select id from missing_episode')).toHaveLength(1)
  }),
)

test(
  'the police’s missing team sees what its own agency controls, and the episodes that the police were told of',
  withOwner(async () => {
    const police = await makePerson('police_missing', POLICE)
    const own = await makeReport({ child: 'YP-0001', agency: ` ${POLICE.toLowerCase()} ` })
    const ownSecret = await makeReport({ child: 'YP-0002', agency: POLICE, handling: 'C' })
    await makeReport({ child: 'YP-0003', agency: COUNCIL })
    await makeReport({ child: 'YP-0004', agency: COUNCIL, handling: 'C' })
    await makeReport({ child: 'YP-0005', agency: null })
    await makeEpisode('YP-0006', true)
    await makeEpisode('YP-0007', false)

    expect(await reportsSeenBy(police)).toEqual([own, ownSecret].toSorted())
    expect(await childrenSeenBy(police)).toEqual(['YP-0001', 'YP-0002', 'YP-0006'])
    expect(await readAs(police, 'select id from missing_episode')).toHaveLength(1)
  }),
)

test(
  'handling code C stays with the agency that controls it; where none is named, with the co-ordinator',
  withOwner(async () => {
    const ofPolice = await makeReport({ agency: POLICE, handling: 'C' })
    const ofNobody = await makeReport({ agency: null, handling: 'C' })
    const ofCouncil = await makeReport({ agency: COUNCIL, handling: 'C' })
    const seen: [role: Someone['role'], agency: string, ids: string[]][] = [
      ['coordinator', COUNCIL, [ofNobody, ofCouncil]],
      ['group_chair', COUNCIL, [ofCouncil]],
      ['group_chair', POLICE, [ofPolice]],
      ['group_member', 'Derby Hospitals', []],
      ['cre_team', POLICE, [ofPolice]],
    ]

    for (const [role, agency, ids] of seen)
      expect(await reportsSeenBy(await makePerson(role, agency)), `${role} of ${agency}`).toEqual(ids.toSorted())
  }),
)

test(
  'a group member sees no report at a private address; the exploitation team all reports, but only flagged children',
  withOwner(async () => {
    const outside = await makeReport({ child: 'YP-0001' })
    const inside = await makeReport({ child: 'YP-0002', isPrivateAddress: true })
    await share('YP-0002', { role: 'cre_team' })
    await makeEpisode('YP-0001', true)

    const [member, team] = [await makePerson('group_member'), await makePerson('cre_team')]
    expect(await reportsSeenBy(member)).toEqual([outside])
    expect(await childrenSeenBy(member)).toEqual(['YP-0001', 'YP-0002'])
    expect(await reportsSeenBy(team)).toEqual([outside, inside].toSorted())
    expect(await childrenSeenBy(team)).toEqual(['YP-0002'])
    expect(await readAs(team, 'select id from missing_episode')).toEqual([])
  }),
)

test(
  'the quality auditor sees the sample and no private address of it',
  withOwner(async () => {
    const sampled = await makeReport({ child: 'YP-0001' })
    await makeReport({ child: 'YP-0001', isPrivateAddress: true })
    await makeReport({ child: 'YP-0002' })
    await share('YP-0001', { role: 'qa_auditor' })
    await share('YP-0002', { role: 'cre_team' })

    const auditor = await makePerson('qa_auditor')
    expect(await reportsSeenBy(auditor)).toEqual([sampled])
    expect(await childrenSeenBy(auditor)).toEqual(['YP-0001'])
  }),
)

test(
  'what was, and which pairs may be one, follow the report: who does not see it sees neither',
  withOwner(async () => {
    const police = await makePerson('police_missing', POLICE)
    const [own, foreign] = [await makeReport({ agency: POLICE }), await makeReport({ agency: COUNCIL })]
    for (const id of [own, foreign])
      await owner.query(
        `insert into location_report_revision (report_id, version, was, change) values ($1, 1, '{}', 'placed')`,
        [id],
      )
    await owner.query(
      'insert into likely_duplicate (first_report_id, second_report_id) values ($1, $2)',
      [own, foreign].toSorted(),
    )

    expect(await readAs(police, 'select report_id as id from location_report_revision')).toEqual([{ id: own }])
    expect(await readAs(police, 'select * from likely_duplicate')).toEqual([])
  }),
)

test.each([
  'snt_planner',
  'snt_officer',
  'csp_analyst',
  'youth_provider',
  'committee_reader',
  'ig_auditor',
  'sysadmin',
] as const)('a line of the log of the role %s opens no row of case data', (role) =>
  withOwner(async () => {
    await makeReport({ child: 'YP-0001' })
    await makeEpisode('YP-0001', true)
    const person = await makePerson(role)

    for (const table of ['child', 'missing_episode', 'location_report', 'occurrence', 'child_share', 'run_hotspot'])
      expect(await readAs(person, `select * from ${table}`), table).toEqual([])
  })(),
)

test(
  'what a query says of itself does not help: the line decides who reads',
  withOwner(async () => {
    const [own, other] = [await makePerson('practitioner'), await makePerson('coordinator')]
    const entered = await makeReport({ child: 'YP-0001', enteredBy: own })
    await makeReport({ child: 'YP-0002' })

    const seen = await (
      await reading(own)
    ).transaction(async (tx) => {
      await tx.query(`select set_config('app.person', $1, true), set_config('app.areas', 'all', true)`, [other.id])
      return (await tx.query<{ id: string }>('select id from location_report')).rows
    })

    expect(seen).toEqual([{ id: entered }])
  }),
)

test(
  'the areas of police neighbourhood people limit the shared run, also without a filter',
  withOwner(async () => {
    const [west, east] = [await makeArea(owner, { code: 'W' }), await makeArea(owner, { code: 'E' })]
    const { rows } = await owner.query<{ id: string }>(
      `insert into run (kind, period_from, period_to, method, method_version, data_hash, left_out, withheld_g2, withheld_g3, made_by)
       values ('month', '2022-07-01', '2023-07-01', '{}', '1', '\\x00', '{}', 0, 0, 'x') returning id`,
    )
    const inAreas: [rank: number, areas: string[]][] = [
      [1, [west]],
      [2, [east]],
      [3, [west, east]],
      [4, []],
    ]
    for (const [rank, areas] of inAreas)
      await owner.query(
        `insert into run_shared (run_id, hotspot_id, rank, area_ids, hotspot) values ($1, gen_random_uuid(), $2, $3, '{}')`,
        [rows[0]!.id, rank, areas],
      )
    const ranksFor = async (areas: string[] | 'all') =>
      (await underRole(owner, { role: 'partner', areas }).query<{ rank: number }>('select * from run_shared')).rows
        .map(({ rank }) => rank)
        .toSorted((a, b) => a - b)

    expect(await ranksFor([west])).toEqual([1, 3])
    expect(await ranksFor([east])).toEqual([2, 3])
    expect(await ranksFor([])).toEqual([])
    expect(await ranksFor('all')).toEqual([1, 2, 3, 4])
  }),
)

test(
  'an area of private addresses is not there for partners: neither it, nor its names, nor what it was',
  withOwner(async () => {
    const hidden = await makePlace(owner, { name: 'Elm Row', category: 'private_address_area' })
    const shown = await makePlace(owner, { name: 'Elm Park' })
    for (const id of [hidden, shown])
      await owner.query(
        `insert into place_revision (place_id, version, was, change) values ($1, 1, '{"name":"Elm","category":"park"}', 'renamed')`,
        [id],
      )
    const partner = underRole(owner, { role: 'partner', areas: 'all' })

    expect((await partner.query('select id from place')).rows).toEqual([{ id: shown }])
    expect((await partner.query('select place_id as id from place_name')).rows).toEqual([{ id: shown }])
    expect((await partner.query('select place_id as id from place_revision')).rows).toEqual([{ id: shown }])
    expect((await underRole(owner, { role: 'keeper' }).query('select id from place')).rows).toEqual([{ id: shown }])
  }),
)

test(
  'nor is what a place was while it was an area of private addresses',
  withOwner(async () => {
    const id = await makePlace(owner, { name: 'Elm Court' })
    await owner.query(
      `insert into place_revision (place_id, version, was, change)
       values ($1, 1, '{"name":"Elm Row","category":"private_address_area"}', 'described')`,
      [id],
    )

    expect(
      (await underRole(owner, { role: 'partner', areas: 'all' }).query('select * from place_revision')).rows,
    ).toEqual([])
  }),
)
