import { featureCollection, polygon, union } from '@turf/turf'
import { toLongitudeLatitude, type GridPoint } from '../locations/national-grid.ts'
import type { AreaGeometry } from '../shared-schema.ts'

/** Side of the fixed squares of the National Grid that stored runs are made of (methods.md 1). */
export const SQUARE_METRES = 200

/** The south-west corner of the square that holds a point: multiples of 200 m. Its west and south sides belong to it. */
export const squareOf = ({ easting, northing }: GridPoint): GridPoint => ({
  easting: Math.floor(easting / SQUARE_METRES) * SQUARE_METRES,
  northing: Math.floor(northing / SQUARE_METRES) * SQUARE_METRES,
})

/** The centre of a square, British National Grid metres. @param square its south-west corner */
export const squareCentre = ({ easting, northing }: GridPoint): GridPoint => ({
  easting: easting + SQUARE_METRES / 2,
  northing: northing + SQUARE_METRES / 2,
})

/** The centre of the square that a point lies in, British National Grid metres. */
export const toSquareCentre = (point: GridPoint): GridPoint => squareCentre(squareOf(point))

/**
 * Squares as one shape, in WGS84 with six decimals and rings as RFC 7946 has them. It is the same to the byte whatever the order
 * of the squares and however often one is given.
 * @param squares south-west corners
 * @throws RangeError where there is none
 */
export const squaresShape = (squares: readonly GridPoint[]): AreaGeometry => {
  const distinct = [...new Map(squares.map((square) => [`${square.easting} ${square.northing}`, square])).values()]
  const [first, ...others] = distinct.toSorted(bySquare).map(outline)
  if (!first) throw new RangeError('expected at least one square, got none')
  // Joined in whole metres, where shared sides are exactly the same: after the conversion nothing has to be snapped.
  const joined = others.length === 0 ? first : union(featureCollection([first, ...others]))
  if (!joined) throw new RangeError(`expected ${distinct.length} squares to have an area, got none`)
  const { geometry } = joined
  if (geometry.type === 'Polygon') return { type: 'Polygon', coordinates: toDegrees(geometry.coordinates) }
  return { type: 'MultiPolygon', coordinates: geometry.coordinates.map(toDegrees) }
}

/** West to east, then south to north. */
export const bySquare = (a: GridPoint, b: GridPoint) => a.easting - b.easting || a.northing - b.northing

const outline = ({ easting, northing }: GridPoint) => {
  const [east, north] = [easting + SQUARE_METRES, northing + SQUARE_METRES]
  return polygon([
    [
      [easting, northing],
      [east, northing],
      [east, north],
      [easting, north],
      [easting, northing],
    ],
  ])
}

const toDegrees = (rings: readonly (readonly (readonly number[])[])[]): [number, number][][] =>
  rings.map((ring) => ring.map(([easting, northing]) => toPosition({ easting: easting!, northing: northing! })))

/** A point of the National Grid as GeoJSON has it: longitude and latitude, six decimals. */
export const toPosition = ({ easting, northing }: GridPoint): [number, number] => {
  const { longitude, latitude } = toLongitudeLatitude(easting, northing)
  return [Math.round(longitude * 1e6) / 1e6, Math.round(latitude * 1e6) / 1e6]
}
