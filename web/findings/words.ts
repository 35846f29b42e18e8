import type { Change, Findings } from '../../server/findings/schema.ts'

/** The words of change and class as people read them: one place, so that list, table, panel and partners' page say the same. */

type TrendClass = Findings['trend']

export const CHANGE_WORDS_SHOWN: Record<Change['word'], string> = {
  worsening: 'Worsening',
  improving: 'Improving',
  'no clear change': 'No clear change',
  'too few to tell': 'Too few to tell',
}

export const TREND_WORDS: Record<TrendClass, string> = {
  new: 'New',
  emerging: 'Emerging',
  persistent: 'Persistent',
  diminishing: 'Diminishing',
  lapsed: 'Lapsed',
  'never hot': 'Never hot',
  intermittent: 'Intermittent',
}

/** What each class says, as it goes on after its word (methods.md 2). */
export const TREND_EXPLAINED: Record<TrendClass, string> = {
  new: 'three or more children in one of the last 2 months, and in no month before',
  emerging: 'three or more children in at least 3 of the last 4 months, and in none of the 8 before',
  persistent: 'three or more children in 9 or more of the 12 months',
  diminishing: 'three or more children in at least 3 of the first 8 months, and in none of the last 4',
  lapsed: 'three or more children in none of the 12 months, but in some month before',
  'never hot': 'in no month were there three or more children',
  intermittent: 'three or more children in some of the 12 months, without a pattern',
}

/** Whether a place is one however it is looked at. */
export const firmWords = (isFirm: boolean): string => (isFirm ? 'Firm' : 'Not firm')

/** The first words of whatever a visit is planned by. */
export const VICTIMS = 'Children found here are to be treated as victims.'
