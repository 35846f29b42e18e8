import { expect, test } from 'vitest'
import { withApp } from '../support/app.ts'
import { changeOf, makePlanFor, takeStep, withConfirmed } from './make-plan.ts'

test(
  'police neighbourhood people see the plans of their areas once they are proposed, without their analysis; of other areas nothing',
  withApp(async (given) => {
    const { westArea, eastArea, westId, eastId, ownerId, coordinator } = await withConfirmed(given)
    const plan = await makePlanFor(
      coordinator,
      { hotspotId: westId, ownerId },
      { comparatorPlaceIds: [eastId], analysis: { scanning: 'Only for the group.' } },
    )
    const [planner, stranger] = [
      await given.as('snt_planner', { areaIds: [westArea] }),
      await given.as('snt_planner', { areaIds: [eastArea] }),
    ]
    expect((await planner.get('/api/plans')).body.plans).toEqual([])
    expect((await planner.get(`/api/plans/${plan.id}`)).status).toBe(404)

    await takeStep(coordinator, plan, 'propose')
    const { body, text } = await planner.get(`/api/plans/${plan.id}`)
    expect(body).toMatchObject({
      objective: plan.objective,
      isWhole: false,
      canChange: false,
      steps: [],
      analysis: null,
      comparators: null,
      bufferMetres: null,
    })
    expect(text).not.toMatch(/Only for the group|East Park/)
    for (const path of [`/api/plans/${plan.id}`, `/api/plans/${plan.id}/effect`, `/api/measures?plan=${plan.id}`])
      expect((await stranger.get(path)).status, path).toBe(404)
    expect((await stranger.get('/api/plans')).body.plans).toEqual([])
    expect((await planner.get(`/api/plans/${plan.id}/history`)).body.revisions).toEqual([])
  }),
)

test(
  'whom a list reaches sees plans of listed places, and reasons are left out for all but the group',
  withApp(async (given) => {
    const { westId, ownerId, coordinator } = await withConfirmed(given)
    const plan = await makePlanFor(coordinator, { hotspotId: westId, ownerId })
    await takeStep(coordinator, plan, 'propose')
    await takeStep(coordinator, plan, 'withdraw', { why: 'Said among ourselves.' })
    const analyst = await given.as('csp_analyst', { agency: 'Derby Community Safety Partnership' })

    const { body, text } = await analyst.get(`/api/plans/${plan.id}`)
    expect(body).toMatchObject({ state: 'withdrawn', isWhole: false })
    expect(text).not.toContain('Said among ourselves')
    expect((await (await given.as('practitioner')).get(`/api/plans/${plan.id}`)).text).toContain('Said among ourselves')
    expect((await (await given.as('youth_provider')).get(`/api/plans/${plan.id}`)).status).toBe(404)
    const denied = await analyst.put(`/api/plans/${plan.id}`, changeOf({ ...plan }))
    expect(denied.status).toBe(403)
  }),
)
