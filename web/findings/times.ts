import type { PatrolWindow } from '../../server/findings/schema.ts'
import { countOf } from '../hotspots/sentences.ts'

/** When to visit, in words. */

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const HOURS_OF_DAY = 24
const HOURS_OF_WEEK = 168

type Hours = Pick<PatrolWindow, 'fromHour' | 'hours'>

export const TRIALS_ABOUT_VIOLENCE =
  'The published trials of how long and how often to visit are about violence. Nothing found shows that patrols reduce sightings of missing children.'

/** “Friday 20:00–24:00”, “Saturday 23:00 to Sunday 01:00”: hours of the local week, which runs round. */
export const windowWords = ({ fromHour, hours }: Hours): string => {
  const to = fromHour + hours
  const [first, last] = [dayOf(fromHour), dayOf(to - 1)]
  if (first === last) return `${DAYS[first]} ${clock(fromHour)}–${to % HOURS_OF_DAY === 0 ? '24:00' : clock(to)}`
  return `${DAYS[first]} ${clock(fromHour)} to ${DAYS[last]} ${to % HOURS_OF_DAY === 0 ? '24:00' : clock(to)}`
}

const dayOf = (hour: number) => Math.floor((hour % HOURS_OF_WEEK) / HOURS_OF_DAY)
const clock = (hour: number) => `${String(hour % HOURS_OF_DAY).padStart(2, '0')}:00`

/** Windows that touch are one to whoever goes there; the order is of the fullest of each. */
export const joinTouching = (windows: readonly Hours[]): Hours[] =>
  windows.reduce<Hours[]>((joined, window) => {
    const before = joined.find(({ fromHour, hours }) => (fromHour + hours) % HOURS_OF_WEEK === window.fromHour)
    const after = joined.find(({ fromHour }) => (window.fromHour + window.hours) % HOURS_OF_WEEK === fromHour)
    const whole = {
      fromHour: before?.fromHour ?? window.fromHour,
      hours: (before?.hours ?? 0) + window.hours + (after?.hours ?? 0),
    }
    const met = joined.findIndex((one) => one === before || one === after)
    const others = joined.filter((one) => one !== before && one !== after)
    return met < 0 ? [...others, whole] : others.toSpliced(met, 0, whole)
  }, [])

/**
 * How much of what is timed the best times hold. Weights are parts of reports, for a report known as “that evening” is spread
 * over it: whole numbers say all that they can bear.
 */
export const heldSentence = (windows: readonly PatrolWindow[], timed: number): string => {
  const held = windows.reduce((sum, { weight }) => sum + weight, 0)
  const words = held < 1 ? 'less than 1' : `about ${Math.round(held)}`
  const most = held < timed / 2 ? ' Most come at other times.' : ''
  return `${windows.length === 1 ? 'It holds' : 'Together they hold'} ${words} of the ${countOf(timed, 'report')} with a known time.${most}`
}
