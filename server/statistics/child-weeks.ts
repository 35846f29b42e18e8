import { Temporal } from 'temporal-polyfill'
import { localDay } from '../local-time.ts'
import type { BeforeAfter } from './child-flip.ts'

/** Local days, YYYY-MM-DD; `to` is exclusive. */
export interface Days {
  from: string
  to: string
}

const DAY_MS = 86_400_000
const WINDOW_DAYS = 90

/**
 * The windows that a place's change compares: the last 90 complete days, the 90 before them, and the same 90 a year earlier.
 * @param end the first day that is not complete, YYYY-MM-DD
 */
export function changeWindows(end: string): { after: Days; before: Days; yearEarlier: Days } {
  const ninetyDaysTo = (to: Temporal.PlainDate): Days => ({
    from: to.subtract({ days: WINDOW_DAYS }).toString(),
    to: to.toString(),
  })
  const day = Temporal.PlainDate.from(end)
  return {
    after: ninetyDaysTo(day),
    before: ninetyDaysTo(day.subtract({ days: WINDOW_DAYS })),
    yearEarlier: ninetyDaysTo(day.subtract({ years: 1 })),
  }
}

/**
 * The child-weeks of one place in two windows, child by child, for `childFlipTest`: a child counts once a week, however often
 * reported. Reports without a child are not counted; a child in neither window is not listed.
 *
 * Weeks are not calendar weeks, which would cut across the windows: `after`'s begin at its first day, `before`'s end at its
 * last, so that both windows are cut alike, the one the mirror image of the other. The week furthest from where they meet is the
 * short one: 90 days are twelve weeks and six days. Days are local days (Europe/London).
 * @param reports of one place; those outside both windows are ignored
 * @throws RangeError where the windows are not of the same length, or not at least a day long
 */
export function childWeeks(
  reports: readonly { childId: string | null; at: Date }[],
  { before, after }: { before: Days; after: Days },
): (BeforeAfter & { childId: string })[] {
  const [afterStart, afterEnd] = [dayNumber(after.from), dayNumber(after.to)]
  const [beforeStart, beforeEnd] = [dayNumber(before.from), dayNumber(before.to)]
  const length = afterEnd - afterStart
  if (!(length > 0 && beforeEnd - beforeStart === length))
    throw new RangeError(`expected two windows of the same length, got ${beforeEnd - beforeStart} and ${length} days`)

  const weeksOf = new Map<string, { before: Set<number>; after: Set<number> }>()
  for (const { childId, at } of reports) {
    if (childId === null) continue
    const day = dayNumber(localDay(at))
    const isAfter = day >= afterStart && day < afterEnd
    if (!isAfter && !(day >= beforeStart && day < beforeEnd)) continue
    const weeks = weeksOf.get(childId) ?? { before: new Set(), after: new Set() }
    weeksOf.set(childId, weeks)
    if (isAfter) weeks.after.add(Math.floor((day - afterStart) / 7))
    else weeks.before.add(Math.floor((beforeEnd - 1 - day) / 7))
  }
  return [...weeksOf].map(([childId, weeks]) => ({ childId, before: weeks.before.size, after: weeks.after.size }))
}

const dayNumber = (day: string) => Date.parse(day) / DAY_MS
