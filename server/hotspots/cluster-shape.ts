import {
  area,
  booleanPointInPolygon,
  buffer,
  concave,
  convex,
  featureCollection,
  multiPoint,
  point,
  pointOnFeature,
  truncate,
} from '@turf/turf'
import type { Feature, MultiPolygon, Polygon } from 'geojson'
import type { AreaGeometry } from '../shared-schema.ts'
import { toLongitudeLatitude } from '../locations/national-grid.ts'

/** So that a hull of few points has a body, and no report stands on its edge (methods.md 1). */
const BUFFER_METRES = 25

/** Shapes of the last clusters seen: a shape takes a millisecond or two, and the same question is asked again and again. */
const known = new Map<string, AreaGeometry>()
const KNOWN_AT_MOST = 1_000

/**
 * The concave hull of a cluster's members, buffered by 25 m: for those who may see exact points only (G1).
 * @param points British National Grid, metres
 * @param epsMetres longest edge that the hull may bridge
 * @returns WGS84, six decimals
 */
export const clusterShape = (
  points: readonly { easting: number; northing: number }[],
  epsMetres: number,
): AreaGeometry => {
  const spots = [...new Set(points.map(({ easting, northing }) => `${easting} ${northing}`))].sort()
  const key = `${epsMetres} ${spots.join(' ')}`
  const shape = known.get(key) ?? drawShape(spots, epsMetres)

  known.delete(key)
  known.set(key, shape)
  if (known.size > KNOWN_AT_MOST) known.delete(known.keys().next().value!)
  return shape
}

const drawShape = (spots: readonly string[], epsMetres: number): AreaGeometry => {
  const positions = spots.map((spot) => {
    const [easting, northing] = spot.split(' ').map(Number) as [number, number]
    const { longitude, latitude } = toLongitudeLatitude(easting, northing)
    return [longitude, latitude]
  })
  const round = (hull: Feature) =>
    buffer(hull, BUFFER_METRES, { units: 'meters', steps: 6 }) as Feature<Polygon | MultiPolygon> | undefined
  const collection = featureCollection(positions.map((position) => point(position)))
  const hull = concave(collection, { maxEdge: epsMetres, units: 'meters' })
  const shape = hull && round(hull)
  // A member at the end of a long thin corner can fall out of the concave hull: then the convex one, or the bare spots or line.
  const holdsAll = shape && positions.every((position) => booleanPointInPolygon(position, shape))
  const whole = holdsAll ? shape : round(convex(collection) ?? multiPoint(positions))
  if (!whole) throw new RangeError('expected a cluster of at least one point, got none')
  return truncate(whole, { precision: 6, coordinates: 2 }).geometry as AreaGeometry
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
