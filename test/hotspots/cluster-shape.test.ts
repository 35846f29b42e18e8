import { booleanPointInPolygon, booleanValid } from '@turf/turf'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areaHectares, clusterShape, pointIn } from '../../server/hotspots/cluster-shape.ts'
import { toLongitudeLatitude } from '../../server/locations/national-grid.ts'

const derby = (dx: number, dy: number) => ({ easting: 435_600 + dx, northing: 336_200 + dy })
const isInside = (
  { easting, northing }: { easting: number; northing: number },
  shape: ReturnType<typeof clusterShape>,
) => {
  const { longitude, latitude } = toLongitudeLatitude(easting, northing)
  return booleanPointInPolygon([longitude, latitude], shape)
}

const anyOffset = fc.integer({ min: 0, max: 400 })
const anyPoints = fc
  .array(fc.tuple(anyOffset, anyOffset), { minLength: 1, maxLength: 40 })
  .map((offsets) => offsets.map(([dx, dy]) => derby(dx, dy)))

test('every member stands inside the shape, and so does its label', () => {
  fc.assert(
    fc.property(anyPoints, (points) => {
      const shape = clusterShape(points, 150)

      expect(points.every((point) => isInside(point, shape))).toBe(true)
      const { longitude, latitude } = pointIn(shape)
      expect(booleanPointInPolygon([longitude, latitude], shape)).toBe(true)
      expect(booleanValid(shape)).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('a shape whose corners round onto one spot stays valid', () => {
  const shape = clusterShape([derby(372, 244), derby(363, 362), derby(377, 176)], 150)

  expect(booleanValid(shape)).toBe(true)
})

test('the shape does not depend on the order of the members', () => {
  fc.assert(
    fc.property(anyPoints, (points) => {
      expect(clusterShape([...points].reverse(), 150)).toEqual(clusterShape(points, 150))
    }),
    { numRuns: 30 },
  )
})

test('members on one spot have a disc of 25 m round it', () => {
  const shape = clusterShape([derby(0, 0), derby(0, 0), derby(0, 0)], 150)

  expect(areaHectares(shape)).toBeCloseTo((Math.PI * 25 ** 2) / 10_000, 1)
})

test('members on one line have a strip of 25 m round it', () => {
  const shape = clusterShape([derby(0, 0), derby(50, 0), derby(100, 0)], 150)

  expect(areaHectares(shape)).toBeCloseTo((100 * 50 + Math.PI * 25 ** 2) / 10_000, 1)
})

const manySpots: [string, (i: number) => { easting: number; northing: number }][] = [
  ['on a line', (i) => derby(i / 5, 0)],
  ['over a square kilometre', (i) => derby((i * 7919) % 1000, (i * 104_729) % 997)],
  ['far apart', (i) => derby((i * 7919) % 20_000, (i * 104_729) % 19_997)],
]
test.each(manySpots)(
  'the shape of 100,000 spots %s holds every one of them, and is drawn within a second or two',
  (_what, at) => {
    const points = Array.from({ length: 100_000 }, (_, i) => at(i))

    const shape = clusterShape(points, 150)

    expect(points.filter((_, i) => i % 97 === 0).every((point) => isInside(point, shape))).toBe(true)
  },
)
