import { seededRandom } from '../server/statistics/random.ts'
import type { ScanEvent, ScanOptions } from '../server/statistics/scan.ts'

/**
 * The likeliest cylinder's log ratio and its p in plain nested loops: every site, radius, first day and last day, with running
 * sums but nothing skipped. The peer of `spaceTimeScan`; no event may be another's repeat.
 */
export function plainScan(events: ScanEvent[], options: ScanOptions): { logRatio: number; p: number } {
  const random = seededRandom(options.seed)
  const dealt = events.map((_, index) => index).sort((a, b) => events[a]!.t - events[b]!.t)
  const days = dealt.map((event) => events[event]!.t)
  const circles = circlesOf(events, options.maxRadiusMetres)
  const largest = () => {
    const dayOf = new Float64Array(events.length)
    dealt.forEach((event, place) => (dayOf[event] = days[place]!))
    return largestRatio(circles, dayOf, [...new Set(days)], options.maxDays)
  }

  const logRatio = largest()
  let beaten = 0
  for (let replication = 0; replication < options.replications; replication++) {
    for (let last = dealt.length - 1; last > 0; last--) {
      const other = Math.floor(random() * (last + 1))
      ;[dealt[last], dealt[other]] = [dealt[other]!, dealt[last]!]
    }
    if (largest() >= logRatio - 1e-9) beaten++
  }
  return { logRatio, p: (1 + beaten) / (options.replications + 1) }
}

/** Of each site, its events by distance, those of one distance together. */
function circlesOf(events: ScanEvent[], maxRadius: number): number[][][] {
  const sites = [...new Map(events.map((event) => [`${event.x} ${event.y}`, event])).values()]
  return sites.map((site) => {
    const rings = new Map<number, number[]>()
    for (const [event, { x, y }] of events.entries()) {
      const squared = (x - site.x) ** 2 + (y - site.y) ** 2
      if (squared <= maxRadius ** 2) rings.set(squared, [...(rings.get(squared) ?? []), event])
    }
    return [...rings].sort(([a], [b]) => a - b).map(([, members]) => members)
  })
}

function largestRatio(circles: number[][][], dayOf: Float64Array, days: number[], maxDays: number): number {
  const total = dayOf.length
  const indexOf = new Map(days.map((day, index) => [day, index]))
  const dayIndex = Array.from(dayOf, (day) => indexOf.get(day)!)
  const onDay = new Int32Array(days.length)
  for (const day of dayIndex) onDay[day]! += 1

  let largest = 0
  for (const rings of circles) {
    const inCircle = new Int32Array(days.length)
    let size = 0
    for (const ring of rings) {
      for (const event of ring) inCircle[dayIndex[event]!]! += 1
      size += ring.length
      for (let from = 0; from < days.length; from++) {
        let [cases, all] = [0, 0]
        for (let to = from; to < days.length && days[to]! - days[from]! <= maxDays; to++) {
          cases += inCircle[to]!
          all += onDay[to]!
          const expected = (size * all) / total
          if (cases <= expected) continue
          const rest = total === cases ? 0 : (total - cases) * Math.log((total - cases) / (total - expected))
          largest = Math.max(largest, cases * Math.log(cases / expected) + rest)
        }
      }
    }
  }
  return largest
}
