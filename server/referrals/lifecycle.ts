import type { Action, Scope } from '../access/matrix.ts'
import type { Lifecycle } from '../lifecycle.ts'
import type { ReferralState } from './schema.ts'

export type ReferralStep =
  'submit' | 'accept' | 'decline' | 'ask' | 'answer' | 'schedule' | 'start' | 'complete' | 'review' | 'cancel'

/** What nobody has turned down, finished or taken back. */
export const OPEN: readonly ReferralState[] = [
  'draft',
  'submitted',
  'more_info',
  'accepted',
  'scheduled',
  'in_delivery',
]

/** A referral of a place (domain.md 7.1). Who asks takes the steps of `create`, who is asked those of `update`: see `sideOf`. */
export const REFERRAL: Lifecycle<ReferralState, ReferralStep> = {
  thing: 'referral',
  called: 'A referral',
  states: {
    draft: 'Draft',
    submitted: 'Sent, to be answered',
    accepted: 'Accepted',
    declined: 'Declined',
    more_info: 'More information',
    scheduled: 'Scheduled',
    in_delivery: 'In delivery',
    completed: 'Completed',
    outcome_reviewed: 'Outcome reviewed',
    cancelled: 'Cancelled',
  },
  initial: 'draft',
  steps: {
    submit: { from: ['draft'], to: 'submitted', says: 'Send it', by: 'create' },
    accept: { from: ['submitted'], to: 'accepted', says: 'Accept' },
    ask: { from: ['submitted'], to: 'more_info', says: 'Ask for more information', needsWhy: true },
    answer: { from: ['more_info'], to: 'submitted', says: 'Answer', needsWhy: true, by: 'create' },
    decline: { from: ['submitted'], to: 'declined', says: 'Decline', needsWhy: true },
    schedule: { from: ['accepted'], to: 'scheduled', says: 'Schedule' },
    start: { from: ['scheduled'], to: 'in_delivery', says: 'Begin delivery' },
    complete: { from: ['in_delivery'], to: 'completed', says: 'Complete', needsWhy: true },
    review: { from: ['completed'], to: 'outcome_reviewed', says: 'Review the outcome', needsWhy: true, by: 'create' },
    cancel: { from: OPEN, to: 'cancelled', says: 'Cancel', needsWhy: true, by: 'create' },
  },
}

export const isReferralStep = (name: string): name is ReferralStep => Object.hasOwn(REFERRAL.steps, name)

/** The states in which whoever refers may change what is asked for. */
export const isChangeable = (state: ReferralState): boolean => state === 'draft' || state === 'more_info'

/** The states in which the provider may plan sessions; in the last two of them sessions are recorded. */
export const isPlannable = (state: ReferralState): boolean => state === 'accepted' || isRunning(state)
export const isRunning = (state: ReferralState): boolean => state === 'scheduled' || state === 'in_delivery'

/** Who may take the steps of which side: a grant to update that reaches what was referred is the provider's, and nobody else's. */
export const sideOf =
  ({ scope, may }: { scope: Scope; may: (action: Action) => boolean }) =>
  (action: Action): boolean =>
    action === 'update' ? scope === 'referred' : may(action)
