import { toNationalGrid } from '../../server/locations/national-grid.ts'
import type { AreaGeometry } from '../../server/shared-schema.ts'

/** The rings of a shape in whole metres of the British National Grid. */
export const gridRings = (shape: AreaGeometry): [number, number][][] =>
  (shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat()).map((ring) =>
    ring.map(([longitude, latitude]) => {
      const { easting, northing } = toNationalGrid(longitude, latitude)
      return [Math.round(easting), Math.round(northing)]
    }),
  )

/** Positive where the ring goes round to the left. */
export const signedArea = (ring: readonly (readonly [number, number])[]): number =>
  ring.slice(1).reduce((sum, [x, y], i) => sum + (ring[i]![0] * y - x * ring[i]![1]) / 2, 0)
