import { z } from 'zod'
import { Cursor, Day, Limit, OfferedStep, StepInput, StepTaken, type Operation } from '../shared-schema.ts'
import { CheckedWords } from '../wording/schema.ts'

export const ACTION_STATES = ['open', 'in_progress', 'complete', 'verified', 'cancelled'] as const
export const ActionState = z.enum(ACTION_STATES)
export type ActionState = z.infer<typeof ActionState>

export const PRIORITIES = ['low', 'normal', 'high'] as const
const Priority = z.enum(PRIORITIES, 'The priority is low, normal or high.')

const About = z.strictObject({ thing: z.enum(['plan', 'referral', 'patrol']), id: z.uuid() })

const SAY_WHAT = 'Say in 1 to 300 characters what is to be done.'
const Title = z.string(SAY_WHAT).trim().min(1, SAY_WHAT).max(300, SAY_WHAT)

export const ActionInput = z.strictObject({
  title: Title,
  ownerId: z.uuid('Choose who does it.'),
  dueOn: Day,
  priority: Priority.default('normal'),
  /** What it is about; never a child. */
  hotspotId: z.uuid().optional(),
  about: About.optional(),
  /** The meeting at which it is raised. */
  meetingId: z.uuid().optional(),
  checkedWords: CheckedWords,
})

export const ActionChange = z.strictObject({
  version: z.int().min(1),
  title: Title.optional(),
  ownerId: z.uuid('Choose who does it.').optional(),
  dueOn: Day.optional(),
  priority: Priority.optional(),
  checkedWords: CheckedWords,
})

const SAY_NOTE = 'Write 1 to 2,000 characters.'
export const ActionNoteInput = z.strictObject({
  words: z.string(SAY_NOTE).trim().min(1, SAY_NOTE).max(2000, SAY_NOTE),
  checkedWords: CheckedWords,
})

export const ActionStepInput = StepInput.extend({
  /** What shows that it was done: asked for when it is completed. */
  evidence: z.string().trim().max(4000, 'Say it in at most 4,000 characters.').optional(),
  /** Who is asked for help: asked for when it is escalated. */
  escalatedTo: z.string().trim().min(1).max(200, 'Say it in at most 200 characters.').optional(),
  meetingId: z.uuid().optional(),
  checkedWords: CheckedWords,
})

export const Action = z.object({
  id: z.uuid(),
  /** Such as 2023-07: the seventh of 2023. */
  number: z.string(),
  title: z.string(),
  hotspotId: z.uuid().nullable(),
  hotspotName: z.string().nullable(),
  about: About.nullable(),
  meetingId: z.uuid().nullable(),
  ownerId: z.uuid(),
  ownerName: z.string(),
  ownerRole: z.string(),
  ownerAgency: z.string(),
  priority: Priority,
  dueOn: Day,
  isOverdue: z.boolean(),
  isMine: z.boolean(),
  raisedOn: Day,
  raisedBy: z.string(),
  evidence: z.string().nullable(),
  escalatedTo: z.string().nullable(),
  state: ActionState,
  stateWords: z.string(),
  version: z.int(),
  steps: z.array(OfferedStep),
  /** Whether the reader may change what is to be done, by whom and until when: not of what is over. */
  canChange: z.boolean(),
  notes: z.array(z.object({ at: z.string(), by: z.string(), agency: z.string(), words: z.string() })),
})
export type Action = z.infer<typeof Action>

export const ActionQuery = z.strictObject({
  hotspot: z.uuid('Give the id of a place under review.').optional(),
  meeting: z.uuid('Give the id of a meeting.').optional(),
  /** `true`: one's own only. */
  mine: z.literal('true', 'Give true, or leave it out.').optional(),
  /** `open`: what is still to be done; `overdue`: of those, what is late. */
  state: z.enum([...ACTION_STATES, 'to_do', 'overdue'], 'Give a state, “to_do” or “overdue”.').optional(),
  limit: Limit,
  cursor: Cursor,
})

export const ActionList = z.object({
  actions: z.array(Action),
  next: z.string().nullable(),
  /** Of all that the reader can see, whatever is filtered. */
  counts: z.object({ toDo: z.int(), overdue: z.int(), mine: z.int() }),
})
export type ActionList = z.infer<typeof ActionList>

export const ActionDetail = Action.extend({ taken: z.array(StepTaken) })
export type ActionDetail = z.infer<typeof ActionDetail>

export const operations: Operation[] = [
  {
    method: 'get',
    path: '/api/actions',
    summary: 'Actions, what is late first',
    query: ActionQuery,
    answer: ActionList,
  },
  {
    method: 'post',
    path: '/api/actions',
    summary: 'Give somebody an action',
    body: ActionInput,
    answer: ActionDetail,
    status: 201,
  },
  { method: 'get', path: '/api/actions/log.csv', summary: 'The log of actions as CSV', answer: 'text/csv' },
  { method: 'get', path: '/api/actions/:id', summary: 'An action with its steps', answer: ActionDetail },
  { method: 'patch', path: '/api/actions/:id', summary: 'Change an action', body: ActionChange, answer: ActionDetail },
  {
    method: 'post',
    path: '/api/actions/:id/notes',
    summary: 'Say how an action goes',
    body: ActionNoteInput,
    answer: ActionDetail,
    status: 201,
  },
  {
    method: 'post',
    path: '/api/actions/:id/steps',
    summary: 'Take a step with an action',
    body: ActionStepInput,
    answer: ActionDetail,
  },
]
