import { z } from 'zod'
import { HourWindow } from '../patrols/schema.ts'
import { SharedHotspot } from '../runs/schema.ts'
import { Day, type Operation } from '../shared-schema.ts'

const CLOCK = 'Give a time as HH:MM, such as 18:00.'
export const Clock = z.string(CLOCK).regex(/^([01]\d|2[0-3]):[0-5]\d$/, CLOCK)

export const ShiftHow = z.enum(['foot', 'vehicle'], 'A shift is on foot or driving.')
export type ShiftHow = z.infer<typeof ShiftHow>

export const MOST_VISITS = 24
const MANY = `A shift has 1 to ${MOST_VISITS} visits.`
const Ids = z.array(z.uuid('Give ids of patrol tasks.')).min(1, MANY).max(MOST_VISITS, MANY)

const when = {
  day: Day,
  from: Clock,
  /** An end that is not after the beginning is of the next day. */
  to: Clock,
  how: ShiftHow,
}

/** `patrolIds`: the tasks to choose an order for. `order`: the order that somebody wants instead, a task once for each of its visits. */
export const ShiftRouteInput = z.strictObject({ ...when, patrolIds: Ids.optional(), order: Ids.optional() })
export type ShiftRouteInput = z.infer<typeof ShiftRouteInput>

export const ShiftInput = z.strictObject({ ...when, order: Ids })
export type ShiftInput = z.infer<typeof ShiftInput>

export const ShiftChange = ShiftInput.extend({ version: z.int().min(1) })

export const ShiftStop = z.object({
  patrolId: z.uuid(),
  ref: z.string(),
  hotspotId: z.uuid(),
  hotspotName: z.string(),
  /** Its shape for operational partners (G2). */
  geometry: SharedHotspot.shape.geometry,
  isApproximate: z.boolean(),
  /** The point that ways are measured to, WGS84: of a shape, not of a report. */
  longitude: z.number(),
  latitude: z.number(),
  /** The first, second … visit of this place in the shift. */
  visit: z.int(),
  /** Wall clock, HH:MM. */
  begin: Clock,
  end: Clock,
  waitMinutes: z.int(),
  metres: z.int(),
  travelMinutes: z.int(),
  isInWindow: z.boolean(),
  isInShift: z.boolean(),
  /** Its windows that fall into the shift. */
  windows: z.array(z.object({ from: Clock, to: Clock })),
  /** The task runs no more: nothing can be logged against it. */
  isOver: z.boolean(),
})
export type ShiftStop = z.infer<typeof ShiftStop>

export const ShiftRoute = z.object({
  ...when,
  stops: z.array(ShiftStop),
  totals: z.object({ visits: z.int(), visitMinutes: z.int(), metres: z.int(), travelMinutes: z.int() }),
  /** Best windows of the places that a visit falls into: of those in this shift, and of the whole week. */
  coverage: z.object({ met: z.int(), inShift: z.int(), inWeek: z.int(), why: z.string() }),
  /** What the distances and times rest on. */
  method: z.object({ windingFactor: z.number(), kilometresPerHour: z.number(), says: z.string() }),
})
export type ShiftRoute = z.infer<typeof ShiftRoute>

export const Shift = ShiftRoute.extend({
  id: z.uuid(),
  version: z.int(),
  madeBy: z.string(),
  madeAt: z.string(),
})
export type Shift = z.infer<typeof Shift>

/** A task that can be picked for a shift. */
export const ShiftTask = z.object({
  patrolId: z.uuid(),
  ref: z.string(),
  hotspotId: z.uuid(),
  hotspotName: z.string(),
  geometry: SharedHotspot.shape.geometry,
  isApproximate: z.boolean(),
  windows: z.array(HourWindow),
  dwellMinutes: z.int(),
  visitsADay: z.int(),
  validTo: Day,
})
export type ShiftTask = z.infer<typeof ShiftTask>

export const ShiftQuery = z.strictObject({ day: Day.optional() })
export const ShiftList = z.object({
  day: Day,
  shifts: z.array(Shift),
  /** What runs on that day in the reader’s areas. */
  tasks: z.array(ShiftTask),
})
export type ShiftList = z.infer<typeof ShiftList>

export const operations: Operation[] = [
  {
    method: 'get',
    path: '/api/shifts',
    summary: 'The shifts of a day, and the tasks that can be visited on it',
    query: ShiftQuery,
    answer: ShiftList,
  },
  {
    method: 'post',
    path: '/api/shifts/route',
    summary: 'Times, ways and windows of a shift, in an order that is worked out or given; nothing is kept',
    body: ShiftRouteInput,
    answer: ShiftRoute,
  },
  { method: 'post', path: '/api/shifts', summary: 'Keep a shift', body: ShiftInput, answer: Shift, status: 201 },
  { method: 'get', path: '/api/shifts/:id', summary: 'A shift', answer: Shift },
  { method: 'patch', path: '/api/shifts/:id', summary: 'Change a shift', body: ShiftChange, answer: Shift },
  { method: 'delete', path: '/api/shifts/:id', summary: 'Take a shift back', status: 204 },
]
