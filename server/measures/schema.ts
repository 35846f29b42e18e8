import { z } from 'zod'
import { Day, OfferedStep, StepInput, StepTaken, type Operation } from '../shared-schema.ts'
import { CheckedWords } from '../wording/schema.ts'

export const MEASURE_STATES = ['proposed', 'authorised', 'active', 'completed', 'refused', 'expired'] as const
export const MeasureState = z.enum(MEASURE_STATES)
export type MeasureState = z.infer<typeof MeasureState>

const text = (most: number, sentence: string) => z.string(sentence).trim().min(1, sentence).max(most, sentence)

/** A measure of the catalogue (domain.md 2.3). */
export const CatalogueMeasure = z.object({
  code: z.string(),
  name: z.string(),
  law: z.string(),
  /** Who can lead it. */
  leadAgencies: z.array(z.string()),
  target: z.enum(['place', 'person', 'both']),
  /** The least rank or office that authorises it; null: none is prescribed. */
  authorisedBy: z.string().nullable(),
  /** Its law, or part of what is said of it, has not been read in the source yet. */
  isToBeConfirmed: z.boolean(),
  note: z.string().nullable(),
})
export type CatalogueMeasure = z.infer<typeof CatalogueMeasure>
export const Catalogue = z.object({ measures: z.array(CatalogueMeasure) })
export type Catalogue = z.infer<typeof Catalogue>

const DETAIL = 'Say in 1 to 1,000 characters what is to be done here.'
const LEAD = 'Name the lead agency in 1 to 120 characters.'
const LEGAL = 'Give the legal basis in at most 300 characters.'

const measureContent = {
  detail: text(1000, DETAIL),
  leadAgency: text(120, LEAD),
  legalBasis: z.string(LEGAL).trim().max(300, LEGAL),
  startsOn: Day.nullable(),
  /** Its last day. */
  endsOn: Day.nullable(),
}

export const MeasureInput = z.strictObject({
  planId: z.uuid('Give the id of a plan.'),
  meetingId: z.uuid('Give the id of a meeting.').optional(),
  code: z.string().min(1, 'Choose a measure of the catalogue.').max(60),
  ...measureContent,
  /** Left out: as the catalogue has it. */
  legalBasis: measureContent.legalBasis.optional(),
  startsOn: Day.nullable().optional(),
  endsOn: Day.nullable().optional(),
  checkedWords: CheckedWords,
})
export type MeasureInput = z.infer<typeof MeasureInput>

export const MeasureChange = z.strictObject({
  ...measureContent,
  /** What came of it so far. */
  outcome: text(2000, 'Give the outcome in 1 to 2,000 characters.').nullable(),
  version: z.int().min(1),
  checkedWords: CheckedWords,
})
export type MeasureChange = z.infer<typeof MeasureChange>

export const MeasureStepInput = StepInput.extend({
  /** When it is authorised: the rank or office, never a name. */
  authorisedByRank: text(120, 'Give the rank that authorised it in 1 to 120 characters.').optional(),
  /** When it is completed: what came of it. */
  outcome: text(2000, 'Give the outcome in 1 to 2,000 characters.').optional(),
  checkedWords: CheckedWords,
})
export type MeasureStepInput = z.infer<typeof MeasureStepInput>

export const Measure = z.object({
  id: z.uuid(),
  planId: z.uuid(),
  hotspotId: z.uuid(),
  hotspotName: z.string(),
  meetingId: z.uuid().nullable(),
  code: z.string(),
  name: z.string(),
  isToBeConfirmed: z.boolean(),
  detail: z.string(),
  leadAgency: z.string(),
  legalBasis: z.string(),
  /** The least rank that the catalogue names; null: none. */
  authorisedBy: z.string().nullable(),
  authorisedByRank: z.string().nullable(),
  startsOn: Day.nullable(),
  endsOn: Day.nullable(),
  /** Active or authorised, and its last day is over: it waits for an outcome. */
  isPast: z.boolean(),
  outcome: z.string().nullable(),
  state: MeasureState,
  stateWords: z.string(),
  since: z.string(),
  proposedBy: z.string(),
  proposedAgency: z.string(),
  version: z.int(),
  canChange: z.boolean(),
  steps: z.array(OfferedStep),
  /** Reasons are for those who work with the whole of plans, and for the agency that leads. */
  taken: z.array(StepTaken),
})
export type Measure = z.infer<typeof Measure>

export const MeasureQuery = z.strictObject({
  plan: z.uuid('Give the id of a plan.').optional(),
  hotspot: z.uuid('Give the id of a place under review.').optional(),
})
/** Those of one plan, or of one place: never more than a screen. */
export const MeasureList = z.object({
  measures: z.array(Measure),
  /** Whether the reader can propose one into the plan that was asked for. */
  canPropose: z.boolean(),
})
export type MeasureList = z.infer<typeof MeasureList>

const REFERENCE = 'Give the agency’s own reference: up to 60 letters, figures, dots, slashes and hyphens, never a name.'
/** A figure in it, and no space: a name is none. Nor is a child’s reference of this service. */
const Reference = z
  .string(REFERENCE)
  .trim()
  .regex(/^(?=.*\d)(?!YP-?\d)[a-z\d][a-z\d./-]{0,59}$/i, REFERENCE)

/** About a person: whether there is one, and the owning agency's reference. Nothing else is kept here. */
export const PersonMeasureInput = z.strictObject({
  planId: z.uuid('Give the id of a plan.'),
  code: z.string().min(1, 'Choose a measure of the catalogue.').max(60),
  isInPlace: z.boolean(),
  owningAgency: text(120, 'Name the owning agency in 1 to 120 characters.'),
  externalRef: Reference.nullable(),
  checkedWords: CheckedWords,
})
export type PersonMeasureInput = z.infer<typeof PersonMeasureInput>

export const PersonMeasureChange = z.strictObject({
  isInPlace: z.boolean(),
  externalRef: Reference.nullable(),
  version: z.int().min(1),
})
export type PersonMeasureChange = z.infer<typeof PersonMeasureChange>

export const PersonMeasure = z.object({
  id: z.uuid(),
  planId: z.uuid(),
  code: z.string(),
  name: z.string(),
  isInPlace: z.boolean(),
  owningAgency: z.string(),
  externalRef: z.string().nullable(),
  notedBy: z.string(),
  notedAt: z.string(),
  version: z.int(),
})
export type PersonMeasure = z.infer<typeof PersonMeasure>

export const PersonMeasureQuery = z.strictObject({ plan: z.uuid('Give the id of a plan.') })
export const PersonMeasureList = z.object({ measures: z.array(PersonMeasure), canNote: z.boolean() })
export type PersonMeasureList = z.infer<typeof PersonMeasureList>

export const operations: Operation[] = [
  {
    method: 'get',
    path: '/api/measures/catalogue',
    summary: 'The measures that a plan can hold, with their law and who leads them',
    answer: Catalogue,
  },
  {
    method: 'get',
    path: '/api/measures',
    summary: 'Place-based measures of a plan or a place',
    query: MeasureQuery,
    answer: MeasureList,
  },
  {
    method: 'post',
    path: '/api/measures',
    summary: 'Propose a place-based measure into a plan',
    body: MeasureInput,
    answer: Measure,
    status: 201,
  },
  {
    method: 'put',
    path: '/api/measures/:id',
    summary: 'Change a measure, or say what came of it',
    body: MeasureChange,
    answer: Measure,
  },
  {
    method: 'post',
    path: '/api/measures/:id/steps',
    summary: 'Authorise, refuse, start, complete or end a measure',
    body: MeasureStepInput,
    answer: Measure,
  },
  {
    method: 'get',
    path: '/api/person-measures',
    summary: 'Whether there are measures about persons, by the owning agencies’ references',
    query: PersonMeasureQuery,
    answer: PersonMeasureList,
  },
  {
    method: 'post',
    path: '/api/person-measures',
    summary: 'Note that there is a measure about a person, or none',
    body: PersonMeasureInput,
    answer: PersonMeasure,
    status: 201,
  },
  {
    method: 'put',
    path: '/api/person-measures/:id',
    summary: 'Change whether a measure about a person is in place, or its reference',
    body: PersonMeasureChange,
    answer: PersonMeasure,
  },
]
