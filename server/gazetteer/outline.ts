import { isInGreatBritain } from '../locations/great-britain.ts'
import { toLongitudeLatitude } from '../locations/national-grid.ts'
import type { AreaGeometry } from '../shared-schema.ts'

/** How large an outline may be. Squares of metres. */
export interface OutlineLimits {
  mostVertices: number
  leastSquareMetres: number
  mostSquareMetres: number
}

/** A place is something one can stand at: from a shelter (25 m²) to a large park (50 km²). */
export const PLACE_LIMITS: OutlineLimits = {
  mostVertices: 10_000,
  leastSquareMetres: 25,
  mostSquareMetres: 50_000_000,
}

/** An area may be as large as a police force's. */
export const AREA_LIMITS: OutlineLimits = {
  mostVertices: 200_000,
  leastSquareMetres: 1000,
  mostSquareMetres: 50_000_000_000,
}

/** What the database found out about an outline (sql/gazetteer/check-outline.sql). */
export interface OutlineCheck {
  isValid: boolean
  reason: string | null
  /** Where it goes wrong, WGS84. */
  longitude: number | null
  latitude: number | null
  squareMetres: number | null
  /** A point inside, British National Grid. */
  easting: number | null
  northing: number | null
}

// A box round Great Britain: what lies beyond cannot be put on the National Grid at all.
const WEST = -9.5
const EAST = 2.5
const SOUTH = 49.5
const NORTH = 61.5

/** Says what is wrong with an outline before the database sees it, in a sentence, or null. WGS84. */
export const faultOfShape = (geometry: AreaGeometry, { mostVertices }: OutlineLimits): string | null => {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const rings = polygons.flat()
  const positions = rings.flat()
  if (positions.length > mostVertices)
    return `The outline has ${positions.length.toLocaleString('en-GB')} corners. Draw it with at most ${mostVertices.toLocaleString('en-GB')}.`
  if (positions.some(([longitude, latitude]) => !isNearGreatBritain(longitude, latitude))) return outsideGreatBritain
  if (rings.some((ring) => ring[0]?.join() !== ring.at(-1)?.join()))
    return 'The outline is not closed: its last corner has to be its first one again.'
  return null
}

/** True where a WGS84 position can be put on the British National Grid. Whether it lies in Great Britain is another question. */
export const isNearGreatBritain = (longitude: number, latitude: number): boolean =>
  longitude >= WEST && longitude <= EAST && latitude >= SOUTH && latitude <= NORTH

export const outsideGreatBritain =
  'The outline lies outside Great Britain. Check that longitude comes before latitude, in degrees (WGS84).'

/** Says what is wrong with an outline once the database has looked at it, in a sentence, or null. */
export const faultOfOutline = (check: OutlineCheck, limits: OutlineLimits): string | null => {
  if (!check.isValid || check.squareMetres === null) return faultOfValidity(check)
  if (!isInGreatBritain(toLongitudeLatitude(check.easting ?? 0, check.northing ?? 0))) return outsideGreatBritain
  if (check.squareMetres < limits.leastSquareMetres)
    return `The outline is smaller than ${limits.leastSquareMetres.toLocaleString('en-GB')} square metres. Draw it larger.`
  if (check.squareMetres > limits.mostSquareMetres)
    return `The outline is larger than ${(limits.mostSquareMetres / 1e6).toLocaleString('en-GB')} square kilometres. Draw it smaller, or load it as an area.`
  return null
}

const faultOfValidity = ({ reason, longitude, latitude }: OutlineCheck) => {
  const what = /self-intersection/i.test(reason ?? '')
    ? 'The outline crosses or touches itself'
    : 'The outline is not a proper shape'
  const where = longitude === null || latitude === null ? '' : ` near ${latitude.toFixed(5)}, ${longitude.toFixed(5)}`
  return `${what}${where}. Mend it there.`
}
