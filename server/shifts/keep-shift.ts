import { randomUUID } from 'node:crypto'
import type { Person } from '../access/person.ts'
import type { Db } from '../db.ts'
import { changedMeanwhile, conflict, invalidBody, notFound } from '../errors.ts'
import { isRunning } from '../patrols/lifecycle.ts'
import { readPolicy } from '../settings/read-policy.ts'
import type { Shift, ShiftInput, ShiftRoute, ShiftRouteInput } from './schema.ts'
import { routeOf, suggestOrder, wayOf, type ShiftTimes, type TaskAtPlace } from './shift-route.ts'
import * as store from './store.ts'

const wayFor = async (db: Db, times: ShiftTimes) => {
  const { patrolWindingWalking, patrolWindingDriving } = await readPolicy(db)
  return wayOf(times, times.how === 'foot' ? patrolWindingWalking : patrolWindingDriving)
}

/** A shift worked out and not kept. @throws 404 where a task is not of the reader's areas; 409 where one does not run on that day */
export const workOutShift = async (db: Db, input: ShiftRouteInput): Promise<ShiftRoute> => {
  const { patrolIds, order } = input
  if ((patrolIds === undefined) === (order === undefined))
    throw invalidBody([
      { pointer: '/patrolIds', detail: 'Give the tasks, or the order of their visits: one of the two.' },
    ])
  const tasks = await tasksToRun(db, input, order ?? patrolIds!)
  const way = await wayFor(db, input)
  return routeOf(order ? tasks : suggestOrder([...new Set(tasks)], input, way), input, way)
}

/** The tasks of an order, each as often as it stands there. */
const tasksToRun = async (db: Db, { day }: Pick<ShiftTimes, 'day'>, ids: readonly string[]): Promise<TaskAtPlace[]> => {
  const known = new Map((await store.tasksById(db, { ids: [...new Set(ids)] })).map((task) => [task.patrolId, task]))
  return ids.map((id) => {
    const task = known.get(id)
    if (!task) throw notFound('One of these patrol tasks')
    if (!isRunning(task.state) || day < task.validFrom || day > task.validTo)
      throw conflict(
        'patrol-not-running',
        'A task does not run on that day',
        `The task at ${task.hotspotName} is not running on that day. Take it out of the shift, or choose another day.`,
      )
    return task
  })
}

/** Keeps a shift. Gives its id. */
export const keepShift = async (db: Db, input: ShiftInput, person: Person, now: Date): Promise<string> => {
  await tasksToRun(db, input, input.order)
  const id = randomUUID()
  const { day, from, to, how, order } = input
  await store.addShift(db, { id, day, from, to, how, areaIds: person.areaIds, madeBy: person.name, now })
  await store.putStops(db, { shiftId: id, order })
  return id
}

/** @throws 404 where it is not of the reader's areas; 409 where somebody changed it first */
export const changeShift = async (
  db: Db,
  id: string,
  { version, order, ...times }: ShiftInput & { version: number },
) => {
  await shiftById(db, id)
  await tasksToRun(db, times, order)
  if ((await store.changeShift(db, { id, version, ...times })) === 0) throw changedMeanwhile('The shift')
  await store.dropStops(db, { shiftId: id })
  await store.putStops(db, { shiftId: id, order })
}

/** One that is not there any more is gone already. */
export const dropShift = async (db: Db, id: string): Promise<void> => {
  await shiftById(db, id)
  await store.dropShift(db, { id })
}

export const shiftById = async (db: Db, id: string | undefined): Promise<Shift> => {
  const [stored] = id === undefined ? [] : await store.shiftsOfDay(db, { day: null, id })
  if (!stored) throw notFound('That shift')
  return toShift(db, stored)
}

export const shiftsOfDay = async (db: Db, day: string): Promise<Shift[]> => {
  const shifts: Shift[] = []
  for (const stored of await store.shiftsOfDay(db, { day, id: null })) shifts.push(await toShift(db, stored))
  return shifts
}

/** With times as the tasks are planned now. */
const toShift = async (db: Db, { order, ...stored }: store.StoredShift): Promise<Shift> => {
  const known = new Map((await store.tasksById(db, { ids: [...new Set(order)] })).map((task) => [task.patrolId, task]))
  const tasks = order.flatMap((id) => known.get(id) ?? [])
  return { ...stored, ...routeOf(tasks, stored, await wayFor(db, stored)) }
}
