import type { SharedFindings } from '../../server/runs/schema.ts'
import { CHANGE_WORDS_SHOWN, firmWords, TREND_EXPLAINED, TREND_WORDS } from '../findings/words.ts'
import { bandWords } from './bands.ts'

/** What partners are told of a place beside its bands: words to plan a shift by, and no number that could point to one child. */

const CHANGE_EXPLAINED: Record<SharedFindings['change'], string> = {
  worsening: 'more children were reported than in the 90 days before, more than chance explains',
  improving: 'fewer children were reported than in the 90 days before, fewer than chance explains',
  'no clear change': 'what differs from the 90 days before may be chance',
  'too few to tell': 'there are too few children here to tell a change from chance',
}

/** “No clear change: what differs from the 90 days before may be chance.” */
export const sharedChangeSentence = ({ change }: Pick<SharedFindings, 'change'>): string =>
  `${CHANGE_WORDS_SHOWN[change]}: ${CHANGE_EXPLAINED[change]}.`

export const sharedClassSentence = ({ trend }: Pick<SharedFindings, 'trend'>): string =>
  `${TREND_WORDS[trend]}: ${TREND_EXPLAINED[trend]}.`

export const sharedFirmSentence = ({ isFirm }: Pick<SharedFindings, 'isFirm'>): string =>
  isFirm
    ? `${firmWords(true)}: it stays a hotspot whichever child is left out, and with the method set otherwise.`
    : `${firmWords(false)}: without one of its children, or with the method set otherwise, it would be none. Do not plan by this alone.`

export const OF_FEW_CHILDREN =
  'One or two children give most of the reports. Speak to the co-ordinator before planning visits: it may be a matter of those children, not of the place.'

export const NOT_WORKED_OUT =
  'This month was stored before the service worked out times and change, so nothing is said of them.'

/** “Monday to Friday, 18:00–24:00: 10 to 14 reports”. */
export const dayPartWords = ({ isWeekend, dayPart, reportsBand }: SharedFindings['dayParts'][number]): string => {
  const [from, to] = dayPart.split('-')
  return `${isWeekend ? 'Saturday and Sunday' : 'Monday to Friday'}, ${from}:00–${to}:00: ${bandWords(reportsBand)} reports`
}
