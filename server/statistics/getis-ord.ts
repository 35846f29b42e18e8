import { seededRandom } from './random.ts'
import { countFrom } from './sorted.ts'

type Neighbours = readonly (readonly number[])[]

/**
 * Local Getis-Ord z-scores with binary weights (Ord and Getis 1995): Gi* with `star`, where each cell is its own neighbour and
 * the mean and variance are those of all cells; Gi without, where the cell itself is left out of all three.
 * @param neighbours of each cell, their indices; a cell stands in its own list with `star` and only then
 * @returns z of each cell, NaN for one that has nobody or everybody for a neighbour (or, in Gi, only equals elsewhere); null
 *   where all values are equal or there are too few cells (2 for Gi*, 3 for Gi): no result, which is not a result of zero
 * @throws RangeError where the lengths differ, a value is not finite, or a list names a cell twice, one that is not there, or
 *   the cell itself against `star`
 */
export function getisOrd(
  values: ArrayLike<number>,
  neighbours: Neighbours,
  { star }: { star: boolean },
): Float64Array | null {
  refuseBadCells(values, neighbours, star)
  const count = values.length
  if (count < (star ? 2 : 3) || areAllEqual(values)) return null

  let mean = 0
  for (let i = 0; i < count; i++) mean += values[i]! / count
  // Measured from the mean, so that leaving a cell out below takes nothing large from something large.
  const deviation = Float64Array.from(values, (value) => value - mean)
  const squares = deviation.reduce((sum, value) => sum + value * value, 0)

  return Float64Array.from(neighbours, (list, i) => {
    const others = star ? count : count - 1
    const leftOut = star ? 0 : deviation[i]!
    const localMean = -leftOut / others
    const variance = (squares - leftOut * leftOut) / others - localMean * localMean
    const sum = list.reduce((total, j) => total + deviation[j]!, 0)
    return score(sum, localMean, hasSpread(values, star ? -1 : i) ? variance : 0, list.length, others)
  })
}

/** NaN where the neighbours are nobody or everybody, or there is no variance. */
function score(sum: number, mean: number, variance: number, weight: number, count: number): number {
  const spread = variance * ((count * weight - weight * weight) / (count - 1))
  return spread > 0 ? (sum - mean * weight) / Math.sqrt(spread) : NaN
}

function refuseBadCells(values: ArrayLike<number>, neighbours: Neighbours, star: boolean): void {
  const count = values.length
  if (neighbours.length !== count)
    throw new RangeError(`expected as many lists of neighbours as values (${count}), got ${neighbours.length}`)
  for (let i = 0; i < count; i++)
    if (!Number.isFinite(values[i])) throw new RangeError(`expected finite values, got ${values[i]} at index ${i}`)
  const listedBy = new Int32Array(count).fill(-1)
  for (const [i, list] of neighbours.entries()) {
    for (const j of list) {
      if (!Number.isInteger(j) || j < 0 || j >= count || listedBy[j] === i)
        throw new RangeError(`expected neighbours of cell ${i} from 0 to ${count - 1}, each once, got ${j}`)
      listedBy[j] = i
    }
    if ((listedBy[i] === i) !== star)
      throw new RangeError(`expected cell ${i} ${star ? 'among' : 'not among'} its own neighbours`)
  }
}

const areAllEqual = (values: ArrayLike<number>) => !hasSpread(values, -1)

/** Whether two values differ, one of them left out. */
function hasSpread(values: ArrayLike<number>, leftOut: number): boolean {
  const first = leftOut === 0 ? 1 : 0
  for (let i = first + 1; i < values.length; i++) if (i !== leftOut && values[i] !== values[first]) return true
  return false
}

/**
 * Which cells hold more than chance would give any cell of the map: Gi* of the counts, and its Monte-Carlo max-z p-value. All
 * counted events are thrown at random over the cells `replications` times; p is the share of maps, the real one among them,
 * whose largest z is at least the cell's. So at most 5 % of maps without any cluster show a cell with p <= .05.
 * Normal p-values must not be used at counts like ours: nearly every random map would show a false hot cell.
 * @param counts events of each cell in which an event can occur
 * @param neighbours as in `getisOrd` with `star`: each cell stands in its own list
 * @param options.seed the same seed gives the same answer
 * @returns null where all counts are equal; NaN at a cell that has every cell for a neighbour
 * @throws RangeError as `getisOrd` does, and where a count is not a whole number of at least 0 or there is no replication
 */
export function maxZTest(
  counts: ArrayLike<number>,
  neighbours: Neighbours,
  { replications, seed }: { replications: number; seed: number },
): { z: Float64Array; p: Float64Array } | null {
  refuseBadCells(counts, neighbours, true)
  const counted = Int32Array.from(counts)
  const wrong = counted.findIndex((count, i) => count !== counts[i] || count < 0)
  if (wrong >= 0) throw new RangeError(`expected whole counts of at least 0, got ${counts[wrong]} at index ${wrong}`)
  if (!Number.isInteger(replications) || replications < 1)
    throw new RangeError(`expected replications to be a whole number of at least 1, got ${replications}`)
  if (counts.length < 2 || areAllEqual(counts)) return null

  const events = counted.reduce((sum, count) => sum + count, 0)
  const toZ = scoreOfSums(events, counted.length)
  const squares = counted.reduce((sum, count) => sum + count * count, 0)
  const sums = neighbours.map((list) => list.reduce((sum, j) => sum + counted[j]!, 0))
  const z = Float64Array.from(sums, (sum, i) => toZ(sum, neighbours[i]!.length, squares))
  const maxima = largestByChance(neighbours, events, toZ, replications, seededRandom(seed)).sort()
  const p = z.map((value) => (Number.isNaN(value) ? NaN : (1 + countFrom(maxima, value)) / (replications + 1)))
  return { z, p }
}

/** From whole numbers alone, so that equal maps have equal scores to the last bit, and ties are seen as such. */
const scoreOfSums = (events: number, cells: number) => (sum: number, weight: number, squares: number) =>
  score(sum, events / cells, squares / cells - (events / cells) ** 2, weight, cells)

/** The largest z of each random map. Among cells with as many neighbours the one with the largest sum has the largest z. */
function largestByChance(
  neighbours: Neighbours,
  events: number,
  toZ: (sum: number, weight: number, squares: number) => number,
  replications: number,
  random: () => number,
): Float64Array {
  const cells = neighbours.length
  const weight = Int32Array.from(neighbours, (list) => list.length)
  const weights = [...new Set(weight)]
  const reaches = reversed(neighbours)
  const [count, sum] = [new Int32Array(cells), new Int32Array(cells)]
  const largestSum = new Int32Array(cells + 1)

  return new Float64Array(replications).map(() => {
    count.fill(0)
    sum.fill(0)
    largestSum.fill(0)
    let squares = 0
    for (let event = 0; event < events; event++) {
      const cell = Math.floor(random() * cells)
      squares += 2 * count[cell]!++ + 1
      for (const reached of reaches[cell]!) {
        const now = ++sum[reached]!
        if (now > largestSum[weight[reached]!]!) largestSum[weight[reached]!] = now
      }
    }
    const scores = weights.map((one) => toZ(largestSum[one]!, one, squares)).filter((value) => !Number.isNaN(value))
    return Math.max(...scores)
  })
}

/** Of each cell, the cells that have it for a neighbour. */
function reversed(neighbours: Neighbours): number[][] {
  const reaches = neighbours.map((): number[] => [])
  for (const [i, list] of neighbours.entries()) for (const j of list) reaches[j]!.push(i)
  return reaches
}
