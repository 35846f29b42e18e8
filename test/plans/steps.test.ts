import { expect, test } from 'vitest'
import type { PlanDetail } from '../../server/plans/schema.ts'
import { withApp } from '../support/app.ts'
import { changeOf, makePlanFor, started, takeStep, withConfirmed } from './make-plan.ts'

test(
  'a plan is proposed, agreed by the chair alone, started, and every step is kept with who and when',
  withApp(async (given) => {
    const all = await withConfirmed(given)
    const { westId, ownerId, coordinator } = all
    const plan = await makePlanFor(coordinator, { hotspotId: westId, ownerId })
    await takeStep(coordinator, plan, 'propose')
    const member = await given.as('group_member')
    expect((await member.get(`/api/plans/${plan.id}`)).body.steps.map(({ step }: { step: string }) => step)).toEqual([
      'withdraw',
    ])
    expect((await takeStep(member, plan, 'agree')).status).toBe(403)

    await takeStep(all.chair, plan, 'agree')
    const { body } = await takeStep(member, plan, 'start')
    expect(body.state).toBe('active')
    expect(body.taken.map(({ step, role, toWords }: PlanDetail['taken'][number]) => [step, role, toWords])).toEqual([
      ['begin', 'coordinator', 'Draft'],
      ['propose', 'coordinator', 'Proposed'],
      ['agree', 'group_chair', 'Agreed'],
      ['start', 'group_member', 'Active'],
    ])
  }),
)

test(
  'an illegal step is refused and names the legal ones; an unknown one and a stale one are told apart',
  withApp(async (given) => {
    const { westId, ownerId, coordinator } = await withConfirmed(given)
    const plan = await makePlanFor(coordinator, { hotspotId: westId, ownerId })

    const illegal = await takeStep(coordinator, plan, 'start')
    expect(illegal.status).toBe(409)
    expect(illegal.body.type).toMatch(/illegal-step$/)
    expect(illegal.body.errors.map(({ detail }: { detail: string }) => detail)).toEqual([
      'Propose to the group',
      'Withdraw',
    ])
    expect((await takeStep(coordinator, plan, 'fly')).status).toBe(422)
    expect((await takeStep(coordinator, plan, 'withdraw')).body.errors).toMatchObject([{ pointer: '/why' }])
    const stale = await coordinator.post(`/api/plans/${plan.id}/steps`, { step: 'propose', version: 7 })
    expect(stale.body.type).toMatch(/changed-meanwhile$/)
  }),
)

test(
  'a plan does not start before its day',
  withApp(async (given) => {
    const { westId, ownerId, coordinator, chair } = await withConfirmed(given)
    const plan = await makePlanFor(coordinator, { hotspotId: westId, ownerId }, { startsOn: '2023-07-17' })
    await takeStep(coordinator, plan, 'propose')
    await takeStep(chair, plan, 'agree')
    expect((await takeStep(coordinator, plan, 'start')).body.type).toMatch(/not-started-yet$/)

    given.service.today = () => '2023-07-17'
    expect((await takeStep(coordinator, plan, 'start')).status).toBe(200)
  }),
)

test(
  'a plan closes with an assessment and with counts, and as no more than they say',
  withApp(async (given) => {
    const all = await withConfirmed(given)
    const { westId, ownerId, coordinator } = all
    const plan = await started(all, await makePlanFor(coordinator, { hotspotId: westId, ownerId }))
    await takeStep(coordinator, plan, 'review')
    const early = await takeStep(coordinator, plan, 'close_insufficient_data')
    expect(early.status).toBe(422)
    expect(early.body.errors).toHaveLength(2)

    expect((await coordinator.post(`/api/plans/${plan.id}/effect`)).status).toBe(201)
    const reviewed = (await coordinator.get(`/api/plans/${plan.id}`)).body
    const analysis = { ...reviewed.analysis, assessment: 'The lamps stand; nobody can tell more yet.' }
    expect((await coordinator.put(`/api/plans/${plan.id}`, changeOf(reviewed, { analysis }))).status).toBe(200)
    for (const more of ['close_effective', 'close_no_effect']) {
      const claimed = await takeStep(coordinator, plan, more)
      expect(claimed.status).toBe(422)
      expect(claimed.body.type).toMatch(/not-what-counts-say$/)
    }

    const closed = (await takeStep(coordinator, plan, 'close_insufficient_data')).body
    expect(closed).toMatchObject({ state: 'closed_insufficient_data', endedOn: '2023-07-11', isOpen: false, steps: [] })
    const late = await coordinator.put(`/api/plans/${plan.id}`, changeOf(closed, { objective: 'Another' }))
    expect(late.body.type).toMatch(/plan-over$/)
  }),
)

test(
  'an extended plan is looked at later and judged by as many days or more',
  withApp(async (given) => {
    const all = await withConfirmed(given)
    const { westId, ownerId, coordinator } = all
    const plan = await started(all, await makePlanFor(coordinator, { hotspotId: westId, ownerId }))
    await takeStep(coordinator, plan, 'review')
    const why = 'Not long enough yet.'
    expect((await takeStep(coordinator, plan, 'extend', { why })).body.errors).toMatchObject([{ pointer: '/reviewOn' }])
    const shorter = { why, reviewOn: '2023-12-01', evaluationTo: '2023-12-01' }
    expect((await takeStep(coordinator, plan, 'extend', shorter)).body.errors).toMatchObject([
      { pointer: '/evaluationTo' },
    ])

    const longer = { why, reviewOn: '2023-12-01', evaluationTo: '2024-04-01' }
    expect((await takeStep(coordinator, plan, 'extend', longer)).body).toMatchObject({
      state: 'active',
      reviewOn: '2023-12-01',
      evaluationTo: '2024-04-01',
    })
  }),
)

test(
  'once its effect was worked out, nobody chooses by the answer what a plan is judged by',
  withApp(async (given) => {
    const all = await withConfirmed(given)
    const { westId, eastId, ownerId, coordinator } = all
    const plan = await started(all, await makePlanFor(coordinator, { hotspotId: westId, ownerId }))
    await coordinator.post(`/api/plans/${plan.id}/effect`)
    const now = (await coordinator.get(`/api/plans/${plan.id}`)).body
    expect(now.isDesignFixed).toBe(true)

    for (const more of [{ comparatorPlaceIds: [eastId] }, { baselineFrom: '2023-02-01' }, { bufferMetres: 200 }])
      expect((await coordinator.put(`/api/plans/${plan.id}`, changeOf(now, more))).body.type).toMatch(/design-fixed$/)
    expect((await coordinator.put(`/api/plans/${plan.id}`, changeOf(now, { response: 'Lamps.' }))).status).toBe(200)
  }),
)
