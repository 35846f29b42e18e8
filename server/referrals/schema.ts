import { z } from 'zod'
import { Theme } from '../outreach/schema.ts'
import { HourWindow } from '../patrols/schema.ts'
import { Cursor, Day, Limit, OfferedStep, StepInput, StepTaken, type Operation } from '../shared-schema.ts'
import { CheckedWords } from '../wording/schema.ts'

export const REFERRAL_STATES = [
  'draft',
  'submitted',
  'accepted',
  'declined',
  'more_info',
  'scheduled',
  'in_delivery',
  'completed',
  'outcome_reviewed',
  'cancelled',
] as const
export const ReferralState = z.enum(REFERRAL_STATES)
export type ReferralState = z.infer<typeof ReferralState>

export const SERVICE_TYPES = [
  'detached',
  'outreach_bus',
  'diversionary_activity',
  'group_work',
  'community_guardian_training',
] as const
export const ServiceType = z.enum(SERVICE_TYPES, 'Choose one of the listed services.')
export type ServiceType = z.infer<typeof ServiceType>

export const AGE_BANDS = ['10_to_12', '13_to_15', '16_to_17', '18_to_24', 'any'] as const
export const AgeBand = z.enum(AGE_BANDS, 'Choose one of the listed ages.')
export type AgeBand = z.infer<typeof AgeBand>

export const PRIORITIES = ['routine', 'priority', 'urgent'] as const
export const ReferralPriority = z.enum(PRIORITIES, 'The priority is routine, priority or urgent.')
export type ReferralPriority = z.infer<typeof ReferralPriority>

const text = (most: string, sentence: string) =>
  z
    .string(sentence)
    .trim()
    .min(1, sentence)
    .max(Number(most.replace(',', '')), sentence)
const notes = (most: string, what: string) => {
  const sentence = `Give ${what} in at most ${most} characters.`
  return z
    .string(sentence)
    .trim()
    .max(Number(most.replace(',', '')), sentence)
    .nullable()
}
const SESSIONS = 'Ask for 1 to 60 sessions.'

/** What is asked for: of a place, and nothing about a child. */
const asked = {
  serviceType: ServiceType,
  rationale: text('1,000', 'Say in 1 to 1,000 characters why the place is referred.'),
  aims: text('1,000', 'Say in 1 to 1,000 characters what the work is to achieve.'),
  windows: z.array(HourWindow).min(1, 'Give at least one day and time.').max(8, 'Give at most eight days and times.'),
  ageBand: AgeBand,
  sessionsRequested: z.int(SESSIONS).min(1, SESSIONS).max(60, SESSIONS),
  startBy: Day,
  safetyNotes: notes('1,000', 'the safety notes'),
  otherAgencies: notes('500', 'the other agencies'),
  priority: ReferralPriority,
  providerAgency: text('200', 'Choose who it is referred to.'),
  checkedWords: CheckedWords,
}

export const ReferralInput = z.strictObject({
  hotspotId: z.uuid('Give the id of a place under review.'),
  meetingId: z.uuid('Give the id of a meeting.').optional(),
  ...asked,
  /** True: it goes to the provider at once; false: it is kept as a draft. */
  submit: z.boolean().default(false),
})
export type ReferralInput = z.infer<typeof ReferralInput>

export const ReferralChange = z.strictObject({ version: z.int().min(1), ...asked })
export type ReferralChange = z.infer<typeof ReferralChange>

export const ReferralStepInput = StepInput.extend({ checkedWords: CheckedWords })

/** What came of it so far, in sums; what was met and passed on is null for those who are told the state alone. */
export const ReferralDone = z.object({
  planned: z.int(),
  sessions: z.int(),
  minutes: z.int(),
  contacts: z.int().nullable(),
  onwardReferrals: z.int().nullable(),
  firstOn: Day.nullable(),
  lastOn: Day.nullable(),
  /** The next planned session that was not held yet. */
  nextOn: Day.nullable(),
})
export type ReferralDone = z.infer<typeof ReferralDone>

export const Referral = z.object({
  id: z.uuid(),
  /** Such as R-12. */
  ref: z.string(),
  hotspotId: z.uuid(),
  hotspotName: z.string(),
  meetingId: z.uuid().nullable(),
  serviceType: ServiceType,
  serviceWords: z.string(),
  priority: ReferralPriority,
  priorityWords: z.string(),
  providerAgency: z.string(),
  requestedBy: z.string(),
  requestedByAgency: z.string(),
  sessionsRequested: z.int(),
  startBy: Day,
  windows: z.array(HourWindow),
  submittedAt: z.string().nullable(),
  answerBy: Day.nullable(),
  /** What is late, in words; null: nothing. */
  late: z.string().nullable(),
  state: ReferralState,
  stateWords: z.string(),
  since: z.string(),
  version: z.int(),
  /** What the reader can do with it now. */
  steps: z.array(OfferedStep),
  done: ReferralDone,
})
export type Referral = z.infer<typeof Referral>

/** A theme that young people brought up, told where it came up often enough to be of the place. */
export const ToldTheme = z.object({ theme: Theme, words: z.string(), sessions: z.int() })
export type ToldTheme = z.infer<typeof ToldTheme>

/** What young people met there brought up, and how far meetings went. */
export const ReferralOutcome = z.object({
  /** Young people met, by how far it went: a greeting, a conversation, help that goes on. */
  levels: z.tuple([z.int(), z.int(), z.int()]),
  themes: z.array(ToldTheme),
  /** Further themes, each too rare to be named. */
  rarerThemes: z.int(),
})
export type ReferralOutcome = z.infer<typeof ReferralOutcome>

export const ReferralDetail = Referral.extend({
  ageBand: AgeBand,
  ageBandWords: z.string(),
  /** Null for those who are told the state alone. */
  words: z
    .object({
      rationale: z.string(),
      aims: z.string(),
      safetyNotes: z.string().nullable(),
      otherAgencies: z.string().nullable(),
    })
    .nullable(),
  outcome: ReferralOutcome.nullable(),
  taken: z.array(StepTaken.extend({ toWords: z.string() })),
  /** Whether the reader may change what is asked for, as it stands. */
  canChange: z.boolean(),
})
export type ReferralDetail = z.infer<typeof ReferralDetail>

/** To answer; accepted and under way; over. */
export const GROUPS = ['new', 'under_way', 'done'] as const

export const ReferralQuery = z.strictObject({
  hotspot: z.uuid('Give the id of a place under review.').optional(),
  meeting: z.uuid('Give the id of a meeting.').optional(),
  state: z
    .enum([...REFERRAL_STATES, ...GROUPS], 'Give a state of a referral, or “new”, “under_way” or “done”.')
    .optional(),
  limit: Limit,
  cursor: Cursor,
})

/** Late ones first, then the first to start; then those to look back on; then what is over, the latest first. */
export const ReferralList = z.object({
  referrals: z.array(Referral),
  next: z.string().nullable(),
  /** All that the reader sees, whatever the query asks for. */
  counts: z.object({ draft: z.int(), new: z.int(), underWay: z.int(), done: z.int(), late: z.int() }),
})
export type ReferralList = z.infer<typeof ReferralList>

export const ProposalQuery = z.strictObject({ hotspot: z.uuid('Give the id of a place under review.') })

const choices = <Value extends z.ZodType>(value: Value) => z.array(z.object({ value, words: z.string() }))

/** What a form begins with. */
export const ReferralProposal = z.object({
  hotspotId: z.uuid(),
  hotspotName: z.string(),
  /** The best times of the latest stored month (G2); empty where too little is known to name one. */
  windows: z.array(HourWindow),
  /** The stored month that they are of. */
  month: z.string().nullable(),
  /** Agencies of youth providers. */
  providers: z.array(z.string()),
  services: choices(ServiceType),
  ageBands: choices(AgeBand),
  priorities: choices(ReferralPriority),
  today: Day,
})
export type ReferralProposal = z.infer<typeof ReferralProposal>

export const operations: Operation[] = [
  {
    method: 'get',
    path: '/api/referrals',
    summary: 'Referrals of places to youth providers',
    query: ReferralQuery,
    answer: ReferralList,
  },
  {
    method: 'post',
    path: '/api/referrals',
    summary: 'Refer a place to a youth provider: no child data',
    body: ReferralInput,
    answer: ReferralDetail,
    status: 201,
  },
  {
    method: 'get',
    path: '/api/referrals/proposal',
    summary: 'What a referral of a place begins with: its best times, and who can be asked',
    query: ProposalQuery,
    answer: ReferralProposal,
  },
  { method: 'get', path: '/api/referrals/:id', summary: 'A referral', answer: ReferralDetail },
  {
    method: 'patch',
    path: '/api/referrals/:id',
    summary: 'Change what is asked for, in a draft or where the provider has a question',
    body: ReferralChange,
    answer: ReferralDetail,
  },
  {
    method: 'post',
    path: '/api/referrals/:id/steps',
    summary: 'Submit, accept, decline, ask, answer, schedule, start, complete, review or cancel a referral',
    body: ReferralStepInput,
    answer: ReferralDetail,
  },
]
