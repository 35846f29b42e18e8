import type { Action } from '../access/matrix.ts'
import type { Person } from '../access/person.ts'
import type { Db } from '../db.ts'
import { changedMeanwhile, conflict, invalidBody, notFound } from '../errors.ts'
import { stateAfter } from '../lifecycle.ts'
import { recordStep, stepsOf, takerOf } from '../record-step.ts'
import { isAllowedByPlan, isPlainStep, LIVE, REVIEW, stepBack, type ReviewStep } from './lifecycle.ts'
import type { ReviewRow } from './review-answer.ts'
import type { ReviewState } from './schema.ts'
import * as store from './store.ts'
import type { Secrets } from '../secrets.ts'
import { checkWording } from '../wording/check-wording.ts'

/** A decision about a place: by whom, when, in which meeting, of the version that was looked at. */
export interface Decision {
  id: string
  version: number
  why: string | null
  meetingId: string | null
  person: Person
  may: (action: Action) => boolean
  at: Date
}

/** Operational partners read why: it must not say who a child is. */
export const checkWhy = (
  db: Db,
  secrets: Secrets,
  { why, person, at }: Pick<Decision, 'why' | 'person' | 'at'>,
  checkedWords: string[] | undefined,
): Promise<void> => checkWording(db, { secrets, person, now: at }, { '/why': why }, checkedWords)

/** Takes a step by its name. @throws a 409 where the state does not allow it or the place was changed meanwhile, a 422 where there is no such step or it needs a reason */
export const takeStep = async (db: Db, step: string, decision: Decision): Promise<void> => {
  if (!isPlainStep(step))
    throw invalidBody([
      { pointer: '/step', detail: `There is no step “${step.slice(0, 40)}” of a place under review.` },
    ])
  const [review] = await locked(db, [decision.id])
  await move(db, review!, step, decision, null)
}

/** Merges a place into another: it keeps its own record and its stored months, and points to where the work goes on. */
export const mergeReview = async (db: Db, into: string, decision: Decision & { why: string }): Promise<void> => {
  const { id } = decision
  if (into === id) throw invalidBody([{ pointer: '/into', detail: 'Choose another place: this one is it.' }])
  const [review, target] = await locked(db, [id, into])
  if (!LIVE.includes(target!.state))
    throw conflict(
      'not-open',
      'That place is not open',
      `${target!.name} is “${REVIEW.states[target!.state].toLowerCase()}”. Reopen it first, or choose another place.`,
    )
  await move(db, review!, 'merge', decision, into)
  await link(db, 'merge', { fromId: id, toId: into }, decision)
}

/**
 * Parts a place from this one. What was merged into it comes back as it was confirmed or not; a place of its own only keeps the lineage:
 * what the months counted together cannot be told apart afterwards.
 */
export const splitReview = async (db: Db, partId: string, decision: Decision & { why: string }): Promise<void> => {
  const { id, version } = decision
  if (partId === id) throw invalidBody([{ pointer: '/part', detail: 'Choose another place: this one is it.' }])
  const [review, part] = await locked(db, [id, partId])
  if (review!.version !== version) throw changedMeanwhile('The place')

  if (part!.mergedInto?.id === id) {
    const before = await stateBeforeMerge(db, partId)
    await move(db, part!, stepBack(before), { ...decision, version: part!.version }, null)
  } else {
    if (!LIVE.includes(part!.state))
      throw conflict(
        'not-a-part',
        'That place cannot be parted from this one',
        `${part!.name} is “${REVIEW.states[part!.state].toLowerCase()}”. Part a place that was merged into this one, or one that is open.`,
      )
    if (await isParted(db, id, partId))
      throw conflict(
        'already-parted',
        'It is parted already',
        `That ${part!.name} is a part of this place is recorded.`,
      )
    await note(db, { ...decision, id: partId }, 'split')
  }
  await link(db, 'split', { fromId: id, toId: partId }, decision)
}

/** The rows, locked, in the order asked for. @throws a 404 where one is not within reach */
const locked = async (db: Db, ids: string[]): Promise<ReviewRow[]> => {
  await store.lockReviews(db, { ids })
  const rows: ReviewRow[] = []
  for (const id of ids) {
    const [row] = await store.reviews(db, { id, states: null, candidateMonths: 0, isTold: true })
    if (!row) throw notFound('That place')
    rows.push(row)
  }
  return rows
}

const move = async (
  db: Db,
  review: ReviewRow,
  step: ReviewStep,
  { version, why, person, may, at, meetingId, ...rest }: Decision,
  mergedInto: string | null,
) => {
  if (review.version !== version) throw changedMeanwhile('The place')
  const to = stateAfter(REVIEW, review.state, step, { may })
  if (!isAllowedByPlan(step, review.planState))
    throw step === 'plan'
      ? conflict(
          'no-active-plan',
          'There is no active plan',
          'Begin a plan for this place and start it, then say so here.',
        )
      : conflict('plan-still-open', 'Its plan is still open', 'End the plan of this place first, or withdraw it.')
  if (REVIEW.steps[step].needsWhy && why === null) throw invalidBody([{ pointer: '/why', detail: 'Say why.' }])

  const { id } = review
  if ((await store.changeState(db, { id, version, to, at, mergedInto })) === 0) throw changedMeanwhile('The place')
  await recordStep(db, {
    thing: 'review',
    thingId: id,
    hotspotId: id,
    step,
    from: review.state,
    to,
    at,
    ...takerOf(person),
    why,
  })
  await note(db, { ...rest, id, version, why, person, may, at, meetingId }, step)
}

/** So that the minutes find it. */
const note = async (db: Db, { id, meetingId, why, person, at }: Decision, step: string) => {
  if (meetingId === null) return
  await store.addDecision(db, {
    hotspotId: id,
    meetingId,
    step,
    why,
    personId: person.id,
    personName: person.name,
    at,
  })
}

const link = (
  db: Db,
  kind: 'merge' | 'split',
  ends: { fromId: string; toId: string },
  { why, person, at }: Decision & { why: string },
) => store.addLink(db, { ...ends, kind, why, personId: person.id, personName: person.name, at })

const stateBeforeMerge = async (db: Db, id: string): Promise<ReviewState> => {
  const steps = await stepsOf(db, { thing: 'review', thingId: id })
  return steps.findLast(({ step }) => step === 'merge')?.from as ReviewState
}

const isParted = async (db: Db, id: string, partId: string): Promise<boolean> =>
  (await store.linksOf(db, { id })).findLast(({ from, to }) => [from.id, to.id].includes(partId))?.kind === 'split'
