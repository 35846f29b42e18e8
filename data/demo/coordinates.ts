import proj4 from 'proj4'
import type { Spot } from './places.ts'
import type { Random } from './random.ts'

/** WGS84 degrees. */
type Point = { longitude: number; latitude: number }

const METRES_PER_DEGREE = 111_320
/** Good to about five metres, without the national grid's shift file: enough for invented places. */
const NATIONAL_GRID =
  '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy ' +
  '+towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs'
const toNationalGrid = proj4('EPSG:4326', NATIONAL_GRID)

const eastMetresPerDegree = ({ latitude }: Point) => METRES_PER_DEGREE * Math.cos((latitude * Math.PI) / 180)

/** Distance in metres on a plane that touches the Earth there: for a few kilometres. */
export const metresApart = (a: Point, b: Point): number =>
  Math.hypot((a.longitude - b.longitude) * eastMetresPerDegree(a), (a.latitude - b.latitude) * METRES_PER_DEGREE)

/** A point at most that far from the middle, as likely anywhere in the disc. */
export const scattered = (random: Random, middle: Point, metres: number): Point => {
  const distance = metres * Math.sqrt(random.next())
  const angle = random.next() * 2 * Math.PI
  return {
    longitude: middle.longitude + (distance * Math.cos(angle)) / eastMetresPerDegree(middle),
    latitude: middle.latitude + (distance * Math.sin(angle)) / METRES_PER_DEGREE,
  }
}

const grid = (point: Point): [number, number] => {
  const [easting, northing] = toNationalGrid.forward<[number, number]>([point.longitude, point.latitude])
  return [Math.round(easting), Math.round(northing)]
}

/** `SK 3542 3637` for four digits (10 m), `SK 354 363` for three (100 m). Throws RangeError outside the square SK. */
const gridReference = (point: Point, digits: 3 | 4): string => {
  const parts = grid(point).map((metres, axis) => {
    const inSquare = metres - (axis === 0 ? 400_000 : 300_000)
    if (inSquare < 0 || inSquare >= 100_000)
      throw new RangeError('The demo writes grid references in the square SK only.')
    return String(Math.floor(inSquare / 10 ** (5 - digits))).padStart(digits, '0')
  })
  return `SK ${parts.join(' ')}`
}

/** The columns of a report's row that say where. */
export type Where = {
  place_name?: string
  longitude?: string
  latitude?: string
  easting?: number
  northing?: number
  grid_ref?: string
  postcode?: string
  accuracy_m?: number
}

const degrees = ({ longitude, latitude }: Point, decimals: number) => ({
  longitude: longitude.toFixed(decimals),
  latitude: latitude.toFixed(decimals),
})
const metres = (point: Point) => {
  const [easting, northing] = grid(point)
  return { easting, northing }
}
const accuracies = [
  [10, 40],
  [20, 30],
  [30, 15],
  [50, 10],
  [100, 5],
] as const

const freely = (random: Random, spot: Spot, point: Point): Where => {
  const accuracy_m = random.weighted(accuracies)
  const place_name = spot.placeName ?? ''
  // A square of 10 or 100 metres says nothing at a place not much larger.
  const gridDigits = spot.scatterMetres > 200 ? 3 : 4
  const way = random.weighted([
    ['name and degrees', 42],
    ['degrees', 17],
    ['name', 14],
    ['name and metres', 9],
    ['metres', 8],
    ['grid reference', spot.scatterMetres < 80 ? 0 : 15],
  ] as const)
  if (way === 'name and degrees') return { place_name, ...degrees(point, 6), accuracy_m }
  if (way === 'degrees') return { ...degrees(point, 6), accuracy_m }
  if (way === 'name') return { place_name }
  if (way === 'name and metres') return { place_name, ...metres(point), accuracy_m }
  if (way === 'metres') return { ...metres(point), accuracy_m }
  return { grid_ref: gridReference(point, gridDigits), accuracy_m: gridDigits === 3 ? 100 : 10 }
}

/** One report's way of saying that it was at the spot, at a point of its own. */
export const whereAt = (random: Random, spot: Spot): Where => {
  const point = scattered(random, spot, spot.scatterMetres)
  const name = spot.placeName === undefined ? {} : { place_name: spot.placeName }
  if (spot.way === 'name') return name
  if (spot.way === 'postcode') return { postcode: spot.postcode ?? '', accuracy_m: 100 }
  if (spot.way === 'rounded') return { ...degrees(point, 3), accuracy_m: 100 }
  if (spot.way === 'point') return { ...name, ...degrees(point, 6), accuracy_m: random.weighted(accuracies) }
  return freely(random, spot, point)
}
