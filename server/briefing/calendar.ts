import ical, { ICalEventClass } from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import { ZONE } from '../local-time.ts'
import type { HourWindow } from '../patrols/schema.ts'

export interface CalendarEvent {
  /** The same for the same event each time: a second download replaces the first. */
  uid: string
  from: Date
  to: Date
  summary: string
  description: string
  place: string
}

/** iCalendar (RFC 5545), every time in UTC: no calendar has to know the clocks here. @param stamp when it was made */
export const toCalendar = (name: string, events: readonly CalendarEvent[], stamp: Date): string => {
  const calendar = ical({ name, prodId: { company: 'place-risk', product: 'patrols', language: 'EN' } })
  for (const { uid, from, to, summary, description, place } of events)
    calendar.createEvent({
      id: uid,
      stamp,
      start: from,
      end: to,
      summary,
      description,
      location: place,
      class: ICalEventClass.CONFIDENTIAL,
    })
  return `${calendar.toString()}\r\n`
}

/** Each time that a window of the week comes round from one day to another, both included, as instants, the earliest first. */
export const occurrencesOf = (windows: readonly HourWindow[], from: string, to: string): { from: Date; to: Date }[] => {
  const first = Temporal.PlainDate.from(from)
  const days = first.until(Temporal.PlainDate.from(to)).days + 1
  return Array.from({ length: Math.max(0, days) }, (_, i) => first.add({ days: i }))
    .flatMap((day) =>
      windows
        .filter(({ fromHour }) => Math.floor(fromHour / 24) === day.dayOfWeek - 1)
        .map(({ fromHour, hours }) => {
          const begin = day.toPlainDateTime({ hour: fromHour % 24 })
          return { from: instantOf(begin), to: instantOf(begin.add({ hours })) }
        }),
    )
    .toSorted((a, b) => a.from.getTime() - b.from.getTime())
}

/** What the wall clock says; in the hour that a clock change leaves out or repeats, the time before the change. */
const instantOf = (at: Temporal.PlainDateTime): Date => new Date(at.toZonedDateTime(ZONE).epochMilliseconds)
