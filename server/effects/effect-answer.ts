import type { Scope } from '../access/matrix.ts'
import { bandOf } from '../runs/bands.ts'
import { countedDays, type Counted, type Windows } from './count-child-weeks.ts'
import type { Judgement } from './judge.ts'
import type { Doses, Effect } from './schema.ts'
import { cautionsOf, sentenceOf, smallestInWords } from './words.ts'

type Words = Omit<Effect, 'id' | 'planId' | 'workedOutOn' | 'workedOutAt' | 'word' | 'reason' | 'sentence'>

/** An answer as the group's table keeps it. */
export interface ToldEffect extends Pick<Effect, 'workedOutOn' | 'workedOutAt' | 'word' | 'reason' | 'sentence'> {
  /** Null, as all the rest: nothing was worked out yet. */
  id: string | null
  told: Words | null
}

/** What the group is told of a judgement: words and bands, no count under three children and no child-weeks. */
export const toldOf = (judged: Judgement, counted: Counted, windows: Windows, doses: Doses) => {
  const days = countedDays(windows)
  const { word, reason, isMoved, isEnforcementOnly } = judged
  const told: Words = {
    smallest: smallestInWords(judged),
    isMoved,
    isEnforcementOnly,
    cautions: cautionsOf(judged),
    windows: {
      before: { ...days.before, weeks: counted.weeks.before },
      after: { ...days.after, weeks: counted.weeks.after },
    },
    childrenBands: { before: bandOf(counted.children.before), after: bandOf(counted.children.after) },
    doses,
  }
  return { word, reason, sentence: sentenceOf(judged), told }
}

/** The answer as its reader is told of it: bands and doses are for operational partners, whom a list or a referral reaches gets the words. */
export const toEffect = (planId: string, row: ToldEffect, scope: Scope): Effect | null => {
  const { id, told, workedOutOn, workedOutAt, word, reason, sentence } = row
  if (id === null || told === null) return null
  const isOperational = scope === 'all' || scope === 'areas'
  return {
    id,
    planId,
    workedOutOn,
    workedOutAt,
    word,
    reason,
    sentence,
    ...told,
    childrenBands: isOperational ? told.childrenBands : null,
    doses: isOperational ? told.doses : null,
  }
}
