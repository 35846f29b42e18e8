import type { Lifecycle } from '../lifecycle.ts'
import type { PlanState } from './schema.ts'

export type PlanStep =
  | 'propose'
  | 'agree'
  | 'start'
  | 'review'
  | 'extend'
  | 'close_effective'
  | 'close_no_effect'
  | 'close_insufficient_data'
  | 'withdraw'

/** A disruption plan (domain.md 7.1): the meeting's chair agrees it; closing has guards of its own (`keep-plan.ts`). */
export const PLANS: Lifecycle<PlanState, PlanStep> = {
  thing: 'plan',
  called: 'A plan',
  states: {
    draft: 'Draft',
    proposed: 'Proposed',
    agreed: 'Agreed',
    active: 'Active',
    under_review: 'Under review',
    closed_effective: 'Closed: fewer than expected',
    closed_no_effect: 'Closed: no effect seen',
    closed_insufficient_data: 'Closed: too few to tell',
    withdrawn: 'Withdrawn',
  },
  initial: 'draft',
  steps: {
    propose: { from: ['draft'], to: 'proposed', says: 'Propose to the group' },
    agree: { from: ['proposed'], to: 'agreed', says: 'Agree', by: 'approve' },
    start: { from: ['agreed'], to: 'active', says: 'Start' },
    review: { from: ['active'], to: 'under_review', says: 'Begin the review' },
    extend: { from: ['under_review'], to: 'active', says: 'Extend', needsWhy: true },
    close_effective: { from: ['under_review'], to: 'closed_effective', says: 'Close: fewer than expected' },
    close_no_effect: { from: ['under_review'], to: 'closed_no_effect', says: 'Close: no effect seen' },
    close_insufficient_data: { from: ['under_review'], to: 'closed_insufficient_data', says: 'Close: too few to tell' },
    withdraw: {
      from: ['draft', 'proposed', 'agreed', 'active', 'under_review'],
      to: 'withdrawn',
      says: 'Withdraw',
      needsWhy: true,
    },
  },
}

const OVER: readonly PlanState[] = ['closed_effective', 'closed_no_effect', 'closed_insufficient_data', 'withdrawn']

export const isOver = (state: PlanState): boolean => OVER.includes(state)

export const isClosing = (step: PlanStep): boolean => step.startsWith('close_')

export const isPlanStep = (name: string): name is PlanStep => Object.hasOwn(PLANS.steps, name)
