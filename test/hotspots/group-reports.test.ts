import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupReports } from '../../server/hotspots/group-reports.ts'
import { occurrence } from './occurrence.ts'

const method = { epsMetres: 150, minPoints: 5, minChildren: 3 }
const many = (count: number, given: Parameters<typeof occurrence>[0]) =>
  Array.from({ length: count }, () => occurrence(given))

describe('every report stands in exactly one group or one count', () => {
  const anyReport = fc
    .record({
      childId: fc.option(fc.constantFrom('a', 'b', 'c', 'd')),
      easting: fc.option(fc.integer({ min: 435_000, max: 436_000 }), { freq: 8 }),
      northing: fc.integer({ min: 336_000, max: 337_000 }),
      placeId: fc.option(fc.constantFrom('park', 'station')),
      isPrivateAddress: fc.boolean(),
      foundOnPatrol: fc.boolean(),
      isInArea: fc.constantFrom(true, true, false, null),
    })
    .map(({ easting, northing, ...rest }) =>
      occurrence({ ...rest, easting, northing: easting === null ? null : northing }),
    )

  test('whatever the reports are', () => {
    fc.assert(
      fc.property(fc.array(anyReport, { maxLength: 120 }), fc.integer({ min: 2, max: 10 }), (reports, minPoints) => {
        const { groups, leftOut } = groupReports(reports, { ...method, minPoints })

        const grouped = groups.reduce((sum, group) => sum + group.reports.length, 0)
        const left = Object.values(leftOut).reduce((sum, count) => sum + count, 0)
        expect(grouped + left).toBe(reports.length)
        expect(new Set(groups.flatMap((group) => group.reports)).size).toBe(grouped)
      }),
    )
  })
})

test('a private address is never grouped, placed or not', () => {
  const { groups, leftOut } = groupReports(
    [...many(9, { isPrivateAddress: true }), ...many(2, { isPrivateAddress: true, easting: null, northing: null })],
    method,
  )

  expect(groups).toEqual([])
  expect(leftOut).toEqual({ privateAddress: 11, outsideArea: 0, unplaced: 0, foundOnPatrol: 0, notCounted: 0 })
})

test('a find on patrol never makes a place hotter', () => {
  const { groups, leftOut, patrolFinds } = groupReports(
    [...many(4, { placeId: 'park' }), ...many(3, { placeId: 'park', foundOnPatrol: true })],
    method,
  )

  expect(groups).toEqual([])
  expect(leftOut).toMatchObject({ foundOnPatrol: 3, notCounted: 4 })
  expect(patrolFinds).toHaveLength(3)
})

test('a named place owns its reports, so that neighbours within eps do not melt into one', () => {
  const { groups } = groupReports(
    [
      ...many(5, { placeId: 'gardens', easting: 435_600 }),
      ...many(5, { placeId: 'station', easting: 435_700 }),
      ...many(5, { easting: 435_650 }),
    ],
    method,
  )

  expect(groups.map(({ method, placeId, reports }) => [method, placeId, reports.length])).toEqual([
    ['place', 'gardens', 5],
    ['place', 'station', 5],
    ['cluster', null, 5],
  ])
})

test('where no area is loaded nothing is outside it', () => {
  expect(groupReports(many(5, { isInArea: null }), method).groups).toHaveLength(1)
  expect(groupReports(many(5, { isInArea: false }), method).leftOut.outsideArea).toBe(5)
})
