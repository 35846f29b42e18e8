import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Action as Granted } from '../access/matrix.ts'
import type { Person } from '../access/person.ts'
import type { Db } from '../db.ts'
import { changedMeanwhile, conflict, invalidBody, notFound } from '../errors.ts'
import { stateAfter } from '../lifecycle.ts'
import { recordStep, takerOf } from '../record-step.ts'
import type { ActionRow } from './action-answer.ts'
import { ACTION, isActionStep, OVER } from './lifecycle.ts'
import type { ActionChange, ActionInput, ActionStepInput } from './schema.ts'
import * as store from './store.ts'
import { whatChanged } from './what-changed.ts'

export interface Doing {
  person: Person
  may: (action: Granted) => boolean
  at: Date
  /** YYYY-MM-DD */
  today: string
}

const ANY: store.Asked = {
  id: null,
  hotspot: null,
  meeting: null,
  owner: null,
  states: null,
  dueBefore: null,
  afterKey: null,
  afterId: null,
  limit: 1,
}

/** @throws a 404 where there is none within the person's reach */
export const actionOf = async (db: Db, id: string | undefined): Promise<ActionRow> => {
  const [row] = id ? await store.actions(db, { ...ANY, id }) : []
  if (!row) throw notFound('That action')
  return row
}

/** Raises an action under the next number of its year. Gives its id. @throws a 422 where the owner is nobody who can be given one */
export const raiseAction = async (
  db: Db,
  { about, hotspotId, meetingId, checkedWords: _checked, ...input }: z.output<typeof ActionInput>,
  { person, at, today }: Doing,
): Promise<string> => {
  const id = randomUUID()
  const owner = await ownerOf(db, input.ownerId)
  const year = Number(today.slice(0, 4))
  const { number } = (await store.nextNumber(db, { year }))!
  await store.addAction(db, {
    ...input,
    ...owner,
    id,
    year,
    number,
    hotspotId: hotspotId ?? null,
    about: about?.thing ?? null,
    aboutId: about?.id ?? null,
    meetingId: meetingId ?? null,
    today,
    raisedBy: person.name,
  })
  await record(db, { id, step: 'begin', from: null, to: ACTION.initial, why: null }, { person, at })
  return id
}

/**
 * Changes what is to be done, by whom and until when; what it was before is kept as a note. @throws a 409 where it was changed meanwhile
 * or is over
 */
export const changeAction = async (
  db: Db,
  row: ActionRow,
  { version, title = row.title, dueOn = row.dueOn, priority = row.priority, ownerId }: z.output<typeof ActionChange>,
  { person, at }: Doing,
): Promise<void> => {
  if (row.version !== version) throw changedMeanwhile('The action')
  if (OVER.includes(row.state))
    throw conflict('action-over', 'That action is over', 'Reopen the action first, then change it.')
  const owner =
    ownerId === undefined || ownerId === row.ownerId
      ? { ownerId: row.ownerId, ownerName: row.ownerName, ownerRole: row.ownerRole, ownerAgency: row.ownerAgency }
      : await ownerOf(db, ownerId)
  if ((await store.changeAction(db, { id: row.id, version, title, dueOn, priority, ...owner })) === 0)
    throw changedMeanwhile('The action')
  const words = whatChanged(row, { title, dueOn, priority, ownerName: owner.ownerName })
  if (words !== '') await store.addNote(db, { id: row.id, at, by: person.name, agency: person.agency, words })
}

/** Takes a step. @throws a 409 where the state does not allow it or it was changed meanwhile, a 422 where something is missing */
export const takeStep = async (
  db: Db,
  row: ActionRow,
  { step, version, why, evidence, escalatedTo }: z.output<typeof ActionStepInput>,
  { person, may, at }: Doing,
): Promise<void> => {
  if (!isActionStep(step)) throw invalidBody([{ pointer: '/step', detail: 'There is no such step of an action.' }])
  if (row.version !== version) throw changedMeanwhile('The action')
  const to = stateAfter(ACTION, row.state, step, { may })
  if (ACTION.steps[step].needsWhy && why === undefined) throw invalidBody([{ pointer: '/why', detail: 'Say why.' }])
  const shown = evidence || row.evidence
  if (step === 'complete' && !shown)
    throw invalidBody([{ pointer: '/evidence', detail: 'Say what shows that it was done.' }])
  if (step === 'escalate' && !escalatedTo)
    throw invalidBody([{ pointer: '/escalatedTo', detail: 'Say to whom it is escalated.' }])

  const changed = await store.changeState(db, {
    id: row.id,
    version,
    to,
    evidence: shown ?? null,
    escalatedTo: step === 'reopen' ? null : (escalatedTo ?? row.escalatedTo),
  })
  if (changed === 0) throw changedMeanwhile('The action')
  await record(db, { id: row.id, step, from: row.state, to, why: why ?? null }, { person, at })
}

/** Beside the action: its own policy says who sees it, not the place's. */
const record = (
  db: Db,
  { id, ...step }: { id: string; step: string; from: string | null; to: string; why: string | null },
  { person, at }: Pick<Doing, 'person' | 'at'>,
) => recordStep(db, { thing: 'action', thingId: id, hotspotId: null, ...step, at, ...takerOf(person) })

const ownerOf = async (db: Db, id: string) => {
  const owner = await store.owner(db, { id })
  if (!owner) throw invalidBody([{ pointer: '/ownerId', detail: 'Choose somebody who has a role here.' }])
  return { ownerId: owner.id, ownerName: owner.name, ownerRole: owner.role, ownerAgency: owner.agency }
}
