import type { Lifecycle } from '../lifecycle.ts'
import type { PlanState } from '../plans/schema.ts'
import type { ReviewState } from './schema.ts'

/** Somebody can still do something about it. */
export const LIVE: readonly ReviewState[] = ['candidate', 'confirmed', 'under_assessment', 'plan_active', 'monitoring']
/** What a person has confirmed and nobody has closed: it can be assessed and planned for. */
export const CONFIRMED: readonly ReviewState[] = ['confirmed', 'under_assessment', 'plan_active', 'monitoring']
const OVER: readonly ReviewState[] = ['dismissed', 'closed', 'lapsed']

export type ReviewStep =
  | 'confirm'
  | 'dismiss'
  | 'assess'
  | 'plan'
  | 'monitor'
  | 'close'
  | 'reopen'
  | 'reopen_confirmed'
  | 'merge'
  | 'part'
  | 'part_confirmed'
  | 'lapse'
  | 'return'

/** A hotspot under review (domain.md 7.1). The service makes it a candidate and lets it lapse; only a person confirms it. */
export const REVIEW: Lifecycle<ReviewState, ReviewStep> = {
  thing: 'review',
  called: 'A place',
  states: {
    candidate: 'To be reviewed',
    confirmed: 'Confirmed',
    under_assessment: 'Under assessment',
    plan_active: 'Plan active',
    monitoring: 'Monitoring',
    closed: 'Closed',
    dismissed: 'Dismissed',
    lapsed: 'Lapsed',
    merged: 'Merged',
  },
  initial: 'candidate',
  steps: {
    confirm: { from: ['candidate'], to: 'confirmed', says: 'Confirm', needsWhy: true },
    assess: {
      from: ['confirmed', 'plan_active', 'monitoring'],
      to: 'under_assessment',
      says: 'Start an assessment',
    },
    plan: {
      from: ['confirmed', 'under_assessment', 'monitoring'],
      to: 'plan_active',
      says: 'A plan is active',
    },
    monitor: {
      from: ['confirmed', 'under_assessment', 'plan_active'],
      to: 'monitoring',
      says: 'Monitor',
    },
    close: { from: ['confirmed', 'under_assessment', 'monitoring'], to: 'closed', says: 'Close', needsWhy: true },
    dismiss: { from: ['candidate', 'confirmed', 'under_assessment'], to: 'dismissed', says: 'Dismiss', needsWhy: true },
    reopen: { from: OVER, to: 'candidate', says: 'Reopen for review', needsWhy: true },
    reopen_confirmed: { from: OVER, to: 'confirmed', says: 'Reopen as confirmed', needsWhy: true },
    merge: { from: LIVE, to: 'merged', says: 'Merge into another place', needsWhy: true },
    part: { from: ['merged'], to: 'candidate', says: 'Part again, to be reviewed', needsWhy: true },
    part_confirmed: { from: ['merged'], to: 'confirmed', says: 'Part again, as confirmed', needsWhy: true },
    lapse: { from: ['candidate'], to: 'lapsed', says: 'Lapse', isOfService: true },
    return: { from: ['lapsed'], to: 'candidate', says: 'Shown again', isOfService: true },
  },
}

/** The steps that name another place, each with an address of its own. */
const WITH_ANOTHER: readonly ReviewStep[] = ['merge', 'part', 'part_confirmed']

/** Whether a step is taken by its name alone. */
export const isPlainStep = (name: string): name is ReviewStep =>
  Object.hasOwn(REVIEW.steps, name) &&
  !WITH_ANOTHER.includes(name as ReviewStep) &&
  !REVIEW.steps[name as ReviewStep].isOfService

/** A plan that is carried out. */
const CARRIED_OUT: readonly (PlanState | null)[] = ['active', 'under_review']

/** Whether a place's open plan, or that it has none, allows a step: a plan is begun before its place is called so, and ends before its place does. */
export const isAllowedByPlan = (step: ReviewStep, planState: PlanState | null): boolean => {
  if (step === 'plan') return CARRIED_OUT.includes(planState)
  return (step !== 'close' && step !== 'dismiss') || planState === null
}

/** How a place comes back that had been merged: confirmed, where it had been. @param before the state that it was merged from */
export const stepBack = (before: ReviewState): 'part' | 'part_confirmed' =>
  CONFIRMED.includes(before) ? 'part_confirmed' : 'part'
