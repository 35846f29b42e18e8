import { z } from 'zod'
import { EffectReason, EffectWord } from '../effects/schema.ts'
import { Cursor, Day, Limit, OfferedStep, StepInput, StepTaken, type Operation } from '../shared-schema.ts'
import { CheckedWords } from '../wording/schema.ts'

export const PLAN_STATES = [
  'draft',
  'proposed',
  'agreed',
  'active',
  'under_review',
  'closed_effective',
  'closed_no_effect',
  'closed_insufficient_data',
  'withdrawn',
] as const
export const PlanState = z.enum(PLAN_STATES)
export type PlanState = z.infer<typeof PlanState>

const words = (most: number, sentence: string) =>
  z
    .string(sentence)
    .trim()
    .max(most, `${sentence} At most ${most.toLocaleString('en-GB')} characters.`)
const needed = (most: number, sentence: string) => words(most, sentence).min(1, sentence)

export const PlanGoal = z.strictObject({
  goal: needed(500, 'Say what should become safer.'),
  measure: needed(500, 'Say how anybody will know.'),
})

/** What the whole of a plan says beside what everybody at the place is told: never a name. Empty: nothing is said yet. */
export const PlanAnalysis = z.strictObject({
  /** What was looked at, and what it showed. */
  scanning: words(4000, 'Say what was looked at.'),
  victims: words(2000, 'Say who is harmed, in words of a group.'),
  /** Never a name. */
  offenders: words(2000, 'Say who harms, in words of a group.'),
  location: words(2000, 'Say what about the place makes it possible.'),
  time: words(2000, 'Say when.'),
  /** Who is missing: over children, over those who harm, over the place. */
  guardianGap: words(1000, 'Say which guardian is missing.'),
  handlerGap: words(1000, 'Say which handler is missing.'),
  managerGap: words(1000, 'Say which manager of the place is missing.'),
  analysis: words(4000, 'Say why it happens here.'),
  /** What came of it: needed before a plan is closed. */
  assessment: words(4000, 'Say what came of the plan.'),
  lessons: words(4000, 'Say what was learnt.'),
})
export type PlanAnalysis = z.infer<typeof PlanAnalysis>

const BUFFER = 'The buffer goes from 0 to 1,000 whole metres.'

/** What a plan is judged by. Ends of windows are exclusive; the baseline ends where the plan starts. */
const design = {
  baselineFrom: Day,
  startsOn: Day,
  evaluationFrom: Day,
  evaluationTo: Day,
  bufferMetres: z.int(BUFFER).min(0, BUFFER).max(1000, BUFFER),
  /** Named places that are like this one and have no plan: chosen by a person. */
  comparatorPlaceIds: z.array(z.uuid()).max(6, 'Choose at most six places to compare with.'),
  /** Named places with plans of their own, too near to be told apart from this one. */
  togetherPlaceIds: z.array(z.uuid()).max(4, 'Judge at most four other places together with this one.'),
}

const PlanContent = z.strictObject({
  objective: needed(1000, 'Say what is to be different, for whom and by when.'),
  response: words(4000, 'Say what is done.'),
  safetyGoals: z.array(PlanGoal).max(5, 'Give at most five safety goals.'),
  leadAgency: needed(120, 'Name the agency that leads.'),
  leadRole: needed(120, 'Name the role that leads, never a person.'),
  ownerId: z.uuid('Choose a colleague as the owner.'),
  reviewOn: Day,
  ...design,
  analysis: PlanAnalysis,
})
export type PlanContent = z.infer<typeof PlanContent>

/** A new plan: whatever is left out is filled from today. */
export const NewPlan = PlanContent.partial({
  response: true,
  safetyGoals: true,
  reviewOn: true,
  baselineFrom: true,
  startsOn: true,
  evaluationFrom: true,
  evaluationTo: true,
  bufferMetres: true,
  comparatorPlaceIds: true,
  togetherPlaceIds: true,
})
  .omit({ analysis: true })
  .extend({
    hotspotId: z.uuid('Give the id of a place under review.'),
    meetingId: z.uuid('Give the id of a meeting.').optional(),
    analysis: PlanAnalysis.partial().optional(),
    checkedWords: CheckedWords,
  })
export type NewPlan = z.infer<typeof NewPlan>

export const PlanChange = PlanContent.extend({ version: z.int().min(1), checkedWords: CheckedWords })
export type PlanChange = z.infer<typeof PlanChange>

export const PlanStepInput = StepInput.extend({
  /** When a plan is extended: when it is looked at next, and until when it is judged. */
  reviewOn: Day.optional(),
  evaluationTo: Day.optional(),
  checkedWords: CheckedWords,
})
export type PlanStepInput = z.infer<typeof PlanStepInput>

const Owner = z.object({ id: z.uuid(), name: z.string(), agency: z.string() })

export const Plan = z.object({
  id: z.uuid(),
  /** Such as D-12. */
  ref: z.string(),
  hotspotId: z.uuid(),
  hotspotName: z.string(),
  meetingId: z.uuid().nullable(),
  objective: z.string(),
  state: PlanState,
  stateWords: z.string(),
  since: z.string(),
  isOpen: z.boolean(),
  version: z.int(),
  /** What the reader can do with it now. */
  steps: z.array(OfferedStep),
  leadAgency: z.string(),
  leadRole: z.string(),
  owner: Owner,
  startsOn: Day,
  evaluationFrom: Day,
  evaluationTo: Day,
  reviewOn: Day,
  /** Open, and its review date has passed. */
  isLate: z.boolean(),
  endedOn: Day.nullable(),
  /** Its place-based measures, by how far they have come. */
  measures: z.object({ proposed: z.int(), underWay: z.int(), completed: z.int(), notTaken: z.int() }),
  /** The latest answer to whether it did anything. */
  effect: z
    .object({ word: EffectWord, reason: EffectReason.nullable(), sentence: z.string(), workedOutOn: Day })
    .nullable(),
})
export type Plan = z.infer<typeof Plan>

const NamedPlace = z.object({ placeId: z.uuid(), name: z.string() })

export const PlanDetail = Plan.extend({
  response: z.string(),
  safetyGoals: z.array(PlanGoal),
  /** The reader works with the whole of the plan; else what follows is null, and reasons of steps are left out. */
  isWhole: z.boolean(),
  canChange: z.boolean(),
  /** Once an effect was worked out, what it is compared with stays: nobody chooses it by the answer. */
  isDesignFixed: z.boolean(),
  baselineFrom: Day.nullable(),
  bufferMetres: z.int().nullable(),
  comparators: z.array(NamedPlace).nullable(),
  together: z.array(NamedPlace).nullable(),
  analysis: PlanAnalysis.nullable(),
  taken: z.array(StepTaken.extend({ toWords: z.string() })),
})
export type PlanDetail = z.infer<typeof PlanDetail>

export const PlanQuery = z.strictObject({
  hotspot: z.uuid('Give the id of a place under review.').optional(),
  meeting: z.uuid('Give the id of a meeting.').optional(),
  /** A state, or `open`: whatever is not over. */
  state: z.enum([...PLAN_STATES, 'open'], 'Give a state of a plan, or “open”.').optional(),
  limit: Limit,
  cursor: Cursor,
})

/** Open plans first, the one to be reviewed first on top: late ones lead. Then those that are over, the latest first. */
export const PlanList = z.object({ plans: z.array(Plan), next: z.string().nullable() })
export type PlanList = z.infer<typeof PlanList>

/** What a plan was before each change, the latest first. */
export const PlanHistory = z.object({
  revisions: z.array(z.object({ version: z.int(), changedBy: z.string(), changedAt: z.string(), was: PlanContent })),
})
export type PlanHistory = z.infer<typeof PlanHistory>

export const ComparatorQuery = z.strictObject({ hotspot: z.uuid('Give the id of a place under review.') })

/** Named places of the latest stored month, the most alike first, with exact months (G1). */
export const ComparatorList = z.object({
  /** The twelve months, YYYY-MM; empty before the first stored month. */
  months: z.array(z.string()),
  /** Children in each month at the place itself; null: it does not stand in that month’s run. */
  own: z.array(z.int()).nullable(),
  places: z.array(
    z.object({
      placeId: z.uuid(),
      name: z.string(),
      months: z.array(z.int()),
      /** Mean squared difference of the square roots of the months’ children; 0: the same; null: the place itself is not in the month. */
      distance: z.number().nullable(),
      /** From the place, outline to outline; null as above. */
      metres: z.int().nullable(),
    }),
  ),
})
export type ComparatorList = z.infer<typeof ComparatorList>

export const operations: Operation[] = [
  {
    method: 'get',
    path: '/api/plans',
    summary: 'Disruption plans, late ones first',
    query: PlanQuery,
    answer: PlanList,
  },
  {
    method: 'post',
    path: '/api/plans',
    summary: 'Begin a plan for a confirmed place',
    body: NewPlan,
    answer: PlanDetail,
    status: 201,
  },
  {
    method: 'get',
    path: '/api/plans/comparators',
    summary: 'Places whose last twelve months are most like a place’s, to compare it with',
    query: ComparatorQuery,
    answer: ComparatorList,
  },
  { method: 'get', path: '/api/plans/:id', summary: 'A disruption plan', answer: PlanDetail },
  {
    method: 'put',
    path: '/api/plans/:id',
    summary: 'Change a plan; what it was is kept',
    body: PlanChange,
    answer: PlanDetail,
  },
  {
    method: 'post',
    path: '/api/plans/:id/steps',
    summary: 'Propose, agree, start, review, extend, close or withdraw a plan',
    body: PlanStepInput,
    answer: PlanDetail,
  },
  { method: 'get', path: '/api/plans/:id/history', summary: 'What a plan was before', answer: PlanHistory },
]
