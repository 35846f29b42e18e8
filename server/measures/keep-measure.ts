import { randomUUID } from 'node:crypto'
import type { Db } from '../db.ts'
import { changedMeanwhile, conflict, invalidBody, notFound, notGranted } from '../errors.ts'
import { stateAfter } from '../lifecycle.ts'
import { isOver } from '../plans/lifecycle.ts'
import { recordStep, type Taker } from '../record-step.ts'
import { isOfPlace, measureOf } from './catalogue.ts'
import { isChangeable, isMeasureStep, MEASURES, type MeasureStep } from './lifecycle.ts'
import { isTakenOnBy, type Reader, type StoredMeasure } from './measure-answer.ts'
import type { MeasureChange, MeasureInput, MeasureStepInput, PersonMeasureInput } from './schema.ts'
import * as store from './store.ts'

export interface Given {
  taker: Taker
  now: Date
  reader: Reader
}

/** Proposes a measure into a plan; gives its id. @throws 404 where the plan is not within reach, 409 where it is over, 422 where it is not about a place */
export const proposeMeasure = async (db: Db, input: MeasureInput, { taker, now, reader }: Given): Promise<string> => {
  const { planId, meetingId = null, code, detail, leadAgency, startsOn = null, endsOn = null } = input
  const known = measureOf(code)
  if (!known) throw unknownCode()
  if (!isOfPlace(known))
    throw invalidBody([
      {
        pointer: '/code',
        detail:
          'That measure is about a person. Only whether there is one, and the owning agency’s reference, is noted here.',
      },
    ])
  const { hotspotId } = await openPlanOf(db, planId)

  const id = randomUUID()
  const state = MEASURES.initial
  await store.addMeasure(db, {
    id,
    planId,
    hotspotId,
    meetingId,
    code,
    detail,
    leadAgency,
    startsOn,
    endsOn,
    state,
    now,
    legalBasis: input.legalBasis ?? known.law,
    proposedBy: taker.personName,
    proposedAgency: reader.agency,
  })
  await recordStep(db, {
    thing: 'measure',
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

/** Changes a measure, or says what came of it. @throws 403 where it is another agency's, 409 where it is over or changed meanwhile */
export const changeMeasure = async (db: Db, id: string, input: MeasureChange, reader: Reader): Promise<void> => {
  const { checkedWords: _checked, ...content } = input
  const measure = await measureById(db, id)
  if (!isTakenOnBy(measure, reader)) throw notGranted()
  if (measure.version !== input.version) throw changedMeanwhile('The measure')
  if (!isChangeable(measure.state))
    throw conflict(
      'measure-over',
      'The measure is over',
      `It is “${MEASURES.states[measure.state].toLowerCase()}” and stays as it was.`,
    )
  // Whoever takes on their own agency's measure does not give it away.
  if (reader.scope !== 'all' && content.leadAgency !== measure.leadAgency) throw notGranted()
  if ((await store.changeMeasure(db, { ...content, id })) === 0) throw changedMeanwhile('The measure')
}

/** Takes a step that somebody asks for. @throws 403, 409 `illegal-step`, `changed-meanwhile`; 422 where something is missing for it */
export const takeMeasureStep = async (
  db: Db,
  id: string,
  input: MeasureStepInput,
  { taker, now, reader }: Given,
): Promise<void> => {
  const { step, version, why = null } = input
  const measure = await measureById(db, id)
  if (!isTakenOnBy(measure, reader)) throw notGranted()
  if (!isMeasureStep(step)) throw invalidBody([{ pointer: '/step', detail: 'A measure has no such step.' }])
  if (measure.version !== version) throw changedMeanwhile('The measure')
  const to = stateAfter(MEASURES, measure.state, step, { may: reader.may })
  if (MEASURES.steps[step].needsWhy && why === null) throw invalidBody([{ pointer: '/why', detail: 'Say why.' }])

  const noted = notedWith(step, input, measure, reader.today)
  if ((await store.setState(db, { id, version, state: to, now, ...noted })) === 0) throw changedMeanwhile('The measure')
  const { hotspotId } = measure
  await recordStep(db, {
    thing: 'measure',
    thingId: id,
    hotspotId,
    step,
    from: measure.state,
    to,
    at: now,
    why,
    ...taker,
  })
}

/** Who authorised it, when it began and what came of it, as the step says. */
const notedWith = (step: MeasureStep, input: MeasureStepInput, measure: StoredMeasure, today: string) => {
  const authorisedByRank = input.authorisedByRank ?? measure.authorisedByRank
  const outcome = input.outcome ?? measure.outcome
  if (step === 'authorise' && authorisedByRank === null && measureOf(measure.code)?.authorisedBy)
    throw invalidBody([{ pointer: '/authorisedByRank', detail: 'Say which rank or office authorised it, never who.' }])
  if (step === 'complete' && outcome === null)
    throw invalidBody([{ pointer: '/outcome', detail: 'Say what came of it.' }])
  return { authorisedByRank, outcome, startsOn: step === 'start' ? (measure.startsOn ?? today) : measure.startsOn }
}

/** A measure as it is kept. @throws 404 where the reader does not reach it, as where it never was */
export const measureById = async (db: Db, id: string | undefined): Promise<StoredMeasure> => {
  const [measure] = id === undefined ? [] : await store.measures(db, { id, planId: null, hotspotId: null })
  if (!measure) throw notFound('That measure')
  return measure
}

/** Notes that there is a measure about a person, or that there is none; gives its id. */
export const notePersonMeasure = async (
  db: Db,
  { planId, code, isInPlace, owningAgency, externalRef }: PersonMeasureInput,
  { taker, now }: Given,
): Promise<string> => {
  const known = measureOf(code)
  if (!known) throw unknownCode()
  if (known.target === 'place')
    throw invalidBody([{ pointer: '/code', detail: 'That measure is about a place: propose it into the plan.' }])
  await openPlanOf(db, planId)
  const id = randomUUID()
  await store.addOfPerson(db, {
    id,
    planId,
    code,
    isInPlace,
    owningAgency,
    externalRef,
    notedBy: taker.personName,
    now,
  })
  return id
}

const unknownCode = () => invalidBody([{ pointer: '/code', detail: 'Choose a measure of the catalogue.' }])

const openPlanOf = async (db: Db, planId: string) => {
  const plan = await store.planOf(db, { planId })
  if (!plan) throw notFound('That plan')
  if (isOver(plan.state)) throw conflict('plan-over', 'The plan is over', 'Nothing more is planned in it.')
  return plan
}
