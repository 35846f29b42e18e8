import { seededRandom } from './random.ts'
import { countFrom, firstFrom } from './sorted.ts'

export interface PoissonCluster {
  /** Indices of the centres within the circle, ascending. */
  members: number[]
  cases: number
  /** Cases that the circle's share of all expectation would bring. */
  expected: number
  logLikelihoodRatio: number
  p: number
}

/** Circles round one centre: the centres from the nearest out, and how many of them each circle holds. */
interface Circles {
  centres: Int32Array
  ends: Int32Array
  /** Of each circle, what it expects of all cases. */
  expected: Float64Array
}

interface Zone {
  circles: Circles
  circle: number
  cases: number
  ratio: number
}

/** Sums of the same shares in another order differ by rounding, and are meant as one. */
const ROUNDING = 1e-9

/**
 * Circles with more cases than expected, by the spatial scan for counts (Kulldorff 1997): circles on each centre grow over the
 * other centres while their share of all expectation is at most `maxShare`. The logarithm of the likelihood ratio is
 * `c ln(c / E) + (C - c) ln((C - c) / (C - E))`, where the C cases are shared out as the expectations are. p compares it with the
 * likeliest circle of each of `replications` maps of C cases thrown by those shares.
 * @param centres metres of any plane, such as the British National Grid's
 * @param expected cases at each centre, to any scale (people will do)
 * @returns the likeliest first, then the likeliest with no centre in common with those before it, and so on until one that every
 *   random map beats (p = 1); empty where no circle has more than expected
 * @throws RangeError where the lengths differ, a coordinate is not finite, cases are not whole numbers of at least 0, an
 *   expectation is negative, 0 in all or 0 where there are cases, `maxShare` is not above 0 and at most 1, or there is no
 *   replication
 */
export function poissonScan(
  centres: readonly { x: number; y: number }[],
  cases: ArrayLike<number>,
  expected: ArrayLike<number>,
  { maxShare, replications, seed }: { maxShare: number; replications: number; seed: number },
): PoissonCluster[] {
  refuseBadInput(centres, cases, expected, { maxShare, replications })
  const total = sumOf(cases)
  if (total === 0) return []
  const scale = total / sumOf(expected)
  const shares = Float64Array.from(expected, (value) => value * scale)
  const circles = centres.map((_, centre) => circlesRound(centre, centres, shares, maxShare * total * (1 + ROUNDING)))

  const maxima = likeliestByChance(circles, shares, total, replications, seededRandom(seed))
  const clusters: PoissonCluster[] = []
  const taken = new Set<number>()
  for (const zone of zonesOf(circles, cases, total)) {
    const members = [...zone.circles.centres.subarray(0, zone.circles.ends[zone.circle])]
    if (members.some((centre) => taken.has(centre))) continue
    const beaten = countFrom(maxima, zone.ratio - ROUNDING)
    if (clusters.length > 0 && beaten === replications) break
    for (const centre of members) taken.add(centre)
    clusters.push({
      members: members.sort((a, b) => a - b),
      cases: zone.cases,
      expected: zone.circles.expected[zone.circle]!,
      logLikelihoodRatio: zone.ratio,
      p: (1 + beaten) / (replications + 1),
    })
  }
  return clusters
}

function refuseBadInput(
  centres: readonly { x: number; y: number }[],
  cases: ArrayLike<number>,
  expected: ArrayLike<number>,
  { maxShare, replications }: { maxShare: number; replications: number },
): void {
  const refuse = (what: string, got: unknown) => {
    throw new RangeError(`expected ${what}, got ${String(got)}`)
  }
  if (cases.length !== centres.length) refuse(`as many cases as centres (${centres.length})`, cases.length)
  if (expected.length !== centres.length) refuse(`as many expectations as centres (${centres.length})`, expected.length)
  for (const [i, { x, y }] of centres.entries()) {
    if (!Number.isFinite(x) || !Number.isFinite(y)) refuse('finite coordinates', `(${x}, ${y}) at index ${i}`)
    if (!Number.isInteger(cases[i]) || cases[i]! < 0) refuse('whole cases of at least 0', `${cases[i]} at index ${i}`)
    if (!(expected[i]! >= 0 && expected[i]! < Infinity))
      refuse('expectations of at least 0', `${expected[i]} at index ${i}`)
    if (expected[i] === 0 && cases[i]! > 0) refuse('no cases where none are expected', `${cases[i]} at index ${i}`)
  }
  if (centres.length > 0 && !(sumOf(expected) > 0)) refuse('an expectation above 0 somewhere', 0)
  if (!(maxShare > 0 && maxShare <= 1)) refuse('maxShare above 0 and at most 1', maxShare)
  if (!Number.isInteger(replications) || replications < 1)
    refuse('replications to be a whole number of at least 1', replications)
}

const sumOf = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0)

function circlesRound(
  centre: number,
  centres: readonly { x: number; y: number }[],
  shares: Float64Array,
  most: number,
): Circles {
  const { x, y } = centres[centre]!
  const distance = Float64Array.from(centres, (other) => (other.x - x) ** 2 + (other.y - y) ** 2)
  const order = Int32Array.from(centres, (_, i) => i).sort((a, b) => distance[a]! - distance[b]!)
  const [ends, expected]: [number[], number[]] = [[], []]
  let sum = 0
  for (let i = 0; i < order.length; i++) {
    sum += shares[order[i]!]!
    if (sum > most) break
    // Centres at one distance enter the circle together.
    if (i + 1 < order.length && distance[order[i + 1]!] === distance[order[i]!]) continue
    ends.push(i + 1)
    expected.push(sum)
  }
  return {
    centres: order.slice(0, ends.at(-1) ?? 0),
    ends: Int32Array.from(ends),
    expected: Float64Array.from(expected),
  }
}

function logRatio(cases: number, expected: number, total: number): number {
  const rest = total - cases
  if (cases <= expected * (1 + ROUNDING)) return 0
  return cases * Math.log(cases / expected) + (rest === 0 ? 0 : rest * Math.log(rest / (total - expected)))
}

/** Every circle with more cases than expected, the likeliest first; of equals the one met first. */
function zonesOf(all: readonly Circles[], cases: ArrayLike<number>, total: number): Zone[] {
  const zones: Zone[] = []
  for (const circles of all) {
    let [count, next] = [0, 0]
    for (let circle = 0; circle < circles.ends.length; circle++) {
      while (next < circles.ends[circle]!) count += cases[circles.centres[next++]!]!
      const ratio = logRatio(count, circles.expected[circle]!, total)
      if (ratio > 0) zones.push({ circles, circle, cases: count, ratio })
    }
  }
  return zones.sort((a, b) => b.ratio - a.ratio)
}

/** The largest ratio of each random map, ascending. */
function likeliestByChance(
  all: readonly Circles[],
  shares: Float64Array,
  total: number,
  replications: number,
  random: () => number,
): Float64Array {
  let sum = 0
  const reached = shares.map((share) => (sum += share))
  const cases = new Int32Array(shares.length)
  const throwAll = () => {
    cases.fill(0)
    for (let i = 0; i < total; i++) cases[centreAt(reached, random() * sum)]! += 1
  }
  return new Float64Array(replications)
    .map(() => {
      throwAll()
      return largestRatio(all, cases, total)
    })
    .sort()
}

/** The first centre up to which the shares add up to more than `at`; a centre without a share is never met. */
function centreAt(reached: Float64Array, at: number): number {
  let centre = firstFrom(reached, at)
  while (reached[centre]! <= at) centre++
  return centre
}

function largestRatio(all: readonly Circles[], cases: Int32Array, total: number): number {
  let largest = 0
  for (const { centres, ends, expected } of all) {
    let [count, next] = [0, 0]
    for (let circle = 0; circle < ends.length; circle++) {
      while (next < ends[circle]!) count += cases[centres[next++]!]!
      if (count > expected[circle]!) largest = Math.max(largest, logRatio(count, expected[circle]!, total))
    }
  }
  return largest
}
