import type { TrendClass } from './schema.ts'

const MONTHS = 12
const CHILDREN_OF_A_HOT_MONTH = 3

/** Whether a place was hot in a month: 3 or more distinct children were reported there. */
export const isHotMonth = (children: number): boolean => children >= CHILDREN_OF_A_HOT_MONTH

/**
 * How a place has been over the last 12 complete months: the first rule that holds, in the order below.
 * @param childrenByMonth distinct children reported there in each of the 12 months, oldest first
 * @param wasHotBefore whether any month before those 12 was hot
 * @throws RangeError where there are not 12 months
 */
export function trendClass(childrenByMonth: readonly number[], wasHotBefore: boolean): TrendClass {
  if (childrenByMonth.length !== MONTHS)
    throw new RangeError(`expected ${MONTHS} months, got ${childrenByMonth.length}`)
  const hotIn = (from: number, to: number) => childrenByMonth.slice(from, to).filter(isHotMonth).length

  if (!wasHotBefore && hotIn(0, 10) === 0 && hotIn(10, 12) > 0) return 'new'
  if (hotIn(8, 12) >= 3 && hotIn(0, 8) === 0) return 'emerging'
  if (hotIn(0, 12) >= 9) return 'persistent'
  if (hotIn(0, 8) >= 3 && hotIn(8, 12) === 0) return 'diminishing'
  if (hotIn(0, 12) === 0) return wasHotBefore ? 'lapsed' : 'never hot'
  return 'intermittent'
}
