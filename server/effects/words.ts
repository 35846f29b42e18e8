import type { Judgement } from './judge.ts'
import type { EffectReason } from './schema.ts'

/** Why it cannot be told, for whoever may see the words alone: nothing in them is a count. */
const BECAUSE: Record<EffectReason, string> = {
  no_comparator: 'It cannot be told: no places were chosen to compare this one with.',
  not_over: 'It cannot be told yet: the days that the plan is judged by are not over.',
  cannot_separate:
    'It cannot be told for this place alone: a place with a plan of the same time lies within 300 metres, and the two are not judged together.',
  comparator_treated:
    'It cannot be told: a place that this one is compared with had a plan of its own in the same time.',
  not_kept: 'It cannot be told: no reports are kept from the first part of the days before the plan.',
  too_few: 'It cannot be told: too few reports of children were made here, before and after, to compare.',
  late_reports:
    'It cannot be told yet: reports of the last weeks are still coming in, and a fall may only be what is missing.',
  no_power:
    'It cannot be told: so few reports of children are made here that even their stopping altogether might not have shown.',
  chance: 'It cannot be told: the difference is no larger than chance alone would give.',
}

/** The answer in a sentence: what was seen here, beyond what was seen at the places it is compared with. */
export const sentenceOf = ({ word, reason }: Pick<Judgement, 'word' | 'reason'>): string => {
  if (reason !== null) return BECAUSE[reason]
  return word === 'fewer'
    ? 'Fewer reports of children than expected were made here after the plan began, beside places that are like it.'
    : 'More reports of children than expected were made here after the plan began, beside places that are like it.'
}

/** Up to which share of a fall each is said. */
const FALLS: [number, string][] = [
  [0.3, 'about a quarter'],
  [0.42, 'about a third'],
  [0.58, 'about half'],
  [0.71, 'about two thirds'],
  [0.85, 'about three quarters'],
]

/** How small a fall this comparison would have found, in words. */
export const smallestInWords = ({ smallest, word }: Pick<Judgement, 'smallest' | 'word'>): string | null => {
  if (smallest === null) return null
  if (smallest.after === null)
    return word === 'cannot_tell'
      ? 'This comparison would not have found, four times in five, even a fall to nothing.'
      : 'So small a comparison finds even a fall to nothing less often than four times in five.'
  const fall = 1 - smallest.after / smallest.expected
  const words = FALLS.find(([most]) => fall <= most)?.[1] ?? 'nearly all'
  return `The smallest fall that this comparison would have found, four times in five: ${words} of the reports.`
}

const REGRESSION =
  'Places get plans after bad spells, and a bad spell is often followed by a quieter one whatever is done.'
const REPORTS_ONLY =
  'Reports say where children were known to be, not where they were. Being looked for in other ways changes reports too.'
const MOVED =
  'Moved, not solved: the place went quiet, and the children who were reported here before go missing no less. Ask where they are now.'
const ENFORCEMENT =
  'Enforcement only: visits made searches or took other enforcement, and nobody was spoken to or made safe. A plan for children’s welfare needs both looked at.'

/** What goes with every such answer, the warnings of this one first. */
export const cautionsOf = ({
  isMoved,
  isEnforcementOnly,
}: Pick<Judgement, 'isMoved' | 'isEnforcementOnly'>): string[] => [
  ...(isMoved ? [MOVED] : []),
  ...(isEnforcementOnly ? [ENFORCEMENT] : []),
  REGRESSION,
  REPORTS_ONLY,
]
