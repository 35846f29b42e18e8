import type { Person } from '../access/person.ts'
import type { Db } from '../db.ts'
import { changedMeanwhile, conflict, notFound } from '../errors.ts'
import { stateAfter } from '../lifecycle.ts'
import { isRunning, PATROLS } from '../patrols/lifecycle.ts'
import { recordStep, takerOf } from '../record-step.ts'
import type { VisitReport, VisitStart } from './schema.ts'
import * as store from './store.ts'

const before = (now: Date, seconds: number) => new Date(now.getTime() - seconds * 1000)

/**
 * Begins a visit, or gives the one that was sent before under the same id. The first visit of a task makes it one that is being visited.
 * @throws 404 where the task is not of the person's areas; 409 where it does not run any more, or another visit is under way
 */
export const beginVisit = async (
  db: Db,
  { id, patrolId, how, agoSeconds }: VisitStart,
  person: Person,
  now: Date,
): Promise<{ visit: store.StoredVisit; isNew: boolean }> => {
  const known = await store.visitById(db, { id })
  if (known) return { visit: sameVisit(known, patrolId, person), isNew: false }

  const task = await store.taskToVisit(db, { patrolId })
  if (!task) throw notFound('That patrol task')
  if (!isRunning(task.state)) throw notRunning(task.state)
  const startedAt = before(now, agoSeconds)
  if (startedAt < task.givenOutAt) throw tooEarly()
  const visit = { id, patrolId, hotspotId: task.hotspotId, how, startedAt }
  const added = await store.startVisit(db, { ...visit, officerId: person.id, officerName: person.name })
  if (task.state === 'tasked') {
    const state = stateAfter(PATROLS, task.state, 'start', { isService: true })
    await store.startTask(db, { patrolId, state, now })
    await recordStep(db, {
      thing: 'patrol',
      thingId: patrolId,
      hotspotId: task.hotspotId,
      step: 'start',
      from: task.state,
      to: state,
      at: now,
      why: null,
      ...takerOf(person),
    })
  }
  return { visit: sameVisit(await visitOf(db, id), patrolId, person), isNew: added > 0 }
}

const notRunning = (state: keyof typeof PATROLS.states) =>
  state === 'expired'
    ? conflict(
        'patrol-expired',
        'This task has expired',
        'A visit cannot be logged against it any more. Tell the planner if the place should be visited again.',
      )
    : conflict(
        'patrol-not-running',
        'This task is not running',
        `It is “${PATROLS.states[state]}”, so a visit cannot be logged against it. Ask the planner.`,
      )

const tooEarly = () =>
  conflict(
    'patrol-not-running',
    'This task was not running then',
    'The visit began before the task was given out. Tell the planner about it instead.',
  )

/** Ends a visit; one that has ended already stays as it is. @throws 404 where it is not theirs */
export const finishVisit = async (db: Db, id: string | undefined, agoSeconds: number, person: Person, now: Date) => {
  const visit = ownVisit(await visitOf(db, id), person)
  await store.endVisit(db, { id: visit.id, endedAt: before(now, agoSeconds) })
  return visitOf(db, visit.id)
}

/** Says what was done; the same once more changes nothing. @throws 404 where it is not theirs; 409 where it is under way or was changed meanwhile */
export const reportOnVisit = async (db: Db, id: string | undefined, report: VisitReport, person: Person) => {
  const visit = ownVisit(await visitOf(db, id), person)
  if (visit.endedAt === null)
    throw conflict('visit-under-way', 'This visit is under way', 'End it first, then say what was done.')
  if (isSaid(visit, report)) return visit
  if ((await store.reportVisit(db, { ...report, id: visit.id })) === 0) throw changedMeanwhile('The visit')
  return visitOf(db, visit.id)
}

const SAID = [
  'how',
  'engagements',
  'safeguardingActions',
  'stopAndSearch',
  'otherEnforcement',
  'isIntelligenceSubmitted',
] as const
const isSaid = (visit: store.StoredVisit, report: VisitReport) => SAID.every((name) => visit[name] === report[name])

const visitOf = async (db: Db, id: string | undefined): Promise<store.StoredVisit> => {
  const visit = id === undefined ? undefined : await store.visitById(db, { id })
  if (!visit) throw notFound('That visit')
  return visit
}

/** A visit belongs to whoever made it. */
const ownVisit = (visit: store.StoredVisit, person: Person) => {
  if (visit.officerId !== person.id) throw notFound('That visit')
  return visit
}

/** What was sent before under an id is that visit, and no other. */
const sameVisit = (visit: store.StoredVisit, patrolId: string, person: Person) => {
  if (visit.officerId === person.id && visit.patrolId === patrolId) return visit
  throw conflict('already-there', 'That is already there', 'A visit of that id is already there. Begin the visit anew.')
}
