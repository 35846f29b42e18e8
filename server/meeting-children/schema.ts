import { z } from 'zod'
import type { Operation } from '../shared-schema.ts'

/** What was said of a child in Part B. */
export const ChildNote = z.object({
  id: z.uuid(),
  words: z.string(),
  at: z.string(),
  by: z.string(),
  version: z.int(),
})

/** A child of whom Part B speaks (G0): as it stands now, not as it was frozen. */
export const MeetingChild = z.object({
  childId: z.uuid(),
  reference: z.string(),
  episodesInMonth: z.int(),
  episodesInYear: z.int(),
  /** The most that began within thirty days of each other, the last of them in the month. */
  mostInThirtyDays: z.int(),
  /** Three or more of them: a missing intervention planning meeting is due. */
  isThreeInThirty: z.boolean(),
  isMissingNow: z.boolean(),
  /** Named places of the child's reports in the twelve months, the latest first. */
  places: z.array(z.string()),
  notes: z.array(ChildNote),
})
export type MeetingChild = z.infer<typeof MeetingChild>

export const MeetingChildren = z.object({
  meetingId: z.uuid(),
  month: z.string(),
  /** Whether Part B is open now: notes are written only then. */
  isOpen: z.boolean(),
  canWrite: z.boolean(),
  children: z.array(MeetingChild),
})
export type MeetingChildren = z.infer<typeof MeetingChildren>

const SAY = 'Write 1 to 4,000 characters.'
const Words = z.string(SAY).trim().min(1, SAY).max(4000, SAY)
/** `id`: made by who sends, so that what is sent twice is noted once. */
export const ChildNoteInput = z.strictObject({ id: z.uuid().optional(), childId: z.uuid(), words: Words })
export const ChildNoteChange = z.strictObject({ version: z.int().min(1), words: Words })

export const operations: Operation[] = [
  {
    method: 'get',
    path: '/api/meeting-children/:meetingId',
    summary: 'Part B of a meeting: children who went missing again',
    answer: MeetingChildren,
  },
  {
    method: 'post',
    path: '/api/meeting-children/:meetingId/notes',
    summary: 'Note what is said of a child in Part B',
    body: ChildNoteInput,
    answer: MeetingChildren,
    status: 201,
  },
  {
    method: 'patch',
    path: '/api/meeting-children/:meetingId/notes/:noteId',
    summary: 'Change a note of Part B',
    body: ChildNoteChange,
    answer: MeetingChildren,
  },
]
