import { varianceInflation, weightedDisplacementDifference } from '../statistics/displacement.ts'
import type { Counted } from './count-child-weeks.ts'
import type { Doses, EffectExact, EffectReason, EffectWord } from './schema.ts'
import { smallestChange } from './smallest-change.ts'

/** What stands beside the counts. */
export interface Circumstances {
  /** How many places are judged together, and how many they are compared with. */
  treatedPlaces: number
  comparators: number
  /** The evaluation's last day has passed; reports of all its days should have come in; they are kept from the baseline's first days on. */
  isOver: boolean
  isComplete: boolean
  isKept: boolean
  /** A place of another plan of the same time lies too near; a comparator had a plan. */
  isNearAnother: boolean
  isComparatorTreated: boolean
  /** Missing episodes, before and after, of the children counted at the treated place before. */
  episodes: readonly [number, number]
  doses: Doses
}

export interface Judgement extends Pick<EffectExact, 'divisors' | 'inflation' | 'difference' | 'smallest'> {
  word: EffectWord
  reason: EffectReason | null
  isMoved: boolean
  isEnforcementOnly: boolean
}

/** Fewer child-weeks in both windows together, or fewer children, are compared with nothing. */
const FEWEST_CHILD_WEEKS = 10
const FEWEST_CHILDREN = 3

/**
 * What the counts allow to be said of a plan (methods.md 4): the weighted displacement difference on child-weeks, the comparators'
 * counts as means, the counts before scaled to the evaluation's length, the variance inflated by how unevenly the children share in
 * them. “Fewer” and “more” only where the 95 % interval leaves 0 out and nothing else stands in the way.
 */
export const judge = (counted: Counted, given: Circumstances): Judgement => {
  const { weeks, counts, perChild } = counted
  const lengthRatio = weeks.before / weeks.after
  const controlDivisor = given.comparators === 0 ? 1 : given.comparators / given.treatedPlaces
  const inflation = varianceInflation(perChild)
  const divisors = { before: lengthRatio, control: controlDivisor }
  const isCompared = given.comparators > 0
  const difference = isCompared ? differenceOf(counts, divisors, inflation) : null
  const smallest = isCompared
    ? smallestChange({
        before: {
          treated: counts.treated[0],
          control: counts.control[0],
          buffer: counts.buffer[0],
          bufferControl: counts.bufferControl[0],
        },
        lengthRatio,
        controlDivisor,
        inflation,
      })
    : null
  const found = wordOf(difference)
  const reason = reasonOf(found, counted, given, smallest)
  const word = reason === null ? found : 'cannot_tell'
  return {
    word,
    reason,
    divisors,
    inflation,
    difference,
    smallest,
    isMoved: isMoved(counted, given, lengthRatio, word),
    isEnforcementOnly: isEnforcementOnly(given.doses),
  }
}

const differenceOf = (
  { treated, control, buffer, bufferControl }: Counted['counts'],
  divisors: EffectExact['divisors'],
  inflation: number,
) => {
  const one = [divisors.before, 1] as const
  const many = [divisors.before * divisors.control, divisors.control] as const
  return weightedDisplacementDifference({
    treated,
    control,
    buffer,
    bufferControl,
    inflation,
    divisors: { treated: one, control: many, buffer: one, bufferControl: many },
  })
}

const wordOf = (difference: Judgement['difference']): EffectWord => {
  if (difference && difference.high < 0) return 'fewer'
  return difference && difference.low > 0 ? 'more' : 'cannot_tell'
}

const reasonOf = (
  found: EffectWord,
  { counts, children }: Counted,
  given: Circumstances,
  smallest: Judgement['smallest'],
): EffectReason | null => {
  if (given.comparators === 0) return 'no_comparator'
  if (!given.isOver) return 'not_over'
  if (given.isNearAnother) return 'cannot_separate'
  if (given.isComparatorTreated) return 'comparator_treated'
  if (!given.isKept) return 'not_kept'
  if (counts.treated[0] + counts.treated[1] < FEWEST_CHILD_WEEKS || children.all < FEWEST_CHILDREN) return 'too_few'
  // Reports that are still to come can only take a fall away.
  if (found === 'fewer' && !given.isComplete) return 'late_reports'
  if (found !== 'cannot_tell') return null
  return smallest?.after === null ? 'no_power' : 'chance'
}

/** The place is quiet, at half of what it was or found so, and the children who were reported there go missing no less than before. */
const isMoved = ({ counts }: Counted, { episodes }: Circumstances, lengthRatio: number, word: EffectWord) => {
  const [before, after] = counts.treated
  const isQuiet = word === 'fewer' || (before >= FEWEST_CHILD_WEEKS && after <= before / lengthRatio / 2)
  return isQuiet && episodes[0] >= FEWEST_CHILD_WEEKS && episodes[1] >= episodes[0] / lengthRatio
}

/** Visits that enforced, while nobody was spoken to or made safe and no youth worker met anybody. */
const isEnforcementOnly = ({ patrols, outreach }: Doses) =>
  patrols !== null && patrols.enforcement > 0 && patrols.welfareContacts + (outreach?.contacts ?? 0) === 0
