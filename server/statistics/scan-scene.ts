export interface ScanEvent {
  /** Metres. */
  x: number
  y: number
  /** Days. */
  t: number
  child?: string | number | null
}

/** The circles round one site: its events from the nearest out, those of one distance in one ring. */
export interface Circles {
  events: Int32Array
  /** Where each ring begins in `events`; where one ends, the next begins. */
  ringStart: Int32Array
}

/** What stays the same however the dates are dealt out. */
export interface Scene {
  circles: Circles[]
  /** Of each event. */
  day: Float64Array
  inOrderOfTime: Int32Array
  /** The days in order, from 1 on, between minus infinity and infinity. */
  days: Float64Array
  /** Of each of `days`, where the run of that same day begins and ends (not included). */
  runStart: Int32Array
  runEnd: Int32Array
  maxDays: number
  /** The most events that any window of `maxDays` holds. */
  fullestWindow: number
}

const REPEAT_DAYS = 30

/**
 * The events that count: one child's at one site within 30 days, the 30th included, are one event, told by the earliest. The
 * 30 days run from that one, so that a child who keeps coming back counts again a month later.
 * @returns indices of the given events, ascending
 */
export function collapseRepeats(events: readonly ScanEvent[]): number[] {
  const byTime = events.map((_, index) => index).sort((a, b) => events[a]!.t - events[b]!.t || a - b)
  const lastCounted = new Map<string, number>()
  const kept = byTime.filter((index) => {
    const { x, y, t, child } = events[index]!
    if (child === undefined || child === null) return true
    const key = JSON.stringify([x, y, child])
    const last = lastCounted.get(key)
    if (last !== undefined && t - last <= REPEAT_DAYS) return false
    lastCounted.set(key, t)
    return true
  })
  return kept.sort((a, b) => a - b)
}

export function sceneOf(
  events: readonly ScanEvent[],
  { maxRadiusMetres, maxDays }: { maxRadiusMetres: number; maxDays: number },
): Scene {
  const sites = new Map(events.map((event) => [`${event.x} ${event.y}`, event]))
  const day = Float64Array.from(events, ({ t }) => t)
  const inOrderOfTime = Int32Array.from(events, (_, index) => index).sort((a, b) => day[a]! - day[b]!)
  const circles = Array.from(sites.values(), (site) => circlesRound(site, events, maxRadiusMetres))
  const runs = runsOfDays(inOrderOfTime.length, (position) => day[inOrderOfTime[position - 1]!]!)
  return {
    // The small ones first: what they reach spares most of the work in the large ones.
    circles: circles.sort((a, b) => a.events.length - b.events.length),
    day,
    inOrderOfTime,
    ...runs,
    maxDays,
    fullestWindow: fullestWindow(runs.days, maxDays),
  }
}

function circlesRound(site: ScanEvent, all: readonly ScanEvent[], maxRadius: number): Circles {
  const squared = (event: number) => (all[event]!.x - site.x) ** 2 + (all[event]!.y - site.y) ** 2
  const inside = all
    .map((_, event) => ({ event, distance: squared(event) }))
    .filter(({ distance }) => distance <= maxRadius * maxRadius)
    .sort((a, b) => a.distance - b.distance)
  const starts = inside.flatMap(({ distance }, i) => (distance === inside[i - 1]?.distance ? [] : [i]))
  return {
    events: Int32Array.from(inside, ({ event }) => event),
    ringStart: Int32Array.from([...starts, inside.length]),
  }
}

function runsOfDays(count: number, dayAt: (position: number) => number) {
  const days = new Float64Array(count + 2).fill(-Infinity, 0, 1).fill(Infinity, count + 1)
  for (let position = 1; position <= count; position++) days[position] = dayAt(position)
  const runStart = new Int32Array(count + 2)
  const runEnd = new Int32Array(count + 2)
  for (let position = 1; position <= count; position++)
    runStart[position] = days[position] === days[position - 1] ? runStart[position - 1]! : position
  for (let position = count; position >= 1; position--)
    runEnd[position] = days[position] === days[position + 1] ? runEnd[position + 1]! : position + 1
  return { days, runStart, runEnd }
}

function fullestWindow(days: Float64Array, maxDays: number): number {
  let [first, fullest] = [1, 0]
  for (let last = 1; last < days.length - 1; last++) {
    while (days[last]! - days[first]! > maxDays) first++
    fullest = Math.max(fullest, last - first + 1)
  }
  return fullest
}
