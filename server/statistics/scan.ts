import { seededRandom } from './random.ts'
import { likeliestCylinder, type Cylinder } from './scan-cylinders.ts'
import { collapseRepeats, sceneOf, type ScanEvent, type Scene } from './scan-scene.ts'
import { countFrom } from './sorted.ts'

export { poissonScan } from './poisson-scan.ts'
export { collapseRepeats, type ScanEvent } from './scan-scene.ts'

export interface ScanOptions {
  /** A circle's largest radius, included. */
  maxRadiusMetres: number
  /** The most days from a cylinder's first event to its last, included. */
  maxDays: number
  replications: number
  /** The same seed gives the same answer. */
  seed: number
}

export interface SpaceTimeCluster {
  /** Indices of the given events, ascending. Repeats are one event: the earliest is here and stands for them. */
  members: number[]
  /** The days of its first and last event. */
  from: number
  to: number
  observed: number
  /** Events that would be there if place and time had nothing to do with each other. */
  expected: number
  /** The generalised likelihood ratio itself, not its logarithm; Infinity beyond 1e308. */
  glr: number
  p: number
}

/** Ratios this near each other, in logarithms, are one ratio that was rounded in two ways. */
const SAME_LOG_RATIO = 1e-9

/**
 * Space-time clusters by the permutation scan (Kulldorff, Heffernan, Hartman, Assuncao and Mostashari 2005), which needs no
 * population: more events in a circle within some days than the circle's and the days' totals make likely. Circles stand on
 * the distinct sites and reach to another; windows run from one event to another. One child's events at one site within 30
 * days are one event first (`collapseRepeats`). p compares a cylinder with the likeliest of each of `replications` maps on
 * which the dates were dealt out anew over the events, so it already allows for having looked everywhere.
 * @param events x and y in metres of any plane, such as the British National Grid's, t in days; no child, no repeat
 * @returns the likeliest first, then the likeliest that has no site and day in common with those before it, and so on until
 *   one that every dealt-out map beats (p = 1); empty where no cylinder holds more than expected. A cylinder of a single
 *   event is possible: it is p that says whether there is a cluster
 * @throws RangeError where a coordinate or day is not finite, a maximum is negative or there is no replication
 */
export function spaceTimeScan(events: readonly ScanEvent[], options: ScanOptions): SpaceTimeCluster[] {
  refuseBadInput(events, options)
  const kept = collapseRepeats(events)
  if (kept.length === 0) return []
  const scene = sceneOf(
    kept.map((index) => events[index]!),
    options,
  )
  const maxima = likeliestByChance(scene, options)

  const found: Cylinder[] = []
  const clusters: SpaceTimeCluster[] = []
  for (;;) {
    const cylinder = likeliestCylinder(scene, scene.inOrderOfTime, (one) => !found.some((other) => overlap(one, other)))
    if (!cylinder) return clusters
    const beaten = countFrom(maxima, cylinder.logRatio - SAME_LOG_RATIO)
    if (clusters.length > 0 && beaten === maxima.length) return clusters
    found.push(cylinder)
    clusters.push(describe(scene, cylinder, kept, (1 + beaten) / (maxima.length + 1)))
  }
}

function refuseBadInput(events: readonly ScanEvent[], { maxRadiusMetres, maxDays, replications }: ScanOptions): void {
  for (const [index, { x, y, t }] of events.entries())
    if (![x, y, t].every(Number.isFinite))
      throw new RangeError(`expected finite numbers, got (${x}, ${y}) on day ${t} at index ${index}`)
  for (const [name, most] of Object.entries({ maxRadiusMetres, maxDays }))
    if (!(most >= 0)) throw new RangeError(`expected ${name} to be at least 0, got ${most}`)
  if (!Number.isInteger(replications) || replications < 1)
    throw new RangeError(`expected replications to be a whole number of at least 1, got ${replications}`)
}

/** The likeliest cylinder's log ratio on each map with its dates dealt out anew (Fisher-Yates), ascending. */
function likeliestByChance(scene: Scene, { replications, seed }: ScanOptions): Float64Array {
  const random = seededRandom(seed)
  const dealt = scene.inOrderOfTime.slice()
  const deal = () => {
    for (let last = dealt.length - 1; last > 0; last--) {
      const other = Math.floor(random() * (last + 1))
      const event = dealt[last]!
      dealt[last] = dealt[other]!
      dealt[other] = event
    }
    return likeliestCylinder(scene, dealt)?.logRatio ?? 0
  }
  return new Float64Array(replications).map(deal).sort()
}

const overlap = (a: Cylinder, b: Cylinder) =>
  a.from <= b.to && b.from <= a.to && a.zone.some((event) => b.zone.includes(event))

function describe(scene: Scene, { zone, from, to, product, logRatio }: Cylinder, kept: number[], p: number) {
  const inside = zone.filter((event) => scene.day[event]! >= from && scene.day[event]! <= to)
  return {
    members: inside.map((event) => kept[event]!).toSorted((a, b) => a - b),
    from,
    to,
    observed: inside.length,
    expected: product / kept.length,
    glr: Math.exp(logRatio),
    p,
  }
}
