import type { Reason } from '../../server/differences/schema.ts'
import type { Pack, PackBucket, PackCountContent, ToldCount } from '../../server/packs/schema.ts'
import { CHANGE_WORDS_SHOWN } from '../findings/words.ts'
import { countOf, numberWords } from '../hotspots/sentences.ts'
import { shortBand } from '../shared/bands.ts'

/** “57”, “fewer than 5”; “not said” where the others and the whole would give it away. */
export const toldWords = (told: ToldCount | null): string => {
  if (told === null) return 'not said'
  return typeof told === 'number' ? numberWords(told) : told
}

export const SMALL_EXPLAINED =
  'Numbers from 1 to 4 are given as “fewer than 5”, and a part that leaves so few of its whole as “all but fewer than 5”, so that no number points to one child. “Not said”: the other parts and the whole would give it away.'

/** Why something differs from the pack before, as a sentence names it. */
export const REASON_WORDS: Record<Reason, string> = {
  'new data': 'new data',
  'late data': 'late data',
  changed: 'changed',
  'left the twelve months': 'months no longer counted',
}

export const REASONS_EXPLAINED =
  'New data: reports of days that the pack before did not reach. Late data: reports of earlier days that came after that month was stored. Changed: reports that were placed, joined, corrected or grouped otherwise since, or another method. Months no longer counted: reports that have grown older than the twelve months.'

/** “rank 3 and 10–14 reports of 5–9 children”: what was told otherwise in the pack before. */
const otherwise = (before: NonNullable<PackCountContent['before']>, shown: PackCountContent['shown']): string => {
  const bands = `${shortBand(before.reportsBand)} reports of ${shortBand(before.childrenBand)} children`
  if (!shown) return `rank ${before.rank} with ${bands}`
  const change = shown.findings?.change ?? null
  return listOf([
    ...(before.rank === shown.rank ? [] : [`rank ${before.rank}`]),
    ...(before.reportsBand === shown.reportsBand && before.childrenBand === shown.childrenBand ? [] : [bands]),
    ...(before.change === change || before.change === null ? [] : [CHANGE_WORDS_SHOWN[before.change].toLowerCase()]),
  ])
}

/** How a place stands beside the pack before, in words; the reasons where it is told otherwise. */
export const comparedWords = ({ isNew, shown, before, reasons }: PackCountContent): string => {
  const because = reasons.length > 0 ? ` Because of ${listOf(reasons.map((reason) => REASON_WORDS[reason]))}.` : ''
  if (!before) return `${isNew ? 'New: shown for the first time.' : 'Not in the pack before.'}${because}`
  const was = otherwise(before, shown)
  return was === '' ? 'The same.' : `Was ${was}.${because}`
}

/** “a”, “a and b”, “a, b and c”. */
export const listOf = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`

export const BUCKET_WORDS: Record<PackBucket, string> = {
  in_timescales: 'In time (within 72 hours)',
  out_of_timescales: 'Late',
  incomplete: 'Incomplete',
  voided: 'Voided',
  not_recorded: 'Nothing recorded',
  not_returned: 'The child has not returned',
}

/** “16 places; 3 more are withheld”. */
export const placesLine = ({ places }: Pick<Pack['pack'], 'places'>): string => {
  const { shown, withheld } = places
  return `${countOf(shown, 'place')} of the partnership ${shown === 1 ? 'is' : 'are'} shown${withheld > 0 ? `; ${withheld} more ${withheld === 1 ? 'is' : 'are'} withheld` : ''}.`
}
