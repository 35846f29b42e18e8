import type { z } from 'zod'
import type { Assessment, AssessmentInput } from '../../server/assessments/schema.ts'
import { NO_DAY, toDay, type TypedDay } from '../form/date-field.tsx'
import type { FieldErrors } from '../form/errors.tsx'
import { SIDES, type SideName } from './words.ts'

interface DraftSide {
  strengths: string
  needs: string
  rating: string | undefined
}

/** An assessment as it stands in the form. */
export interface AssessmentDraft extends Record<SideName, DraftSide> {
  trigger: string
  harmTypes: string[]
  contextWeight: string | undefined
  contextWords: string
  youngPeoplesVoice: string
  communityViews: string
  /** Days as YYYY-MM-DD or as 30/06/2023, one a line. */
  observationDates: string
  /** One a line. */
  assessors: string
  safetyGoals: { goal: string; measure: string }[]
  reviewOn: TypedDay
}

const EMPTY_SIDE: DraftSide = { strengths: '', needs: '', rating: undefined }

export const EMPTY_ASSESSMENT: AssessmentDraft = {
  trigger: '',
  harmTypes: [],
  youngPeople: EMPTY_SIDE,
  guardianship: EMPTY_SIDE,
  environment: EMPTY_SIDE,
  contextWeight: undefined,
  contextWords: '',
  youngPeoplesVoice: '',
  communityViews: '',
  observationDates: '',
  assessors: '',
  safetyGoals: [{ goal: '', measure: '' }],
  reviewOn: NO_DAY,
}

export const toDraft = (assessment: Assessment): AssessmentDraft => {
  const side = (name: SideName) => ({ ...assessment[name], rating: String(assessment[name].rating) })
  const [year = '', month = '', day = ''] = assessment.reviewOn.split('-')
  return {
    trigger: assessment.trigger,
    harmTypes: assessment.harmTypes,
    youngPeople: side('youngPeople'),
    guardianship: side('guardianship'),
    environment: side('environment'),
    contextWeight: assessment.contextWeight,
    contextWords: assessment.contextWords,
    youngPeoplesVoice: assessment.youngPeoplesVoice,
    communityViews: assessment.communityViews,
    observationDates: assessment.observationDates.join('\n'),
    assessors: assessment.assessors.join('\n'),
    safetyGoals: assessment.safetyGoals,
    reviewOn: { year, month, day },
  }
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** 2023-06-30 of that, or of 30/6/2023; undefined where it is no day. */
const typedDay = (line: string): string | undefined => {
  const parts = line.split(/[-/.\s]+/)
  const [first = '', second = '', third = ''] = parts
  if (parts.length !== 3) return undefined
  return first.length === 4
    ? toDay({ year: first, month: second, day: third })
    : toDay({ day: first, month: second, year: third })
}

const isGiven = ({ goal, measure }: { goal: string; measure: string }) => goal.trim() !== '' || measure.trim() !== ''

export const errorsOf = (draft: AssessmentDraft): FieldErrors => {
  const goals = draft.safetyGoals.filter(isGiven)
  return {
    ...(draft.trigger.trim() === '' && { trigger: 'Say what led to the assessment' }),
    ...Object.fromEntries(
      SIDES.filter(({ side }) => draft[side].rating === undefined).map(({ side, title }) => [
        `${side}-rating`,
        `${title}: choose how it stands`,
      ]),
    ),
    ...Object.fromEntries(
      SIDES.filter(({ side }) => draft[side].strengths.trim() === '' && draft[side].needs.trim() === '').map(
        ({ side, title }) => [`${side}-strengths`, `${title}: say what is strong here, or what is missing`],
      ),
    ),
    ...(draft.contextWeight === undefined && { contextWeight: 'Choose how much the place weighs' }),
    ...(linesOf(draft.observationDates).some((line) => !typedDay(line)) && {
      observationDates: 'Give each day on a line of its own, such as 30/06/2023',
    }),
    ...(linesOf(draft.assessors).length === 0 && { assessors: 'Name at least one agency' }),
    ...(goals.length === 0 && { 'goal-0': 'Give at least one safety goal' }),
    ...Object.fromEntries(
      draft.safetyGoals.flatMap((goal, i) => [
        ...(isGiven(goal) && goal.goal.trim() === ''
          ? [[`goal-${i}`, `Goal ${i + 1}: say what should become safer`]]
          : []),
        ...(isGiven(goal) && goal.measure.trim() === ''
          ? [[`measure-${i}`, `Goal ${i + 1}: say how anybody will know`]]
          : []),
      ]),
    ),
    ...(!toDay(draft.reviewOn) && { reviewOn: 'Give the day of the review' }),
  }
}

/** Of a draft without errors. @param version the one that was looked at; 0 where there is none */
export const toInput = (draft: AssessmentDraft, version: number): z.input<typeof AssessmentInput> => {
  const side = (name: SideName) => ({ ...draft[name], rating: Number(draft[name].rating) })
  return {
    trigger: draft.trigger,
    harmTypes: draft.harmTypes as AssessmentInput['harmTypes'],
    youngPeople: side('youngPeople'),
    guardianship: side('guardianship'),
    environment: side('environment'),
    contextWeight: draft.contextWeight as AssessmentInput['contextWeight'],
    contextWords: draft.contextWords,
    youngPeoplesVoice: draft.youngPeoplesVoice,
    communityViews: draft.communityViews,
    observationDates: linesOf(draft.observationDates).map((line) => typedDay(line)!),
    assessors: linesOf(draft.assessors),
    safetyGoals: draft.safetyGoals.filter(isGiven),
    reviewOn: toDay(draft.reviewOn)!,
    version,
  }
}

/** The field that each pointer of a refusal is about. */
export const FIELD_OF: Record<string, string> = {
  '/trigger': 'trigger',
  '/contextWords': 'contextWords',
  '/youngPeoplesVoice': 'youngPeoplesVoice',
  '/communityViews': 'communityViews',
  '/reviewOn': 'reviewOn',
  '/assessors': 'assessors',
  '/observationDates': 'observationDates',
  ...Object.fromEntries(
    SIDES.flatMap(({ side }) =>
      ['strengths', 'needs', 'rating'].map((part) => [`/${side}/${part}`, `${side}-${part}`]),
    ),
  ),
  ...Object.fromEntries(
    [0, 1, 2, 3, 4].flatMap((i) => [
      [`/safetyGoals/${i}/goal`, `goal-${i}`],
      [`/safetyGoals/${i}/measure`, `measure-${i}`],
    ]),
  ),
}
