import { expect } from 'vitest'
import { PLAN, PLAN_CHANGE, PLAN_DESIGN } from '../access/requests.ts'
import { makeTwoAreas } from '../access/two-areas.ts'
import type { GivenApp, TestApi } from '../support/app.ts'

/** Two police neighbourhoods, a stored month, West Park and East Park confirmed by the chair, and a colleague who can own a plan. */
export const withConfirmed = async ({ api, as, db }: GivenApp) => {
  const areas = await makeTwoAreas(db)
  expect((await api.post('/api/runs', { kind: 'month', month: '2023-06' })).status).toBe(201)
  expect((await api.post('/api/runs', { kind: 'quarter', month: '2023-06' })).status).toBe(201)
  const chair = await as('group_chair')
  for (const { placeId } of [areas.west, areas.east]) {
    const answer = await chair.post(`/api/reviews/${placeId}/steps`, {
      step: 'confirm',
      version: 1,
      why: 'Seen twice.',
    })
    expect(answer.status, answer.text).toBe(200)
  }
  const { colleagues } = (await api.get('/api/colleagues')).body
  const ownerId: string = colleagues.find(({ role }: { role: string }) => role === 'coordinator').id
  return { ...areas, coordinator: api, chair, ownerId, westId: areas.west.placeId, eastId: areas.east.placeId }
}
export type Confirmed = Awaited<ReturnType<typeof withConfirmed>>

export const makePlanFor = async (api: TestApi, given: { hotspotId: string; ownerId: string }, more: object = {}) => {
  const answer = await api.post('/api/plans', { ...PLAN, ...given, ...more })
  expect(answer.status, answer.text).toBe(201)
  return answer.body
}

export const takeStep = async (api: TestApi, plan: { id: string }, step: string, more: object = {}) => {
  const { version } = (await api.get(`/api/plans/${plan.id}`)).body
  return api.post(`/api/plans/${plan.id}/steps`, { step, version, ...more })
}

/** Proposed, agreed by the chair, started. */
export const started = async (
  { coordinator, chair }: Pick<Confirmed, 'coordinator' | 'chair'>,
  plan: { id: string },
) => {
  for (const [api, step] of [
    [coordinator, 'propose'],
    [chair, 'agree'],
    [coordinator, 'start'],
  ] as const) {
    const answer = await takeStep(api, plan, step)
    expect(answer.status, answer.text).toBe(200)
  }
  return (await coordinator.get(`/api/plans/${plan.id}`)).body
}

interface Group {
  coordinator: TestApi
  chair: TestApi
  police: TestApi
}

/** Confirmed by the chair, planned and started, with a measure, one about a person, and its effect. Gives the ids of plan and measures. */
export const workedOutPlan = async ({ coordinator, chair, police }: Group, hotspotId: string, more: object = {}) => {
  const { version } = (await chair.get(`/api/reviews/${hotspotId}`)).body
  const confirmed = await chair.post(`/api/reviews/${hotspotId}/steps`, {
    step: 'confirm',
    version,
    why: 'Seen twice.',
  })
  expect(confirmed.status, confirmed.text).toBe(200)
  const { colleagues } = (await coordinator.get('/api/colleagues')).body
  const plan = await makePlanFor(coordinator, { hotspotId, ownerId: colleagues[0].id }, { ...PLAN_DESIGN, ...more })
  await started({ coordinator, chair }, plan)
  const measure = { planId: plan.id, code: 'lighting', detail: 'Lamps by the gate.', leadAgency: 'Derby City Council' }
  const noted = {
    planId: plan.id,
    code: 'civil_injunction',
    isInPlace: true,
    owningAgency: 'Derbyshire Constabulary',
    externalRef: 'DC/2023/119',
  }
  const ids: string[] = [plan.id]
  for (const [api, path, body] of [
    [coordinator, '/api/measures', measure],
    [police, '/api/person-measures', noted],
    [coordinator, `/api/plans/${plan.id}/effect`, {}],
  ] as const) {
    const answer = await api.post(path, body)
    expect(answer.status, answer.text).toBe(201)
    if (answer.body.id) ids.push(answer.body.id)
  }
  return ids
}

/** Changes what is given of a plan, and leaves the rest as it is. */
// oxlint-disable-next-line typescript/no-explicit-any
export const changeOf = (plan: any, more: object = {}) => ({
  ...PLAN_CHANGE,
  objective: plan.objective,
  response: plan.response,
  safetyGoals: plan.safetyGoals,
  leadAgency: plan.leadAgency,
  leadRole: plan.leadRole,
  ownerId: plan.owner.id,
  reviewOn: plan.reviewOn,
  baselineFrom: plan.baselineFrom,
  startsOn: plan.startsOn,
  evaluationFrom: plan.evaluationFrom,
  evaluationTo: plan.evaluationTo,
  bufferMetres: plan.bufferMetres,
  comparatorPlaceIds: plan.comparators.map(({ placeId }: { placeId: string }) => placeId),
  togetherPlaceIds: plan.together.map(({ placeId }: { placeId: string }) => placeId),
  analysis: plan.analysis,
  version: plan.version,
  ...more,
})
