import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bandOf, BANDS, childrenBandG3, LISTED_BANDS, roundToFive } from '../../server/runs/bands.ts'

test.each([
  [0, null, null],
  [2, null, null],
  [3, '3-4', null],
  [4, '3-4', null],
  [5, '5-9', '5-9'],
  [9, '5-9', '5-9'],
  [10, '10-14', '10-14'],
  [14, '10-14', '10-14'],
  [15, '15+', '15+'],
  [684, '15+', '15+'],
])('%i stands in the band %s for partners, and %s in the list', (count, band, listed) => {
  expect(bandOf(count)).toBe(band)
  expect(childrenBandG3(count)).toBe(listed)
})

test('a larger count is never in a smaller band', () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 100 }), fc.nat(100), (count, more) => {
      expect(BANDS.indexOf(bandOf(count + more)!)).toBeGreaterThanOrEqual(BANDS.indexOf(bandOf(count)!))
      expect(LISTED_BANDS).toContain(childrenBandG3(count))
    }),
  )
})

test('a number is rounded to the nearest five', () => {
  expect([0, 2, 3, 7, 8, 12, 13, 10].map(roundToFive)).toEqual([0, 0, 5, 5, 10, 10, 15, 10])
})
