import type { Lifecycle } from '../lifecycle.ts'
import type { PatrolState } from './schema.ts'

export type PatrolStep = 'triage' | 'reject' | 'task' | 'start' | 'expire' | 'complete' | 'debrief'

/** A patrol task: asked for by the meeting, given out by a planner, visited, and over when its days are (domain.md 7.1). */
export const PATROLS: Lifecycle<PatrolState, PatrolStep> = {
  thing: 'patrol',
  called: 'A patrol task',
  states: {
    requested: 'Requested',
    triaged: 'Taken up',
    tasked: 'Given out',
    rejected: 'Rejected',
    active: 'Being visited',
    expired: 'Expired',
    completed: 'Completed',
    debriefed: 'Debriefed',
  },
  initial: 'requested',
  steps: {
    triage: { from: ['requested'], to: 'triaged', says: 'Take it up' },
    reject: { from: ['requested', 'triaged'], to: 'rejected', says: 'Reject it', needsWhy: true },
    task: { from: ['triaged'], to: 'tasked', says: 'Give it out', by: 'approve' },
    /** Taken with the first visit. */
    start: { from: ['tasked'], to: 'active', says: 'Begin', isOfService: true },
    /** Taken by the database once the last day is over (`expire_patrols`). */
    expire: { from: ['tasked', 'active'], to: 'expired', says: 'Let it expire', isOfService: true },
    complete: { from: ['tasked', 'active'], to: 'completed', says: 'Complete it' },
    debrief: { from: ['completed', 'expired'], to: 'debriefed', says: 'Debrief it', needsWhy: true },
  },
}

/** The states in which visits can be logged. */
export const isRunning = (state: PatrolState): boolean => state === 'tasked' || state === 'active'

/** The states in which a planner may say when and how. */
export const isPlannable = (state: PatrolState): boolean => state === 'triaged' || isRunning(state)
