import type { Circles, Scene } from './scan-scene.ts'

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
 * an event about to go are looked at. And since a window holds at least as many events as its cylinder, a circle of z events
 * needs a certain number of them within `maxDays` to beat the best so far: where they aren't, nothing is looked at.
 * @param eventAt the event that has the n-th of the scene's days
 */
export function likeliestCylinder(
  scene: Scene,
  eventAt: Int32Array,
  isFree: (cylinder: Cylinder) => boolean = () => true,
): Cylinder | null {
  const total = eventAt.length
  const chain = chainOf(total)
  const needed = new Int32Array(total + 1).fill(1)
  let best: Cylinder | null = null
  const offer = (cases: number, product: number, inCircle: Int32Array, first: number, last: number) => {
    const ratio = logRatio(cases, product, total)
    if (ratio <= (best?.logRatio ?? 0)) return
    const zone = [...inCircle]
    const cylinder = { zone, from: scene.days[first]!, to: scene.days[last]!, product, logRatio: ratio }
    if (!isFree(cylinder)) return
    best = cylinder
    raiseNeeds(needed, ratio)
  }

  for (const circles of scene.circles) {
    linkInOrderOfTime(chain, circles, eventAt)
    const { events, ringStart } = circles
    for (let ring = ringStart.length - 2; ring >= 0; ring--) {
      const [start, end] = [ringStart[ring]!, ringStart[ring + 1]!]
      for (let i = start; i < end; i++) {
        const node = chain.nodeOf[events[i]!]!
        if (holdsEnough(scene, chain, node, needed[end]!)) scanWindows(scene, chain, node, events.subarray(0, end), offer)
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

/** Whether some `needed` events of the chain in a row, this one among them, lie within the days allowed. */
function holdsEnough({ days, maxDays }: Scene, { next, previous }: Chain, node: number, needed: number): boolean {
  let [first, last, count] = [node, node, 1]
  while (count < needed && days[node]! - days[previous[first]!]! <= maxDays) {
    first = previous[first]!
    count++
  }
  for (; count < needed; count++) last = next[last]!
  while (days[last]! - days[first]! > maxDays) {
    if (first === node) return false
    first = next[first]!
    last = next[last]!
  }
  return true
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

/** How many events a window must hold, by its circle's number of events, for a ratio above the best: more for larger circles. */
function raiseNeeds(needed: Int32Array, best: number): void {
  const total = needed.length - 1
  let cases = 1
  for (let inCircle = 1; inCircle <= total; inCircle++) {
    while (cases <= total && logRatio(cases, inCircle * cases, total) <= best) cases++
    needed[inCircle] = cases
  }
}
