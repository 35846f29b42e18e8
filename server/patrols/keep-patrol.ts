import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import type { Action } from '../access/matrix.ts'
import type { Person } from '../access/person.ts'
import type { Db } from '../db.ts'
import { changedMeanwhile, conflict, invalidBody, notFound, unprocessable } from '../errors.ts'
import { stateAfter } from '../lifecycle.ts'
import { recordStep, takerOf } from '../record-step.ts'
import type { Secrets } from '../secrets.ts'
import { readPolicy } from '../settings/read-policy.ts'
import { checkWording } from '../wording/check-wording.ts'
import { isPlannable, PATROLS, type PatrolStep } from './lifecycle.ts'
import type { StoredPatrol } from './patrol-answer.ts'
import type { PatrolRequest, PatrolTaskInput } from './schema.ts'
import * as store from './store.ts'
import { doOverlap, mostVisitsADay } from './when.ts'

/** Who writes, when, and what their words are looked at with. */
interface Given {
  person: Person
  secrets: Secrets
  now: Date
  today: string
}

/** Places that nobody goes to any more, or that stand under another name now. */
const NOT_VISITED = ['dismissed', 'merged']

/** Asks for visits to a place under review. Gives the id of the request. @throws 404 where the reader does not reach the place */
export const requestPatrol = async (db: Db, input: PatrolRequest, given: Given): Promise<string> => {
  const { hotspotId, meetingId = null, objective, why, checkedWords } = input
  const { now } = given
  const taker = takerOf(given.person)
  const place = await store.placeState(db, { hotspotId })
  if (!place) throw notFound('That place')
  if (NOT_VISITED.includes(place.state))
    throw conflict(
      'place-not-open',
      'That place is not open for visits',
      `${place.name} was ${place.state === 'merged' ? 'merged into another place: ask for visits there' : 'dismissed: open it again first'}.`,
    )

  await checkWording(db, given, { '/objective': objective, '/why': why }, checkedWords)
  const id = randomUUID()
  const state = PATROLS.initial
  await store.addPatrol(db, { id, hotspotId, meetingId, objective, why, now, requestedBy: taker.personName, state })
  await recordStep(db, {
    thing: 'patrol',
    thingId: id,
    hotspotId,
    step: 'begin',
    from: null,
    to: state,
    at: now,
    why,
    ...taker,
  })
  return id
}

/** Keeps when, how long, how often and how a task is visited. @throws 409 where its state is past planning or somebody changed it first */
export const planPatrol = async (db: Db, id: string, input: PatrolTaskInput, given: Given): Promise<void> => {
  const patrol = await patrolById(db, id)
  if (!isPlannable(patrol.state))
    throw conflict(
      'not-plannable',
      'That cannot be planned now',
      patrol.state === 'requested'
        ? 'Take the request up first, then plan it.'
        : `This task is “${PATROLS.states[patrol.state]}”: what was planned stays as it was.`,
    )
  checkPlan(input)
  const { version, windows, dwellMinutes, visitsADay, activities, riskNotes, briefing, checkedWords } = input
  await checkWording(db, given, { '/riskNotes': riskNotes, '/briefing': briefing }, checkedWords)
  const plan = { windows: JSON.stringify(windows), dwellMinutes, visitsADay, activities, riskNotes, briefing }
  if ((await store.saveTask(db, { id, version, ...plan })) === 0) throw changedMeanwhile('The task')
}

const checkPlan = ({ windows, dwellMinutes, visitsADay, activities }: PatrolTaskInput) => {
  if (doOverlap(windows))
    throw invalidBody([{ pointer: '/windows', detail: 'Two windows share an hour. Change or remove one of them.' }])
  const most = mostVisitsADay(windows, dwellMinutes)
  if (visitsADay > most)
    throw invalidBody([
      {
        pointer: '/visitsADay',
        detail: `At most one visit in two hours at one place: these windows hold ${most} a day.`,
      },
    ])
  if (!activities.includes('engagement') && !activities.includes('safeguarding_check'))
    throw invalidBody([
      {
        pointer: '/activities',
        detail:
          'A task is for children’s welfare: choose talking with people or a safeguarding check among the others.',
      },
    ])
}

interface Step {
  step: string
  version: number
  why?: string | undefined
  checkedWords?: string[] | undefined
}

/** Takes a step that somebody asks for. @throws 409 `illegal-step`, `changed-meanwhile`; 422 where it needs a reason or the task is not planned */
export const takePatrolStep = async (
  db: Db,
  id: string,
  { step, version, why, checkedWords }: Step,
  given: Given & { may: (action: Action) => boolean },
): Promise<void> => {
  const { now, today, may } = given
  const patrol = await patrolById(db, id)
  const name = knownStep(step)
  const to = stateAfter(PATROLS, patrol.state, name, { may })
  if (PATROLS.steps[name].needsWhy && !why) throw invalidBody([{ pointer: '/why', detail: 'Say why.' }])
  if (name === 'task' && patrol.windows.length === 0) throw notPlanned()

  await checkWording(db, given, { '/why': why }, checkedWords)

  const days = name === 'task' ? await daysFrom(db, today) : { validFrom: null, validTo: null }
  if ((await store.setState(db, { id, version, state: to, now, ...days })) === 0) throw changedMeanwhile('The task')
  await recordStep(db, {
    thing: 'patrol',
    thingId: id,
    hotspotId: patrol.hotspotId,
    step,
    from: patrol.state,
    to,
    at: now,
    why: why ?? null,
    ...takerOf(given.person),
  })
}

/** The first and the last day of a task that is given out now. */
const daysFrom = async (db: Db, today: string) => {
  const { patrolValidDays } = await readPolicy(db)
  const validTo = Temporal.PlainDate.from(today).add({ days: patrolValidDays - 1 })
  return { validFrom: today, validTo: validTo.toString() }
}

const knownStep = (step: string): PatrolStep => {
  if (Object.hasOwn(PATROLS.steps, step)) return step as PatrolStep
  throw invalidBody([{ pointer: '/step', detail: 'A patrol task has no such step.' }])
}

const notPlanned = () =>
  unprocessable(
    'not-planned',
    'This is not planned yet',
    'Say first when, how long, how often and how it is visited.',
    [{ pointer: '/windows', detail: 'Choose at least one window.' }],
  )

/** A patrol task as it is kept. @throws 404 where the reader does not reach it, as where it never was */
export const patrolById = async (db: Db, id: string | undefined): Promise<StoredPatrol> => {
  const [patrol] = id === undefined ? [] : await store.patrolsById(db, { ids: [id] })
  if (!patrol) throw notFound('That patrol task')
  return patrol
}
