import { expect, test } from 'vitest'
import { londonDay, readMoment } from '../../server/csv/wall-time.ts'

const read = (text: string) => {
  const moment = readMoment(text)
  return typeof moment === 'string' ? moment : `${new Date(moment.at).toISOString()} ${moment.precision}`
}

test.each([
  ['2023-01-05', '2023-01-05T00:00:00.000Z date'],
  ['2023-07-05', '2023-07-04T23:00:00.000Z date'],
  ['05/07/2023', '2023-07-04T23:00:00.000Z date'],
  ['5/7/2023 9:05', '2023-07-05T08:05:00.000Z minute'],
  ['05/07/2023 21:15:30', '2023-07-05T20:15:30.000Z minute'],
  ['2023-07-05T21:15', '2023-07-05T20:15:00.000Z minute'],
  ['2023-07-05 21:15', '2023-07-05T20:15:00.000Z minute'],
  ['2023-07-05T21:15:00Z', '2023-07-05T21:15:00.000Z minute'],
  ['2023-07-05T21:15:00.123+02:00', '2023-07-05T19:15:00.000Z minute'],
  ['2023-07-05 21:15 +0100', '2023-07-05T20:15:00.000Z minute'],
])('%s is %s', (text, expected) => {
  expect(read(text)).toBe(expected)
})

test('of the hour that comes twice in October, the first is meant', () => {
  expect(read('2023-10-29T01:30')).toBe('2023-10-29T00:30:00.000Z minute')
  expect(read('2023-10-29T02:00')).toBe('2023-10-29T02:00:00.000Z minute')
})

test('a time in the hour that the clocks skip in March never was', () => {
  expect(read('2023-03-26T00:59')).toBe('2023-03-26T00:59:00.000Z minute')
  expect(read('26/03/2023 01:00')).toBe('skipped')
  expect(read('2023-03-26T01:59')).toBe('skipped')
  expect(read('2023-03-26T02:00')).toBe('2023-03-26T01:00:00.000Z minute')
  expect(read('2023-03-26T01:30Z')).toBe('2023-03-26T01:30:00.000Z minute')
})

test.each([
  'yesterday',
  '2023-02-29',
  '31/04/2023',
  '2023-13-01',
  '13/13/2023',
  '07/05/23',
  '2023-07-05T24:00',
  '2023-07-05T21:60',
  '2023-07',
  '1688590000',
  '2023-07-05T21:15:00 Europe/London',
  '0/1/2023',
  '',
])('“%s” is no date', (text) => {
  expect(read(text)).toBe('malformed')
})

test('a time belongs to the day in London', () => {
  const day = (text: string) => londonDay(Date.parse(text)) - londonDay(Date.parse('2023-07-01T12:00Z'))
  expect(day('2023-07-01T22:59Z')).toBe(0)
  expect(day('2023-07-01T23:00Z')).toBe(1)
  expect(day('2023-06-30T23:00Z')).toBe(0)
})
