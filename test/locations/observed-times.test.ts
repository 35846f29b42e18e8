import { expect, test } from 'vitest'
import { readObservedTimes } from '../../server/locations/observed-times.ts'
import type { ReportInput } from '../../server/locations/schema.ts'

const NOW = Date.parse('2023-07-11T20:00:00Z')

const read = (observedFrom: string, observedTo?: string, timePrecision: ReportInput['timePrecision'] = 'exact') =>
  readObservedTimes({ observedFrom, observedTo, timePrecision }, NOW)

test('a time is London’s wall clock, in summer and in winter', () => {
  expect(read('2023-06-30T21:15').observedFrom).toBe('2023-06-30T20:15:00.000Z')
  expect(read('2023-01-30T21:15').observedFrom).toBe('2023-01-30T21:15:00.000Z')
})

test('a date as the end is the whole of that day', () => {
  expect(read('2023-06-29', '2023-06-30', 'unknown')).toEqual({
    observedFrom: '2023-06-28T23:00:00.000Z',
    observedTo: '2023-06-30T22:59:00.000Z',
    observedUntil: '2023-06-30T22:59:00.000Z',
    timePrecision: 'unknown',
  })
})

test('a date without a time is known to the day at best', () => {
  expect(read('2023-06-30', undefined, 'exact')).toMatchObject({
    timePrecision: 'date',
    observedTo: null,
    observedUntil: '2023-06-30T22:59:00.000Z',
  })
})

test('the evening that is not over yet may end at midnight', () => {
  expect(read('2023-07-11T18:00', '2023-07-12T00:00', 'day_part').observedTo).toBe('2023-07-11T23:00:00.000Z')
})

test.each([
  ['that does not exist', '2023-02-29', undefined, '/observedFrom', /no such day/],
  ['at 24 o’clock', '2023-02-28T24:00', undefined, '/observedFrom', /no such day/],
  ['that the clocks skipped', '2023-03-26T01:30', undefined, '/observedFrom', /clocks went forward/],
  ['of a minute ahead', '2023-07-11T21:01', undefined, '/observedFrom', /future/],
  ['of tomorrow', '2023-07-12', undefined, '/observedFrom', /future/],
  ['whose year lost a figure', '0203-07-11', undefined, '/observedFrom', /slip/],
  ['that ends before it begins', '2023-07-10T21:00', '2023-07-10T20:59', '/observedTo', /before the beginning/],
  ['that ends in the future', '2023-07-10T21:00', '2023-07-12', '/observedTo', /future/],
])('a time %s is refused', (_what, from, to, pointer, sentence) => {
  expect(() => read(from, to)).toThrow(
    expect.objectContaining({ status: 422, errors: [{ pointer, detail: expect.stringMatching(sentence) as string }] }),
  )
})
