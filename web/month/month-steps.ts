import type { FoundHotspot } from '../../server/findings/schema.ts'
import { reportSteps, type Step } from '../hotspots/steps.ts'
import { NO_REPORT } from '../map/theme.ts'

/** Single months are small numbers: the busiest have a class of their own. */
const PARTS = [5, 2.5, 1.25]

/** The classes of a single month's reports, the same over all twelve months, so that a colour means the same in each. */
export const monthSteps = (hotspots: readonly Pick<FoundHotspot, 'findings'>[]): Step[] => {
  const counts = hotspots.flatMap(({ findings }) => findings.months.map(({ reports }) => reports))
  const some = reportSteps(
    counts.filter((count) => count > 0),
    { least: 1, parts: PARTS },
  )
  return [{ colour: NO_REPORT, from: 0, words: 'none' }, ...some]
}

/** What a hotspot is coloured and counted by: one of its months, or all twelve where none is shown. */
export const shownCount = (
  { reports, children, findings }: Pick<FoundHotspot, 'reports' | 'children' | 'findings'>,
  month: string | undefined,
): { reports: number; children: number } =>
  month === undefined
    ? { reports, children }
    : (findings.months.find((one) => one.month === month) ?? { reports: 0, children: 0 })
