import type { AreaGeometry } from '../../server/shared-schema.ts'

/** An area, or the middle of one that has no outline. */
export type AreaOrPoint = AreaGeometry | { type: 'Point'; coordinates: [number, number] }

export type Bounds = [west: number, south: number, east: number, north: number]

/** The box round some areas or points; undefined where there are none. */
export const boundsOf = (geometries: readonly AreaOrPoint[]): Bounds | undefined => {
  const positions = geometries.flatMap(({ coordinates }) => (coordinates as unknown[]).flat(Infinity) as number[])
  if (positions.length === 0) return undefined
  const bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < positions.length; i += 2) {
    bounds[0] = Math.min(bounds[0], positions[i]!)
    bounds[1] = Math.min(bounds[1], positions[i + 1]!)
    bounds[2] = Math.max(bounds[2], positions[i]!)
    bounds[3] = Math.max(bounds[3], positions[i + 1]!)
  }
  return bounds
}
