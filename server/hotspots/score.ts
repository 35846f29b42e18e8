import type { Basis } from '../shared-schema.ts'
import type { Occurrence } from './occurrence.ts'

/** How much an occurrence says that a child was there (methods.md 2, domain.md 7: proposals of this project). */
const BASIS_WEIGHT: Record<Basis, number> = { found: 1, disclosed: 0.9, sighted: 0.7, suspected: 0.4, frequented: 0.2 }

/** One child's many reports describe the child, not the place. */
const REPORTS_COUNTED_PER_CHILD = 3

const HALF_LIFE_DAYS = 90
const DAY_MS = 86_400_000

/**
 * Sum over children of their reports here, at most three, heaviest first: basis weight x 0.5^(age in days / 90).
 * Reports with no child add nothing. Rounded to six decimals, so that the order of the reports cannot decide a rank.
 * @param to the instant that age is measured at.
 */
export const score = (reports: readonly Pick<Occurrence, 'childId' | 'basis' | 'at'>[], to: Date): number => {
  const weightsByChild = new Map<string, number[]>()
  for (const { childId, basis, at } of reports) {
    if (childId === null) continue
    const ageDays = (to.getTime() - at.getTime()) / DAY_MS
    const weight = BASIS_WEIGHT[basis] * 0.5 ** (ageDays / HALF_LIFE_DAYS)
    const weights = weightsByChild.get(childId)
    if (weights) weights.push(weight)
    else weightsByChild.set(childId, [weight])
  }
  let sum = 0
  for (const weights of weightsByChild.values()) {
    weights.sort((a, b) => b - a)
    for (const weight of weights.slice(0, REPORTS_COUNTED_PER_CHILD)) sum += weight
  }
  return Math.round(sum * 1e6) / 1e6
}
