import { seededRandom } from './random.ts'
import { refuseBadCount } from './whole-count.ts'

/** One child's child-weeks in two windows of the same length (see `childWeeks`). */
export interface BeforeAfter {
  before: number
  after: number
}

/** Up to so many children every pattern of signs is tried: 65,536 of them. */
const MOST_CHILDREN_TRIED_EXACTLY = 16
const RESAMPLES = 2_000
/** Resamples left out at each end, so that the interval holds 95 % of them. */
const RESAMPLES_BEYOND = 49

/**
 * Whether a place changed between two windows, when its reports come from few children who are missing in spells, so that
 * reports are not independent but children are. If nothing changed, each child's two windows could as well be swapped: `p` is
 * the share of all ways to swap children's windows that move the sum of (after - before) at least as far from 0, either way,
 * as it is (a sign-flipping randomisation test; Fisher 1935). Tried in full up to 16 children (`exact`); from 17 on by `draws`
 * random ways, (1 + those as far) / (1 + draws). A child with nothing in either window is not counted.
 *
 * `rateRatio` is the sum after over the sum before, and `low` to `high` holds the middle 95 % of it when whole children are
 * drawn again with replacement, 2,000 times: for show, the word comes from `p`. Where nothing came before, the ratio is
 * Infinity, and so may `high` and `low` be; with no child at all the three are NaN, and p 1.
 * @throws RangeError where a count is not a whole number of 0 or more, `draws` not a whole number of at least 1, or `seed` not
 *   a whole number
 */
export function childFlipTest(
  perChild: readonly BeforeAfter[],
  { draws, seed }: { draws: number; seed: number },
): { p: number; exact: boolean; rateRatio: number; low: number; high: number } {
  refuseBadInput(perChild, draws)
  const random = seededRandom(seed)
  const counted = perChild.filter(({ before, after }) => before + after > 0)
  // A child whose two windows are equal changes nothing when they are swapped: the share is the same without it.
  const differences = counted.map(({ before, after }) => after - before).filter((difference) => difference !== 0)
  const exact = counted.length <= MOST_CHILDREN_TRIED_EXACTLY
  const p = exact ? shareOfAllFlips(differences) : shareOfDrawnFlips(differences, draws, random)
  return { p, exact, rateRatio: ratioOf(counted), ...intervalOfRatio(counted, random) }
}

function refuseBadInput(perChild: readonly BeforeAfter[], draws: number): void {
  for (const { before, after } of perChild) {
    refuseBadCount(before)
    refuseBadCount(after)
  }
  if (!Number.isSafeInteger(draws) || draws < 1) throw new RangeError(`expected at least 1 draw, got ${draws}`)
}

function shareOfAllFlips(differences: readonly number[]): number {
  const seen = Math.abs(sumOf(differences))
  const sums = new Float64Array(2 ** differences.length)
  let patterns = 1
  for (const difference of differences) {
    for (let pattern = 0; pattern < patterns; pattern++) {
      sums[patterns + pattern] = sums[pattern]! - difference
      sums[pattern]! += difference
    }
    patterns *= 2
  }
  return sums.reduce((count, sum) => count + Number(Math.abs(sum) >= seen), 0) / patterns
}

function shareOfDrawnFlips(differences: readonly number[], draws: number, random: () => number): number {
  const seen = Math.abs(sumOf(differences))
  let hits = 0
  for (let draw = 0; draw < draws; draw++) {
    let sum = 0
    for (const difference of differences) sum += random() < 0.5 ? difference : -difference
    if (Math.abs(sum) >= seen) hits++
  }
  return (1 + hits) / (1 + draws)
}

function intervalOfRatio(counted: readonly BeforeAfter[], random: () => number): { low: number; high: number } {
  const ratios = new Float64Array(RESAMPLES)
  for (let resample = 0; resample < RESAMPLES; resample++) {
    let [before, after] = [0, 0]
    for (let drawn = 0; drawn < counted.length; drawn++) {
      const child = counted[Math.floor(random() * counted.length)]!
      before += child.before
      after += child.after
    }
    ratios[resample] = after / before
  }
  ratios.sort()
  return { low: ratios[RESAMPLES_BEYOND]!, high: ratios[RESAMPLES - 1 - RESAMPLES_BEYOND]! }
}

const ratioOf = (counted: readonly BeforeAfter[]) =>
  sumOf(counted.map(({ after }) => after)) / sumOf(counted.map(({ before }) => before))

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
