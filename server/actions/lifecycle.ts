import type { Lifecycle } from '../lifecycle.ts'
import type { ActionState } from './schema.ts'

export type ActionStep = 'start' | 'complete' | 'verify' | 'reopen' | 'escalate' | 'cancel'

/** Nothing more is to be done. */
export const OVER: readonly ActionState[] = ['complete', 'verified', 'cancelled']

/** An action (domain.md 7.1). Overdue is no state: it follows from the day; nor is escalated: it says to whom. */
export const ACTION: Lifecycle<ActionState, ActionStep> = {
  thing: 'action',
  called: 'An action',
  states: {
    open: 'Open',
    in_progress: 'In progress',
    complete: 'Complete',
    verified: 'Verified',
    cancelled: 'Cancelled',
  },
  initial: 'open',
  steps: {
    start: { from: ['open'], to: 'in_progress', says: 'Start' },
    complete: { from: ['open', 'in_progress'], to: 'complete', says: 'Complete' },
    verify: { from: ['complete'], to: 'verified', says: 'Verify', by: 'create' },
    reopen: { from: ['complete', 'verified', 'cancelled'], to: 'open', says: 'Reopen', needsWhy: true, by: 'create' },
    escalate: { from: ['open', 'in_progress'], to: 'in_progress', says: 'Escalate', needsWhy: true },
    cancel: { from: ['open', 'in_progress'], to: 'cancelled', says: 'Cancel', needsWhy: true, by: 'create' },
  },
}

/** Whether a name is one of an action's steps. */
export const isActionStep = (name: string): name is ActionStep => Object.hasOwn(ACTION.steps, name)

/** Past its day while something is still to be done. @param today YYYY-MM-DD */
export const isOverdue = ({ state, dueOn }: { state: ActionState; dueOn: string }, today: string) =>
  !OVER.includes(state) && dueOn < today
