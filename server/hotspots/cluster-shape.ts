import { createHash } from 'node:crypto'
import {
  area,
  booleanPointInPolygon,
  buffer,
  cleanCoords,
  concave,
  convex,
  featureCollection,
  multiPoint,
  point,
  pointOnFeature,
  truncate,
} from '@turf/turf'
import type { Feature, FeatureCollection, MultiPolygon, Point, Polygon } from 'geojson'
import type { AreaGeometry } from '../shared-schema.ts'
import { toLongitudeLatitude } from '../locations/national-grid.ts'

/** So that a hull of few points has a body, and no report stands on its edge (methods.md 1). */
const BUFFER_METRES = 25

/** Turf's hulls take seconds and more for tens of thousands of spots, and give up on some: one spot a square tells as much. */
const MOST_HULL_SPOTS = 2_000
/** Its diagonal is shorter than the buffer, so that the buffer round one spot of a square holds all the others. */
const SMALLEST_SQUARE_METRES = 15

/** Shapes of the last clusters seen: a shape takes a millisecond or two, and the same question is asked again and again. */
const known = new Map<string, AreaGeometry>()
const KNOWN_AT_MOST = 1_000

interface Spot {
  easting: number
  northing: number
}

/**
 * The concave hull of a cluster's members, buffered by 25 m: for those who may see exact points only (G1). It holds every member.
 * Of more than 2,000 spots one a square of 15 m is drawn round, or of a larger square with a buffer as wide as its diagonal.
 * @param points British National Grid, metres
 * @param epsMetres longest edge that the hull may bridge
 * @returns WGS84, six decimals
 */
export const clusterShape = (points: readonly Spot[], epsMetres: number): AreaGeometry => {
  const spots = [...new Map(points.map((point) => [`${point.easting} ${point.northing}`, point]))].sort(([a], [b]) =>
    a < b ? -1 : 1,
  )
  const key = createHash('sha256')
    .update(`${epsMetres} ${spots.map(([spot]) => spot).join(' ')}`)
    .digest('base64')
  const shape =
    known.get(key) ??
    drawShape(
      spots.map(([, spot]) => spot),
      epsMetres,
    )

  known.delete(key)
  known.set(key, shape)
  if (known.size > KNOWN_AT_MOST) known.delete(known.keys().next().value!)
  return shape
}

const drawShape = (all: readonly Spot[], epsMetres: number): AreaGeometry => {
  const { spots, diagonalMetres } = thinned(all)
  const positions = spots.map(({ easting, northing }) => {
    const { longitude, latitude } = toLongitudeLatitude(easting, northing)
    return [longitude, latitude]
  })
  const bufferMetres = Math.max(BUFFER_METRES, diagonalMetres)
  const round = (hull: Feature) =>
    buffer(hull, bufferMetres, { units: 'meters', steps: 6 }) as Feature<Polygon | MultiPolygon> | undefined
  const collection = featureCollection(positions.map((position) => point(position)))
  // The spots of two squares lie farther apart than the nearest two of their members.
  const shape = concaveHull(collection, epsMetres + 2 * diagonalMetres, round)
  // A member at the end of a long thin corner can fall out of the concave hull: then the convex one, or the bare spots or line.
  const holdsAll = shape && positions.every((position) => booleanPointInPolygon(position, shape))
  const whole = holdsAll ? shape : round(convex(collection) ?? multiPoint(positions))
  if (!whole) throw new RangeError('expected a cluster of at least one point, got none')
  // Rounding can lay two corners on one spot.
  return cleanCoords(truncate(whole, { precision: 6, coordinates: 2 })).geometry as AreaGeometry
}

/** Undefined where there is none, or Turf cannot make one: it throws at hulls that touch themselves at a point. */
const concaveHull = (
  collection: FeatureCollection<Point>,
  maxEdge: number,
  round: (hull: Feature) => Feature<Polygon | MultiPolygon> | undefined,
) => {
  try {
    const hull = concave(collection, { maxEdge, units: 'meters' })
    return hull ? round(hull) : undefined
  } catch {
    return undefined
  }
}

/** One spot of each square, the squares as small as the limit on spots allows. */
const thinned = (all: readonly Spot[]): { spots: readonly Spot[]; diagonalMetres: number } => {
  let spots = all
  let squareMetres = 0
  while (spots.length > MOST_HULL_SPOTS) {
    squareMetres = squareMetres === 0 ? SMALLEST_SQUARE_METRES : squareMetres * 2
    const side = squareMetres
    const squareOf = ({ easting, northing }: Spot) => `${Math.floor(easting / side)} ${Math.floor(northing / side)}`
    spots = [...new Map(all.map((spot) => [squareOf(spot), spot])).values()]
  }
  return { spots, diagonalMetres: squareMetres * Math.SQRT2 }
}

/** Hectares of a WGS84 shape, two decimals. */
export const areaHectares = (shape: AreaGeometry): number =>
  Math.round(area({ type: 'Feature', properties: {}, geometry: shape }) / 100) / 100

/** A point that stands in the shape, WGS84: where its label and its row in an export go. */
export const pointIn = (shape: AreaGeometry): { longitude: number; latitude: number } => {
  const [longitude, latitude] = pointOnFeature({ type: 'Feature', properties: {}, geometry: shape }).geometry
    .coordinates
  return { longitude: Math.round(longitude! * 1e6) / 1e6, latitude: Math.round(latitude! * 1e6) / 1e6 }
}
