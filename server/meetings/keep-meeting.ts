import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Action } from '../access/matrix.ts'
import type { Person } from '../access/person.ts'
import type { Db } from '../db.ts'
import { changedMeanwhile, conflict, invalidBody, notFound } from '../errors.ts'
import { stateAfter } from '../lifecycle.ts'
import { freezePack } from '../packs/freeze-pack.ts'
import { recordStep, takerOf } from '../record-step.ts'
import { isPlainStep, MEETING, WRITABLE, type MeetingStep } from './lifecycle.ts'
import type { MeetingRow } from './meeting-answer.ts'
import type { ItemChange, MeetingInput, MeetingStepInput } from './schema.ts'
import * as store from './store.ts'

export interface Holding {
  person: Person
  may: (action: Action) => boolean
  at: Date
  /** YYYY-MM-DD */
  today: string
}

/** @throws a 404 where there is no such meeting */
export const meetingOf = async (db: Db, id: string | undefined): Promise<MeetingRow> => {
  const [row] = id ? await store.meetings(db, { id, afterKey: null, afterId: null, limit: 1 }) : []
  if (!row) throw notFound('That meeting')
  return row
}

/** As `meetingOf`, while it can be written to, and so that nobody ends it meanwhile. @throws a 409 where its minutes are agreed */
export const openMeetingOf = async (db: Db, id: string | undefined): Promise<MeetingRow> => {
  if (id) await store.lockMeeting(db, { id })
  const row = await meetingOf(db, id)
  if (!WRITABLE.includes(row.state)) throw notWritable(MEETING.states[row.state])
  return row
}

const notWritable = (state: string) =>
  conflict(
    'meeting-over',
    'That meeting is over',
    `The meeting is “${state}”: what it says is not changed any more. Correct agreed minutes by an addendum.`,
  )

/** What every meeting goes through before and after its places. */
const STANDING = [
  'Attendance and apologies',
  'Minutes and actions of the last meeting',
  'Headline and direction of travel',
]
const LAST = 'Any other business'
/** Where places begin, and what comes after them. */
const PLACES_AT = 100
const LAST_AT = 100_000

/** Calls a meeting, with its standing items. Gives its id. @throws a 409 where the month has one */
export const callMeeting = async (
  db: Db,
  input: z.output<typeof MeetingInput>,
  { person, at }: Holding,
): Promise<string> => {
  const id = randomUUID()
  await store.addMeeting(db, { id, ...input })
  await record(db, { id, step: 'begin', from: null, to: MEETING.initial, why: null }, { person, at })
  const titles = [...STANDING, LAST]
  await store.addItems(db, {
    meetingId: id,
    positions: titles.map((title, i) => (title === LAST ? LAST_AT : i + 1)),
    titles,
    hotspotIds: titles.map(() => null),
  })
  return id
}

/** Takes a step by its name. @throws a 409 where the state does not allow it or it was changed meanwhile */
export const takeStep = async (
  db: Db,
  row: MeetingRow,
  { step, version, why }: z.output<typeof MeetingStepInput>,
  holding: Holding,
): Promise<void> => {
  if (!isPlainStep(step)) throw invalidBody([{ pointer: '/step', detail: 'There is no such step of a meeting.' }])
  if (MEETING.steps[step].needsWhy && why === undefined) throw invalidBody([{ pointer: '/why', detail: 'Say why.' }])
  await move(db, row, { step, version, why: why ?? null }, holding)
}

/** Freezes the month's pack and puts its places on the agenda. `db` runs under the role `intake`. @throws a 409 as `takeStep`, or where the month is not stored */
export const freeze = async (db: Db, row: MeetingRow, version: number, holding: Holding): Promise<void> => {
  await move(db, row, { step: 'freeze', version, why: null }, holding)
  const { id: meetingId, month } = row
  const { person, at, today } = holding
  await freezePack(db, { meetingId, month, person, now: at, today })
  const places = await store.placesOfPack(db, { meetingId })
  await store.addItems(db, {
    meetingId,
    positions: places.map((_, i) => PLACES_AT + i),
    titles: places.map(({ name }) => name),
    hotspotIds: places.map(({ hotspotId }) => hotspotId),
  })
}

const move = async (
  db: Db,
  { id, state, version: current }: MeetingRow,
  { step, version, why }: { step: MeetingStep; version: number; why: string | null },
  { person, may, at }: Holding,
) => {
  if (current !== version) throw changedMeanwhile('The meeting')
  const to = stateAfter(MEETING, state, step, { may })
  if ((await store.changeState(db, { id, version, to })) === 0) throw changedMeanwhile('The meeting')
  await record(db, { id, step, from: state, to, why }, { person, at })
}

const record = (
  db: Db,
  { id, ...step }: { id: string; step: string; from: string | null; to: string; why: string | null },
  { person, at }: Pick<Holding, 'person' | 'at'>,
) => recordStep(db, { thing: 'meeting', thingId: id, hotspotId: null, ...step, at, ...takerOf(person) })

/** Puts an item on the agenda, before any other business. */
export const addItem = async (
  db: Db,
  meetingId: string,
  { title, hotspotId }: { title: string; hotspotId?: string | undefined },
): Promise<void> => {
  const positions = (await store.items(db, { meetingId })).map(({ position }) => position).filter((at) => at < LAST_AT)
  const added = await store.addItems(db, {
    meetingId,
    positions: [Math.max(PLACES_AT, ...positions) + 1],
    titles: [title],
    hotspotIds: [hotspotId ?? null],
  })
  if (added === 0) throw conflict('already-there', 'That is already there', 'The place is on the agenda already.')
}

/** Changes an item's words, or where it stands. @throws a 409 where its words were changed meanwhile */
export const changeItem = async (
  db: Db,
  meetingId: string,
  id: string,
  { version, title, notes, position }: z.output<typeof ItemChange>,
): Promise<void> => {
  const all = await store.items(db, { meetingId })
  const item = all.find((one) => one.id === id)
  if (!item) throw notFound('That item')
  if (title !== undefined || notes !== undefined) {
    const words = { title: title ?? item.title, notes: notes ?? item.notes }
    if ((await store.changeItem(db, { meetingId, id, version, ...words })) === 0) throw changedMeanwhile('The item')
  }
  if (position === undefined) return
  const others = all.filter((one) => one.id !== id)
  const order = others.toSpliced(position - 1, 0, item)
  await store.orderItems(db, {
    meetingId,
    ids: order.map((one) => one.id),
    // Places keep room before them and any other business stays last, wherever the others go.
    positions: order.map((one, i) => (one.position === LAST_AT ? LAST_AT : i + 1)),
  })
}
