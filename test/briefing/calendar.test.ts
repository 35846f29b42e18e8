import { expect, test } from 'vitest'
import { occurrencesOf, toCalendar } from '../../server/briefing/calendar.ts'

const utc = (windows: { fromHour: number; hours: number }[], from: string, to: string) =>
  occurrencesOf(windows, from, to).map((one) => [
    one.from.toISOString().slice(0, 16),
    one.to.toISOString().slice(0, 16),
  ])

test('a window comes round once a week, by the wall clock, in summer and in winter', () => {
  // Friday 20:00 to 24:00, over the end of summer time on 29 October 2023.
  expect(utc([{ fromHour: 116, hours: 4 }], '2023-10-24', '2023-11-07')).toEqual([
    ['2023-10-27T19:00', '2023-10-27T23:00'],
    ['2023-11-03T20:00', '2023-11-04T00:00'],
  ])
  // Sunday 00:00 to 04:00, across both clock changes: it begins and ends when the clock on the wall says so.
  expect(utc([{ fromHour: 144, hours: 4 }], '2023-10-29', '2023-10-29')).toEqual([
    ['2023-10-28T23:00', '2023-10-29T04:00'],
  ])
  expect(utc([{ fromHour: 144, hours: 4 }], '2023-03-26', '2023-03-26')).toEqual([
    ['2023-03-26T00:00', '2023-03-26T03:00'],
  ])
})

test('both days are included, and days in the wrong order hold nothing', () => {
  const everyDay = Array.from({ length: 7 }, (_, day) => ({ fromHour: day * 24 + 18, hours: 2 }))
  expect(utc(everyDay, '2023-07-11', '2023-08-07')).toHaveLength(28)
  expect(utc(everyDay, '2023-07-11', '2023-07-10')).toEqual([])
})

test('a calendar is folded, escaped and in UTC (RFC 5545)', () => {
  const text = toCalendar(
    'Visits',
    [
      {
        uid: 'a@place-risk',
        from: new Date('2023-07-14T19:00:00Z'),
        to: new Date('2023-07-14T23:00:00Z'),
        summary: 'Visit; Riverside, Gardens',
        description: `One\nTwo \\ ${'é'.repeat(100)}`,
        place: 'Riverside',
      },
    ],
    new Date('2023-07-11T12:00:00Z'),
  )

  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  const unfolded = text.replaceAll('\r\n ', '')
  for (const line of [
    'UID:a@place-risk',
    'DTSTAMP:20230711T120000Z',
    'DTSTART:20230714T190000Z',
    'DTEND:20230714T230000Z',
    String.raw`SUMMARY:Visit\; Riverside\, Gardens`,
    String.raw`DESCRIPTION:One\nTwo \\ ${'é'.repeat(100)}`,
    'LOCATION:Riverside',
    'CLASS:CONFIDENTIAL',
  ])
    expect(unfolded.split('\r\n')).toContain(line)
})
