import { seededRandom } from '../../server/statistics/random.ts'
import type { ScanEvent, ScanOptions } from '../../server/statistics/scan.ts'

export interface PlainCylinder {
  members: number[]
  /** All events on its sites, on whatever day. */
  zone: number[]
  from: number
  to: number
  expected: number
  logRatio: number
}

/** Every cylinder of the definition in plain nested loops, with its ratio; no event may be another's repeat. */
export function* plainCylinders(events: ScanEvent[], { maxRadiusMetres, maxDays }: ScanOptions) {
  const days = [...new Set(events.map(({ t }) => t))].toSorted((a, b) => a - b)
  const sites = [...new Map(events.map((event) => [`${event.x} ${event.y}`, event])).values()]
  const everyone = events.map((_, index) => index)
  for (const centre of sites) {
    const squared = events.map(({ x, y }) => (x - centre.x) ** 2 + (y - centre.y) ** 2)
    for (const radius of [...new Set(squared)].filter((distance) => distance <= maxRadiusMetres ** 2)) {
      const zone = everyone.filter((event) => squared[event]! <= radius)
      for (const from of days) {
        for (const to of days.filter((day) => day >= from && day - from <= maxDays)) {
          const isDay = (event: number) => events[event]!.t >= from && events[event]!.t <= to
          const members = zone.filter(isDay)
          const expected = (zone.length * everyone.filter(isDay).length) / events.length
          yield { members, zone, from, to, expected, logRatio: plainRatio(members.length, expected, events.length) }
        }
      }
    }
  }
}

function plainRatio(cases: number, expected: number, total: number): number {
  if (cases <= expected) return 0
  const outside = total === cases ? 0 : (total - cases) * Math.log((total - cases) / (total - expected))
  return cases * Math.log(cases / expected) + outside
}

/** The largest ratio of each map with its dates dealt out anew; the same dealing as the scan's, from the same seed. */
export function plainMaxima(events: ScanEvent[], options: ScanOptions): number[] {
  const random = seededRandom(options.seed)
  const dealt = events.map((_, index) => index).toSorted((a, b) => events[a]!.t - events[b]!.t)
  const days = dealt.map((event) => events[event]!.t)
  return Array.from({ length: options.replications }, () => {
    for (let last = dealt.length - 1; last > 0; last--) {
      const other = Math.floor(random() * (last + 1))
      ;[dealt[last], dealt[other]] = [dealt[other]!, dealt[last]!]
    }
    const moved = [...events]
    dealt.forEach((event, place) => (moved[event] = { ...events[event]!, t: days[place]! }))
    let largest = 0
    for (const { logRatio } of plainCylinders(moved, options)) largest = Math.max(largest, logRatio)
    return largest
  })
}
