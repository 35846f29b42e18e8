import { Temporal } from 'temporal-polyfill'
import { ZONE } from '../local-time.ts'
import type { Stage } from './stage.ts'

/** What happens when: each event may bring later ones. */
export interface Timeline {
  /** @param day YYYY-MM-DD @param time wall clock, HH:MM */
  on(day: string, time: string, work: () => Promise<void>): void
  /** Plays everything up to a day, in its order, with the clock set to each. */
  play(through: string): Promise<void>
}

export const openTimeline = (stage: Pick<Stage, 'setClock'>): Timeline => {
  let events: { at: string; work: () => Promise<void> }[] = []
  const next = (through: string) =>
    events.filter(({ at }) => at.slice(0, 10) <= through).toSorted((a, b) => (a.at < b.at ? -1 : 1))[0]
  return {
    on: (day, time, work) => void events.push({ at: `${day}T${time}`, work }),
    async play(through) {
      for (let event = next(through); event; event = next(through)) {
        const { at, work } = event
        events = events.filter((one) => one !== event)
        stage.setClock(Temporal.PlainDateTime.from(at).toZonedDateTime(ZONE).toInstant().toString())
        await work()
      }
    },
  }
}

/** The day some days later, YYYY-MM-DD. */
export const daysAfter = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString()

/** The first day of the month after a month, YYYY-MM. */
export const monthAfter = (month: string): string =>
  Temporal.PlainDate.from(`${month}-01`).add({ months: 1 }).toString().slice(0, 7)

/** The third Tuesday of the month after a month: when the group meets on it. */
export const meetingDay = (month: string): string => {
  const first = Temporal.PlainDate.from(`${monthAfter(month)}-01`)
  return first.add({ days: ((2 - first.dayOfWeek + 7) % 7) + 14 }).toString()
}

/** The first day, from a day on, at which an hour of the local week stands, and that hour. @param fromHour 0 is Monday 00:00 */
export const nextAt = (day: string, fromHour: number): { day: string; time: string } => {
  const from = Temporal.PlainDate.from(day)
  const wait = (Math.floor(fromHour / 24) + 1 - from.dayOfWeek + 7) % 7
  return { day: from.add({ days: wait }).toString(), time: `${String(fromHour % 24).padStart(2, '0')}:05` }
}
