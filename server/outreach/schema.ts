import { z } from 'zod'
import { Day, type Operation } from '../shared-schema.ts'
import { CheckedWords } from '../wording/schema.ts'

/** What young people bring up about a place: themes, never somebody. */
export const THEMES = [
  'feeling_unsafe',
  'transport_home',
  'dark_or_hidden',
  'substances_around',
  'adults_around',
  'vehicles_around',
  'fights_or_weapons',
  'police_or_security',
  'nowhere_to_go',
  'activities_wanted',
  'trusted_adults',
  'online_contact',
  'food_or_shelter',
  'not_wanting_home',
  'school_day',
  'relationships',
  'feeling_low',
  'money_or_work',
] as const
export const Theme = z.enum(THEMES, 'Choose themes of the list.')
export type Theme = z.infer<typeof Theme>

const CLOCK = 'Give a time as HH:MM, such as 19:30.'
const Clock = z.string(CLOCK).regex(/^([01]\d|2[0-3]):[0-5]\d$/, CLOCK)

const count = (least: number, most: number, what: string) => {
  const sentence = `Give ${what} as a whole number from ${least} to ${most}.`
  return z.int(sentence).min(least, sentence).max(most, sentence)
}

const OBSERVATIONS = 'Give what you saw of the place in at most 1,000 characters.'

/** When it was, wall clock: an end that is not after the beginning is of the next day. */
const when = { day: Day, from: Clock, to: Clock }
const said = {
  ...when,
  staff: count(1, 30, 'the number of staff'),
  /** Young people met, each once: greeted; talked with; helped, or agreed to meet again. */
  level1: count(0, 500, 'how many were greeted'),
  level2: count(0, 500, 'how many were talked with'),
  level3: count(0, 500, 'how many were helped'),
  themes: z.array(Theme).max(THEMES.length),
  onwardReferrals: count(0, 100, 'the onward referrals'),
  observations: z.string(OBSERVATIONS).trim().max(1000, OBSERVATIONS).nullable(),
  checkedWords: CheckedWords,
}

/** The id is made where it is typed: a session that is sent twice is kept once. */
export const OutreachSessionInput = z.strictObject({
  id: z.uuid('Give the session an id of its own.'),
  /** The planned one that it was. */
  plannedId: z.uuid('Give the id of a planned session.').optional(),
  ...said,
})
export type OutreachSessionInput = z.infer<typeof OutreachSessionInput>

export const OutreachSessionChange = z.strictObject({ version: z.int().min(1), ...said })
export type OutreachSessionChange = z.infer<typeof OutreachSessionChange>

/** All that are to be held: those that were held already stay whatever is given. */
export const SessionsPlanInput = z.strictObject({
  /** Of the referral. */
  version: z.int().min(1),
  planned: z.array(z.strictObject(when)).max(60, 'Plan at most 60 sessions at once.'),
})
export type SessionsPlanInput = z.infer<typeof SessionsPlanInput>

export const PlannedSession = z.object({ id: z.uuid(), ...when, isHeld: z.boolean() })
export type PlannedSession = z.infer<typeof PlannedSession>

/** A session as the group is told of it; the provider sees all that was recorded. */
export const OutreachSession = z.object({
  id: z.uuid(),
  ...when,
  minutes: z.int(),
  staff: z.int(),
  contacts: z.int(),
  onwardReferrals: z.int(),
  observations: z.string().nullable(),
  version: z.int(),
  /** Null but for the provider: the group is told themes in sums. */
  recorded: z
    .object({
      by: z.string(),
      level1: z.int(),
      level2: z.int(),
      level3: z.int(),
      themes: z.array(Theme),
      /** Only whoever recorded it corrects it. */
      isMine: z.boolean(),
    })
    .nullable(),
})
export type OutreachSession = z.infer<typeof OutreachSession>

export const ReferralSessions = z.object({
  referral: z.object({
    id: z.uuid(),
    ref: z.string(),
    hotspotName: z.string(),
    serviceWords: z.string(),
    stateWords: z.string(),
    version: z.int(),
  }),
  today: Day,
  /** Whether the reader may plan sessions now, and record one. */
  canPlan: z.boolean(),
  canRecord: z.boolean(),
  /** The earliest first. */
  planned: z.array(PlannedSession),
  /** The latest first. */
  sessions: z.array(OutreachSession),
  themes: z.array(z.object({ value: Theme, words: z.string() })),
})
export type ReferralSessions = z.infer<typeof ReferralSessions>

export const operations: Operation[] = [
  {
    method: 'get',
    path: '/api/outreach/:id',
    summary: 'The sessions of a referral, planned and held',
    answer: ReferralSessions,
  },
  {
    method: 'put',
    path: '/api/outreach/:id/planned',
    summary: 'Say when the sessions of a referral are to be',
    body: SessionsPlanInput,
    answer: ReferralSessions,
  },
  {
    method: 'post',
    path: '/api/outreach/:id/sessions',
    summary: 'Record a session; sent twice it is kept once',
    body: OutreachSessionInput,
    answer: OutreachSession,
    status: 201,
  },
  {
    method: 'patch',
    path: '/api/outreach/sessions/:id',
    summary: 'Correct a session; what it said before is kept',
    body: OutreachSessionChange,
    answer: OutreachSession,
  },
]
