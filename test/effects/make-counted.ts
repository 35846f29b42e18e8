import type { Counted } from '../../server/effects/count-child-weeks.ts'
import type { Circumstances } from '../../server/effects/judge.ts'

/** Counts over windows of one length, every child-week of a child of its own. */
export const countedAs = (counts: Counted['counts']): Counted => ({
  weeks: { before: 26, after: 26 },
  counts,
  perChild: Array.from(
    {
      length: Object.values(counts)
        .flat()
        .reduce((sum, count) => sum + count, 0),
    },
    () => 1,
  ),
  childrenBefore: new Set(),
  children: { before: counts.treated[0], after: counts.treated[1], all: counts.treated[0] + counts.treated[1] },
  withoutChild: 0,
  blocks: [],
})

/** Nothing stands in the way of an answer. */
export const UNDISTURBED: Circumstances = {
  treatedPlaces: 1,
  comparators: 1,
  isOver: true,
  isComplete: true,
  isKept: true,
  isNearAnother: false,
  isComparatorTreated: false,
  episodes: [0, 0],
  doses: { patrols: null, outreach: null },
}
