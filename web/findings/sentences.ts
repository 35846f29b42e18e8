import type { Change, Findings, RunFindings } from '../../server/findings/schema.ts'
import { dayWords } from '../dates.ts'
import { addDays } from '../hotspots/filters.ts'
import { childrenWords, countOf, numberWords } from '../hotspots/sentences.ts'
import { monthWords } from '../shared/bands.ts'
import { CHANGE_WORDS_SHOWN, TREND_EXPLAINED, TREND_WORDS } from './words.ts'

/** What can be said of a place's change and class, with the numbers that it rests on. */

/** Under these no change could be told from chance (methods.md 2). */
const CHILDREN_NEEDED = 6
const CHILD_WEEKS_NEEDED = 10
const SURE_ENOUGH = 0.05
const CHILDREN_OF_A_HOT_MONTH = 3

export const CHILD_WEEK_EXPLAINED =
  'A child counts once a week here, however often they were reported: that is a child-week.'

/** @param places how many were looked at together: the more there are, the rarer a difference has to be */
export const changeSentence = (
  change: Change,
  { windows, places }: { windows: RunFindings['windows']; places: number },
): string => {
  const said = `${CHANGE_WORDS_SHOWN[change.word]}: ${comparison(change, windows)}`
  if (change.word === 'too few to tell')
    return `${said} That is ${childrenWords(change.children)} and ${childWeeks(change.before + change.after)} in all; at least ${CHILDREN_NEEDED} children and ${CHILD_WEEKS_NEEDED} child-weeks are needed.`
  if (change.word === 'no clear change') return joined(said, doubt(change, places))
  return joined(
    said,
    sizeSentence(change),
    'Of places that are called worsening or improving in this way, chance alone explains about 1 in 20 at most.',
    change.word === 'worsening'
      ? 'More may also mean that more was asked or written down.'
      : 'It says that fewer children were reported, not why.',
  )
}

const joined = (...sentences: string[]) => sentences.filter(Boolean).join(' ')

const childWeeks = (count: number) => countOf(count, 'child-week')

const comparison = ({ before, after, yearEarlier }: Change, windows: RunFindings['windows']): string => {
  const lastDay = dayWords(addDays(windows.after.to, -1))
  const earlier =
    yearEarlier === null
      ? '; nothing is kept from a year earlier'
      : `, ${noneOr(yearEarlier)} in the same days a year earlier`
  return `${after === 0 ? 'no child-week' : childWeeks(after)} in the 90 days to ${lastDay}, ${noneOr(before)} in the 90 days before${earlier}.`
}

const noneOr = (count: number) => (count === 0 ? 'none' : numberWords(count))

/** Why it is not called a change: how much would fit, or that one of so many places is bound to look like it. */
const doubt = ({ p, adjustedP, low, high }: Change, places: number): string => {
  if (p <= SURE_ENOUGH && adjustedP > SURE_ENOUGH && places > 1)
    return `Looked at alone, chance would bring such a difference no more than 1 time in 20. But ${numberWords(places)} places are looked at together, and one of them shows as much often enough, so it is not called a change.`
  if (low === null || low > 1 || (high !== null && high < 1)) return ''
  const range =
    high === null
      ? `${times(low)} times as many and anything above`
      : `anything from ${times(low)} to ${times(high)} times as many`
  return `From so few children, ${range} would be nothing unusual.`
}

const sizeSentence = ({ rateRatio, low, high }: Change): string => {
  if (rateRatio === null) return ''
  const range =
    low === null ? '' : `; ${high === null ? `${times(low)} or more` : `${times(low)} to ${times(high)}`} would fit`
  return `About ${times(rateRatio)} times as many as before${range}.`
}

/** One decimal, none where it says nothing: 3 times, 1.3 times. */
const times = (ratio: number) => numberWords(Math.round(ratio * 10) / 10)

/** “0.450”; what is smaller than can be printed is said to be. */
export const chanceWords = (p: number): string => (p < 0.001 ? 'less than 0.001' : p.toFixed(3))

export const classSentence = ({ trend, months }: Pick<Findings, 'trend' | 'months'>): string => {
  const hot = months.filter(({ children }) => children >= CHILDREN_OF_A_HOT_MONTH).length
  return joined(
    `${TREND_WORDS[trend]}: ${TREND_EXPLAINED[trend]}.`,
    hot > 0 ? `Here that is so in ${hot} of the ${months.length}.` : '',
    SAYS_FEWER.has(trend) ? notComplete(months) : '',
  )
}

/** The classes that a late interview could still undo. */
const SAYS_FEWER = new Set<Findings['trend']>(['diminishing', 'lapsed', 'never hot'])

/** “May 2023 and June 2023 are not complete yet and can still grow.” */
export const notComplete = (months: readonly Pick<Findings['months'][number], 'month' | 'isComplete'>[]): string => {
  const names = months.filter(({ isComplete }) => !isComplete).map(({ month }) => monthWords(month))
  if (names.length === 0) return ''
  return `${listed(names)} ${names.length === 1 ? 'is' : 'are'} not complete yet and can still grow.`
}

/** “a”, “a and b”, “a, b and c”. */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
