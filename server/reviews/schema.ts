import { z } from 'zod'
import { PlanState } from '../plans/schema.ts'
import { Month, SharedHistory, SharedHotspot } from '../runs/schema.ts'
import { CheckedWords } from '../wording/schema.ts'
import { Day, OfferedStep, PlaceCategory, StepInput, StepTaken, type Operation } from '../shared-schema.ts'

export const REVIEW_STATES = [
  'candidate',
  'confirmed',
  'under_assessment',
  'plan_active',
  'monitoring',
  'closed',
  'dismissed',
  'lapsed',
  'merged',
] as const
export const ReviewState = z.enum(REVIEW_STATES)
export type ReviewState = z.infer<typeof ReviewState>

const Named = z.object({ id: z.uuid(), name: z.string() })

/** What stands of it in the latest stored month, in bands and words (G2). */
export const ReviewNow = SharedHotspot.pick({ rank: true, childrenBand: true, reportsBand: true, findings: true })
export type ReviewNow = z.infer<typeof ReviewNow>

/** A hotspot under review. What the months say of it is null for whom a list or a referral reaches: they are told where it is, and its state. */
export const Review = z.object({
  id: z.uuid(),
  name: z.string(),
  category: PlaceCategory,
  state: ReviewState,
  stateWords: z.string(),
  /** When it came into its state. */
  since: z.string(),
  placeId: z.uuid().nullable(),
  /** Its shape for operational partners, or where a list alone reaches: a named place's outline only. */
  geometry: SharedHotspot.shape.geometry.nullable(),
  isApproximate: z.boolean(),
  wards: z.array(z.string()),
  mergedInto: Named.nullable(),
  /** Of its open plan; null: there is none, or only a draft that is not for the reader. */
  planState: PlanState.nullable(),
  firstMonth: Month.nullable(),
  lastMonth: Month.nullable(),
  /** Whether the latest stored month shows it; null: not told. */
  isShownNow: z.boolean().nullable(),
  /** Of a candidate: from this day on it lapses with the next stored month that does not show it. */
  lapsesOn: Day.nullable(),
  now: ReviewNow.nullable(),
  version: z.int(),
  /** What the reader can do with it by name. */
  steps: z.array(OfferedStep),
  canMerge: z.boolean(),
  canSplit: z.boolean(),
})
export type Review = z.infer<typeof Review>

export const ReviewQuery = z.strictObject({
  /** A state, or `open`: whatever is neither over nor merged. */
  state: z.enum([...REVIEW_STATES, 'open'], 'Give a state of a place, or “open”.').optional(),
})
export const ReviewList = z.object({
  reviews: z.array(Review),
  /** The latest stored month; null before the first. */
  month: Month.nullable(),
})
export type ReviewList = z.infer<typeof ReviewList>

/** A merge or a split by a person. */
export const ReviewLink = z.object({
  kind: z.enum(['merge', 'split']),
  from: Named,
  to: Named,
  why: z.string().nullable(),
  by: z.string(),
  at: z.string(),
})

export const ReviewDetail = Review.extend({
  /** The earliest first; reasons are for operational partners. */
  taken: z.array(StepTaken.extend({ toWords: z.string() })),
  links: z.array(ReviewLink),
  /** What is merged into it now. */
  includes: z.array(Named.extend({ isDirect: z.boolean() })),
  history: SharedHistory.shape.history.nullable(),
})
export type ReviewDetail = z.infer<typeof ReviewDetail>

/** What goes with every decision: where it was taken, and the words that the writer has looked at. */
const decided = { meetingId: z.uuid().optional(), checkedWords: CheckedWords }

export const ReviewStepInput = StepInput.extend(decided)

const SAY_WHY = 'Say why in 1 to 1,000 characters.'
const Why = z.string(SAY_WHY).trim().min(1, SAY_WHY).max(1000, SAY_WHY)

export const MergeInput = z.strictObject({ into: z.uuid(), version: z.int().min(1), why: Why, ...decided })
/** `part`: what is merged into it and comes back, or a place of its own that is a part of it. */
export const SplitInput = z.strictObject({ part: z.uuid(), version: z.int().min(1), why: Why, ...decided })

export const operations: Operation[] = [
  {
    method: 'get',
    path: '/api/reviews',
    summary: 'Places under review, what waits for a decision first',
    query: ReviewQuery,
    answer: ReviewList,
  },
  { method: 'get', path: '/api/reviews/:id', summary: 'A place under review, with its history', answer: ReviewDetail },
  {
    method: 'post',
    path: '/api/reviews/:id/steps',
    summary: 'Decide what becomes of a place',
    body: ReviewStepInput,
    answer: ReviewDetail,
  },
  {
    method: 'post',
    path: '/api/reviews/:id/merge',
    summary: 'Merge a place into another one',
    body: MergeInput,
    answer: ReviewDetail,
  },
  {
    method: 'post',
    path: '/api/reviews/:id/split',
    summary: 'Part a place from another one: one that was merged into it, or one that is a part of it',
    body: SplitInput,
    answer: ReviewDetail,
  },
]
