import type { PlanAnalysis, PlanChange, PlanDetail } from '../../server/plans/schema.ts'
import type { FieldErrors } from '../form/errors.tsx'
import { QUESTIONS } from './words.ts'

/** A plan as it is typed. Days are YYYY-MM-DD or empty, the buffer is text. */
export type PlanDraft = Omit<PlanChange, 'version' | 'checkedWords' | 'bufferMetres' | 'analysis'> &
  PlanAnalysis & { bufferMetres: string }

export const toDraft = (plan: PlanDetail): PlanDraft => ({
  objective: plan.objective,
  response: plan.response,
  safetyGoals: plan.safetyGoals,
  leadAgency: plan.leadAgency,
  leadRole: plan.leadRole,
  ownerId: plan.owner.id,
  reviewOn: plan.reviewOn,
  baselineFrom: plan.baselineFrom ?? '',
  startsOn: plan.startsOn,
  evaluationFrom: plan.evaluationFrom,
  evaluationTo: plan.evaluationTo,
  bufferMetres: String(plan.bufferMetres ?? ''),
  comparatorPlaceIds: (plan.comparators ?? []).map(({ placeId }) => placeId),
  togetherPlaceIds: (plan.together ?? []).map(({ placeId }) => placeId),
  ...(Object.fromEntries(QUESTIONS.map(({ name }) => [name, plan.analysis?.[name] ?? ''])) as PlanAnalysis),
})

export const toChange = (draft: PlanDraft, version: number): PlanChange => {
  const analysis = Object.fromEntries(QUESTIONS.map(({ name }) => [name, draft[name]])) as PlanAnalysis
  return {
    objective: draft.objective,
    response: draft.response,
    safetyGoals: draft.safetyGoals.filter(({ goal, measure }) => goal.trim() !== '' || measure.trim() !== ''),
    leadAgency: draft.leadAgency,
    leadRole: draft.leadRole,
    ownerId: draft.ownerId,
    reviewOn: draft.reviewOn,
    baselineFrom: draft.baselineFrom,
    startsOn: draft.startsOn,
    evaluationFrom: draft.evaluationFrom,
    evaluationTo: draft.evaluationTo,
    bufferMetres: Number(draft.bufferMetres),
    comparatorPlaceIds: draft.comparatorPlaceIds,
    togetherPlaceIds: draft.togetherPlaceIds,
    analysis,
    version,
  }
}

const NEEDED = {
  objective: 'Say what is to be different, for whom and by when',
  leadAgency: 'Name the agency that leads',
  leadRole: 'Name the role that leads',
  ownerId: 'Choose who sees to the plan',
  reviewOn: 'Choose when it is looked at again',
  baselineFrom: 'Choose the first day before the plan',
  startsOn: 'Choose the day it starts',
  evaluationFrom: 'Choose the first day it is judged by',
  evaluationTo: 'Choose the day after the last that it is judged by',
} satisfies Partial<Record<keyof PlanDraft, string>>

/** What can be told before it is sent; the rest the service says. */
export const draftErrors = (draft: PlanDraft): FieldErrors => ({
  ...Object.fromEntries(
    Object.entries(NEEDED).flatMap(([name, detail]) =>
      draft[name as keyof typeof NEEDED].trim() === '' ? [[`plan-${name}`, detail]] : [],
    ),
  ),
  ...(!/^\d{1,4}$/.test(draft.bufferMetres.trim()) && { 'plan-bufferMetres': 'Give whole metres, such as 300' }),
  ...Object.fromEntries(
    draft.safetyGoals.flatMap(({ goal, measure }, i) => {
      if (goal.trim() === '' && measure.trim() !== '') return [[`plan-goal-${i}`, 'Say what should become safer']]
      return goal.trim() !== '' && measure.trim() === ''
        ? [[`plan-goal-measure-${i}`, 'Say how anybody will know']]
        : []
    }),
  ),
})

/** The field's id for each pointer of the service. */
export const FIELD_OF: Record<string, string> = {
  ...Object.fromEntries(
    [...Object.keys(NEEDED), 'response', 'bufferMetres'].map((name) => [`/${name}`, `plan-${name}`]),
  ),
  ...Object.fromEntries(QUESTIONS.map(({ name }) => [`/analysis/${name}`, `plan-${name}`])),
  ...Object.fromEntries(
    [0, 1, 2, 3, 4].flatMap((i) => [
      [`/safetyGoals/${i}/goal`, `plan-goal-${i}`],
      [`/safetyGoals/${i}/measure`, `plan-goal-measure-${i}`],
    ]),
  ),
  ...Object.fromEntries(
    [0, 1, 2, 3, 4, 5].flatMap((i) => [
      [`/comparatorPlaceIds/${i}`, 'plan-comparators'],
      [`/togetherPlaceIds/${i}`, 'plan-together'],
    ]),
  ),
  '/comparatorPlaceIds': 'plan-comparators',
  '/togetherPlaceIds': 'plan-together',
}

/** What each part of a draft is called, where two versions of it are laid side by side. */
export const PART_WORDS: Partial<Record<keyof PlanDraft, string>> = {
  objective: 'Objective',
  response: 'What is done',
  safetyGoals: 'Safety goals',
  leadAgency: 'Lead agency',
  leadRole: 'Lead role',
  ownerId: 'Owner',
  reviewOn: 'Review date',
  baselineFrom: 'First day before the plan',
  startsOn: 'Start',
  evaluationFrom: 'First day it is judged by',
  evaluationTo: 'End of the days it is judged by',
  bufferMetres: 'Buffer in metres',
  comparatorPlaceIds: 'Places it is compared with',
  togetherPlaceIds: 'Places judged together with it',
  ...Object.fromEntries(QUESTIONS.map(({ name, label }) => [name, label])),
}

/** The parts in which two drafts differ. */
export const differences = (mine: PlanDraft, theirs: PlanDraft): (keyof PlanDraft)[] =>
  (Object.keys(PART_WORDS) as (keyof PlanDraft)[]).filter(
    (part) => JSON.stringify(mine[part]) !== JSON.stringify(theirs[part]),
  )
