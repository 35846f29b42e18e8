import type { Lineage } from '../../server/findings/schema.ts'
import { listed } from './sentences.ts'

/** Where a hotspot of a stored month comes from, in a few words. */
export const lineageWords = ({ event, from }: Lineage): string => {
  const names = listed(from.map(({ name }) => name))
  switch (event) {
    case 'first':
      return 'First stored month'
    case 'born':
      return 'New in this month’s run'
    case 'continued':
      return 'Carries on'
    case 'merged':
      return `Took in ${names}`
    case 'split':
      return `Parted from ${names}`
  }
}

export const SHARED_MONTHS_EXPLAINED =
  'Each month is counted over the twelve months up to its end, so two that follow each other share eleven of them: most of what stands in both is the same reports.'
