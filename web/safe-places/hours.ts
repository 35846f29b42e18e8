import type { HoursOfWeek, OpenHours } from '../../server/safe-places/schema.ts'
import { listed } from '../findings/sentences.ts'
import { windowWords } from '../findings/times.ts'

export const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

const spanWords = ({ from, to }: Pick<OpenHours, 'from' | 'to'>) =>
  from === to || (from === '00:00' && to === '24:00') ? 'all day' : `${from}–${to}`

/** “Monday to Friday 09:00–17:00; Saturday 10:00–14:00”: days with the same hours stand together. */
export const openWords = (open: readonly OpenHours[]): string => {
  if (open.length === 0) return 'Hours not known'
  const ofDay = DAYS.map((_, day) =>
    open
      .filter((span) => span.day === day)
      .map(spanWords)
      .toSorted()
      .join(' and '),
  )
  const runs: { from: number; to: number; words: string }[] = []
  for (const [day, words] of ofDay.entries()) {
    const last = runs.at(-1)
    if (last && last.words === words && last.to === day - 1) last.to = day
    else runs.push({ from: day, to: day, words })
  }
  return runs
    .filter(({ words }) => words !== '')
    .map(({ from, to, words }) => `${daysWords(from, to)} ${words}`)
    .join('; ')
}

const daysWords = (from: number, to: number) => {
  if (from === to) return DAYS[from]!
  if (from === 0 && to === 6) return 'Every day'
  return `${DAYS[from]} ${to === from + 1 ? 'and' : 'to'} ${DAYS[to]}`
}

/** “Nobody is there on Friday 21:00–23:00 and Saturday 20:00–24:00, when children are mostly reported.” */
export const gapSentence = (gaps: readonly HoursOfWeek[], windows: readonly HoursOfWeek[]): string => {
  if (windows.length === 0)
    return 'Too few reports have a known time to say when somebody should be there, so no gaps are named.'
  if (gaps.length === 0) return 'At all of the best times somebody is there.'
  return `Gaps: at ${gaps.length === 1 ? 'this best time' : 'these best times'} nobody is there: ${listed(gaps.map(windowWords))}.`
}
