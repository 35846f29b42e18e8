import { booleanPointInPolygon } from '@turf/turf'
import type { AreaGeometry } from '../shared-schema.ts'
import type { Outline } from './task.ts'

/**
 * The named place of a point, as the gazetteer has it (methods.md 1; sql `where_report_stands`): the smallest polygon round it, else
 * the only one within its own accuracy. All in British National Grid metres, so that the plane's geometry holds.
 * @param outlines the smallest first
 */
export const placeFinder = (outlines: readonly Outline[]) => {
  const places = outlines.map(({ placeId, geometry }) => ({ placeId, geometry, box: boxOf(geometry) }))
  return (x: number, y: number, accuracyMetres: number | null): string | null => {
    const margin = accuracyMetres ?? 0
    const near = places.filter(
      ({ box }) =>
        x >= box.west - margin && x <= box.east + margin && y >= box.south - margin && y <= box.north + margin,
    )
    const round = near.find(({ geometry }) => booleanPointInPolygon([x, y], geometry))
    if (round || accuracyMetres === null) return round?.placeId ?? null
    const reached = near.filter(({ geometry }) => distanceTo(geometry, x, y) <= accuracyMetres)
    return reached.length === 1 ? reached[0]!.placeId : null
  }
}

const ringsOf = (geometry: AreaGeometry) =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()

/** The rectangle round a shape, in its own units. */
export const boxOf = (geometry: AreaGeometry) => {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  for (const ring of ringsOf(geometry))
    for (const [x, y] of ring) {
      box.west = Math.min(box.west, x)
      box.east = Math.max(box.east, x)
      box.south = Math.min(box.south, y)
      box.north = Math.max(box.north, y)
    }
  return box
}

/** From a point outside a shape to its nearest side, in the shape's own units. */
export const distanceTo = (geometry: AreaGeometry, x: number, y: number): number => {
  let nearest = Infinity
  for (const ring of ringsOf(geometry))
    for (let i = 1; i < ring.length; i++) nearest = Math.min(nearest, distanceToSide([x, y], ring[i - 1]!, ring[i]!))
  return nearest
}

type Position = readonly [number, number]

const distanceToSide = ([x, y]: Position, [ax, ay]: Position, [bx, by]: Position): number => {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length))
  return Math.hypot(x - ax - along * dx, y - ay - along * dy)
}
