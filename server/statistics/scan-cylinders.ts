import type { Circles, Scene } from './scan-scene.ts'

const ROUNDING = 1e-9

export interface Cylinder {
  /** The events of its circle, on whatever day. */
  zone: number[]
  from: number
  to: number
  /** Events of the circle times events of the days: expected is this over all events. */
  product: number
  logRatio: number
}

/**
 * The logarithm of the generalised likelihood ratio `(c / E)^c ((C - c) / (C - E))^(C - c)` with E = product / C; 0 where c is
 * no more than E.
 */
export function logRatio(cases: number, product: number, total: number): number {
  const expected = product / total
  if (cases <= expected) return 0
  const rest = total - cases
  return cases * Math.log(cases / expected) + (rest === 0 ? 0 : rest * Math.log(rest / (total - expected)))
}

/**
 * The cylinder with the largest likelihood ratio among those that are `free`, or null where none holds more than expected.
 *
 * Exact, though it looks at few. Only windows that begin and end with an event of the circle, and circles whose outermost ring
 * has an event in the window, can be the likeliest: whatever sticks out adds to what is expected and nothing else. So each
 * circle's events are chained in order of time and taken out again ring by ring from the outside, and only windows over
 * an event about to go are looked at, and those only where `mayBeat` leaves hope.
 * @param eventAt the event that has the n-th of the scene's days
 */
export function likeliestCylinder(
  scene: Scene,
  eventAt: Int32Array,
  isFree: (cylinder: Cylinder) => boolean = () => true,
): Cylinder | null {
  const total = eventAt.length
  const chain = chainOf(total)
  const bounds = boundsOf(scene)
  let best: Cylinder | null = null
  let bestRatio = 0
  // Of as many cases, the product from which on the best so far is not beaten: most offers end here, without a logarithm.
  const beatenFrom = new Int32Array(total + 1).fill(total * total)
  const offer = (cases: number, product: number, inCircle: Int32Array, first: number, last: number) => {
    if (product >= beatenFrom[cases]!) return
    const ratio = logRatio(cases, product, total)
    if (ratio > bestRatio) {
      const zone = [...inCircle]
      const cylinder = { zone, from: scene.days[first]!, to: scene.days[last]!, product, logRatio: ratio }
      if (!isFree(cylinder)) return
      best = cylinder
      bestRatio = ratio
      raiseBounds(bounds, scene, bestRatio, total)
    }
    beatenFrom[cases] = product
  }

  raiseBounds(bounds, scene, bestRatio, total)
  for (const circles of scene.circles) {
    linkInOrderOfTime(chain, circles, eventAt)
    const { events, ringStart } = circles
    for (let ring = ringStart.length - 2; ring >= 0; ring--) {
      const [start, end] = [ringStart[ring]!, ringStart[ring + 1]!]
      for (let i = start; i < end; i++) {
        const node = chain.nodeOf[events[i]!]!
        if (mayBeat(scene, chain, node, bounds.slope[end]!, bounds.least[end]!))
          scanWindows(scene, chain, node, events.subarray(0, end), offer)
      }
      for (let i = start; i < end; i++) unlink(chain, chain.nodeOf[events[i]!]!)
    }
  }
  return best
}

/** A doubly linked list over the places in time, 1 to the number of events; 0 and the number plus 1 are its ends. */
function chainOf(total: number) {
  const [next, previous] = [new Int32Array(total + 2), new Int32Array(total + 2)]
  return { next, previous, nodeOf: new Int32Array(total), isIn: new Uint8Array(total) }
}

type Chain = ReturnType<typeof chainOf>

function linkInOrderOfTime({ next, previous, nodeOf, isIn }: Chain, { events }: Circles, eventAt: Int32Array): void {
  isIn.fill(0)
  for (const event of events) isIn[event] = 1
  let last = 0
  for (let place = 0; place < eventAt.length; place++) {
    const event = eventAt[place]!
    if (isIn[event] === 0) continue
    const node = place + 1
    nodeOf[event] = node
    next[last] = node
    previous[node] = last
    last = node
  }
  const end = eventAt.length + 1
  next[last] = end
  previous[end] = last
  next[end] = end
}

function unlink({ next, previous }: Chain, node: number): void {
  next[previous[node]!] = next[node]!
  previous[next[node]!] = previous[node]!
}

/**
 * Whether a window over the event may hold enough of its circle's events to beat the best so far. It must hold more than
 * `slope` times all events of the window's days plus `least`, and what it holds on either side of the event can be made the
 * most of by itself.
 */
function mayBeat(
  { days, runStart, runEnd, maxDays }: Scene,
  { next, previous }: Chain,
  node: number,
  slope: number,
  least: number,
): boolean {
  const day = days[node]!
  let [before, after] = [-Infinity, -Infinity]
  let held = 0
  for (let first = node; day - days[first]! <= maxDays; first = previous[first]!)
    before = Math.max(before, ++held - slope * (node - runStart[first]!))
  held = 0
  for (let last = next[node]!; days[last]! - day <= maxDays; last = next[last]!)
    after = Math.max(after, ++held - slope * (runEnd[last]! - node))
  return before + Math.max(after, slope * (node - runEnd[node]!)) >= least
}

/** Offers each window of the days allowed that holds the event, from one of the chain's events to another. */
function scanWindows(
  { days, runStart, runEnd, maxDays }: Scene,
  { next, previous }: Chain,
  node: number,
  inCircle: Int32Array,
  offer: (cases: number, product: number, inCircle: Int32Array, first: number, last: number) => void,
): void {
  let before = 0
  for (let first = node; days[node]! - days[first]! <= maxDays; first = previous[first]!) {
    let cases = ++before
    for (let last = node; days[last]! - days[first]! <= maxDays; last = next[last]!) {
      offer(cases++, inCircle.length * (runEnd[last]! - runStart[first]!), inCircle, first, last)
    }
  }
}

/** Of circles by their number of events: see `raiseBounds`. */
interface Bounds {
  slope: Float64Array
  least: Float64Array
}

function boundsOf({ circles }: Scene): Bounds {
  const sizes = 1 + Math.max(...circles.map(({ events }) => events.length))
  return { slope: new Float64Array(sizes), least: new Float64Array(sizes) }
}

/**
 * How many of a circle's events a window must hold for a ratio above the best, as a straight line over the number of all events
 * of the window's days: at least `least + slope * all`. The log ratio is a divergence between what is held and what is expected,
 * convex in the two, so the number needed bends down as the expectation grows and lies above the straight line between its
 * ends: the smallest window, where all events are the circle's own, and the fullest that the days allow.
 */
function raiseBounds({ slope, least }: Bounds, { fullestWindow }: Scene, best: number, total: number): void {
  let [fewest, most] = [1, 1]
  for (let inCircle = 1; inCircle < slope.length; inCircle++) {
    while (fewest <= total && logRatio(fewest, inCircle * fewest, total) <= best) fewest++
    while (most <= total && logRatio(most, inCircle * fullestWindow, total) <= best) most++
    slope[inCircle] = fewest < fullestWindow ? (most - fewest) / (fullestWindow - fewest) : 0
    least[inCircle] = fewest > fullestWindow ? Infinity : fewest - 1 - slope[inCircle]! * fewest - ROUNDING
  }
}
