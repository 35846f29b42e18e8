import { randomUUID } from 'node:crypto'
import type { Action } from '../access/matrix.ts'
import type { Db } from '../db.ts'
import { changedMeanwhile, conflict, invalidBody, notFound, unprocessable } from '../errors.ts'
import { stateAfter } from '../lifecycle.ts'
import type { ProblemDetail } from '../problem.ts'
import { recordStep, type Taker } from '../record-step.ts'
import { CONFIRMED } from '../reviews/lifecycle.ts'
import { isDesignChanged, placeFaults, windowFaults } from './check-design.ts'
import { defaultDays } from './default-days.ts'
import { isClosing, isOver, isPlanStep, PLANS, type PlanStep } from './lifecycle.ts'
import { contentOf, NOTHING_SAID, type StoredPlan } from './plan-answer.ts'
import type { PlanChange, PlanContent, NewPlan, PlanStepInput } from './schema.ts'
import * as store from './store.ts'

export interface Given {
  taker: Taker
  now: Date
  /** YYYY-MM-DD */
  today: string
}

const BUFFER_METRES = 300

/** Begins a plan for a confirmed place; gives its id. @throws 404 where the place is not within reach, 409 where it is not confirmed or has an open plan */
export const beginPlan = async (db: Db, input: NewPlan, { taker, now, today }: Given): Promise<string> => {
  const { hotspotId, meetingId = null, checkedWords: _checked, ...asked } = input
  const hotspot = await store.hotspotOf(db, { hotspotId })
  if (!hotspot) throw notFound('That place')
  if (!CONFIRMED.includes(hotspot.state))
    throw conflict(
      'place-not-confirmed',
      'That place is not confirmed',
      'A plan is made for a place that the group has confirmed. Confirm it first.',
    )
  const content: PlanContent = {
    response: '',
    safetyGoals: [],
    bufferMetres: BUFFER_METRES,
    comparatorPlaceIds: [],
    togetherPlaceIds: [],
    ...withoutGaps(asked),
    ...defaultDays(asked, today),
    analysis: { ...NOTHING_SAID, ...withoutGaps(asked.analysis ?? {}) },
  }
  await checkDesign(db, hotspotId, content)

  const id = randomUUID()
  const state = PLANS.initial
  await store.addPlan(db, { ...(await written(db, id, content)), hotspotId, meetingId, state, now })
  await keepParts(db, id, content)
  await recordStep(db, {
    thing: 'plan',
    thingId: id,
    hotspotId,
    step: 'begin',
    from: null,
    to: state,
    at: now,
    why: null,
    ...taker,
  })
  return id
}

/** Changes a plan and keeps what it was. @throws 409 where it is over, changed meanwhile, or what it is judged by is fixed */
export const changePlan = async (db: Db, id: string, input: PlanChange, { taker, now }: Given): Promise<void> => {
  const { version, checkedWords: _checked, ...content } = input
  const stored = await planById(db, id)
  if (stored.version !== version) throw changedMeanwhile('The plan')
  if (isOver(stored.state))
    throw conflict('plan-over', 'The plan is over', 'It stays as it was. Begin a new plan for the place.')
  const before = contentOf(stored)
  if (stored.effect !== null && isDesignChanged(before, content))
    throw conflict(
      'design-fixed',
      'What the plan is judged by is fixed',
      'Its effect was worked out, so its windows, its buffer and the places it is compared with stay: nobody chooses them by the answer. Extend the plan to judge it by more weeks.',
    )
  if (isDesignChanged(before, content)) await checkDesign(db, stored.hotspotId, content)

  if ((await store.changePlan(db, { ...(await written(db, id, content)), version })) === 0)
    throw changedMeanwhile('The plan')
  await keepParts(db, id, content)
  const was = JSON.stringify(before)
  await store.keepRevision(db, { planId: id, version, was, changedBy: taker.personName, at: now })
}

/** Takes a step that somebody asks for. @throws 409 `illegal-step`, `changed-meanwhile`; 422 where something is missing for it */
export const takePlanStep = async (
  db: Db,
  id: string,
  input: PlanStepInput,
  { taker, now, today, may }: Given & { may: (action: Action) => boolean },
): Promise<void> => {
  const { step, version, why = null } = input
  const plan = await planById(db, id)
  if (!isPlanStep(step)) throw invalidBody([{ pointer: '/step', detail: 'A plan has no such step.' }])
  if (plan.version !== version) throw changedMeanwhile('The plan')
  const to = stateAfter(PLANS, plan.state, step, { may })
  if (PLANS.steps[step].needsWhy && why === null) throw invalidBody([{ pointer: '/why', detail: 'Say why.' }])
  if (isClosing(step)) refuseUntoldEnd(plan, step)
  if (step === 'start' && plan.startsOn > today)
    throw unprocessable(
      'not-started-yet',
      'The plan has not started yet',
      `It starts on ${plan.startsOn}. Start it then, or change its start.`,
    )
  const days = step === 'extend' ? extended(plan, input, today) : plan

  const { reviewOn, evaluationTo } = days
  const endedOn = isOver(to) ? today : null
  if ((await store.setState(db, { id, version, state: to, now, endedOn, reviewOn, evaluationTo })) === 0)
    throw changedMeanwhile('The plan')
  const { hotspotId } = plan
  await recordStep(db, {
    thing: 'plan',
    thingId: id,
    hotspotId,
    step,
    from: plan.state,
    to,
    at: now,
    why,
    ...taker,
  })
}

/** A plan as it is kept. @throws 404 where the reader does not reach it, as where it never was */
export const planById = async (db: Db, id: string | undefined): Promise<StoredPlan> => {
  const [plan] = id === undefined ? [] : await store.plansById(db, { ids: [id] })
  if (!plan) throw notFound('That plan')
  return plan
}

/** A plan closes with words on what came of it, with counts, and as no more than they bear. */
const refuseUntoldEnd = ({ analysis, effect }: StoredPlan, step: PlanStep) => {
  const missing: ProblemDetail[] = [
    ...(analysis?.assessment ? [] : [{ pointer: '/step', detail: 'Write in the assessment what came of the plan.' }]),
    ...(effect ? [] : [{ pointer: '/step', detail: 'Work out whether it did anything.' }]),
  ]
  if (missing.length > 0)
    throw unprocessable('not-ready-to-close', 'The plan cannot be closed yet', sentences(missing), missing)

  const { word, reason } = effect!
  const isBorne =
    step === 'close_effective'
      ? word === 'fewer'
      : step === 'close_no_effect'
        ? word === 'more' || reason === 'chance'
        : word === 'cannot_tell'
  if (!isBorne)
    throw unprocessable(
      'not-what-counts-say',
      'The counts do not say that',
      `What they say: ${effect!.sentence} Close the plan as that, and write what else is known in the assessment.`,
    )
}

const extended = (plan: StoredPlan, { reviewOn, evaluationTo = plan.evaluationTo }: PlanStepInput, today: string) => {
  if (reviewOn === undefined || reviewOn <= today)
    throw invalidBody([{ pointer: '/reviewOn', detail: 'Say when the plan is looked at next: a day after today.' }])
  if (evaluationTo < plan.evaluationTo)
    throw invalidBody([{ pointer: '/evaluationTo', detail: 'An extended plan is judged by as many days or more.' }])
  return { reviewOn, evaluationTo }
}

const checkDesign = async (db: Db, hotspotId: string, content: PlanContent) => {
  const { comparatorPlaceIds, togetherPlaceIds } = content
  const placeIds = [...comparatorPlaceIds, ...togetherPlaceIds]
  const apart = placeIds.length > 0 ? await store.placesApart(db, { placeIds, hotspotId }) : []
  const hotspot = await store.hotspotOf(db, { hotspotId })
  const faults = [...windowFaults(content), ...placeFaults(content, hotspot?.placeId ?? null, apart)]
  if (faults.length > 0) throw invalidBody(faults)
}

const written = async (db: Db, id: string, content: PlanContent) => {
  const { comparatorPlaceIds: _comparators, togetherPlaceIds: _together, analysis: _analysis, ...rest } = content
  const owner = await store.ownerOf(db, content)
  if (!owner) throw invalidBody([{ pointer: '/ownerId', detail: 'Choose a colleague who works here.' }])
  const safetyGoals = JSON.stringify(content.safetyGoals)
  return { ...rest, id, safetyGoals, ownerName: owner.name, ownerAgency: owner.agency }
}

const keepParts = async (db: Db, planId: string, { analysis, comparatorPlaceIds, togetherPlaceIds }: PlanContent) => {
  await store.putAnalysis(db, { planId, content: JSON.stringify(analysis) })
  await store.dropPlaces(db, { planId })
  await store.addPlaces(db, {
    planId,
    placeIds: [...comparatorPlaceIds, ...togetherPlaceIds],
    uses: [...comparatorPlaceIds.map(() => 'comparator'), ...togetherPlaceIds.map(() => 'together')],
  })
}

/** Without what is left out, so that it fills no gap. */
const withoutGaps = <Given extends object>(given: Given) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Given]: Exclude<Given[Name], undefined>
  }

const sentences = (errors: readonly ProblemDetail[]) => errors.map(({ detail }) => detail).join(' ')
