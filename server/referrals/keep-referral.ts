import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import type { Action, Scope } from '../access/matrix.ts'
import type { Db } from '../db.ts'
import { changedMeanwhile, conflict, invalidBody, notFound, unprocessable } from '../errors.ts'
import { stateAfter } from '../lifecycle.ts'
import { doOverlap } from '../patrols/when.ts'
import { recordStep, type Taker } from '../record-step.ts'
import { isChangeable, isReferralStep, REFERRAL, sideOf, type ReferralStep } from './lifecycle.ts'
import type { StoredReferral } from './referral-answer.ts'
import type { ReferralPriority, ReferralChange, ReferralInput } from './schema.ts'
import * as store from './store.ts'
import { ANSWER_DAYS } from './words.ts'

export interface Given {
  taker: Taker
  scope: Scope
  may: (action: Action) => boolean
  now: Date
  /** YYYY-MM-DD */
  today: string
}

/** Places that nobody goes to any more, or that stand under another name now. */
const NOT_REFERRED = ['dismissed', 'merged']

/** Refers a place under review. Gives the id. @throws 404 where the reader does not reach the place, 409 where it is not open, 422 */
export const referPlace = async (db: Db, input: ReferralInput, given: Given): Promise<string> => {
  const { hotspotId, meetingId = null, submit } = input
  const place = await store.placeState(db, { hotspotId })
  if (!place) throw notFound('That place')
  if (NOT_REFERRED.includes(place.state))
    throw conflict(
      'place-not-open',
      'That place is not open for a referral',
      `${place.name} was ${place.state === 'merged' ? 'merged into another place: refer that one' : 'dismissed: open it again first'}.`,
    )

  const { taker, now, today } = given
  checkStart(input.startBy, today)
  const id = randomUUID()
  const state = REFERRAL.initial
  const requestedBy = { requestedBy: taker.personName, requestedByAgency: taker.agency ?? '' }
  await store.addReferral(db, {
    ...(await askedOf(db, input)),
    ...requestedBy,
    id,
    hotspotId,
    placeName: place.name,
    meetingId,
    state,
    now,
  })
  await recordStep(db, {
    ...taker,
    thing: 'referral',
    thingId: id,
    hotspotId,
    step: 'begin',
    from: null,
    to: state,
    at: now,
    why: null,
  })
  if (submit) await takeReferralStep(db, await referralById(db, id), { step: 'submit', version: 1 }, given)
  return id
}

/** Changes what is asked for. @throws 409 where it was sent already or somebody changed it first, 422 */
export const changeReferral = async (db: Db, referral: StoredReferral, input: ReferralChange, { today }: Given) => {
  const { id, state, providerAgency, startBy } = referral
  if (!isChangeable(state))
    throw conflict(
      'not-changeable',
      'That cannot be changed now',
      `The referral is “${REFERRAL.states[state]}”: ${state === 'submitted' ? 'the provider is to answer it as it was sent' : 'what was asked for stays as it was'}.`,
    )
  if (input.startBy !== startBy) checkStart(input.startBy, today)
  const asked = await askedOf(db, input)
  if (state !== 'draft' && asked.providerAgency !== providerAgency)
    throw invalidBody([
      { pointer: '/providerAgency', detail: 'Another agency needs a referral of its own. Cancel this one first.' },
    ])
  if ((await store.saveReferral(db, { ...asked, id, version: input.version })) === 0)
    throw changedMeanwhile('The referral')
}

interface Step {
  step: string
  version: number
  why?: string | undefined
}

/** Takes a step of the side that asks for it. @throws 403, 409 `illegal-step` or `changed-meanwhile`, 422 where something is missing */
export const takeReferralStep = async (
  db: Db,
  referral: StoredReferral,
  { step, version, why }: Step,
  { taker, scope, may, now, today }: Given,
): Promise<void> => {
  const { id, hotspotId, state: from } = referral
  if (!isReferralStep(step)) throw invalidBody([{ pointer: '/step', detail: 'A referral has no such step.' }])
  if (version !== referral.version) throw changedMeanwhile('The referral')
  const to = stateAfter(REFERRAL, from, step, { may: sideOf({ scope, may }) })
  if (REFERRAL.steps[step].needsWhy && !why)
    throw invalidBody([{ pointer: '/why', detail: NEEDS_WHY[step] ?? 'Say why.' }])
  if (step === 'schedule' && referral.planned === 0) throw notPlanned()
  if (step === 'complete' && referral.sessions === 0) throw nothingHeld()
  if (step === 'submit') checkStart(referral.startBy, today)

  const answerBy = to === 'submitted' ? answerDay(referral.priority, today) : null
  if ((await store.setState(db, { id, version, state: to, now, answerBy })) === 0)
    throw changedMeanwhile('The referral')
  await recordStep(db, {
    ...taker,
    thing: 'referral',
    thingId: id,
    hotspotId,
    step,
    from,
    to,
    at: now,
    why: why ?? null,
  })
}

/** A referral as it is kept. @throws 404 where the reader does not reach it, as where it never was */
export const referralById = async (db: Db, id: string | undefined): Promise<StoredReferral> => {
  const [referral] = id === undefined ? [] : await store.referralsById(db, { ids: [id] })
  if (!referral) throw notFound('That referral')
  return referral
}

/** What is asked for, checked against who can be asked and itself. */
const askedOf = async (db: Db, input: ReferralInput | ReferralChange) => {
  const { windows, safetyNotes, otherAgencies } = input
  if (doOverlap(windows))
    throw invalidBody([
      { pointer: '/windows', detail: 'Two of the times share an hour. Change or remove one of them.' },
    ])
  const wanted = input.providerAgency.toLowerCase()
  const provider = (await store.providers(db, {})).find(({ agency }) => agency.toLowerCase() === wanted)
  if (!provider)
    throw invalidBody([
      { pointer: '/providerAgency', detail: 'Choose an agency whose youth workers have an account here.' },
    ])
  return {
    serviceType: input.serviceType,
    rationale: input.rationale,
    aims: input.aims,
    windows: JSON.stringify(windows),
    ageBand: input.ageBand,
    sessionsRequested: input.sessionsRequested,
    startBy: input.startBy,
    safetyNotes: safetyNotes === '' ? null : safetyNotes,
    otherAgencies: otherAgencies === '' ? null : otherAgencies,
    priority: input.priority,
    providerAgency: provider.agency,
  }
}

const checkStart = (startBy: string, today: string) => {
  if (startBy < today)
    throw invalidBody([
      { pointer: '/startBy', detail: 'The day by which it is to start is over. Give today or a later day.' },
    ])
}

const answerDay = (priority: ReferralPriority, today: string): string =>
  Temporal.PlainDate.from(today).add({ days: ANSWER_DAYS[priority] }).toString()

const NEEDS_WHY: Partial<Record<ReferralStep, string>> = {
  ask: 'Say what you need to know.',
  answer: 'Give the answer.',
  complete: 'Say in a sentence or two what came of it.',
  review: 'Say what the group makes of it.',
}

const notPlanned = () =>
  unprocessable(
    'not-planned',
    'No session is planned yet',
    'Say first when the sessions are. Then schedule the referral.',
  )
const nothingHeld = () =>
  unprocessable(
    'no-session',
    'No session is recorded yet',
    'Record at least one session first. If none will be held, ask whoever referred the place to cancel the referral.',
  )
