import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { ComparatorList, PlanHistory, PlanList } from '../../server/plans/schema.ts'
import { PLAN } from '../access/requests.ts'
import { withApp } from '../support/app.ts'
import { makePlace } from '../support/make.ts'
import { changeOf, makePlanFor, takeStep, withConfirmed } from './make-plan.ts'

test(
  'a plan of a confirmed place begins as a draft that starts today, with half a year on either side',
  withApp(async (given) => {
    const { westId, ownerId, coordinator } = await withConfirmed(given)
    const plan = await makePlanFor(coordinator, { hotspotId: westId, ownerId })

    expect(plan).toMatchObject({
      ref: expect.stringMatching(/^D-\d+$/),
      hotspotId: westId,
      hotspotName: 'West Park',
      state: 'draft',
      stateWords: 'Draft',
      isOpen: true,
      owner: { id: ownerId, agency: 'Derby City Council' },
      baselineFrom: '2023-01-10',
      startsOn: '2023-07-11',
      evaluationFrom: '2023-07-11',
      evaluationTo: '2024-01-09',
      reviewOn: '2023-10-10',
      bufferMetres: 300,
      comparators: [],
      isLate: false,
      effect: null,
      measures: { proposed: 0, underWay: 0, completed: 0, notTaken: 0 },
      taken: [{ step: 'begin', to: 'draft' }],
    })
    expect(plan.steps.map(({ step }: { step: string }) => step)).toEqual(['propose', 'withdraw'])
  }),
)

test(
  'a place that nobody confirmed gets no plan, and a place has one open plan at a time',
  withApp(async (given) => {
    const { westId, border, ownerId, coordinator } = await withConfirmed(given)
    const toBeReviewed = await coordinator.post('/api/plans', { ...PLAN, hotspotId: border.placeId, ownerId })
    expect(toBeReviewed.status).toBe(409)
    expect(toBeReviewed.body.type).toMatch(/place-not-confirmed$/)

    const plan = await makePlanFor(coordinator, { hotspotId: westId, ownerId })
    const second = await coordinator.post('/api/plans', { ...PLAN, hotspotId: westId, ownerId })
    expect(second.status).toBe(409)
    expect(second.body.type).toMatch(/plan-already-open$/)

    expect((await takeStep(coordinator, plan, 'withdraw', { why: 'Another way was found.' })).status).toBe(200)
    await makePlanFor(coordinator, { hotspotId: westId, ownerId })
  }),
)

test(
  'a change keeps what the plan was, and of two changes at once the second is told, with nothing lost',
  withApp(async (given) => {
    const { westId, ownerId, coordinator, chair } = await withConfirmed(given)
    const plan = await makePlanFor(coordinator, { hotspotId: westId, ownerId })
    const ofChair = changeOf(plan, { objective: 'The chair’s words.' })
    const ofCoordinator = changeOf(plan, { objective: 'The co-ordinator’s words.' })

    expect((await chair.put(`/api/plans/${plan.id}`, ofChair)).body).toMatchObject({
      objective: 'The chair’s words.',
      version: 2,
    })
    const refused = await coordinator.put(`/api/plans/${plan.id}`, ofCoordinator)
    expect(refused.status).toBe(409)
    expect(refused.body.type).toMatch(/changed-meanwhile$/)
    expect((await coordinator.put(`/api/plans/${plan.id}`, { ...ofCoordinator, version: 2 })).status).toBe(200)

    const { body } = await coordinator.get(`/api/plans/${plan.id}/history`)
    expect(
      body.revisions.map(({ version, was }: PlanHistory['revisions'][number]) => [version, was.objective]),
    ).toEqual([
      [2, 'The chair’s words.'],
      [1, PLAN.objective],
    ])
  }),
)

test(
  'windows are in order and whole weeks long, and every fault is told where it stands',
  withApp(async (given) => {
    const { westId, ownerId, coordinator } = await withConfirmed(given)
    const plan = await makePlanFor(coordinator, { hotspotId: westId, ownerId })
    const faultsOf = async (more: object) => {
      const { status, body } = await coordinator.put(`/api/plans/${plan.id}`, changeOf(plan, more))
      expect(status).toBe(422)
      return body.errors.map(({ pointer }: { pointer: string }) => pointer)
    }

    expect(await faultsOf({ baselineFrom: plan.startsOn })).toEqual(['/baselineFrom'])
    expect(await faultsOf({ evaluationFrom: '2023-07-10' })).toEqual(['/evaluationFrom'])
    expect(await faultsOf({ evaluationTo: '2023-07-11' })).toEqual(['/evaluationTo'])
    expect(await faultsOf({ baselineFrom: '2023-07-01', evaluationTo: '2023-08-01' })).toEqual([
      '/baselineFrom',
      '/evaluationTo',
    ])
    expect(await faultsOf({ ownerId: westId })).toEqual(['/ownerId'])
  }),
)

test(
  'a comparator lies away from the place and from its buffer; what is judged together with it lies near',
  withApp(async (given) => {
    const { westId, eastId, ownerId, coordinator } = await withConfirmed(given)
    // West Park’s square ends at 433,100.
    const near = await makePlace(given.db, { name: 'Near Park', easting: 433_350, northing: 336_000 })
    const plan = await makePlanFor(coordinator, { hotspotId: westId, ownerId })
    const put = (more: object) => coordinator.put(`/api/plans/${plan.id}`, changeOf(plan, more))

    const tooNear = await put({ comparatorPlaceIds: [eastId, near] })
    expect(tooNear.body.errors).toEqual([
      { pointer: '/comparatorPlaceIds/1', detail: expect.stringMatching(/Near Park lies 250 metres away/) },
    ])
    expect((await put({ comparatorPlaceIds: [westId] })).body.errors[0].detail).toBe(
      'A plan’s own place cannot be chosen.',
    )
    expect((await put({ togetherPlaceIds: [eastId] })).body.errors[0].detail).toMatch(/it is judged by itself/)
    expect((await put({ comparatorPlaceIds: [eastId, eastId] })).body.errors[0].detail).toMatch(/chosen twice/)
    expect((await put({ comparatorPlaceIds: [plan.id] })).body.errors[0].detail).toMatch(/not in the gazetteer/)

    expect((await put({ comparatorPlaceIds: [eastId], togetherPlaceIds: [near] })).body).toMatchObject({
      comparators: [{ placeId: eastId, name: 'East Park' }],
      together: [{ placeId: near, name: 'Near Park' }],
    })
  }),
)

test(
  'plans are listed by their review date, late ones first, those that are over last, page by page',
  withApp(async (given) => {
    const { westId, eastId, ownerId, coordinator } = await withConfirmed(given)
    const over = await makePlanFor(coordinator, { hotspotId: eastId, ownerId })
    await takeStep(coordinator, over, 'withdraw', { why: 'Made twice.' })
    const later = await makePlanFor(coordinator, { hotspotId: eastId, ownerId }, { reviewOn: '2023-09-01' })
    const late = await makePlanFor(coordinator, { hotspotId: westId, ownerId }, { reviewOn: '2023-07-01' })
    const idsOf = ({ plans }: PlanList) => plans.map(({ id }) => id)

    const all = (await coordinator.get('/api/plans')).body
    expect(idsOf(all)).toEqual([late.id, later.id, over.id])
    expect(all.plans.map(({ isLate }: { isLate: boolean }) => isLate)).toEqual([true, false, false])
    expect(idsOf((await coordinator.get('/api/plans?state=open')).body)).toEqual([late.id, later.id])
    expect(idsOf((await coordinator.get(`/api/plans?hotspot=${eastId}`)).body)).toEqual([later.id, over.id])

    const first = (await coordinator.get('/api/plans?limit=2')).body
    expect(idsOf(first)).toEqual([late.id, later.id])
    expect((await coordinator.get(`/api/plans?limit=2&cursor=${first.next}`)).body).toMatchObject({
      plans: [{ id: over.id }],
      next: null,
    })
  }),
)

test(
  'places to compare with come the most alike first, with their months and how far they lie',
  withApp(async (given) => {
    const { westId, coordinator, chair } = await withConfirmed(given)
    const { body } = await chair.get(`/api/plans/comparators?hotspot=${westId}`)

    expect(body.months).toHaveLength(12)
    expect(body.own.at(-2)).toBe(5)
    expect(
      body.places.map(({ name, distance, metres }: ComparatorList['places'][number]) => [name, distance, metres]),
    ).toEqual([
      ['Border Park', 0, 1850],
      ['East Park', 0, 3900],
    ])
    expect((await (await given.as('group_member')).get(`/api/plans/comparators?hotspot=${westId}`)).status).toBe(403)
    const unknown = (await coordinator.get(`/api/plans/comparators?hotspot=${randomUUID()}`)).body
    expect(unknown).toMatchObject({ own: null, places: [{ distance: null }, { distance: null }, { distance: null }] })
  }),
)

test(
  'a name in a plan is asked about before it is kept',
  withApp(async (given) => {
    const { westId, ownerId, coordinator } = await withConfirmed(given)
    const plan = await makePlanFor(coordinator, { hotspotId: westId, ownerId })
    const analysis = { ...plan.analysis, offenders: 'A man called Marcus Tell sells here.' }

    const asked = await coordinator.put(`/api/plans/${plan.id}`, changeOf(plan, { analysis }))
    expect(asked.status).toBe(422)
    expect(asked.body.type).toMatch(/words-to-check$/)
    expect(asked.body.errors[0].pointer).toBe('/analysis/offenders')
    for (const name of ['leadAgency', 'leadRole']) {
      const { body } = await coordinator.put(`/api/plans/${plan.id}`, changeOf(plan, { [name]: 'Jayden Smith' }))
      expect(body.errors, name).toMatchObject([{ pointer: `/${name}`, phrase: 'Jayden Smith' }])
    }
  }),
)
