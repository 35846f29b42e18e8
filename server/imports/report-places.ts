import type { Cells } from '../csv/cells.ts'
import { isInGreatBritain } from '../locations/great-britain.ts'
import { parseGridReference, toLongitudeLatitude, toNationalGrid, type GridPoint } from '../locations/national-grid.ts'
import type { ReportColumn } from './report-columns.ts'

/** A point that a row gives itself. */
export interface GivenPoint extends GridPoint {
  method: 'coordinates' | 'grid_reference'
  /** Half the side of the square that a grid reference names: how far the true point may be, east and north. */
  halfSquareMetres: number
}

/** Two ways to a place further apart than this name two places. */
export const DISAGREE_METRES = 500

/** Beyond this the projection has no answer. */
const FAR_METRES = 1_500_000

const WHICH_WAY = 'longitude with latitude, easting with northing, grid_ref, postcode or place_name'

type Read = { point: GivenPoint; isOutside: boolean }

/** Reads the ways to a point that a row holds, best first: its own coordinates, then its grid reference. Refuses what is off the map or disagrees. */
export const readPoints = (cells: Cells<ReportColumn>): GivenPoint[] => {
  const read = [readDegrees(cells), readMetres(cells), readGridReference(cells)].filter((way) => way !== null)
  const points = read.map(({ point }) => point)

  if (read.some(({ isOutside }) => isOutside))
    cells.refuse(
      null,
      'outside-great-britain',
      'Correct the place: it lies outside Great Britain, or two of its numbers are the wrong way round.',
    )
  else if (
    points.some((point, index) => points.slice(0, index).some((other) => metresApart(point, other) > DISAGREE_METRES))
  )
    cells.refuse(DISAGREEMENT.column, DISAGREEMENT.code, DISAGREEMENT.message)
  return points
}

export const DISAGREEMENT = {
  column: null,
  code: 'places-disagree',
  message: `Keep the right one: the row names its place in two ways that are more than ${DISAGREE_METRES} m apart.`,
  value: null,
}

/** At least how far apart the two can be, metres. */
export const metresApart = (
  one: GridPoint & { halfSquareMetres?: number },
  other: GridPoint & { halfSquareMetres?: number },
) => {
  const slack = (one.halfSquareMetres ?? 0) + (other.halfSquareMetres ?? 0)
  const east = Math.max(0, Math.abs(one.easting - other.easting) - slack)
  const north = Math.max(0, Math.abs(one.northing - other.northing) - slack)
  return Math.hypot(east, north)
}

const readDegrees = (cells: Cells<ReportColumn>): Read | null => {
  const pair = readPair(cells, 'longitude', 'latitude')
  if (!pair) return null
  const [longitude, latitude] = pair
  // The projection has no answer far from Britain.
  const isOutside = !isInGreatBritain({ longitude, latitude })
  const place = isOutside ? { easting: 0, northing: 0 } : toNationalGrid(longitude, latitude)
  return { point: { ...place, method: 'coordinates', halfSquareMetres: 0 }, isOutside }
}

const readMetres = (cells: Cells<ReportColumn>): Read | null => {
  const pair = readPair(cells, 'easting', 'northing')
  if (!pair) return null
  const [easting, northing] = pair
  return { point: { easting, northing, method: 'coordinates', halfSquareMetres: 0 }, isOutside: isOffTheMap(pair) }
}

const isOffTheMap = ([easting, northing]: [number, number]) =>
  Math.abs(easting) > FAR_METRES ||
  Math.abs(northing) > FAR_METRES ||
  !isInGreatBritain(toLongitudeLatitude(easting, northing))

const readPair = (cells: Cells<ReportColumn>, east: ReportColumn, north: ReportColumn): [number, number] | null => {
  const [first, second] = [cells.number(east), cells.number(north)]
  for (const [column, other] of [
    [east, north],
    [north, east],
  ] as const)
    if (!cells.isThere(column) && cells.isThere(other))
      cells.refuse(column, `${column}-missing`, `Give ${column} beside ${other}, or leave both out.`)
  return first === null || second === null ? null : [first, second]
}

const readGridReference = (cells: Cells<ReportColumn>): Read | null => {
  const text = cells.text('grid_ref', 40)
  if (text === null) return null
  const square = parseGridReference(text)
  if (square) {
    const { easting, northing, squareMetres } = square
    const point: GivenPoint = { easting, northing, method: 'grid_reference', halfSquareMetres: squareMetres / 2 }
    return { point, isOutside: isOffTheMap([easting, northing]) }
  }
  cells.refuse(
    'grid_ref',
    'grid-ref-malformed',
    'Give grid_ref as two letters and 4, 6, 8 or 10 figures, such as SK 354 363.',
  )
  return null
}

const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/

/** The postcode as the gazetteer has it, without its space: DE12PL. */
export const readPostcode = (cells: Cells<ReportColumn>): string | null => {
  const text = cells.text('postcode', 40)
  if (text === null) return null
  const compact = text.toUpperCase().replace(/\s+/g, '')
  if (POSTCODE.test(compact)) return compact
  cells.refuse('postcode', 'postcode-malformed', 'Give the whole postcode, such as DE1 2PL, or leave it out.')
  return null
}

/** A row has to name its place somehow. */
export const requireSomeWay = (cells: Cells<ReportColumn>) => {
  const ways: ReportColumn[] = ['longitude', 'latitude', 'easting', 'northing', 'grid_ref', 'postcode', 'place_name']
  if (!ways.some((column) => cells.isThere(column)))
    cells.refuse(null, 'place-missing', `Say where it was: give ${WHICH_WAY}.`)
}
