import type { Hotspot, HotspotAnswer } from '../../server/hotspots/schema.ts'

/** What the numbers bear, in sentences. */

const format = new Intl.NumberFormat('en-GB')
export const numberWords = (count: number): string => format.format(count)

export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${numberWords(count)} ${count === 1 ? one : many}`
export const childrenWords = (count: number) => countOf(count, 'child', 'children')

export const headline = ({ hotspots }: { hotspots: readonly { reports: number }[] }): string => {
  const reports = hotspots.reduce((sum, hotspot) => sum + hotspot.reports, 0)
  return `${countOf(hotspots.length, 'place')}, ${countOf(reports, 'report')}`
}

type LeftOut = HotspotAnswer['leftOut']

/** Each count of `leftOut`: a few words for the line, a sentence for the details. */
export const LEFT_OUT: { name: keyof LeftOut; words: string; explained: string }[] = [
  {
    name: 'privateAddress',
    words: 'at private addresses',
    explained: 'Reports at somebody’s home. They are counted, but never drawn or named as a place.',
  },
  {
    name: 'outsideArea',
    words: 'outside the area',
    explained:
      'Reports beyond the boundary of the partnership. Where there are many, tell the neighbouring partnership.',
  },
  {
    name: 'unplaced',
    words: 'not placed',
    explained: 'Reports whose words nobody has found on the map yet. They wait under Data, Reports to place.',
  },
  {
    name: 'foundOnPatrol',
    words: 'found on patrol',
    explained:
      'Children met on a planned patrol. They are left out of the ranking: otherwise a place would rank higher because it is patrolled.',
  },
  {
    name: 'notCounted',
    words: 'at places with few reports',
    explained: 'Reports that lie alone, and places and clusters under the least number of reports.',
  },
]

/** “38 at private addresses, 61 outside the area, …”, without what is none; empty where all is counted. */
export const leftOutLine = (leftOut: LeftOut): string =>
  LEFT_OUT.filter(({ name }) => leftOut[name] > 0)
    .map(({ name, words }) => `${numberWords(leftOut[name])} ${words}`)
    .join(', ')

type Counts = Pick<Hotspot, 'reports' | 'found' | 'suspected' | 'disclosed' | 'sighted' | 'frequented'>

/** “found 140, suspected 60, other 12”: found and suspected apart, whatever else there is as one. */
export const basisLine = ({ found, suspected, disclosed, sighted, frequented }: Counts): string => {
  const others = disclosed + sighted + frequented
  return [`found ${numberWords(found)}`, `suspected ${numberWords(suspected)}`]
    .concat(others > 0 ? [`other ${numberWords(others)}`] : [])
    .join(', ')
}

/** True where the place may say more about one child than about itself. */
export const isMostlyOneChild = ({ topChildShare }: Pick<Hotspot, 'topChildShare'>) => topChildShare > 0.5

export const oneChildWords = ({ topChildShare, reports }: Pick<Hotspot, 'topChildShare' | 'reports'>): string =>
  `${numberWords(Math.round(topChildShare * reports))} of ${numberWords(reports)}`

/** What a reader is told about one child's part in a place, or nothing where it is small. */
export const oneChildSentence = (hotspot: Pick<Hotspot, 'topChildShare' | 'reports'>): string | undefined =>
  isMostlyOneChild(hotspot) ? `One child gives over half of the reports (${oneChildWords(hotspot)}).` : undefined

/** Under these nothing is said about when or about change (methods.md, sections 2 and 5). */
const LEAST_CHILDREN = 6
const LEAST_REPORTS = 10
const LEAST_TIMED_REPORTS = 10
const LEAST_CHILDREN_FOR_TIMES = 5

/** Says so where a place's numbers are too small for more than a count. */
export const tooFewSentence = ({ reports, children }: Pick<Hotspot, 'reports' | 'children'>): string | undefined =>
  reports < LEAST_REPORTS || children < LEAST_CHILDREN
    ? `${countOf(reports, 'report')} of ${childrenWords(children)}: too few to say whether it changes.`
    : undefined

/** How much is known of when. */
export interface WhenKnown {
  hotspot: Pick<Hotspot, 'reports' | 'children'>
  timeNotKnown: number
}

/** Why the week says nothing, or undefined where there is enough of it. */
export const noWeekSentence = ({ hotspot, timeNotKnown }: WhenKnown): string | undefined => {
  const timed = hotspot.reports - timeNotKnown
  if (timed >= LEAST_TIMED_REPORTS && hotspot.children >= LEAST_CHILDREN_FOR_TIMES) return undefined
  if (timed === 0) return 'No report here has a known time, so nothing can be said about when.'
  return `Only ${countOf(timed, 'report')} with a known time, of ${childrenWords(hotspot.children)}: too few to say when.`
}
