import {
  area,
  buffer,
  circle,
  convex,
  difference,
  featureCollection,
  intersect,
  point,
  polygon,
  rewind,
} from '@turf/turf'
import type { Feature, Polygon } from 'geojson'
import { rounded, withoutRepeats } from './sketch-geometry.ts'
import type { Position } from './sketch-geometry.ts'

export type PlaceProperties = {
  name: string
  category: string
  seedGroup: 'A' | 'B' | 'C' | 'D' | null
  alternativeNames: string[]
  positionAccuracyMetres: number
  positionNote: string
  source: string
}
export type PlaceFeature = Feature<Polygon, PlaceProperties>
type Shape = Feature<Polygon>

/** A disc drawn with 24 corners. Turf takes kilometres unless told, so it is told. */
export const disc = (centre: Position, radiusMetres: number): Shape =>
  circle(centre, radiusMetres, { steps: 24, units: 'meters' })

const onePolygon = (shape: Feature | null | undefined, what: string): Shape => {
  if (shape?.geometry?.type !== 'Polygon') throw new RangeError(`expected ${what} to make one polygon`)
  return shape as Shape
}

/** The ground within so many metres of a group of points and of what lies between them. */
export const around = (points: Position[], metres: number): Shape => {
  const hull = points.length > 2 ? convex(featureCollection(points.map((each) => point(each)))) : null
  const core = hull ?? featureCollection(points.map((each) => point(each))).features[0]!
  return onePolygon(buffer(core, metres, { units: 'meters', steps: 4 }), 'points and what lies around them')
}

/** A shape without the ground within so many metres of another; of what is left, the largest part. */
export const keptAway = (shape: Shape, other: Shape, metres: number): Shape => {
  const left = difference(
    featureCollection([shape, onePolygon(buffer(other, metres, { units: 'meters' }), 'a buffer')]),
  )
  if (left?.geometry.type !== 'MultiPolygon') return onePolygon(left, 'a shape kept away from another')
  const parts = left.geometry.coordinates.map((rings) => polygon(rings)).toSorted((a, b) => area(b) - area(a))
  return onePolygon(parts[0], 'the largest part')
}

export const inside = (shape: Shape, ring: Position[]): Shape =>
  onePolygon(intersect(featureCollection([shape, polygon([ring])])), 'a shape cut to an area')

/** The shape as RFC 7946 wants it, its outer ring counter-clockwise, with five decimals. */
export const tidied = (shape: Shape): Shape => {
  const wound = onePolygon(rewind(shape) as Feature, 'a shape')
  return polygon(wound.geometry.coordinates.map((ring) => withoutRepeats(ring.map((at) => rounded(at as Position)))))
}
