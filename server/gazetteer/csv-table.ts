import { comparedColumn } from '../csv/columns.ts'
import { columnsMissing } from '../csv/file-problems.ts'
import { openCsv } from '../csv/open-csv.ts'
import { isInGreatBritain } from '../locations/great-britain.ts'
import { toLongitudeLatitude, toNationalGrid, type GridPoint } from '../locations/national-grid.ts'
import { isNearGreatBritain } from './outline.ts'

/** A CSV file as it comes, in pieces: a request, a file's stream. */
export type CsvSource = AsyncIterable<Uint8Array>

export interface CsvRow {
  /** The row's line in the file, the header being 1. */
  row: number
  /** Trimmed, by the column's name in lower case without spaces and underscores. */
  cells: Record<string, string>
}

/** The rows of a CSV file as they come. Throws a 400 or 422 problem where a wanted column is missing (before any row) or the file cannot be read on. */
export async function* readTable(source: CsvSource, wanted: readonly string[]): AsyncGenerator<CsvRow> {
  const { header, records } = await openCsv(source)
  const names = header.map(comparedColumn)
  const missing = wanted.filter((name) => !names.includes(name))
  if (missing.length > 0) throw columnsMissing(missing)

  for await (const { row, cells } of records)
    yield { row, cells: Object.fromEntries(names.map((name, position) => [name, (cells[position] ?? '').trim()])) }
}

/** Where a row lies: its easting and northing as they stand, else its longitude and latitude. Null where it says neither, or not in Great Britain. */
export const pointOf = (cells: Record<string, string>): GridPoint | null => {
  const metres = pairOf(cells.easting, cells.northing)
  const degrees = metres ? null : pairOf(cells.longitude, cells.latitude)
  const point = metres ?? (degrees && isNearGreatBritain(degrees.easting, degrees.northing) ? toGrid(degrees) : null)
  return point && isOnMap(point) ? point : null
}

const pairOf = (east = '', north = ''): GridPoint | null => {
  const pair = { easting: Number(east), northing: Number(north) }
  return east !== '' && north !== '' && Object.values(pair).every(Number.isFinite) ? pair : null
}

const toGrid = ({ easting, northing }: GridPoint) => toNationalGrid(easting, northing)

// The projection has no answer far from Britain; a file gives 0, 0 to what it has no position for.
const isOnMap = ({ easting, northing }: GridPoint) =>
  easting > 0 &&
  easting < 700_000 &&
  northing > 0 &&
  northing < 1_300_000 &&
  isInGreatBritain(toLongitudeLatitude(easting, northing))
