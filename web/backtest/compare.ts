import type { RunBacktest } from '../../server/findings/schema.ts'

export type ForetoldMonth = NonNullable<RunBacktest['backtest']>['months'][number]

/** The map, and two ways of choosing that need no map. */
export const WAYS = ['shown', 'lastMonth', 'twelveMonths'] as const
export type Way = (typeof WAYS)[number]
export const RIVALS = ['lastMonth', 'twelveMonths'] as const

/** With this much more ground, meeting more reports is no achievement by itself. */
const MUCH_MORE_GROUND = 1.5
const SURE_ENOUGH = 0.05

export interface Total {
  hits: number
  /** Mean over the months: each is looked at for a month. */
  areaShare: number
  /** Of the hits' share over the area's; null where there is nothing to divide. */
  pai: number | null
}

export const totalOf = (months: readonly ForetoldMonth[], way: Way): Total => {
  const hits = sumOf(months.map((month) => month[way].hits))
  const areaShare = sumOf(months.map((month) => month[way].areaShare)) / months.length
  const reports = reportsIn(months)
  return { hits, areaShare, pai: reports > 0 && areaShare > 0 ? hits / reports / areaShare : null }
}

export const reportsIn = (months: readonly ForetoldMonth[]): number => sumOf(months.map(({ reports }) => reports))

export interface Ahead {
  ahead: number
  behind: number
  equal: number
}

/** In how many months the map met more than a rival. */
export const aheadOf = (months: readonly ForetoldMonth[], rival: Way): Ahead => {
  const differences = months.map((month) => Math.sign(month.shown.hits - month[rival].hits))
  const count = (sign: number) => differences.filter((difference) => difference === sign).length
  return { ahead: count(1), behind: count(-1), equal: count(0) }
}

/**
 * How often two equally good ways would be at least this many months apart, one way or the other: the exact sign test, months that
 * are equal left out.
 */
export const chanceOf = ({ ahead, behind }: Pick<Ahead, 'ahead' | 'behind'>): number => {
  const months = ahead + behind
  const fewer = Math.min(ahead, behind)
  let ways = 1
  let tail = 0
  for (let k = 0; k <= fewer; k++) {
    tail += ways
    ways = (ways * (months - k)) / (k + 1)
  }
  return Math.min(1, (2 * tail) / 2 ** months)
}

export type Standing = 'ahead' | 'behind' | 'open'

export const standingAgainst = (months: readonly ForetoldMonth[], rival: Way): Standing => {
  const found = aheadOf(months, rival)
  if (chanceOf(found) > SURE_ENOUGH) return 'open'
  return found.ahead > found.behind ? 'ahead' : 'behind'
}

/** How many times the rival's ground the map looked at; null where the rival looked at none. */
export const groundOver = (months: readonly ForetoldMonth[], rival: Way): number | null => {
  const theirs = totalOf(months, rival).areaShare
  return theirs > 0 ? totalOf(months, 'shown').areaShare / theirs : null
}

export const isMuchMore = (ground: number | null): boolean => ground === null || ground >= MUCH_MORE_GROUND
export const isMuchLess = (ground: number | null): boolean => ground !== null && ground <= 1 / MUCH_MORE_GROUND

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
