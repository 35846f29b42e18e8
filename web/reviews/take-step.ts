import type { ReviewDetail } from '../../server/reviews/schema.ts'
import { ask } from '../state/api.ts'

export type OfferedStep = ReviewDetail['steps'][number]

/** With another place, so they have addresses of their own. */
export const MERGE: OfferedStep = { step: 'merge', says: 'Merge into another place', needsWhy: true }
export const SPLIT: OfferedStep = { step: 'split', says: 'Split', needsWhy: true }

export interface StepGiven {
  why?: string | undefined
  /** The other place of a merge or a split. */
  other?: string | undefined
  meetingId?: string | undefined
  checkedWords?: string[] | undefined
}

/** Everything that the reader can do with a place now. */
export const stepsOf = (review: Pick<ReviewDetail, 'steps' | 'canMerge' | 'canSplit'>): OfferedStep[] => [
  ...review.steps,
  ...withAnother(review),
]

/** The seldom ones, which need another place. */
export const withAnother = ({ canMerge, canSplit }: Pick<ReviewDetail, 'canMerge' | 'canSplit'>): OfferedStep[] => [
  ...(canMerge ? [MERGE] : []),
  ...(canSplit ? [SPLIT] : []),
]

/** Takes a step with a place as it was looked at. Rejects with an `ApiError`. */
export const takeStep = (
  { id, version }: Pick<ReviewDetail, 'id' | 'version'>,
  { step }: OfferedStep,
  { other, ...given }: StepGiven,
): Promise<ReviewDetail> => {
  const post = (path: string, body: object) =>
    ask<ReviewDetail>(`/api/reviews/${id}/${path}`, { method: 'POST', body: { version, ...given, ...body } })
  if (step === MERGE.step) return post('merge', { into: other })
  if (step === SPLIT.step) return post('split', { part: other })
  return post('steps', { step })
}

const DONE: Record<string, string> = {
  confirm: 'is confirmed',
  assess: 'is under assessment',
  plan: 'has an active plan',
  monitor: 'is monitored',
  close: 'is closed',
  dismiss: 'is dismissed',
  reopen: 'waits for a review again',
  reopen_confirmed: 'is confirmed again',
  merge: 'is merged',
  split: 'is split',
}

/** “Riverside is confirmed.” */
export const doneSentence = ({ step, says }: OfferedStep, name: string): string =>
  `${name} ${DONE[step] ?? `: ${says.toLowerCase()}`}.`
