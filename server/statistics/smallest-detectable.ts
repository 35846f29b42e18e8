import { binomialProbability, binomialTail, poissonProbability, twoSidedNormal } from './count-distributions.ts'
import { refuseBadCount } from './whole-count.ts'

/** Whether a design calls these two counts a fall. A count further up before, or down after, never makes it less of one. */
type IsFall = (before: number, after: number) => boolean

/**
 * The smallest fall that a comparison would find: the largest count after, below `before`, that is called a fall with at least
 * the wanted `power`, or null where not even none at all would be. Alone, before and after are compared by the conditional
 * mid-p test, two-sided at `alpha`. With `controlBefore`, reports of an area where nothing changes, the weighted displacement
 * difference is: T1 - T0 - (C1 - C0) over the root of the sum of the four counts, against the normal's two-sided `alpha`.
 *
 * The power is summed over Poisson counts, not simulated. Halving 12 is found 28 % of the time alone, 15 % with an equal control.
 * Counts of events that come in runs find less: divide `before` by their inflation first, and multiply the answer by it.
 * @throws RangeError where a count is not a whole number of 0 or more, `power` not between 0 and 1, or `alpha` not from 1e-9
 *   to below 1
 */
export function smallestDetectable(
  before: number,
  { controlBefore, power, alpha }: { controlBefore?: number; power: number; alpha: number },
): { after: number } | null {
  refuseBadCount(before)
  if (!(power > 0 && power < 1)) throw new RangeError(`expected power between 0 and 1, got ${power}`)
  const powerAt = powerOfFall(before, { ...(controlBefore !== undefined && { controlBefore }), alpha })
  // The fewer are left, the surer it is found: the last count that is found well enough lies between `found` and `missed`.
  let [found, missed] = [-1, before]
  while (missed - found > 1) {
    const middle = (found + missed) >> 1
    if (powerAt(middle) >= power) found = middle
    else missed = middle
  }
  return found < 0 ? null : { after: found }
}

/** Returns the chance of each mean after being called a fall from a mean of `before`, by the designs of `smallestDetectable`. */
export function powerOfFall(
  before: number,
  { controlBefore, alpha }: { controlBefore?: number; alpha: number },
): (after: number) => number {
  const control = controlBefore ?? 0
  refuseBadCount(control)
  const z = twoSidedNormal(alpha)
  const isFall: IsFall =
    controlBefore === undefined
      ? (first, later) => isFallByMidP(first, later, alpha)
      : // The sums on either side of the difference, T0 + C1 and T1 + C0, are Poisson themselves: four counts are two.
        (first, later) => first > later && (first - later) ** 2 >= z * z * (first + later)
  const mean = before + control
  const most = Math.ceil(mean + 12 * Math.sqrt(mean) + 20)
  const highestFall = highestFallOf(most, isFall)
  const chanceOfFirst = highestFall.map((_, first) => poissonProbability(first, mean))
  return (after) => {
    const chanceUpTo = cumulative(after + control, most)
    return highestFall.reduce((sum, highest, first) => {
      return highest < 0 ? sum : sum + chanceOfFirst[first]! * chanceUpTo[highest]!
    }, 0)
  }
}

function isFallByMidP(first: number, later: number, alpha: number): boolean {
  const total = first + later
  return 2 * binomialTail(first + 1, total, 0.5) + binomialProbability(first, total, 0.5) <= alpha
}

/** For each count before, from 0 to `most`, the highest count after that is called a fall, or -1: it never goes down. */
function highestFallOf(most: number, isFall: IsFall): number[] {
  let highest = -1
  return Array.from({ length: most + 1 }, (_, first) => {
    while (isFall(first, highest + 1)) highest++
    return highest
  })
}

/** P(K <= k) for K ~ Poisson(mean) and each k from 0 to `most`. */
function cumulative(mean: number, most: number): Float64Array {
  let sum = 0
  return Float64Array.from({ length: most + 1 }, (_, k) => (sum += poissonProbability(k, mean)))
}
