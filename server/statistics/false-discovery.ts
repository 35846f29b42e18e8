/**
 * The p-values of tests made together, adjusted so that calling those at or under .05 leaves at most 5 % of the calls false on
 * average (Benjamini and Hochberg 1995): of each and all that are larger, the least of p x tests / rank. In the order given;
 * an adjusted value is never below its own p, never above 1, and never out of order with another.
 * @throws RangeError where a p is not from 0 to 1
 */
export function benjaminiHochberg(p: readonly number[]): number[] {
  for (const value of p) if (!(value >= 0 && value <= 1)) throw new RangeError(`expected p from 0 to 1, got ${value}`)
  const adjusted: number[] = Array.from(p)
  let least = 1
  const largestFirst = p.map((_, index) => index).toSorted((a, b) => p[b]! - p[a]!)
  largestFirst.forEach((index, place) => {
    // In this order of steps the largest stays exactly what it is.
    least = Math.min(least, (p.length / (p.length - place)) * p[index]!)
    adjusted[index] = least
  })
  return adjusted
}
