/** Small numbers as operational partners (G2) are told them: 1 to 4 in words, so that no number points to one child. */

const SMALL = 5

export const FEW = 'fewer than 5'
export const ALL_BUT_FEW = 'all but fewer than 5'
export type Told = number | typeof FEW | typeof ALL_BUT_FEW

const isSmall = (count: number) => count > 0 && count < SMALL

/** A count that stands by itself. */
export const told = (count: number): Told => (isSmall(count) ? FEW : count)

/** A part of a whole that is told as well: neither it nor what is left can be worked out where one of them is small. */
export const toldOf = (part: number, whole: number): Told => {
  if (isSmall(part)) return FEW
  return isSmall(whole - part) ? ALL_BUT_FEW : part
}

/**
 * Parts that add up to a whole that is told: none can be worked out from the others. Where the small ones alone would be known, the next
 * larger are left untold too (null), as many as it takes, and all of them where that is not enough. Zeros are told.
 */
export const toldParts = <Name extends string>(parts: Readonly<Record<Name, number>>): Record<Name, Told | null> => {
  const entries = Object.entries(parts) as [Name, number][]
  const small = entries.filter(([, count]) => isSmall(count))
  const larger = entries.filter(([, count]) => count >= SMALL).toSorted((a, b) => a[1] - b[1])
  const enough = Array.from({ length: larger.length + 1 }, (_, i) => larger.slice(0, i)).find((hidden) =>
    isSafe(small, hidden),
  )
  const untold = new Set(enough?.map(([name]) => name))
  return Object.fromEntries(
    entries.map(([name, count]) => [name, !enough || untold.has(name) ? null : told(count)]),
  ) as Record<Name, Told | null>
}

/** Whether small parts, and untold ones of five and more, can make up their sum in more ways than one. */
const isSafe = (small: readonly [string, number][], untold: readonly [string, number][]): boolean => {
  if (small.length === 0) return true
  const ofSmall = sumOf(small.map(([, count]) => count))
  const ofUntold = sumOf(untold.map(([, count]) => count))
  if (untold.length > 0) return ofSmall + ofUntold - SMALL * untold.length > small.length
  return small.length > 1 && ofSmall >= SMALL && ofSmall > small.length && ofSmall < (SMALL - 1) * small.length
}

const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)

/** A whole percentage, from 20 on: of fewer it would say more than it knows. */
export const percentOf = (part: number, whole: number): number | null =>
  whole < FEWEST_OF_A_PERCENTAGE ? null : Math.round((100 * part) / whole)

const FEWEST_OF_A_PERCENTAGE = 20
