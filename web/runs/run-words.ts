import type { Run, RunDetail } from '../../server/runs/schema.ts'
import { monthWords } from '../shared/bands.ts'

/** “June 2023”, or “April to June 2023” for a quarter. */
export const runWords = ({ kind, month }: Pick<Run, 'kind' | 'month'>): string => {
  if (kind === 'month') return monthWords(month)
  const [year, last] = month.split('-').map(Number)
  const first = monthWords(`${year}-${String(last! - 2).padStart(2, '0')}`).split(' ')[0]
  return `${first} to ${monthWords(month)}`
}

/** Why a place is withheld, as the co-ordinator is told it. */
export const WITHHELD_WORDS: Record<string, string> = {
  few_children: 'Too few children',
  few_reports: 'Fewer than ten reports',
  one_child: 'Mostly one or two children',
  suspected_only: 'Suspected only: nobody was found there or said so',
  private_address: 'Private addresses',
  protected_setting: 'Near a protected setting',
}

export const withheldWords = (why: string): string => WITHHELD_WORDS[why] ?? why

/** How many are withheld for each reason, the most frequent first. */
export const byReason = (hotspots: RunDetail['hotspots'], tier: 'withheldG2' | 'withheldG3'): [string, number][] => {
  const counts = new Map<string, number>()
  for (const hotspot of hotspots) {
    const why = hotspot[tier]
    if (why) counts.set(why, (counts.get(why) ?? 0) + 1)
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)
}
