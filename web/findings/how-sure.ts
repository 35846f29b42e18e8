import type { Findings, FoundHotspot, Stability } from '../../server/findings/schema.ts'
import { childrenWords, countOf, numberWords } from '../hotspots/sentences.ts'
import { listed } from './sentences.ts'
import { firmWords } from './words.ts'

/** How sure a hotspot is, in sentences: what happens to it when the reports, the children or the method are varied. */

/** What partners are told too: it holds without any one child, and however the method is set. */
export const isFirm = (stability: Stability): boolean =>
  stability.withoutOneChild && failedSettings(stability).length === 0

const failedSettings = (stability: Stability): string[] => [
  ...(stability.smallerDistance ? [] : ['half the distance']),
  ...(stability.largerDistance ? [] : ['half as much distance again']),
  ...(stability.fewerReports ? [] : ['one report fewer asked for']),
  ...(stability.moreReports ? [] : ['one report more asked for']),
]

export const firmSentence = (stability: Stability): string =>
  isFirm(stability)
    ? `${firmWords(true)}: it stays a hotspot whichever child is left out, and with the method set otherwise.`
    : `${firmWords(false)}: ${[
        ...(stability.withoutOneChild
          ? []
          : ['without one of its children it is no hotspot, so it may be about that child more than about the place']),
        ...(failedSettings(stability).length > 0
          ? [`with ${listed(failedSettings(stability))} it is no hotspot, so it rests on how the method is set`]
          : []),
      ].join('; ')}.`

/** How often it holds when nobody trusts a report's point further than its recorded accuracy. */
export const movedSentence = ({ moved, reRuns }: Stability): string => {
  const held = Math.round(moved * reRuns)
  const times = held === reRuns ? `in all ${reRuns}` : held === 0 ? `in none of ${reRuns}` : `in ${held} of ${reRuns}`
  return `It holds ${times} re-runs in which every report was moved at random within its recorded accuracy.`
}

/** @param hotspot with suspected reports, as it is ranked */
export const suspectedSentence = ({
  rank,
  suspected,
  findings: { withoutSuspected },
}: Pick<FoundHotspot, 'rank' | 'suspected'> & { findings: Pick<Findings, 'withoutSuspected'> }): string => {
  if (suspected === 0) return 'No report here is only a suspicion.'
  const { reports, children, rank: without } = withoutSuspected
  if (without === null)
    return `Without suspected reports it would not be a hotspot: ${reports === 0 ? 'nothing is left' : `${countOf(reports, 'report')} of ${childrenWords(children)} would be left`}.`
  const ranked = without === rank ? `rank ${rank} as now` : `rank ${without}, not ${rank}`
  return `Without suspected reports: ${countOf(reports, 'report')} of ${childrenWords(children)}, ${ranked}.`
}

/** What the finds made on patrol would change: they are left out, or a place would rank higher because it is patrolled. */
export const patrolSentence = ({
  rank,
  findings: { patrol },
}: Pick<FoundHotspot, 'rank'> & { findings: Pick<Findings, 'patrol'> }): string => {
  const { finds, rank: withFinds } = patrol
  if (finds === 0)
    return withFinds === rank
      ? 'No find made on patrol is left out here.'
      : `No find made on patrol is left out here; with those at other places it would rank ${withFinds}, not ${rank}.`
  const ranked = withFinds === rank ? `rank ${rank} as now` : `rank ${withFinds}, not ${rank}`
  const [are, them] = finds === 1 ? ['is', 'it'] : ['are', 'them']
  return `${countOf(finds, 'find')} made on patrol ${are} left out; with ${them} it would ${ranked}.`
}

/** “as 5.8 children with equal shares”: how few really make the place. */
export const effectiveSentence = ({
  children,
  findings: { effectiveChildren },
}: Pick<FoundHotspot, 'children'> & { findings: Pick<Findings, 'effectiveChildren'> }): string =>
  children === 1
    ? 'All reports are of one child.'
    : `The reports are spread as ${numberWords(Math.round(effectiveChildren * 10) / 10)} children with equal shares would spread them (${numberWords(children)} were reported).`
