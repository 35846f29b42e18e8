import type { ChangeWord } from './schema.ts'

/** With 5 children the smallest p that flipping them can give is .0625: no change could ever be called. */
const FEWEST_CHILDREN = 6
const FEWEST_CHILD_WEEKS = 10
const SURE_ENOUGH = 0.05
/** Adjusting multiplies: a p of exactly .05 may come out as much over. */
const ROUNDING = 1e-12

/**
 * The word for a place's change between two windows.
 * @param adjustedP of `childFlipTest`, adjusted by `benjaminiHochberg` over all hotspots that are shown together
 * @param children counted in either window, with their child-weeks `before` and `after`
 * @param isAfterComplete false while reports of the later window are still due (return interviews): it can then only grow, so
 *   it is never called improving
 * @throws RangeError where `adjustedP` is not from 0 to 1
 */
export function changeWord({
  adjustedP,
  children,
  before,
  after,
  isAfterComplete,
}: {
  adjustedP: number
  children: number
  before: number
  after: number
  isAfterComplete: boolean
}): ChangeWord {
  if (!(adjustedP >= 0 && adjustedP <= 1)) throw new RangeError(`expected p from 0 to 1, got ${adjustedP}`)
  if (children < FEWEST_CHILDREN || before + after < FEWEST_CHILD_WEEKS) return 'too few to tell'
  if (adjustedP > SURE_ENOUGH + ROUNDING || before === after) return 'no clear change'
  if (after > before) return 'worsening'
  return isAfterComplete ? 'improving' : 'no clear change'
}
