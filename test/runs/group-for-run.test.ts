import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupForRun } from '../../server/runs/group-for-run.ts'
import { toSquareCentre } from '../../server/runs/grid-square.ts'
import { anyReports, at, byChildren } from './reports.ts'

const sizes = (reports: Parameters<typeof groupForRun>[0], minPoints = 3) =>
  groupForRun(reports, { minPoints }).groups.map((group) => group.reports.length)

test('squares that share a side are one cluster, however far apart in them the reports stand', () => {
  expect(sizes([...byChildren('abc', at(0, 0, 0, 0)), ...byChildren('abc', at(1, 0, 199, 199))])).toEqual([6])
  expect(sizes([...byChildren('abc', at(0, 0, 0, 0)), ...byChildren('abc', at(0, 1, 199, 199))])).toEqual([6])
})

test('squares that meet at a corner only are two clusters, however close the reports stand', () => {
  expect(sizes([...byChildren('abc', at(0, 0, 199, 199)), ...byChildren('abc', at(1, 1, 0, 0))])).toEqual([3, 3])
})

test('a cluster begins with enough reports in a square and the four beside it', () => {
  const spread = [...byChildren('a', at(1, 1)), ...byChildren('b', at(0, 1)), ...byChildren('c', at(1, 0))]

  expect(sizes(spread, 3)).toEqual([3])
  expect(sizes(spread, 4)).toEqual([])
  expect(groupForRun(spread, { minPoints: 4 }).leftOut.notCounted).toBe(3)
})

test('a named place keeps its reports, whatever squares they lie in, and comes before the clusters', () => {
  const { groups } = groupForRun(
    [
      ...byChildren('abc', at(1, 0)),
      ...byChildren('abc', { ...at(0, 0), placeId: 'station' }),
      ...byChildren('abc', { ...at(1, 0), placeId: 'park' }),
    ],
    { minPoints: 3 },
  )

  expect(groups.map(({ placeId, reports }) => [placeId, reports.length])).toEqual([
    ['park', 3],
    ['station', 3],
    [null, 3],
  ])
})

test('a group holds the reports themselves, at their exact points', () => {
  fc.assert(
    fc.property(anyReports, (reports) => {
      const known = new Set(reports)

      for (const group of groupForRun(reports, { minPoints: 3 }).groups)
        expect(group.reports.every((report) => known.has(report))).toBe(true)
    }),
  )
})

test('the reports of one square are all in the same cluster, or in none', () => {
  fc.assert(
    fc.property(anyReports, (reports) => {
      const elsewhere = reports.filter(({ placeId }) => placeId === null)
      const squareOf = ({ easting, northing }: (typeof elsewhere)[0]) =>
        JSON.stringify(toSquareCentre({ easting: easting!, northing: northing! }))

      for (const group of groupForRun(elsewhere, { minPoints: 4 }).groups) {
        const squares = new Set(group.reports.map(squareOf))
        expect(group.reports.length).toBe(elsewhere.filter((report) => squares.has(squareOf(report))).length)
      }
    }),
  )
})
