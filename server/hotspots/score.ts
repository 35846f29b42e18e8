import type { Basis } from '../shared-schema.ts'
import type { Occurrence } from './occurrence.ts'

/** How a score weighs; the policy settings hold the partnership's own (methods.md 2 and domain.md 7 propose the defaults). */
export interface Weighing {
  weightFound: number
  weightDisclosed: number
  weightSighted: number
  weightSuspected: number
  weightFrequented: number
  /** One child's many reports describe the child, not the place. */
  reportsCountedPerChild: number
  halfLifeDays: number
}

const WEIGHT_OF = {
  found: 'weightFound',
  disclosed: 'weightDisclosed',
  sighted: 'weightSighted',
  suspected: 'weightSuspected',
  frequented: 'weightFrequented',
} as const satisfies Record<Basis, keyof Weighing>

const DAY_MS = 86_400_000

/**
 * Sum over children of their reports here, at most three, heaviest first: basis weight x 0.5^(age in days / half-life).
 * Reports with no child add nothing. Rounded to six decimals, so that the order of the reports cannot decide a rank.
 * @param to the instant that age is measured at.
 */
export const score = (
  reports: readonly Pick<Occurrence, 'childId' | 'basis' | 'at'>[],
  to: Date,
  weighing: Weighing,
): number => {
  const weightsByChild = new Map<string, number[]>()
  for (const { childId, basis, at } of reports) {
    if (childId === null) continue
    const ageDays = (to.getTime() - at.getTime()) / DAY_MS
    const weight = weighing[WEIGHT_OF[basis]] * 0.5 ** (ageDays / weighing.halfLifeDays)
    const weights = weightsByChild.get(childId)
    if (weights) weights.push(weight)
    else weightsByChild.set(childId, [weight])
  }
  let sum = 0
  for (const weights of weightsByChild.values()) {
    weights.sort((a, b) => b - a)
    for (const weight of weights.slice(0, weighing.reportsCountedPerChild)) sum += weight
  }
  return Math.round(sum * 1e6) / 1e6
}
