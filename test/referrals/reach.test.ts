import { expect, test } from 'vitest'
import { underRole, type RoleOptions } from '../../server/access/under-role.ts'
import { withApp, type TestApi } from '../support/app.ts'
import { PROVIDER, recorded, refer, scheduled, stepTo, takeStep, withSides } from './make-referral.ts'

const idsFor = async (api: TestApi): Promise<string[]> =>
  (await api.get('/api/referrals')).body.referrals.map(({ id }: { id: string }) => id)
const hotspotsFor = async (api: TestApi): Promise<string[]> =>
  (await api.get('/api/shared/hotspots')).body.hotspots.map(({ name }: { name: string }) => name)

test(
  'a provider sees what was sent to its agency, and nothing that was sent to another',
  withApp(async (app) => {
    const { coordinator, provider, colleague, otherProvider, hotspotId, otherId } = await withSides(app)
    const own = await refer(coordinator, hotspotId)
    const foreign = await refer(coordinator, otherId, { providerAgency: 'Another Youth Trust' })
    await refer(coordinator, hotspotId, { submit: false })

    for (const person of [provider, colleague]) {
      expect(await idsFor(person)).toEqual([own.id])
      expect((await person.get('/api/referrals')).body.counts).toMatchObject({ draft: 0, new: 1 })
      expect((await person.get(`/api/referrals/${foreign.id}`)).status).toBe(404)
      expect((await person.get(`/api/outreach/${foreign.id}`)).status).toBe(404)
    }
    expect(await idsFor(otherProvider)).toEqual([foreign.id])
    expect((await stepTo(otherProvider, own, 'accept')).status).toBe(404)
    expect((await otherProvider.put(`/api/outreach/${own.id}/planned`, { version: 2, planned: [] })).status).toBe(404)
  }),
)

test(
  'a provider sees on its shared map, and under review, the hotspots that were referred to it, until that is taken back',
  withApp(async (app) => {
    const { coordinator, provider, otherProvider, hotspotId } = await withSides(app)
    const reviewsFor = async (api: TestApi) =>
      (await api.get('/api/reviews')).body.reviews.map(({ name }: { name: string }) => name)
    expect([await hotspotsFor(provider), await reviewsFor(provider)]).toEqual([[], []])
    const draft = await refer(coordinator, hotspotId, { submit: false })
    expect([await hotspotsFor(provider), await reviewsFor(provider)]).toEqual([[], []])

    const sent = await takeStep(coordinator, draft, 'submit')
    expect([await hotspotsFor(provider), await reviewsFor(provider)]).toEqual([['Riverside'], ['Riverside']])
    expect((await provider.get(`/api/shared/history/${hotspotId}`)).body.history).toHaveLength(1)
    expect([await hotspotsFor(otherProvider), await reviewsFor(otherProvider)]).toEqual([[], []])

    await takeStep(coordinator, sent, 'cancel', 'The place was closed.')
    expect([await hotspotsFor(provider), await reviewsFor(provider)]).toEqual([[], []])
    // The provider is told that it was taken back, and why; under the name that it knows.
    expect((await provider.get(`/api/referrals/${sent.id}`)).body).toMatchObject({
      hotspotName: 'Riverside',
      state: 'cancelled',
      taken: [{ step: 'submit' }, { step: 'cancel', why: 'The place was closed.' }],
    })
  }),
)

test(
  'neighbourhood police are told where referrals of their areas stand and how much was done, not the words, themes or contacts',
  withApp(async (app) => {
    const { coordinator, provider, planner, stranger, hotspotId, otherId } = await withSides(app)
    const referral = await scheduled(coordinator, provider, hotspotId)
    await recorded(provider, referral)
    const elsewhere = await refer(coordinator, otherId)
    await refer(coordinator, hotspotId, { submit: false })

    expect(await idsFor(planner)).toEqual([referral.id])
    expect(await idsFor(stranger)).toEqual([elsewhere.id])
    expect((await stranger.get(`/api/referrals/${referral.id}`)).status).toBe(404)
    const { body, text } = await planner.get(`/api/referrals/${referral.id}`)
    expect(body).toMatchObject({
      stateWords: 'In delivery',
      done: { planned: 2, sessions: 1, minutes: 135, contacts: null, onwardReferrals: null },
      words: null,
      outcome: null,
      steps: [],
      canChange: false,
    })
    expect(text).not.toMatch(/gather here|pairs after dark|underpass|transport_home|The first session/)
    expect((await planner.get(`/api/outreach/${referral.id}`)).status).toBe(403)
  }),
)

test(
  'the community safety partnership sees referrals of listed places, in the same few words',
  withApp(async (app) => {
    const { coordinator, hotspotId, otherId, runId } = await withSides(app)
    const analyst = await app.as('csp_analyst')
    const { id } = await refer(coordinator, hotspotId)
    await refer(coordinator, otherId)
    expect(await idsFor(analyst)).toEqual([])
    await app.db.query(`insert into run_listed (run_id, hotspot_id, rank, hotspot) values ($1, $2, 1, '{}')`, [
      runId,
      hotspotId,
    ])
    expect(await idsFor(analyst)).toEqual([id])
  }),
)

test(
  'the row policies hold below the routes: of referrals, sessions and steps, for every reach',
  withApp(async (app) => {
    const { coordinator, provider, hotspotId, otherId, west } = await withSides(app)
    const referral = await scheduled(coordinator, provider, hotspotId)
    await recorded(provider, referral)
    await refer(coordinator, hotspotId, { providerAgency: 'Another Youth Trust' })
    await refer(coordinator, otherId, { submit: false })

    const TABLES = ['referral', 'outreach_planned', 'outreach_session', 'outreach_session_revision']
    const STEPS = `select count(*)::int as n from step where thing = 'referral'`
    const seen = async (options: Omit<RoleOptions, 'role'>) => {
      const db = underRole(app.db, { role: 'group', ...options })
      const numbers = []
      for (const table of TABLES)
        numbers.push((await db.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]!.n)
      return [...numbers, (await db.query<{ n: number }>(STEPS)).rows[0]!.n]
    }
    expect(await seen({ reach: 'all', areas: 'all' })).toEqual([3, 2, 1, 0, 8])
    expect(await seen({ reach: 'referred', agency: PROVIDER })).toEqual([1, 2, 1, 0, 5])
    expect(await seen({ reach: 'referred', agency: 'Another Youth Trust' })).toEqual([1, 0, 0, 0, 2])
    for (const agency of ['', 'Nobody']) expect(await seen({ reach: 'referred', agency })).toEqual([0, 0, 0, 0, 0])
    expect(await seen({ reach: 'areas', areas: [west] })).toEqual([2, 0, 0, 0, 7])
    for (const reach of ['', 'own', 'agency', 'listed'] as const) expect(await seen({ reach })).toEqual([0, 0, 0, 0, 0])

    // Only a provider writes sessions.
    const group = underRole(app.db, { role: 'group', reach: 'all', areas: 'all' })
    expect((await group.query('update outreach_session set staff = 9')).rowCount).toBe(0)
    await expect(
      group.query(
        `insert into outreach_planned (id, referral_id, hotspot_id, day, from_time, to_time)
         values (gen_random_uuid(), $1, $2, '2023-07-12', '10:00', '11:00')`,
        [referral.id, hotspotId],
      ),
    ).rejects.toMatchObject({ code: '42501' })
    await expect(
      group.query(`update referral set state = 'accepted' where id = $1`, [referral.id]),
    ).rejects.toMatchObject({
      code: 'PR002',
    })
  }),
)
