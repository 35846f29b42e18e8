import proj4 from 'proj4'

/** A point on the British National Grid (EPSG:27700), metres. */
export interface GridPoint {
  easting: number
  northing: number
}

/** A point on WGS84 (EPSG:4326), degrees. */
export interface LongitudeLatitude {
  longitude: number
  latitude: number
}

// The seven-parameter shift, as PostGIS has it without Ordnance Survey's grid file: within 3 m of the survey's own figures.
const NATIONAL_GRID =
  '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy ' +
  '+towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs'
const converter = proj4('EPSG:4326', NATIONAL_GRID)

/** WGS84 degrees as metres on the British National Grid; equals `st_transform` to 0.01 m. */
export const toNationalGrid = (longitude: number, latitude: number): GridPoint => {
  const [easting, northing] = converter.forward<[number, number]>([longitude, latitude])
  return { easting, northing }
}

/** Metres on the British National Grid as WGS84 degrees; equals `st_transform` to a ten-millionth of a degree. */
export const toLongitudeLatitude = (easting: number, northing: number): LongitudeLatitude => {
  const [longitude, latitude] = converter.inverse<[number, number]>([easting, northing])
  return { longitude, latitude }
}

// The letters of a 5 x 5 square from its north-west corner; there is no I. The same alphabet names squares of 500 km and of 100 km.
const LETTERS = 'ABCDEFGHJKLMNOPQRSTUVWXYZ'
const SQUARE_METRES = 100_000
// The letters count from the corner of the square A, ten squares west and nineteen north of the grid's origin.
const SQUARES_WEST_OF_ORIGIN = 10
const TOP_SQUARE_NORTH = 19
const MOST_DIGITS = 5

/**
 * A grid reference such as `SK 354 363` or `SK354363`, of 4, 6, 8 or 10 figures: the centre of the square it names and the length
 * of that square's side in metres. Null where the text is no grid reference; that the square exists on land is not checked.
 */
export const parseGridReference = (text: string): (GridPoint & { squareMetres: number }) | null => {
  const [, letters, figures] = /^([A-HJ-Z]{2})(\d{4,10})$/.exec(text.toUpperCase().replace(/\s+/g, '')) ?? []
  if (!letters || !figures || figures.length % 2 !== 0) return null
  // Spaces, where there are any, stand between the halves: `SK 3543 63` is a slip, not a reference.
  const spaced = text
    .trim()
    .split(/\s+/)
    .filter((part) => /^\d+$/.test(part))
  if (spaced.length === 2 && spaced[0]?.length !== spaced[1]?.length) return null
  if (spaced.length > 2) return null

  const half = figures.length / 2
  const squareMetres = 10 ** (MOST_DIGITS - half)
  const corner = squareCorner(letters)
  return {
    easting: corner.easting + (Number(figures.slice(0, half)) + 0.5) * squareMetres,
    northing: corner.northing + (Number(figures.slice(half)) + 0.5) * squareMetres,
    squareMetres,
  }
}

const squareCorner = (letters: string): GridPoint => {
  const [large, small] = [LETTERS.indexOf(letters.charAt(0)), LETTERS.indexOf(letters.charAt(1))]
  const east = (large % 5) * 5 + (small % 5) - SQUARES_WEST_OF_ORIGIN
  const north = TOP_SQUARE_NORTH - Math.floor(large / 5) * 5 - Math.floor(small / 5)
  return { easting: east * SQUARE_METRES, northing: north * SQUARE_METRES }
}

/**
 * The grid reference of the square that holds a point, such as `SK 3542 3637` for 8 figures (10 m).
 * Throws RangeError where `figures` is not 4, 6, 8 or 10, or the point is off the lettered grid.
 */
export const formatGridReference = (easting: number, northing: number, figures = 8): string => {
  if (![4, 6, 8, 10].includes(figures)) throw new RangeError(`expected 4, 6, 8 or 10 figures, got ${figures}`)
  const east = Math.floor(easting / SQUARE_METRES) + SQUARES_WEST_OF_ORIGIN
  const north = TOP_SQUARE_NORTH - Math.floor(northing / SQUARE_METRES)
  if (!(east >= 0 && east < 25 && north >= 0 && north < 25))
    throw new RangeError(`expected a point on the National Grid, got ${easting}, ${northing}`)

  const large = LETTERS.charAt(Math.floor(north / 5) * 5 + Math.floor(east / 5))
  const small = LETTERS.charAt((north % 5) * 5 + (east % 5))
  return [large + small, figuresOf(easting, figures / 2), figuresOf(northing, figures / 2)].join(' ')
}

const figuresOf = (metres: number, digits: number) => {
  const inSquare = metres - Math.floor(metres / SQUARE_METRES) * SQUARE_METRES
  return String(Math.floor(inSquare / 10 ** (MOST_DIGITS - digits))).padStart(digits, '0')
}
