import type { Lifecycle } from '../lifecycle.ts'
import type { MeasureState } from './schema.ts'

export type MeasureStep = 'authorise' | 'refuse' | 'start' | 'complete' | 'expire'

/** A measure of a plan (domain.md 7): authorised by the rank that the law names, which is noted here and decided elsewhere. */
export const MEASURES: Lifecycle<MeasureState, MeasureStep> = {
  thing: 'measure',
  called: 'A measure',
  states: {
    proposed: 'Proposed',
    authorised: 'Authorised',
    active: 'Active',
    completed: 'Completed',
    refused: 'Refused',
    expired: 'Expired',
  },
  initial: 'proposed',
  steps: {
    authorise: { from: ['proposed'], to: 'authorised', says: 'Note that it is authorised' },
    refuse: { from: ['proposed', 'authorised'], to: 'refused', says: 'Refuse', needsWhy: true },
    start: { from: ['authorised'], to: 'active', says: 'Start' },
    complete: { from: ['active', 'expired'], to: 'completed', says: 'Complete' },
    expire: { from: ['authorised', 'active'], to: 'expired', says: 'It ran out' },
  },
}

export const isMeasureStep = (name: string): name is MeasureStep => Object.hasOwn(MEASURES.steps, name)

/** What can still be changed: its outcome also after it ran out. */
export const isChangeable = (state: MeasureState): boolean => state !== 'completed' && state !== 'refused'
