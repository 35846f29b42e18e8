import { booleanPointInPolygon } from '@turf/turf'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toNationalGrid } from '../../server/locations/national-grid.ts'
import { squareCentre, squareOf, squaresShape, toPosition, toSquareCentre } from '../../server/runs/grid-square.ts'
import { withDb } from '../support/app.ts'
import { gridRings, signedArea } from './shapes.ts'

const square = (east: number, north: number) => ({ easting: 435_600 + east * 200, northing: 336_200 + north * 200 })
const anySquares = fc.array(
  fc.tuple(fc.nat(5), fc.nat(5)).map(([east, north]) => square(east, north)),
  { minLength: 1, maxLength: 30 },
)

test('a square is named by its south-west corner, and its west and south sides are its own', () => {
  expect(squareOf({ easting: 435_640.7, northing: 336_198 })).toEqual({ easting: 435_600, northing: 336_000 })
  expect(squareOf({ easting: 435_600, northing: 336_200 })).toEqual({ easting: 435_600, northing: 336_200 })
  expect(squareOf({ easting: 435_799.999, northing: 336_399.999 })).toEqual({ easting: 435_600, northing: 336_200 })
  expect(squareOf({ easting: -1, northing: -200 })).toEqual({ easting: -200, northing: -200 })
  expect(squareCentre({ easting: 435_600, northing: 336_000 })).toEqual({ easting: 435_700, northing: 336_100 })
  expect(toSquareCentre({ easting: 435_640, northing: 336_198 })).toEqual({ easting: 435_700, northing: 336_100 })
})

test('squares that share a side are one ring, squares that meet at a corner two polygons', () => {
  expect(gridRings(squaresShape([square(0, 0), square(1, 0)]))).toEqual([
    [
      [435_600, 336_200],
      [436_000, 336_200],
      [436_000, 336_400],
      [435_600, 336_400],
      [435_600, 336_200],
    ],
  ])
  expect(squaresShape([square(0, 0), square(1, 1)]).type).toBe('MultiPolygon')
  expect(squaresShape([square(0, 0)]).type).toBe('Polygon')
})

test('a square that is missing in the middle is a hole', () => {
  const ring = [0, 1, 2].flatMap((east) => [0, 1, 2].map((north) => square(east, north)))
  const shape = squaresShape(ring.filter((_, i) => i !== 4))

  expect(shape.type).toBe('Polygon')
  expect(gridRings(shape).map(signedArea)).toEqual([360_000, -40_000])
})

test('whatever the squares, the shape covers them and no more, and has the corners of squares only', () => {
  fc.assert(
    fc.property(anySquares, (squares) => {
      const shape = squaresShape(squares)
      const distinct = new Set(squares.map((one) => JSON.stringify(one))).size

      // Outer rings go round to the left and holes to the right (RFC 7946), so that the areas add up only where they do.
      const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates
      expect(gridRings(shape).reduce((sum, ring) => sum + signedArea(ring), 0)).toBe(distinct * 40_000)
      for (const [outer, ...holes] of polygons) {
        expect(signedArea(outer!)).toBeGreaterThan(0)
        for (const hole of holes) expect(signedArea(hole)).toBeLessThan(0)
      }
      for (const ring of gridRings(shape)) expect(new Set(ring.map(String)).size).toBe(ring.length - 1)
      for (const one of squares) expect(booleanPointInPolygon(toPosition(squareCentre(one)), shape)).toBe(true)
      for (const [longitude, latitude] of polygons.flat(2)) {
        const { easting, northing } = toNationalGrid(longitude, latitude)
        expect(Math.abs(easting - Math.round(easting / 200) * 200)).toBeLessThan(0.5)
        expect(Math.abs(northing - Math.round(northing / 200) * 200)).toBeLessThan(0.5)
      }
    }),
  )
})

test(
  'whatever the squares, PostGIS finds the shape valid',
  withDb(async (db) => {
    const shapes = fc
      .sample(anySquares, { numRuns: 500, seed: 6 })
      .map((squares) => JSON.stringify(squaresShape(squares)))

    const { rows } = await db.query<{ shape: string }>(
      'select shape from unnest($1::text[]) shape where not st_isvalid(st_geomfromgeojson(shape))',
      [shapes],
    )
    expect(rows).toEqual([])
  }),
)

test('the order of the squares, and one given twice, change no byte', () => {
  fc.assert(
    fc.property(anySquares, fc.infiniteStream(fc.nat()), (squares, order) => {
      const shuffled = [...squares, squares[0]!]
        .map((one) => ({ one, at: order.next().value as number }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ one }) => one)

      expect(JSON.stringify(squaresShape(shuffled))).toBe(JSON.stringify(squaresShape(squares)))
    }),
  )
})

test('no squares have no shape', () => {
  expect(() => squaresShape([])).toThrow(RangeError)
})
