import { z } from 'zod'
import { HourWindow, VisitRow } from '../patrols/schema.ts'
import { Day, type Operation } from '../shared-schema.ts'

export const HOWS = ['foot', 'vehicle', 'cycle'] as const
export const How = z.enum(HOWS, 'A visit is on foot, by vehicle or by cycle.')
export type How = z.infer<typeof How>

const AGO = 'Say how many seconds ago it was: at most twelve hours.'
/** Phones are often wrong about the time, and seldom about how long ago something was. */
const agoSeconds = z.number(AGO).min(0, AGO).max(43_200, AGO)

/** The id is made on the phone: a visit that is sent twice is kept once. */
export const VisitStart = z.strictObject({
  id: z.uuid('Give the visit an id of its own.'),
  patrolId: z.uuid('Give the id of a patrol task.'),
  how: How,
  agoSeconds,
})
export type VisitStart = z.infer<typeof VisitStart>

export const VisitEnd = z.strictObject({ agoSeconds })

const count = (most: number) => {
  const sentence = `Give a whole number from 0 to ${most}.`
  return z.int(sentence).min(0, sentence).max(most, sentence)
}

/** What was done: people met apart from what was enforced. */
export const VisitReport = z.strictObject({
  version: z.int().min(1),
  how: How,
  engagements: count(999),
  safeguardingActions: count(99),
  stopAndSearch: count(99),
  otherEnforcement: count(99),
  isIntelligenceSubmitted: z.boolean(),
})
export type VisitReport = z.infer<typeof VisitReport>

/** A visit of the person who asks. */
export const Visit = VisitRow.omit({ officer: true }).extend({
  patrolId: z.uuid(),
  hotspotName: z.string(),
  version: z.int(),
})
export type Visit = z.infer<typeof Visit>

/** A task as a person on the street sees it. */
export const StreetTask = z.object({
  patrolId: z.uuid(),
  ref: z.string(),
  hotspotName: z.string(),
  objective: z.string(),
  riskNotes: z.string().nullable(),
  windows: z.array(HourWindow),
  dwellMinutes: z.int(),
  visitsADay: z.int(),
  validTo: Day,
  /** Whoever made them. */
  visitsToday: z.int(),
  /** When the last of today’s began. */
  lastStartedAt: z.string().nullable(),
})
export type StreetTask = z.infer<typeof StreetTask>

export const Street = z.object({
  today: Day,
  /** The moment that it is for the service. */
  now: z.string(),
  childFirst: z.array(z.string()),
  tasks: z.array(StreetTask),
  underWay: Visit.nullable(),
  /** The person’s visits of today, the latest first, and older ones of which it is not said what was done. */
  ended: z.array(Visit),
})
export type Street = z.infer<typeof Street>

export const operations: Operation[] = [
  {
    method: 'get',
    path: '/api/visits',
    summary: 'Today’s patrol tasks, and the visits of whoever asks',
    answer: Street,
  },
  {
    method: 'post',
    path: '/api/visits',
    summary: 'Begin a visit; sent twice it is kept once',
    body: VisitStart,
    answer: Visit,
    status: 201,
  },
  { method: 'post', path: '/api/visits/:id/end', summary: 'End a visit', body: VisitEnd, answer: Visit },
  {
    method: 'patch',
    path: '/api/visits/:id',
    summary: 'Say what was done on a visit',
    body: VisitReport,
    answer: Visit,
  },
]
