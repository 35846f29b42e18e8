import { toLongitudeLatitude } from '../../server/locations/national-grid.ts'
import type { AreaGeometry } from '../../server/shared-schema.ts'

/** A square as GeoJSON, WGS84, to six decimals. @param easting of its centre, metres on the British National Grid */
export const square = (easting: number, northing: number, sideMetres = 100): AreaGeometry & { type: 'Polygon' } => {
  const half = sideMetres / 2
  const corner = (x: number, y: number): [number, number] => degrees(easting + x * half, northing + y * half)
  return {
    type: 'Polygon',
    coordinates: [[corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1), corner(-1, -1)]],
  }
}

/** Longitude and latitude, to six decimals. */
export const degrees = (easting: number, northing: number): [number, number] => {
  const { longitude, latitude } = toLongitudeLatitude(easting, northing)
  return [Number(longitude.toFixed(6)), Number(latitude.toFixed(6))]
}
