import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlacedOccurrence } from '../../server/hotspots/occurrence.ts'
import { toNationalGrid } from '../../server/locations/national-grid.ts'
import { groupForRun } from '../../server/runs/group-for-run.ts'
import { squareOf } from '../../server/runs/grid-square.ts'
import { clusterAnchor, clusterGround, sharedClusterShape } from '../../server/runs/shared-shape.ts'
import { anyReports, at, byChildren } from './reports.ts'
import { gridRings, signedArea } from './shapes.ts'

const standing = (children: string, place: ReturnType<typeof at>) => byChildren(children, place) as PlacedOccurrence[]
const nameOf = (report: { easting: number; northing: number }) => Object.values(squareOf(report)).join(' ')

/** Distinct children of each square, by its corner. */
const childrenBySquare = (reports: readonly PlacedOccurrence[]) => {
  const children = new Map<string, Set<string>>()
  for (const report of reports) {
    const here = children.get(nameOf(report)) ?? new Set()
    if (report.childId !== null) here.add(report.childId)
    children.set(nameOf(report), here)
  }
  return children
}

const areaOf = (shape: Exclude<ReturnType<typeof sharedClusterShape>, { type: 'Point' }>) =>
  gridRings(shape).reduce((sum, ring) => sum + signedArea(ring), 0)

test('no square of fewer than three of the cluster’s children is drawn, and no vertex is anything but a corner or a centre', () => {
  fc.assert(
    fc.property(anyReports, (reports) => {
      for (const { placeId, reports: members } of groupForRun(reports, { minPoints: 3 }).groups) {
        if (placeId !== null) continue
        const drawn = [...childrenBySquare(members)].filter(([, children]) => children.size >= 3)
        const shape = sharedClusterShape(members)

        if (drawn.length === 0) {
          expect(shape.type).toBe('Point')
          if (shape.type !== 'Point') return
          const { easting, northing } = toNationalGrid(...shape.coordinates)
          expect(
            Math.hypot(easting - clusterAnchor(members).easting, northing - clusterAnchor(members).northing),
          ).toBeLessThan(0.5)
        } else {
          if (shape.type === 'Point') throw new Error('expected squares, got a point')
          expect(areaOf(shape)).toBe(drawn.length * 40_000)
          for (const [easting, northing] of gridRings(shape).flat()) {
            expect(Math.abs(easting - Math.round(easting / 200) * 200)).toBeLessThan(0.5)
            expect(Math.abs(northing - Math.round(northing / 200) * 200)).toBeLessThan(0.5)
          }
        }
      }
    }),
  )
})

test('a cluster of three children in three squares is a point at the centre of a square', () => {
  const reports = [
    ...standing('a', at(2, 0, 17, 3)),
    ...standing('bb', at(1, 0, 31, 190)),
    ...standing('c', at(0, 0, 199, 199)),
  ]

  expect(groupForRun(reports, { minPoints: 3 }).groups).toHaveLength(1)
  expect(clusterAnchor(reports)).toEqual({ easting: 435_900, northing: 336_300 })
  const shape = sharedClusterShape(reports)
  expect(shape.type).toBe('Point')
  const { easting, northing } = toNationalGrid(...(shape.coordinates as [number, number]))
  expect([Math.round(easting), Math.round(northing)]).toEqual([435_900, 336_300])
})

test('the anchor is the square of most children, then of most reports, then the west, then the south', () => {
  expect(clusterAnchor([...standing('aaaa', at(0, 0)), ...standing('ab', at(1, 0))]).easting).toBe(435_900)
  expect(clusterAnchor([...standing('ab', at(0, 0)), ...standing('aab', at(1, 0))]).easting).toBe(435_900)
  expect(clusterAnchor([...standing('ab', at(1, 0)), ...standing('ab', at(0, 0))]).easting).toBe(435_700)
  expect(clusterAnchor([...standing('ab', at(0, 1)), ...standing('ab', at(0, 0))]).northing).toBe(336_300)
  expect(() => clusterAnchor([])).toThrow(RangeError)
})

test('the square of two children beside one of three is not drawn, and reports of nobody are nobody', () => {
  const nobody = byChildren('x', { ...at(1, 0), childId: null }) as PlacedOccurrence[]
  const reports = [...standing('abc', at(0, 0)), ...standing('ab', at(1, 0)), ...nobody]
  const shape = sharedClusterShape(reports)

  if (shape.type === 'Point') throw new Error('expected a square, got a point')
  expect(areaOf(shape)).toBe(40_000)
  expect(areaOf(clusterGround(reports))).toBe(80_000)
})
