import { z } from 'zod'
import { Day, type Operation } from '../shared-schema.ts'
import { CheckedWords } from '../wording/schema.ts'

export const MinutesSection = z.object({
  id: z.uuid(),
  title: z.string(),
  words: z.string(),
  version: z.int(),
})
export type MinutesSection = z.infer<typeof MinutesSection>

/** The minutes of a meeting's Part A. */
export const Minutes = z.object({
  meetingId: z.uuid(),
  month: z.string(),
  heldOn: Day,
  venue: z.string().nullable(),
  isAgreed: z.boolean(),
  /** Who agreed them and when; null while they are a draft. */
  agreed: z.object({ by: z.string(), at: z.string() }).nullable(),
  /** Whether the reader can change a section, or add to what is agreed. */
  canWrite: z.boolean(),
  canAdd: z.boolean(),
  sections: z.array(MinutesSection),
  /** Of a draft, for who writes it: decisions whose words do not stand in it as they were taken down. */
  decisionsLeftOut: z.array(z.string()),
  addenda: z.array(z.object({ id: z.uuid(), words: z.string(), at: z.string(), by: z.string(), role: z.string() })),
})
export type Minutes = z.infer<typeof Minutes>

export const SectionChange = z.strictObject({
  version: z.int().min(1),
  words: z.string().trim().max(20_000, 'Write at most 20,000 characters.'),
  checkedWords: CheckedWords,
})

const SAY = 'Say in 1 to 4,000 characters what is to be corrected.'
/** `id`: made by who sends, so that what is sent twice is kept once. */
export const AddendumInput = z.strictObject({
  id: z.uuid().optional(),
  words: z.string(SAY).trim().min(1, SAY).max(4000, SAY),
  checkedWords: CheckedWords,
})

export const operations: Operation[] = [
  { method: 'get', path: '/api/minutes/:meetingId', summary: 'The minutes of a meeting', answer: Minutes },
  {
    method: 'patch',
    path: '/api/minutes/:meetingId/sections/:sectionId',
    summary: 'Change a section of draft minutes',
    body: SectionChange,
    answer: Minutes,
  },
  {
    method: 'post',
    path: '/api/minutes/:meetingId/draft',
    summary: 'Draft the minutes again from what happened, where nobody has changed them',
    answer: Minutes,
  },
  {
    method: 'post',
    path: '/api/minutes/:meetingId/addenda',
    summary: 'Correct agreed minutes by an addendum',
    body: AddendumInput,
    answer: Minutes,
    status: 201,
  },
]
