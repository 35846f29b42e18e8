import { MINUTES_BETWEEN_VISITS, type Minutes } from '../patrols/when.ts'

/** One visit to be made. Positions are British National Grid metres, times minutes from the beginning of the shift. */
export interface Stop {
  /** Visits of one place keep two hours between them. */
  place: string
  easting: number
  northing: number
  dwellMinutes: number
  /** When it should be visited; none: whenever it fits. */
  windows: readonly Minutes[]
}

export interface Way {
  /** How much longer the way is than the straight line. */
  windingFactor: number
  kilometresPerHour: number
  shiftMinutes: number
}

export interface TimedStop {
  stop: Stop
  /** On the way from the stop before; 0 for the first. */
  metres: number
  travelMinutes: number
  /** Between coming there and beginning. */
  waitMinutes: number
  begin: number
  end: number
  /** Wholly within one of its windows. */
  isInWindow: boolean
  /** Over before the shift is. */
  isInShift: boolean
}

/** The way between two stops, metres: the straight line times the winding factor. */
export const metresBetween = (
  a: Pick<Stop, 'easting' | 'northing'>,
  b: Pick<Stop, 'easting' | 'northing'>,
  { windingFactor }: Pick<Way, 'windingFactor'>,
): number => Math.hypot(a.easting - b.easting, a.northing - b.northing) * windingFactor

/** When each stop is visited in this order: as early as it can be in one of its windows, else at once. */
export const timesOf = (order: readonly Stop[], way: Way): TimedStop[] => {
  const metresPerMinute = (way.kilometresPerHour * 1000) / 60
  const lastBegin = new Map<string, number>()
  let at = 0
  return order.map((stop, i) => {
    const metres = i === 0 ? 0 : metresBetween(order[i - 1]!, stop, way)
    const travelMinutes = metres / metresPerMinute
    const there = at + travelMinutes
    const ready = Math.max(there, (lastBegin.get(stop.place) ?? -Infinity) + MINUTES_BETWEEN_VISITS)
    const inWindow = earliestIn(stop, ready)
    const begin = inWindow ?? ready
    const end = begin + stop.dwellMinutes
    lastBegin.set(stop.place, begin)
    at = end
    return {
      stop,
      metres,
      travelMinutes,
      begin,
      end,
      waitMinutes: begin - there,
      isInWindow: inWindow !== undefined,
      isInShift: end <= way.shiftMinutes + ROUNDING,
    }
  })
}

const earliestIn = ({ windows, dwellMinutes }: Stop, ready: number): number | undefined =>
  windows
    .map(({ from, to }) => ({ begin: Math.max(from, ready), to }))
    .filter(({ begin, to }) => begin + dwellMinutes <= to + ROUNDING)
    .reduce<number | undefined>((first, { begin }) => (first === undefined || begin < first ? begin : first), undefined)

/** Minutes are sums of fractions: what differs by less than this is the same. */
const ROUNDING = 1e-6

/** What is wrong with an order, the worst first: visits after the shift, visits outside their windows, metres, when it is over. */
export const costOf = (order: readonly Stop[], way: Way): [number, number, number, number] => {
  const times = timesOf(order, way)
  return [
    times.filter(({ isInShift }) => !isInShift).length,
    times.filter(({ isInWindow, stop }) => !isInWindow && stop.windows.length > 0).length,
    times.reduce((sum, { metres }) => sum + metres, 0),
    times.at(-1)?.end ?? 0,
  ]
}

type Cost = ReturnType<typeof costOf>

const isBetter = (a: Cost, b: Cost): boolean => {
  for (const [i, value] of a.entries()) if (Math.abs(value - b[i]!) > ROUNDING) return value < b[i]!
  return false
}

/**
 * A good order: from each stop the one that can begin soonest (nearest neighbour, with windows), the best of all first stops; then parts of
 * it turned round (2-opt) and single stops moved for as long as that makes it better. Not always the best of all orders.
 */
export const goodOrder = (stops: readonly Stop[], way: Way): Stop[] => {
  if (stops.length < 2) return [...stops]
  const starts = stops.map((first) => nearestFrom(first, stops, way))
  let order = starts.reduce((best, next) => (isBetter(costOf(next, way), costOf(best, way)) ? next : best))
  for (let better = improved(order, way); better !== undefined; better = improved(order, way)) order = better
  return order
}

const nearestFrom = (first: Stop, stops: readonly Stop[], way: Way): Stop[] => {
  const order = [first]
  const left = stops.toSpliced(stops.indexOf(first), 1)
  while (left.length > 0) {
    const ranked = left.map((stop, i) => ({ i, timed: timesOf([...order, stop], way).at(-1)! }))
    const { i } = ranked.reduce((best, next) => (goesBefore(next.timed, best.timed) ? next : best))
    order.push(...left.splice(i, 1))
  }
  return order
}

const goesBefore = (a: TimedStop, b: TimedStop): boolean => {
  const rank = ({ isInShift, isInWindow, begin, metres }: TimedStop) => [
    isInShift ? 0 : 1,
    isInWindow ? 0 : 1,
    begin,
    metres,
  ]
  const [first, second] = [rank(a), rank(b)]
  for (const [i, value] of first.entries()) if (Math.abs(value - second[i]!) > ROUNDING) return value < second[i]!
  return false
}

/** The first change that makes an order better; undefined: none does. */
const improved = (order: readonly Stop[], way: Way): Stop[] | undefined => {
  const cost = costOf(order, way)
  for (const changed of changesOf(order)) if (isBetter(costOf(changed, way), cost)) return changed
  return undefined
}

/** Every order that a part turned round, or one stop moved, makes of an order. */
export function* changesOf(order: readonly Stop[]): Generator<Stop[]> {
  for (let from = 0; from < order.length - 1; from++)
    for (let to = from + 1; to < order.length; to++)
      yield [...order.slice(0, from), ...order.slice(from, to + 1).toReversed(), ...order.slice(to + 1)]
  for (let from = 0; from < order.length; from++)
    for (let to = 0; to < order.length; to++)
      if (Math.abs(from - to) > 1) yield order.toSpliced(from, 1).toSpliced(to, 0, order[from]!)
}
