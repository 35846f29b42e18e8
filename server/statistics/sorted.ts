/** The first index whose value is at least `least`, in values that ascend; their number where none is. */
export function firstFrom(sorted: Float64Array, least: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < least) low = middle + 1
    else high = middle
  }
  return low
}

/** How many of values that ascend are at least `least`. */
export const countFrom = (sorted: Float64Array, least: number): number => sorted.length - firstFrom(sorted, least)
