import { refuseBadCount } from './whole-count.ts'

/** Hours in a row of the local week, which runs round from Sunday night to Monday. */
export interface PatrolWindow {
  /** 0 is Monday 00:00 to 01:00, 167 Sunday 23:00 to 24:00. */
  fromHour: number
  hours: number
  /** Timed reports' weight in the window, and its share of the whole week's. */
  weight: number
  share: number
}

const HOURS_IN_WEEK = 168
/** The longest first: of windows equally full, the longer holds more. */
const LENGTHS_HOURS = [4, 3, 2]
const FEWEST_TIMED_REPORTS = 10
const FEWEST_CHILDREN = 5
/** Weights are sums of fractions: what differs by less than this is the same. */
const ROUNDING = 1e-9

/**
 * The best times to visit a place: the 2 to 4 hours in a row that hold the most weight per hour, then the best that do not
 * overlap those, and so on up to `most`, fullest first. Of equals the longer, then the earlier in the week. Hours of no weight
 * are never a window; fewer than 10 timed reports, or 5 children of them, give none.
 * @param week 168 weights from Monday 00:00, as of `aoristicWeek`
 * @throws RangeError where there are not 168 weights, one is not a number of 0 or more, or `most` is not a whole number from 0 on
 */
export function patrolWindows(
  week: ArrayLike<number>,
  { timedReports, children, most }: { timedReports: number; children: number; most: number },
): PatrolWindow[] {
  const weights = Array.from(week)
  if (weights.length !== HOURS_IN_WEEK) throw new RangeError(`expected ${HOURS_IN_WEEK} hours, got ${weights.length}`)
  for (const weight of weights) {
    if (!(weight >= 0 && weight < Infinity)) throw new RangeError(`expected a weight of 0 or more, got ${weight}`)
  }
  refuseBadCount(most)
  if (timedReports < FEWEST_TIMED_REPORTS || children < FEWEST_CHILDREN) return []

  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const isTaken = weights.map(() => false)
  const windows: PatrolWindow[] = []
  while (windows.length < most) {
    const best = fullestWindow(weights, isTaken)
    if (best === undefined) break
    for (const hour of hoursOf(best)) isTaken[hour] = true
    windows.push({ ...best, share: best.weight / total })
  }
  return windows
}

type Candidate = Omit<PatrolWindow, 'share'>

const hoursOf = ({ fromHour, hours }: Pick<Candidate, 'fromHour' | 'hours'>) =>
  Array.from({ length: hours }, (_, hour) => (fromHour + hour) % HOURS_IN_WEEK)

function fullestWindow(weights: readonly number[], isTaken: readonly boolean[]): Candidate | undefined {
  let best: Candidate | undefined
  let mostPerHour = ROUNDING
  for (const hours of LENGTHS_HOURS) {
    for (let fromHour = 0; fromHour < HOURS_IN_WEEK; fromHour++) {
      const covered = hoursOf({ fromHour, hours })
      const weight = covered.reduce((sum, hour) => sum + weights[hour]!, 0)
      if (weight / hours <= mostPerHour + (best === undefined ? 0 : ROUNDING)) continue
      if (covered.some((hour) => isTaken[hour])) continue
      best = { fromHour, hours, weight }
      mostPerHour = weight / hours
    }
  }
  return best
}
