import type { NewClusters, ReportCluster } from '../../server/findings/schema.ts'
import { dayWords } from '../dates.ts'
import { childrenWords, countOf, numberWords } from '../hotspots/sentences.ts'

/** Above this nothing is called a cluster. */
const SURE_ENOUGH = 0.05
/** Fewer than this are worth a look and no more. */
const FEW_REPORTS = 10
/** With more names than this the sentence could not be heard out. */
const MOST_NAMED = 3

const isCluster = ({ p }: ReportCluster) => p <= SURE_ENOUGH

/** The clusters that reach into the last 30 days and that chance does not explain: what the meeting is asked about. */
export const liveClusters = ({ clusters }: NewClusters): ReportCluster[] =>
  clusters.filter((cluster) => cluster.isLive && isCluster(cluster))

/** Those of earlier in the year: over, but real. */
export const earlierClusters = ({ clusters }: NewClusters): ReportCluster[] =>
  clusters.filter((cluster) => !cluster.isLive && isCluster(cluster))

/** The likeliest of what chance does explain, where there is nothing better. */
export const likeliestByChance = ({ clusters }: NewClusters): ReportCluster | undefined =>
  clusters.find((cluster) => !isCluster(cluster))

/** “Derbion: 9 reports of 5 children between 2 and 20 Jun 2023, where about 2.1 would be expected.” */
export const clusterSentence = ({ names, reports, children, from, lastDay, expected }: ReportCluster): string =>
  `${namesWords(names)}: ${countOf(reports, 'report')} of ${childrenWords(children)} ${daysWords(from, lastDay)}, where ${expectedWords(expected)} would be expected.${reports < FEW_REPORTS ? ' That is few reports.' : ''}`

const expectedWords = (expected: number) => (expected < 0.05 ? 'hardly any' : `about ${expected.toFixed(1)}`)

/** “a”, “a and b”, “a, b, c and 2 more places”; a spot without a name begins small inside a sentence. */
const namesWords = (names: readonly string[]): string => {
  const said = names.slice(0, names.length > MOST_NAMED + 1 ? MOST_NAMED : names.length)
  const more = names.length - said.length
  const words = [...said.map((name, i) => (i > 0 ? lowered(name) : name)), ...(more > 0 ? [`${more} more places`] : [])]
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

const lowered = (name: string) => (name.startsWith('A ') ? `a ${name.slice(2)}` : name)

/** “between 27 and 29 May 2023”: nothing is said twice. */
const daysWords = (from: string, lastDay: string) => {
  if (from === lastDay) return `on ${dayWords(from)}`
  const [first, last] = [dayWords(from).split(' '), dayWords(lastDay).split(' ')]
  // A day, a month, a year: what the two share at the end stands once.
  while (first.length > 1 && first.at(-1) === last[first.length - 1]) first.pop()
  return `between ${first.join(' ')} and ${last.join(' ')}`
}

/** How often chance alone brought something as strong, in counts and then in words. */
export const chanceSentence = ({ p }: ReportCluster, { replications }: NewClusters): string => {
  // p is (1 + as strong or stronger) / (1 + shuffles).
  const asStrong = Math.round(p * (replications + 1)) - 1
  const times = asStrong <= 0 ? 'never' : asStrong === 1 ? 'once' : `${numberWords(asStrong)} times`
  const often = p <= 0.01 ? 'fewer than 1 in 100' : p <= SURE_ENOUGH ? 'fewer than 1 in 20' : 'more than 1 in 20'
  return `Chance alone brought as much ${times} in ${numberWords(replications)} shuffles of the dates, ${often}.`
}
