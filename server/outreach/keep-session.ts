import { randomUUID } from 'node:crypto'
import type { Person } from '../access/person.ts'
import type { Db } from '../db.ts'
import { changedMeanwhile, conflict, invalidBody, notFound } from '../errors.ts'
import { stateAfter } from '../lifecycle.ts'
import { recordStep, takerOf } from '../record-step.ts'
import { isPlannable, isRunning, REFERRAL } from '../referrals/lifecycle.ts'
import type { SessionsPlanInput, OutreachSessionChange, OutreachSessionInput } from './schema.ts'
import type { SessionReferral, StoredSession } from './session-answer.ts'
import * as store from './store.ts'

export interface Doing {
  person: Person
  now: Date
  /** YYYY-MM-DD */
  today: string
}

/** @throws 404 where the reader does not reach it, as where it never was */
export const referralOf = async (db: Db, id: string | undefined): Promise<SessionReferral> => {
  const referral = id === undefined ? undefined : await store.referral(db, { id })
  if (!referral) throw notFound('That referral')
  return referral
}

/** Says when the sessions are to be: those that were not held are as given now. @throws 409 where it is not theirs to plan now, 422 */
export const planSessions = async (db: Db, referral: SessionReferral, { version, planned }: SessionsPlanInput) => {
  const { id, hotspotId, state } = referral
  if (!isPlannable(state)) throw notNow('not-plannable', 'Sessions cannot be planned now', referral)
  const held = (await store.plannedOf(db, { referralId: id })).filter(({ isHeld }) => isHeld)
  const keys = [...held, ...planned].map(({ day, from }) => `${day} ${from}`)
  planned.forEach(({ day, from, to }, i) => {
    if (from === to) throw invalidBody([{ pointer: `/planned/${i}/to`, detail: SAME_TIME }])
    if (keys.indexOf(`${day} ${from}`) !== held.length + i)
      throw invalidBody([{ pointer: `/planned/${i}/from`, detail: 'Two sessions begin at the same time.' }])
  })
  if (planned.length === 0 && held.length === 0 && state !== 'accepted')
    throw invalidBody([{ pointer: '/planned', detail: 'A scheduled referral has at least one session.' }])

  if ((await store.touchReferral(db, { id, version })) === 0) throw changedMeanwhile('The referral')
  await store.dropPlanned(db, { referralId: id })
  await store.addPlanned(db, {
    referralId: id,
    hotspotId,
    ids: planned.map(() => randomUUID()),
    days: planned.map(({ day }) => day),
    froms: planned.map(({ from }) => from),
    tos: planned.map(({ to }) => to),
  })
}

/**
 * Keeps a session, or gives the one that was sent before under the same id. The first one of a scheduled referral begins its delivery.
 * @throws 409 where the referral does not run, or the id is another session's; 422
 */
export const recordSession = async (
  db: Db,
  referral: SessionReferral,
  { checkedWords: _checked, plannedId, ...input }: OutreachSessionInput,
  { person, now, today }: Doing,
): Promise<{ session: StoredSession; isNew: boolean }> => {
  const { id: referralId, hotspotId, state } = referral
  const known = await store.sessionById(db, { id: input.id })
  if (known) return { session: sameSession(known, referralId, person), isNew: false }
  if (!isRunning(state)) throw notNow('not-running', 'A session cannot be recorded now', referral)
  checkWhen(input, referral, today)
  if (plannedId && !(await store.plannedOf(db, { referralId })).some(({ id }) => id === plannedId))
    throw invalidBody([{ pointer: '/plannedId', detail: 'That planned session is not there any more. Leave it out.' }])

  const whose = { referralId, hotspotId, plannedId: plannedId ?? null, workerId: person.id, workerName: person.name }
  const added = await store.addSession(db, { ...input, observations: input.observations || null, ...whose, now })
  const session = await sessionOf(db, input.id)
  if (added > 0 && state === 'scheduled' && (await store.startDelivery(db, { id: referralId, now })) > 0)
    await recordStep(db, {
      thing: 'referral',
      thingId: referralId,
      hotspotId,
      step: 'start',
      from: state,
      to: stateAfter(REFERRAL, state, 'start'),
      at: now,
      why: 'The first session.',
      ...takerOf(person),
    })
  return { session: sameSession(session, referralId, person), isNew: added > 0 }
}

/** Corrects a session and keeps what it said before. @throws 404 where it is somebody else's, 409 where it was changed meanwhile, 422 */
export const correctSession = async (
  db: Db,
  session: StoredSession,
  { checkedWords: _checked, version, ...input }: OutreachSessionChange,
  { person, today }: Doing,
): Promise<StoredSession> => {
  const { id } = session
  if (session.workerId !== person.id)
    throw conflict(
      'not-yours-to-correct',
      'Somebody else recorded this',
      `Ask ${session.workerName} to correct it: a session is corrected by whoever recorded it.`,
    )
  checkWhen(input, await referralOf(db, session.referralId), today)
  if (version !== session.version) throw changedMeanwhile('The session')
  await store.keepRevision(db, { id, version })
  if ((await store.changeSession(db, { ...input, observations: input.observations || null, id, version })) === 0)
    throw changedMeanwhile('The session')
  return sessionOf(db, id)
}

/** @throws 404 */
export const sessionOf = async (db: Db, id: string | undefined): Promise<StoredSession> => {
  const session = id === undefined ? undefined : await store.sessionById(db, { id })
  if (!session) throw notFound('That session')
  return session
}

const SAME_TIME = 'It ends when it begins. Change one of the times.'

const checkWhen = (
  { day, from, to }: Pick<OutreachSessionInput, 'day' | 'from' | 'to'>,
  { submittedOn }: SessionReferral,
  today: string,
) => {
  if (from === to) throw invalidBody([{ pointer: '/to', detail: SAME_TIME }])
  if (day > today)
    throw invalidBody([{ pointer: '/day', detail: 'That day is still to come. Record a session once it was held.' }])
  if (submittedOn !== null && day < submittedOn)
    throw invalidBody([{ pointer: '/day', detail: 'That day is before the place was referred.' }])
}

const notNow = (slug: string, title: string, { state }: SessionReferral) =>
  conflict(
    slug,
    title,
    state === 'accepted'
      ? 'Plan the sessions and schedule the referral first.'
      : `The referral is “${REFERRAL.states[state]}”.`,
  )

/** What was sent before under an id is that session, and no other. */
const sameSession = (session: StoredSession, referralId: string, { id }: Person) => {
  if (session.workerId === id && session.referralId === referralId) return session
  throw conflict('already-there', 'That is already there', 'A session of that id is already there. Record it anew.')
}
