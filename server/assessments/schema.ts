import { z } from 'zod'
import { Day, type Operation } from '../shared-schema.ts'
import { CheckedWords } from '../wording/schema.ts'

/** What an assessment may be about: kinds of harm, of no child in particular. */
export const HARM_TYPES = [
  'cse',
  'cce',
  'county_lines',
  'trafficking',
  'serious_violence',
  'substance',
  'self_harm',
  'radicalisation',
  'other',
] as const

const words = (most: number, sentence: string) =>
  z
    .string(sentence)
    .trim()
    .max(most, `${sentence} At most ${most.toLocaleString('en-GB')} characters.`)
const needed = (most: number, sentence: string) => words(most, sentence).min(1, sentence)

/** One of the three sides of a neighbourhood assessment (Contextual Safeguarding): what protects, what is missing, and how it stands. */
export const AssessmentSide = z
  .strictObject({
    strengths: words(4000, 'Say what is strong here.'),
    needs: words(4000, 'Say what is missing here.'),
    /** 1: it protects … 4: it harms. A proposal of this service, to be agreed by the partnership. */
    rating: z.int('Rate it from 1 to 4.').min(1, 'Rate it from 1 to 4.').max(4, 'Rate it from 1 to 4.'),
  })
  .refine(({ strengths, needs }) => strengths !== '' || needs !== '', {
    error: 'Say what is strong here, or what is missing.',
    path: ['needs'],
  })
export type AssessmentSide = z.infer<typeof AssessmentSide>

/** How much this place weighs beside home, peers, school and online. */
export const CONTEXT_WEIGHTS = ['low', 'medium', 'high'] as const

export const SafetyGoal = z.strictObject({
  goal: needed(500, 'Say what should become safer.'),
  measure: needed(500, 'Say how anybody will know.'),
})
export type SafetyGoal = z.infer<typeof SafetyGoal>

const AssessmentContent = z.strictObject({
  trigger: needed(1000, 'Say what led to the assessment.'),
  harmTypes: z.array(z.enum(HARM_TYPES)).max(HARM_TYPES.length),
  youngPeople: AssessmentSide,
  guardianship: AssessmentSide,
  environment: AssessmentSide,
  contextWeight: z.enum(CONTEXT_WEIGHTS, 'Choose how much the place weighs.'),
  contextWords: words(2000, 'Say how the place weighs beside home, peers, school and online.'),
  /** Empty: they were not asked yet. */
  youngPeoplesVoice: words(4000, 'Say what young people say of it.'),
  communityViews: words(4000, 'Say what the community says of it.'),
  observationDates: z.array(Day).max(50),
  /** Agencies, never a person. */
  assessors: z.array(needed(120, 'Name the agency.')).min(1, 'Name at least one agency.').max(20),
})
export type AssessmentContent = z.infer<typeof AssessmentContent>

export const AssessmentInput = AssessmentContent.extend({
  safetyGoals: z.array(SafetyGoal).min(1, 'Give at least one safety goal.').max(5, 'Give at most five safety goals.'),
  reviewOn: Day,
  /** The version that was looked at; 0 where there is none yet. */
  version: z.int().min(0),
  checkedWords: CheckedWords,
})
export type AssessmentInput = z.infer<typeof AssessmentInput>

export const AssessmentAgreement = z.strictObject({ version: z.int().min(1), agreedOn: Day })

export const AssessmentSummary = z.object({
  safetyGoals: z.array(SafetyGoal),
  agreedOn: Day,
  reviewOn: Day,
})

export const Assessment = AssessmentContent.extend({
  safetyGoals: z.array(SafetyGoal),
  reviewOn: Day,
  /** Null: a draft. */
  agreedOn: Day.nullable(),
  agreedBy: z.string().nullable(),
  version: z.int(),
  writtenBy: z.string(),
  writtenAgency: z.string(),
  writtenAt: z.string(),
})
export type Assessment = z.infer<typeof Assessment>

export const AssessmentAnswer = z.object({
  hotspotId: z.uuid(),
  /** Null: none is written, or only its summary is for the reader. */
  assessment: Assessment.nullable(),
  /** Of the latest agreed version; null: none is agreed. */
  summary: AssessmentSummary.nullable(),
  /** Whether the reader can write it now: a place is assessed once it is confirmed. */
  canWrite: z.boolean(),
  canAgree: z.boolean(),
})
export type AssessmentAnswer = z.infer<typeof AssessmentAnswer>

/** What an assessment was before, the latest first. */
export const AssessmentHistory = z.object({ revisions: z.array(Assessment) })
export type AssessmentHistory = z.infer<typeof AssessmentHistory>

export const operations: Operation[] = [
  {
    method: 'get',
    path: '/api/assessments/:reviewId',
    summary: 'The assessment of a place, or its goals for those it reaches by area, list or referral',
    answer: AssessmentAnswer,
  },
  {
    method: 'put',
    path: '/api/assessments/:reviewId',
    summary: 'Write the assessment of a place; what it was is kept',
    body: AssessmentInput,
    answer: AssessmentAnswer,
  },
  {
    method: 'post',
    path: '/api/assessments/:reviewId/agree',
    summary: 'Agree the assessment of a place',
    body: AssessmentAgreement,
    answer: AssessmentAnswer,
  },
  {
    method: 'get',
    path: '/api/assessments/:reviewId/history',
    summary: 'What the assessment of a place was before',
    answer: AssessmentHistory,
  },
]
