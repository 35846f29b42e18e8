import type { HoursOfWeek, OpenHours } from './schema.ts'

const MINUTES_OF_HOUR = 60
const MINUTES_OF_DAY = 24 * MINUTES_OF_HOUR
const HOURS_OF_WEEK = 7 * 24
const MINUTES_OF_WEEK = 7 * MINUTES_OF_DAY

/**
 * The hours of the local week (0 is Monday 00:00 to 01:00) in which somebody is there for every minute, one after another counts too.
 * @param open of all the places that are looked at together
 */
export const coveredHours = (open: readonly OpenHours[]): number[] => {
  const isOpen = new Uint8Array(MINUTES_OF_WEEK)
  for (const { day, from, to } of open) {
    const start = day * MINUTES_OF_DAY + minutesOf(from)
    const length = minutesOf(to) - minutesOf(from)
    const minutes = length > 0 ? length : length + MINUTES_OF_DAY
    for (let i = 0; i < minutes; i++) isOpen[(start + i) % MINUTES_OF_WEEK] = 1
  }
  return hoursOfWeek.filter((hour) =>
    isOpen.subarray(hour * MINUTES_OF_HOUR, (hour + 1) * MINUTES_OF_HOUR).every((minute) => minute === 1),
  )
}

/** The hours of the windows in which nobody is there, joined where they touch, Monday first; the week runs round. */
export const gapsOf = (windows: readonly HoursOfWeek[], covered: readonly number[]): HoursOfWeek[] => {
  const isCovered = new Set(covered)
  const wanted = windows.flatMap(({ fromHour, hours }) =>
    Array.from({ length: hours }, (_, i) => (fromHour + i) % HOURS_OF_WEEK),
  )
  const missing = new Set(wanted.filter((hour) => !isCovered.has(hour)))
  if (missing.size === HOURS_OF_WEEK) return [{ fromHour: 0, hours: HOURS_OF_WEEK }]

  const starts = hoursOfWeek.filter(
    (hour) => missing.has(hour) && !missing.has((hour + HOURS_OF_WEEK - 1) % HOURS_OF_WEEK),
  )
  return starts.map((fromHour) => {
    let hours = 1
    while (missing.has((fromHour + hours) % HOURS_OF_WEEK)) hours++
    return { fromHour, hours }
  })
}

const hoursOfWeek = Array.from({ length: HOURS_OF_WEEK }, (_, hour) => hour)

const minutesOf = (time: string): number => {
  const [hours, minutes] = time.split(':')
  return Number(hours) * MINUTES_OF_HOUR + Number(minutes)
}
