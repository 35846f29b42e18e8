import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Db } from '../../server/db.ts'
import { THE_SERVICE, recordStep } from '../../server/record-step.ts'
import type { Thing } from '../../server/lifecycle.ts'
import type { PackPlace } from '../../server/packs/schema.ts'
import { withApp } from '../support/app.ts'
import { makePlace } from '../support/make.ts'
import { atPlace, freeze, get, storeMonth } from './months.ts'

/** A row with a state, and the step that brought it there. Gives its id. */
const make = async (db: Db, table: string, thing: Thing, row: Record<string, unknown>): Promise<string> => {
  const id = randomUUID()
  const names = Object.keys(row)
  await db.transaction(async (tx) => {
    await tx.query(
      `insert into ${table} (id, ${names.join(', ')}) values ('${id}', ${names.map((_, i) => `$${i + 1}`).join(', ')})`,
      Object.values(row),
    )
    const step = { thing, thingId: id, step: 'begin', from: null, to: String(row.state), at: new Date(), why: null }
    await recordStep(tx, {
      ...step,
      ...THE_SERVICE,
      hotspotId: (row.hotspot_id ?? null) as string | null,
    })
  })
  return id
}

const plan = (hotspot_id: string, owner_id: string, given: object = {}) => ({
  hotspot_id,
  objective: 'Adults are there until ten at night.',
  response: '',
  safety_goals: '[]',
  lead_agency: 'Derby City Council',
  lead_role: 'Community safety',
  owner_id,
  owner_name: 'B. Owner',
  owner_agency: 'Derby City Council',
  baseline_from: '2023-01-01',
  starts_on: '2023-04-01',
  evaluation_from: '2023-04-01',
  evaluation_to: '2023-07-01',
  buffer_metres: 300,
  review_on: '2023-08-01',
  state: 'active',
  since: '2023-04-01T09:00:00Z',
  ...given,
})

test(
  'a pack has every plan’s state with what is said of its effect, and what was delivered in the month',
  withApp(async ({ api, as, db }) => {
    const placeId = await makePlace(db, { name: 'Mill Park', easting: 433_000, northing: 336_000 })
    const otherId = await makePlace(db, { name: 'Lock Side', easting: 436_000, northing: 336_000 })
    await atPlace(db, 'abcdef', '2023-06-08', { placeId, easting: 433_050 })
    await atPlace(db, 'abcdef', '2023-06-18', { placeId: otherId, easting: 436_050 })
    await storeMonth(api, '2023-06')
    const owner = (await db.query<{ id: string }>('select id from person limit 1')).rows[0]!.id

    const planId = await make(db, 'plan', 'plan', plan(placeId, owner))
    await make(db, 'plan', 'plan', plan(otherId, owner, { state: 'draft', objective: 'Only an idea.' }))
    await make(db, 'plan_measure', 'measure', {
      plan_id: planId,
      hotspot_id: placeId,
      code: 'lighting',
      detail: 'Lamps along the path',
      lead_agency: 'Derby City Council',
      legal_basis: '',
      state: 'active',
      since: '2023-05-01T09:00:00Z',
      proposed_by: 'x',
      proposed_agency: 'x',
    })
    for (const [day, sentence] of [
      ['2023-06-01', 'An older answer.'],
      ['2023-07-01', 'Cannot tell: too few children.'],
    ])
      await db.query(
        `insert into plan_effect (id, plan_id, hotspot_id, worked_out_on, worked_out_at, word, reason, sentence, told)
         values (gen_random_uuid(), $1, $2, $3::date, $3::date, 'cannot_tell', 'too few', $4, '{}')`,
        [planId, placeId, day, sentence],
      )
    const referralId = await make(db, 'referral', 'referral', {
      hotspot_id: placeId,
      place_name: 'Mill Park',
      service_type: 'detached',
      rationale: 'x',
      aims: 'x',
      windows: '[{"fromHour": 20, "hours": 2}]',
      age_band: 'any',
      sessions_requested: 6,
      start_by: '2023-06-01',
      priority: 'routine',
      provider_agency: 'Youth Alliance',
      requested_by: 'x',
      requested_by_agency: 'x',
      drafted_at: '2023-05-01T09:00:00Z',
      submitted_at: '2023-05-01T09:00:00Z',
      answer_by: '2023-05-15',
      state: 'in_delivery',
      since: '2023-05-20T09:00:00Z',
    })
    for (const day of ['2023-05-31', '2023-06-01', '2023-06-30', '2023-07-01'])
      await db.query(
        `insert into outreach_session (id, referral_id, hotspot_id, worker_id, worker_name, day, from_time, to_time, staff, level_1, level_2, level_3,
           themes, onward_referrals, recorded_at)
         values (gen_random_uuid(), $1, $2, gen_random_uuid(), 'x', $3, '18:00', '20:00', 2, 4, 3, 1, '{}', 0, now())`,
        [referralId, placeId, day],
      )
    const patrolId = await make(db, 'patrol', 'patrol', {
      hotspot_id: placeId,
      objective: 'x',
      why: 'x',
      requested_at: '2023-06-01T09:00:00Z',
      requested_by: 'x',
      state: 'active',
      since: '2023-06-02T09:00:00Z',
      windows: '[{"fromHour": 20, "hours": 2}]',
      dwell_minutes: 15,
      visits_a_day: 1,
      activities: ['engagement'],
      valid_from: '2023-06-02',
      valid_to: '2023-06-30',
    })
    // The second begins in June by the wall clock of the place: 30 June, 23:50.
    for (const start of ['2023-06-10T20:00:00Z', '2023-06-30T22:50:00Z', '2023-06-30T23:10:00Z'])
      await db.query(
        `insert into patrol_visit (id, patrol_id, hotspot_id, officer_id, officer_name, how, started_at, ended_at)
         values (gen_random_uuid(), $1, $2, gen_random_uuid(), 'x', 'foot', $3::timestamptz, $3::timestamptz + interval '12 minutes')`,
        [patrolId, placeId, start],
      )
    for (const [number, hotspot, due] of [
      [1, placeId, '2023-07-01'],
      [2, null, '2023-07-31'],
    ] as const)
      await make(db, 'action', 'action', {
        year: 2023,
        number,
        title: `Do ${number}`,
        hotspot_id: hotspot,
        owner_id: owner,
        owner_name: 'C. Owner',
        owner_role: 'coordinator',
        owner_agency: 'Derby City Council',
        priority: 'normal',
        due_on: due,
        raised_on: '2023-06-13',
        raised_by_name: 'x',
        state: 'open',
      })

    const { meetingId } = await freeze(db, '2023-06')
    const { pack, places, group } = await get(api, `/api/packs/${meetingId}`)
    expect(pack).toMatchObject({
      delivered: { sessions: 2, contacts: 16, visits: 2, visitMinutes: 24 },
      plans: [{ state: 'active', words: 'Active', plans: 1 }],
      actions: { open: 2, overdue: 1 },
    })
    const mill = places.find(({ hotspotId }: PackPlace) => hotspotId === placeId)
    expect(mill.plans).toMatchObject([
      {
        id: planId,
        stateWords: 'Active',
        owner: 'B. Owner, Derby City Council',
        reviewOn: '2023-08-01',
        effect: 'Cannot tell: too few children.',
        measures: [{ stateWords: 'Active' }],
      },
    ])
    expect(mill.counted).toMatchObject({
      referrals: [{ id: referralId, stateWords: 'In delivery', sessions: 4, sessionsInMonth: 2, contactsInMonth: 16 }],
      // Its last day is over: it is frozen as expired, though nobody had looked at it.
      patrols: [{ id: patrolId, stateWords: 'Expired', visits: 3, visitsInMonth: 2, minutesInMonth: 24 }],
      actions: [{ number: '2023-01', isOverdue: true, dueOn: '2023-07-01' }],
    })
    expect(group).toMatchObject({
      drafts: [{ objective: 'Only an idea.', place: 'Lock Side' }],
      actions: [{ number: '2023-02', isOverdue: false }],
    })

    // Neither a draft nor what hangs on no place is for those whom an area reaches.
    const planner = await get(await as('snt_planner', { areaIds: [] }), `/api/packs/${meetingId}`)
    expect(planner).toMatchObject({ group: null, places: [], isVerified: true })
    expect(JSON.stringify(planner)).not.toContain('Only an idea')
  }),
)
