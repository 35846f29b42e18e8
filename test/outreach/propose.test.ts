import { expect, test } from 'vitest'
import { nextAfter, proposeSessions } from '../../web/outreach/propose-sessions.ts'

/** Friday 18:00 to 22:00, Saturday 23:00 to 01:00. */
const WINDOWS = [
  { fromHour: 143, hours: 2 },
  { fromHour: 114, hours: 4 },
]

test('sessions are proposed on the next dates of the times that were asked for, as many as were asked for', () => {
  // A Tuesday.
  expect(proposeSessions(WINDOWS, 3, '2023-07-11')).toEqual([
    { day: '2023-07-14', from: '18:00', to: '22:00' },
    { day: '2023-07-15', from: '23:00', to: '01:00' },
    { day: '2023-07-21', from: '18:00', to: '22:00' },
  ])
  expect(proposeSessions(WINDOWS, 60, '2023-07-11')).toHaveLength(12)
  expect(proposeSessions([], 6, '2023-07-11')).toEqual([])
})

test('a session is never proposed for today: whoever accepts has to be able to come', () => {
  expect(proposeSessions(WINDOWS, 1, '2023-07-14')[0]!.day).toBe('2023-07-15')
})

test('one more session is a week after the last', () => {
  expect(nextAfter([{ day: '2023-12-29', from: '18:00', to: '20:00' }])).toEqual({
    day: '2024-01-05',
    from: '18:00',
    to: '20:00',
  })
  expect(nextAfter([])).toMatchObject({ day: '' })
})
