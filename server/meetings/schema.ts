import { z } from 'zod'
import { Month } from '../runs/schema.ts'
import { Cursor, Day, Limit, OfferedStep, StepInput, StepTaken, type Operation } from '../shared-schema.ts'
import { CheckedWords } from '../wording/schema.ts'

export const MEETING_STATES = [
  'scheduled',
  'pack_frozen',
  'in_session',
  'in_session_b',
  'minutes_draft',
  'minutes_agreed',
  'closed',
  'cancelled',
] as const
export const MeetingState = z.enum(MEETING_STATES)
export type MeetingState = z.infer<typeof MeetingState>

const Version = z.int().min(1)
const text = (most: number, sentence: string) => z.string(sentence).trim().min(1, sentence).max(most, sentence)

const StartsAt = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give the time as HH:MM, such as 14:00.')
const Venue = text(200, 'Say in 1 to 200 characters where it is.')

export const MeetingInput = z.strictObject({
  /** The month that the meeting looks back on. */
  month: Month,
  heldOn: Day,
  startsAt: StartsAt.nullable().default(null),
  venue: Venue.nullable().default(null),
  checkedWords: CheckedWords,
})
export const MeetingChange = z.strictObject({
  version: Version,
  heldOn: Day.optional(),
  startsAt: StartsAt.nullable().optional(),
  venue: Venue.nullable().optional(),
  checkedWords: CheckedWords,
})

export const MeetingStepInput = StepInput.extend({ checkedWords: CheckedWords })
export const FreezeInput = z.strictObject({ version: Version })

/** Whom a decision needs to be there: the chair or a deputy, the council's children's services, the police. */
export const PARTNERS = ['chair', 'council', 'police'] as const
const Partner = z.enum(PARTNERS, 'Choose chair, council or police.')
const Status = z.enum(['present', 'apologies', 'absent'], 'Choose present, apologies or absent.')

export const AttendanceInput = z.strictObject({
  role: text(120, 'Say in 1 to 120 characters in which role.'),
  agency: text(120, 'Say in 1 to 120 characters of which agency.'),
  partner: Partner.nullable().default(null),
  status: Status.default('present'),
  checkedWords: CheckedWords,
})
export const AttendanceChange = z.strictObject({ version: Version, status: Status })

const ItemTitle = text(200, 'Say in 1 to 200 characters what the item is.')
const Notes = z.string().trim().max(8000, 'Write at most 8,000 characters.')
export const ItemInput = z.strictObject({
  title: ItemTitle,
  hotspotId: z.uuid().optional(),
  checkedWords: CheckedWords,
})
export const ItemChange = z.strictObject({
  version: Version,
  title: ItemTitle.optional(),
  notes: Notes.optional(),
  /** To this place in the order, from 1. */
  position: z.int().min(1).max(1000).optional(),
  checkedWords: CheckedWords,
})

const Decided = text(2000, 'Say in 1 to 2,000 characters what was decided.')
/** `id`: made by who sends, so that what is sent twice is minuted once. */
export const DecisionInput = z.strictObject({
  id: z.uuid().optional(),
  itemId: z.uuid(),
  words: Decided,
  checkedWords: CheckedWords,
})
export const DecisionChange = z.strictObject({ version: Version, words: Decided, checkedWords: CheckedWords })

export const Attendance = z.object({
  id: z.uuid(),
  role: z.string(),
  agency: z.string(),
  partner: Partner.nullable(),
  status: Status,
  version: z.int(),
})

export const Decision = z.object({
  id: z.uuid(),
  itemId: z.uuid(),
  words: z.string(),
  at: z.string(),
  by: z.string(),
  version: z.int(),
})
export type Decision = z.infer<typeof Decision>

/** What was made in the meeting, at the place it is about. */
export const Made = z.object({
  kind: z.enum(['plan', 'measure', 'referral', 'patrol', 'action', 'review']),
  id: z.uuid(),
  hotspotId: z.uuid().nullable(),
  words: z.string(),
  stateWords: z.string(),
})
export type Made = z.infer<typeof Made>

export const AgendaItem = z.object({
  id: z.uuid(),
  position: z.int(),
  title: z.string(),
  hotspotId: z.uuid().nullable(),
  notes: z.string().nullable(),
  version: z.int(),
  decisions: z.array(Decision),
  made: z.array(Made),
})
export type AgendaItem = z.infer<typeof AgendaItem>

export const Meeting = z.object({
  id: z.uuid(),
  month: Month,
  heldOn: Day,
  startsAt: z.string().nullable(),
  venue: z.string().nullable(),
  state: MeetingState,
  stateWords: z.string(),
  version: z.int(),
  steps: z.array(OfferedStep),
  /** Whether the reader can freeze its pack now. */
  canFreeze: z.boolean(),
  /** Whether the reader can write to its agenda, attendance and decisions now. */
  canWrite: z.boolean(),
  hasPack: z.boolean(),
})
export type Meeting = z.infer<typeof Meeting>

export const MeetingDetail = Meeting.extend({
  attendance: z.array(Attendance),
  /** Whom a decision needs to be there and who is not, among the partners; empty: quorate. */
  missing: z.array(Partner),
  items: z.array(AgendaItem),
  /** Of those that hang on no item of the agenda. */
  made: z.array(Made),
  taken: z.array(StepTaken),
  /** What has to be ready, for who prepares it; null for the others. */
  ready: z
    .object({
      isMonthStored: z.boolean(),
      /** Reports of the month may still wait for a place. */
      isAnythingToPlace: z.boolean(),
      actionsOverdue: z.int(),
      candidates: z.int(),
      plansToReview: z.int(),
    })
    .nullable(),
})
export type MeetingDetail = z.infer<typeof MeetingDetail>

export const MeetingQuery = z.strictObject({ limit: Limit, cursor: Cursor })
export const MeetingList = z.object({ meetings: z.array(Meeting), next: z.string().nullable() })
export type MeetingList = z.infer<typeof MeetingList>

const one = (path: string) => `/api/meetings/:id${path}`
export const operations: Operation[] = [
  {
    method: 'get',
    path: '/api/meetings',
    summary: 'Meetings, the latest first',
    query: MeetingQuery,
    answer: MeetingList,
  },
  {
    method: 'post',
    path: '/api/meetings',
    summary: 'Call a meeting',
    body: MeetingInput,
    answer: MeetingDetail,
    status: 201,
  },
  { method: 'get', path: one(''), summary: 'A meeting with its agenda and what came of it', answer: MeetingDetail },
  {
    method: 'patch',
    path: one(''),
    summary: 'Change when and where it is',
    body: MeetingChange,
    answer: MeetingDetail,
  },
  {
    method: 'post',
    path: one('/steps'),
    summary: 'Take a step with a meeting',
    body: MeetingStepInput,
    answer: MeetingDetail,
  },
  {
    method: 'post',
    path: one('/freeze'),
    summary: 'Freeze the pack of a meeting',
    body: FreezeInput,
    answer: MeetingDetail,
  },
  {
    method: 'post',
    path: one('/attendance'),
    summary: 'Note who is there',
    body: AttendanceInput,
    answer: MeetingDetail,
    status: 201,
  },
  {
    method: 'patch',
    path: one('/attendance/:attendanceId'),
    summary: 'Change who is there',
    body: AttendanceChange,
    answer: MeetingDetail,
  },
  {
    method: 'post',
    path: one('/items'),
    summary: 'Put something on the agenda',
    body: ItemInput,
    answer: MeetingDetail,
    status: 201,
  },
  {
    method: 'patch',
    path: one('/items/:itemId'),
    summary: 'Change an item, its notes or its place',
    body: ItemChange,
    answer: MeetingDetail,
  },
  {
    method: 'post',
    path: one('/decisions'),
    summary: 'Minute a decision',
    body: DecisionInput,
    answer: MeetingDetail,
    status: 201,
  },
  {
    method: 'patch',
    path: one('/decisions/:decisionId'),
    summary: 'Change the words of a decision',
    body: DecisionChange,
    answer: MeetingDetail,
  },
]
