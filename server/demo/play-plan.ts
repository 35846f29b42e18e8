import type { PlanWork } from '../../data/demo/plans.ts'
import { stepOf, type Playing, type Versioned } from './play-work.ts'
import { daysAfter } from './timeline.ts'

/** A plan of the meeting: agreed, started, a measure of the community safety partnership in it; its effect is worked out in July. */
export const playPlan = async (playing: Playing, work: PlanWork) => {
  const { stage, timeline, meetingId, day } = playing
  const chair = await stage.as('chair')
  const coordinator = await stage.as('coordinator')
  const { reviews } = await coordinator.ask('GET', '/api/reviews')
  const hotspot = reviews.find(({ name }: { name: string }) => name === work.place)
  const { places } = await coordinator.ask('GET', '/api/places?limit=500')
  const placeIdOf = (wanted: string) => places.find(({ name }: { name: string }) => name === wanted).id
  const { person: owner } = await (await stage.as('member')).ask('GET', '/api/session')
  const { id } = await chair.ask('POST', '/api/plans', {
    hotspotId: hotspot.id,
    meetingId,
    objective: work.objective,
    response: work.response,
    safetyGoals: [work.goal],
    leadAgency: 'Derby City Council',
    leadRole: 'Team manager, community safety',
    ownerId: owner.id,
    baselineFrom: work.baselineFrom,
    startsOn: work.startsOn,
    evaluationFrom: work.startsOn,
    evaluationTo: work.evaluationTo,
    reviewOn: daysAfter(work.evaluationTo, 60),
    comparatorPlaceIds: work.comparators.map(placeIdOf),
  })
  const now = (): Promise<Versioned> => coordinator.ask('GET', `/api/plans/${id}`)
  await stepOf(chair, 'plans')(await now(), 'propose')
  await stepOf(chair, 'plans')(await now(), 'agree')
  timeline.on(work.startsOn, '09:00', async () => {
    await stepOf(coordinator, 'plans')(await now(), 'start')
    const review = await chair.ask('GET', `/api/reviews/${hotspot.id}`)
    if (review.steps.some(({ step }: { step: string }) => step === 'plan'))
      await stepOf(chair, 'reviews')(review, 'plan')
  })
  timeline.on(daysAfter(day, 4), '10:00', () => playMeasure(playing, id, work))
  timeline.on('2023-07-06', '14:00', async () => {
    await coordinator.ask('POST', `/api/plans/${id}/effect`, {})
    if (work.evaluationTo <= '2023-07-06') await stepOf(coordinator, 'plans')(await now(), 'review')
  })
}

const playMeasure = async ({ stage, timeline, day }: Playing, planId: string, { measure }: PlanWork) => {
  const coordinator = await stage.as('coordinator')
  const analyst = await stage.as('analyst')
  const { plans } = await analyst.ask('GET', '/api/plans?limit=500')
  // A place that stands in no quarter’s list is not the analyst’s to see.
  const proposer = plans.some(({ id }: Versioned) => id === planId) ? analyst : coordinator
  const { outcome, ...proposed } = measure
  const made = await proposer.ask('POST', '/api/measures', {
    planId,
    ...proposed,
    leadAgency: 'Derby City Council',
    startsOn: daysAfter(day, 20),
    endsOn: null,
  })
  const step = stepOf(coordinator, 'measures')
  const authorised = await step(made, 'authorise', { authorisedByRank: 'Head of service' })
  timeline.on(daysAfter(day, 20), '10:00', async () => {
    const active = await step(authorised, 'start')
    if (outcome)
      timeline.on(daysAfter(day, 60), '10:00', async () => void (await step(active, 'complete', { outcome })))
  })
}
