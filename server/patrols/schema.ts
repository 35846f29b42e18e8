import { z } from 'zod'
import { CheckedWords } from '../wording/schema.ts'
import { Cursor, Day, Limit, OfferedStep, StepInput, StepTaken, type Operation } from '../shared-schema.ts'

export const PATROL_STATES = [
  'requested',
  'triaged',
  'tasked',
  'rejected',
  'active',
  'expired',
  'completed',
  'debriefed',
] as const
export const PatrolState = z.enum(PATROL_STATES)
export type PatrolState = z.infer<typeof PatrolState>

export const ACTIVITIES = [
  'visible_foot_patrol',
  'engagement',
  'premises_visit',
  'cctv_liaison',
  'partner_joint',
  'safeguarding_check',
] as const
export const Activity = z.enum(ACTIVITIES, 'Choose activities of the list.')
export type Activity = z.infer<typeof Activity>

export const MIN_DWELL_MINUTES = 10
export const MAX_DWELL_MINUTES = 15

const OF_WEEK = 'An hour of the week goes from 0 (Monday 00:00) to 167 (Sunday 23:00).'
const HOW_LONG = 'A window has 1 to 12 whole hours.'

/** Hours in a row of the local week: 0 is Monday 00:00 to 01:00. */
export const HourWindow = z.strictObject({
  fromHour: z.int(OF_WEEK).min(0, OF_WEEK).max(167, OF_WEEK),
  hours: z.int(HOW_LONG).min(1, HOW_LONG).max(12, HOW_LONG),
})
export type HourWindow = z.infer<typeof HourWindow>

const text = (most: number, sentence: string) => z.string(sentence).trim().min(1, sentence).max(most, sentence)

/** A request of the meeting. */
export const PatrolRequest = z.strictObject({
  hotspotId: z.uuid('Give the id of a place under review.'),
  meetingId: z.uuid('Give the id of a meeting.').optional(),
  objective: text(300, 'Say in 1 to 300 characters what the visits are to do.'),
  why: text(1000, 'Say in 1 to 1,000 characters why visits are asked for.'),
  /** What the author was asked about and let stand. */
  checkedWords: CheckedWords,
})
export type PatrolRequest = z.infer<typeof PatrolRequest>

const DWELL = `A visit takes ${MIN_DWELL_MINUTES} to ${MAX_DWELL_MINUTES} whole minutes.`
const A_DAY = 'Give 1 to 12 visits a day.'

/** What a planner makes of a request. */
export const PatrolTaskInput = z.strictObject({
  version: z.int().min(1),
  windows: z.array(HourWindow).min(1, 'Choose at least one window.').max(8, 'Choose at most eight windows.'),
  dwellMinutes: z.int(DWELL).min(MIN_DWELL_MINUTES, DWELL).max(MAX_DWELL_MINUTES, DWELL),
  visitsADay: z.int(A_DAY).min(1, A_DAY).max(12, A_DAY),
  activities: z.array(Activity).min(1, 'Choose at least one activity.').max(ACTIVITIES.length),
  riskNotes: text(1000, 'Give the risk notes in at most 1,000 characters.').nullable(),
  briefing: text(2000, 'Give the briefing in at most 2,000 characters.').nullable(),
  checkedWords: CheckedWords,
})
export type PatrolTaskInput = z.infer<typeof PatrolTaskInput>

export const PatrolStepInput = StepInput.extend({ checkedWords: CheckedWords })

/** Visits and minutes that were planned, or done. */
const Dose = z.object({ visits: z.int(), minutes: z.int() })

/** What was done, in sums. */
export const Delivered = Dose.extend({
  /** Visits that began within the task’s windows. */
  inWindows: z.int(),
  /** Visits of which nobody has said yet what was done. */
  unsaid: z.int(),
  engagements: z.int(),
  safeguardingActions: z.int(),
  stopAndSearch: z.int(),
  otherEnforcement: z.int(),
  /** Visits after which intelligence was submitted. */
  intelligence: z.int(),
  lastOn: Day.nullable(),
})
export type Delivered = z.infer<typeof Delivered>

export const Patrol = z.object({
  id: z.uuid(),
  /** Such as P-12. */
  ref: z.string(),
  hotspotId: z.uuid(),
  hotspotName: z.string(),
  meetingId: z.uuid().nullable(),
  objective: z.string(),
  state: PatrolState,
  stateWords: z.string(),
  since: z.string(),
  version: z.int(),
  /** What the reader can do with it now. */
  steps: z.array(OfferedStep),
  requestedBy: z.string(),
  requestedAt: z.string(),
  /** The first and the last day of a task. */
  validFrom: Day.nullable(),
  validTo: Day.nullable(),
  /** A task of which a week or less is left. */
  isExpiring: z.boolean(),
  /** Of a task: planned from its first day until today, and in all its days. */
  planned: z.object({ soFar: Dose, inAll: Dose }).nullable(),
  delivered: Delivered,
  /** The last visits were stop-and-search or enforcement, and nobody was spoken to or made safe. */
  isEnforcementOnly: z.boolean(),
})
export type Patrol = z.infer<typeof Patrol>

export const PatrolTask = z.object({
  windows: z.array(HourWindow),
  dwellMinutes: z.int().nullable(),
  visitsADay: z.int().nullable(),
  activities: z.array(Activity),
  riskNotes: z.string().nullable(),
  briefing: z.string().nullable(),
})
export type PatrolTask = z.infer<typeof PatrolTask>

/** One visit, for the police of the area alone. */
export const VisitRow = z.object({
  id: z.uuid(),
  officer: z.string(),
  how: z.enum(['foot', 'vehicle', 'cycle']),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  engagements: z.int().nullable(),
  safeguardingActions: z.int().nullable(),
  stopAndSearch: z.int().nullable(),
  otherEnforcement: z.int().nullable(),
  isIntelligenceSubmitted: z.boolean().nullable(),
})
export type VisitRow = z.infer<typeof VisitRow>

export const PatrolDetail = Patrol.extend({
  why: z.string().nullable(),
  /** Null for those who see a task in sums. */
  task: PatrolTask.nullable(),
  /** The best times of the latest stored month (G2), the best first; empty where too little is known to name one. */
  bestWindows: z.array(HourWindow),
  /** The steps that were taken; null for those who see a task in sums. */
  taken: z.array(StepTaken).nullable(),
  /** Null for all but the police of the area. */
  visits: z.array(VisitRow).nullable(),
})
export type PatrolDetail = z.infer<typeof PatrolDetail>

export const PatrolQuery = z.strictObject({
  hotspot: z.uuid('Give the id of a place under review.').optional(),
  meeting: z.uuid('Give the id of a meeting.').optional(),
  state: PatrolState.optional(),
  limit: Limit,
  cursor: Cursor,
})

/** To triage first, then what runs (the first to expire first), then what is over. */
export const PatrolList = z.object({ patrols: z.array(Patrol), next: z.string().nullable() })
export type PatrolList = z.infer<typeof PatrolList>

export const operations: Operation[] = [
  { method: 'get', path: '/api/patrols', summary: 'Patrol tasks and requests', query: PatrolQuery, answer: PatrolList },
  {
    method: 'post',
    path: '/api/patrols',
    summary: 'Ask for visits to a place under review',
    body: PatrolRequest,
    answer: PatrolDetail,
    status: 201,
  },
  { method: 'get', path: '/api/patrols/:id', summary: 'A patrol task', answer: PatrolDetail },
  {
    method: 'patch',
    path: '/api/patrols/:id',
    summary: 'Say when, how long, how often and how a patrol task is visited',
    body: PatrolTaskInput,
    answer: PatrolDetail,
  },
  {
    method: 'post',
    path: '/api/patrols/:id/steps',
    summary: 'Take up, reject, give out, complete or debrief a patrol task',
    body: PatrolStepInput,
    answer: PatrolDetail,
  },
]
