import { execute, query, queryOne } from '../db.ts'
import type { ReviewRow } from './review-answer.ts'
import type { ReviewDetail, ReviewState } from './schema.ts'

interface ReviewFilter {
  /** Null: all of them. */
  id: string | null
  states: readonly ReviewState[] | null
  candidateMonths: number
  /** Whether the order may tell how places rank. */
  isTold: boolean
}

/** Who decided, and when. */
interface Decided {
  why: string | null
  personId: string
  personName: string
  at: Date
}

export const reviews = query<ReviewFilter, ReviewRow>('reviews/reviews')
export const latestMonth = queryOne<object, { month: string }>('reviews/latest-month')
export const linksOf = query<{ id: string }, ReviewDetail['links'][number]>('reviews/links')
export const includedIn = query<{ id: string }, ReviewDetail['includes'][number]>('reviews/includes')
export const historyOf = query<{ id: string }, NonNullable<ReviewDetail['history']>[number]>('reviews/history')

export const lockReviews = query<{ ids: string[] }, { id: string }>('reviews/lock')
/** Gives 0 where it is of another version by now. */
export const changeState = execute<{
  id: string
  version: number
  to: ReviewState
  at: Date
  mergedInto: string | null
}>('reviews/change-state')
export const addLink = execute<{ fromId: string; toId: string; kind: 'merge' | 'split' } & Decided & { why: string }>(
  'reviews/add-link',
)
export const addDecision = execute<{ hotspotId: string; meetingId: string; step: string } & Decided>(
  'reviews/add-decision',
)
