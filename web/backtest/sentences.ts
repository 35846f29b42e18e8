import { countOf, numberWords } from '../hotspots/sentences.ts'
import {
  aheadOf,
  chanceOf,
  groundOver,
  isMuchLess,
  isMuchMore,
  reportsIn,
  RIVALS,
  standingAgainst,
  totalOf,
  type ForetoldMonth,
  type Way,
} from './compare.ts'

/** What the twelve months bear, in sentences: never a win that they do not. */

export const WAY_WORDS: Record<Way, string> = {
  shown: 'The map’s places',
  lastMonth: 'Last month’s places',
  twelveMonths: 'Twelve-month totals',
}

export const WAY_EXPLAINED: Record<Way, string> = {
  shown: 'the hotspots that the map would have shown when the month began',
  lastMonth: 'as many places, those with most reports for their size in the month before',
  twelveMonths: 'as many places, those with most reports for their size in the twelve months before',
}

/** The answer, in a few words. */
export const verdict = (months: readonly ForetoldMonth[]): string => {
  const standings = RIVALS.map((rival) => standingAgainst(months, rival))
  if (standings.every((standing) => standing === 'ahead'))
    return RIVALS.some((rival) => isMuchMore(groundOver(months, rival)))
      ? 'The map met more than two simple lists, but looked at more ground.'
      : 'The map met more than two simple lists.'
  if (standings.every((standing) => standing === 'behind')) return 'Two simple lists met more than the map.'
  if (standings.includes('behind')) return 'The map was no better than simple lists: one of them met more.'
  if (standings.includes('ahead')) return 'The map met more than one simple list, but not clearly more than the other.'
  return 'The map did not do clearly better than two simple lists.'
}

/** “Over the twelve months the map’s places met 344 of 414 reports (83 %) on 1.2 % of the area; …” */
export const metSentence = (months: readonly ForetoldMonth[]): string => {
  const reports = reportsIn(months)
  if (reports === 0) return 'In these twelve months there was no report to meet.'
  const [map, last, twelve] = (['shown', 'lastMonth', 'twelveMonths'] as const).map((way) => totalOf(months, way))
  const share = (hits: number) => `(${percent(hits / reports)})`
  return `Over the twelve months the map’s places met ${numberWords(map!.hits)} of ${countOf(reports, 'report')} ${share(map!.hits)} on ${percent(map!.areaShare)} of the area; last month’s places ${numberWords(last!.hits)} ${share(last!.hits)} on ${percent(last!.areaShare)}; the twelve-month totals ${numberWords(twelve!.hits)} ${share(twelve!.hits)} on ${percent(twelve!.areaShare)}.`
}

/** Meeting more by looking at more says little: who looked at how much. */
export const groundSentence = (months: readonly ForetoldMonth[]): string => {
  const grounds = RIVALS.map((rival) => ({ rival, ground: groundOver(months, rival) }))
  const larger = grounds.filter(({ ground }) => ground !== null && isMuchMore(ground))
  const smaller = grounds.filter(({ ground }) => isMuchLess(ground))
  if (larger.length > 0)
    return `The map’s places are larger: ${larger.map(({ rival, ground }) => `${ground!.toFixed(1)} times the ground of ${OF_RIVAL[rival]}`).join(' and ')}. To meet more on more ground is not yet to choose better.`
  if (smaller.length > 0)
    return `The map’s places are smaller: less than two thirds of the ground of ${smaller.map(({ rival }) => OF_RIVAL[rival]).join(' and ')}.`
  return 'All three looked at about as much ground.'
}

const OF_RIVAL: Record<(typeof RIVALS)[number], string> = {
  lastMonth: 'last month’s places',
  twelveMonths: 'the twelve-month totals',
}

/** In how many months the map was ahead of a rival, and how often two equally good ways would be as far apart. */
export const aheadSentence = (months: readonly ForetoldMonth[], rival: (typeof RIVALS)[number]): string => {
  const found = aheadOf(months, rival)
  const equal = found.equal > 0 ? `, as many in ${found.equal}` : ''
  const chance = chanceOf(found)
  return `The map met more than ${OF_RIVAL[rival]} in ${found.ahead} of ${months.length} months, fewer in ${found.behind}${equal}. ${chance > 0.05 ? chanceSentence(chance) : 'Two equally good ways would be as far apart less than 1 time in 20.'}`
}

const chanceSentence = (chance: number) =>
  chance >= 0.5
    ? 'Two equally good ways would be as far apart more often than not.'
    : `Two equally good ways would be as far apart about 1 time in ${Math.round(1 / chance)}.`

/** “83 %”, one decimal where it is small: “1.2 %”. */
export const percent = (share: number): string => {
  const value = share * 100
  return `${value < 10 && value > 0 ? value.toFixed(1) : Math.round(value)} %`
}
