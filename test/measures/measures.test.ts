import { expect, test } from 'vitest'
import { withApp, type GivenApp, type TestApi } from '../support/app.ts'
import { makePlanFor, takeStep, withConfirmed } from '../plans/make-plan.ts'

const PARTNERSHIP = 'Derby Community Safety Partnership'

const withPlan = async (given: GivenApp) => {
  const all = await withConfirmed(given)
  const plan = await makePlanFor(all.coordinator, { hotspotId: all.westId, ownerId: all.ownerId })
  await takeStep(all.coordinator, plan, 'propose')
  return { ...all, plan, analyst: await given.as('csp_analyst', { agency: PARTNERSHIP }) }
}

const propose = async (api: TestApi, planId: string, more: object = {}) => {
  const answer = await api.post('/api/measures', {
    planId,
    code: 'lighting',
    detail: 'Lamps by the gate.',
    leadAgency: PARTNERSHIP,
    ...more,
  })
  expect(answer.status, answer.text).toBe(201)
  return answer.body
}

const step = (api: TestApi, measure: { id: string; version: number }, name: string, more: object = {}) =>
  api.post(`/api/measures/${measure.id}/steps`, { step: name, version: measure.version, ...more })

test(
  'the community safety partnership proposes a measure into a plan, takes its own on, and says what came of it',
  withApp(async (given) => {
    const { plan, analyst, coordinator } = await withPlan(given)
    const proposed = await propose(analyst, plan.id)
    expect(proposed).toMatchObject({
      name: 'Lighting',
      state: 'proposed',
      hotspotName: 'West Park',
      proposedAgency: PARTNERSHIP,
      canChange: true,
    })
    expect((await coordinator.get(`/api/plans/${plan.id}`)).body.measures).toMatchObject({ proposed: 1 })

    const authorised = (await step(analyst, proposed, 'authorise')).body
    const active = (await step(analyst, authorised, 'start')).body
    expect(active).toMatchObject({ state: 'active', startsOn: '2023-07-11' })
    expect((await step(analyst, active, 'complete')).body.errors).toMatchObject([{ pointer: '/outcome' }])
    const done = (await step(analyst, active, 'complete', { outcome: 'Six lamps burn from dusk.' })).body
    expect(done).toMatchObject({
      state: 'completed',
      outcome: 'Six lamps burn from dusk.',
      canChange: false,
      steps: [],
    })
    expect(done.taken.map((taken: { step: string }) => taken.step)).toEqual(['begin', 'authorise', 'start', 'complete'])
  }),
)

test(
  'what another agency leads is for the partnership to see and not to change, and it gives none of its own away',
  withApp(async (given) => {
    const { plan, analyst, coordinator } = await withPlan(given)
    const theirs = await propose(coordinator, plan.id, { leadAgency: 'Derby City Council' })
    const { body } = await analyst.get(`/api/measures?plan=${plan.id}`)
    expect(body).toMatchObject({ measures: [{ id: theirs.id, canChange: false, steps: [] }], canPropose: true })
    expect((await step(analyst, theirs, 'refuse', { why: 'No.' })).status).toBe(403)

    const own = await propose(analyst, plan.id)
    const given_away = {
      detail: own.detail,
      legalBasis: '',
      startsOn: null,
      endsOn: null,
      outcome: null,
      version: 1,
      leadAgency: 'Derby City Council',
    }
    expect((await analyst.put(`/api/measures/${own.id}`, given_away)).status).toBe(403)
    const kept = { ...given_away, leadAgency: PARTNERSHIP, outcome: 'Ordered.', endsOn: '2023-07-01' }
    expect((await analyst.put(`/api/measures/${own.id}`, kept)).body).toMatchObject({ outcome: 'Ordered.', version: 2 })
    expect((await analyst.put(`/api/measures/${own.id}`, kept)).body.type).toMatch(/changed-meanwhile$/)
  }),
)

test(
  'a power that the law gives to a rank is authorised with the rank, and a measure about a person is none of a place',
  withApp(async (given) => {
    const { plan, coordinator } = await withPlan(given)
    const closure = await propose(coordinator, plan.id, { code: 'closure_notice', leadAgency: 'Police' })
    expect(closure.legalBasis).toMatch(/sections 76 to 79/)
    expect((await step(coordinator, closure, 'authorise')).body.errors).toMatchObject([
      { pointer: '/authorisedByRank' },
    ])
    expect((await step(coordinator, closure, 'authorise', { authorisedByRank: 'Inspector' })).body).toMatchObject({
      state: 'authorised',
      authorisedByRank: 'Inspector',
    })

    const about = { planId: plan.id, code: 'civil_injunction', detail: 'x', leadAgency: 'Police' }
    expect((await coordinator.post('/api/measures', about)).body.errors[0].detail).toMatch(/about a person/)
    expect((await coordinator.post('/api/measures', { ...about, code: 'magic' })).status).toBe(422)
  }),
)

test(
  'a measure whose last day is over waits for an outcome, and one that ran out can still be completed',
  withApp(async (given) => {
    const { plan, coordinator } = await withPlan(given)
    let measure = await propose(coordinator, plan.id, { startsOn: '2023-07-01', endsOn: '2023-07-10' })
    for (const name of ['authorise', 'start']) measure = (await step(coordinator, measure, name)).body
    expect(measure.isPast).toBe(true)
    measure = (await step(coordinator, measure, 'expire')).body
    expect(measure).toMatchObject({ state: 'expired', isPast: false })
    expect((await step(coordinator, measure, 'complete', { outcome: 'It stood for ten days.' })).status).toBe(200)
  }),
)

test(
  'nothing is proposed into a plan that is over, or that is not within reach',
  withApp(async (given) => {
    const { plan, analyst, coordinator, eastId, ownerId } = await withPlan(given)
    const draft = await makePlanFor(coordinator, { hotspotId: eastId, ownerId })
    const body = { code: 'lighting', detail: 'Lamps.', leadAgency: PARTNERSHIP }
    expect((await analyst.post('/api/measures', { ...body, planId: draft.id })).status).toBe(404)
    await takeStep(coordinator, plan, 'withdraw', { why: 'Over.' })
    expect((await analyst.post('/api/measures', { ...body, planId: plan.id })).body.type).toMatch(/plan-over$/)
  }),
)

test(
  'who leads a measure, or owns one about a person, is an agency: a name is asked about first',
  withApp(async (given) => {
    const { plan, coordinator } = await withPlan(given)
    const body = { code: 'lighting', detail: 'Lamps.', planId: plan.id, leadAgency: 'Jayden Smith' }
    const asked = (pointer: string) => ({ status: 422, body: { errors: [{ pointer, phrase: 'Jayden Smith' }] } })
    expect(await coordinator.post('/api/measures', body)).toMatchObject(asked('/leadAgency'))
    const own = await propose(coordinator, plan.id)
    const { detail, legalBasis, startsOn, endsOn, outcome, version } = own
    const change = { detail, legalBasis, startsOn, endsOn, outcome, version, leadAgency: 'Jayden Smith' }
    expect(await coordinator.put(`/api/measures/${own.id}`, change)).toMatchObject(asked('/leadAgency'))

    const police = await given.as('police_missing')
    const noted = { ...NOTED, planId: plan.id, owningAgency: 'Jayden Smith' }
    expect(await police.post('/api/person-measures', noted)).toMatchObject(asked('/owningAgency'))
    const kept = await police.post('/api/person-measures', { ...noted, checkedWords: ['Jayden Smith'] })
    expect(kept.status).toBe(201)
  }),
)

const NOTED = {
  code: 'child_abduction_warning_notice',
  isInPlace: true,
  owningAgency: 'Derbyshire Constabulary',
  externalRef: 'DC/2023/117',
}

test(
  'of a measure about a person only whether there is one and the agency’s reference is kept, by the missing team',
  withApp(async (given) => {
    const { plan, coordinator } = await withPlan(given)
    const police = await given.as('police_missing')
    const noted = await police.post('/api/person-measures', { ...NOTED, planId: plan.id })
    expect(noted.status, noted.text).toBe(201)
    expect(noted.body).toMatchObject({
      name: 'Child abduction warning notice',
      externalRef: 'DC/2023/117',
      isInPlace: true,
    })

    for (const externalRef of ['Jamie Smith', 'Smith', 'YP-0001', null])
      expect((await police.post('/api/person-measures', { ...NOTED, planId: plan.id, externalRef })).status).toBe(422)
    expect((await police.post('/api/person-measures', { ...NOTED, planId: plan.id, code: 'lighting' })).status).toBe(
      422,
    )

    const change = { isInPlace: false, externalRef: 'DC/2023/117', version: 1 }
    expect((await police.put(`/api/person-measures/${noted.body.id}`, change)).body).toMatchObject({ isInPlace: false })
    expect((await police.put(`/api/person-measures/${noted.body.id}`, change)).status).toBe(409)
    for (const role of ['group_chair', 'cre_team'] as const) {
      const { body } = await (await given.as(role)).get(`/api/person-measures?plan=${plan.id}`)
      expect(body).toMatchObject({ measures: [{ externalRef: 'DC/2023/117' }], canNote: false })
    }
    expect((await coordinator.post('/api/person-measures', { ...NOTED, planId: plan.id })).status).toBe(403)
  }),
)

test(
  'nobody else gets a measure about a person, by no address',
  withApp(async (given) => {
    const { plan, westArea } = await withPlan(given)
    const police = await given.as('police_missing')
    const { body: noted } = await police.post('/api/person-measures', { ...NOTED, planId: plan.id })
    for (const role of [
      'group_member',
      'practitioner',
      'snt_planner',
      'csp_analyst',
      'youth_provider',
      'qa_auditor',
    ] as const) {
      const person = await given.as(role, { areaIds: [westArea] })
      expect((await person.get(`/api/person-measures?plan=${plan.id}`)).status, role).toBe(403)
      for (const path of [`/api/plans/${plan.id}`, `/api/plans/${plan.id}/history`, `/api/measures?plan=${plan.id}`])
        expect((await person.get(path)).text, role).not.toMatch(/DC\/2023\/117|abduction/)
    }
    expect(noted.id).toBeDefined()
  }),
)
