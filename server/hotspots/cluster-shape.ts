import {
  area,
  buffer,
  concave,
  convex,
  featureCollection,
  multiPoint,
  pointOnFeature,
  point,
  truncate,
} from '@turf/turf'
import type { AreaGeometry } from '../shared-schema.ts'
import { toLongitudeLatitude } from '../locations/national-grid.ts'

/** So that a hull of few points has a body, and no report stands on its edge (methods.md 1). */
const BUFFER_METRES = 25

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
  const distinct = new Map(
    points.map(({ easting, northing }) => [`${easting} ${northing}`, toLongitudeLatitude(easting, northing)]),
  )
  const positions = [...distinct.values()].map(({ longitude, latitude }) => [longitude, latitude])
  const hull = hullOf(positions, epsMetres) ?? multiPoint(positions)

  const shape = buffer(hull, BUFFER_METRES, { units: 'meters', steps: 6 })
  if (!shape) throw new RangeError(`expected a cluster of at least one point, got ${points.length}`)
  return truncate(shape, { precision: 6, coordinates: 2 }).geometry as AreaGeometry
}

/** Concave where the points allow it, else convex; undefined where they stand on one spot or line. */
const hullOf = (positions: number[][], epsMetres: number) => {
  if (positions.length < 3) return undefined
  const collection = featureCollection(positions.map((position) => point(position)))
  return concave(collection, { maxEdge: epsMetres, units: 'meters' }) ?? convex(collection) ?? undefined
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
