import { parse } from 'csv-parse/sync'
import proj4 from 'proj4'
import { placeNamed, NAMED_PLACES } from '../../data/demo/places.ts'

/** What the tests read out of the demo's two files, on their own account: nothing here is shared with the generator but its constants. */
export type Row = Record<string, string>

export const rowsOf = (csv: string): Row[] => parse<Row>(csv, { columns: true })

export const cell = (row: Row, column: string): string => {
  const value = row[column]
  if (value === undefined) throw new Error(`There is no column ${column}.`)
  return value
}

/** The day in London: every time is written as London's clock shows it. */
export const dayOf = (row: Row, column: string): string => cell(row, column).slice(0, 10)
export const isIn = (day: string, period: { from: string; to: string }): boolean =>
  day >= period.from && day < period.to
export const isDateOnly = (value: string): boolean => /^\d{4}-\d\d-\d\d$/.test(value)

export const countBy = <Item>(items: readonly Item[], key: (item: Item) => string): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1
  return counts
}
export const distinct = (rows: readonly Row[], column: string): number =>
  new Set(rows.map((row) => cell(row, column)).filter((value) => value !== '')).size

/** Whole days from one day to another. */
const daysAfter = (from: string, to: string) =>
  (Date.parse(`${to.slice(0, 10)}T00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00Z`)) / 86_400_000

/** The return-interview bucket of an ended episode, written anew from contracts.md. */
export const bucketOf = (row: Row): string => {
  const columns = [
    'interview_offered_at',
    'interview_held_at',
    'interview_outcome',
    'interview_recorded_at',
    'interviewer_role',
    'interviewer_trained_on',
  ]
  if (columns.every((column) => cell(row, column) === '')) return 'not_recorded'
  const outcome = cell(row, 'interview_outcome')
  if (outcome === 'void') return 'voided'
  const at =
    outcome === 'held'
      ? cell(row, 'interview_held_at')
      : outcome === 'declined'
        ? cell(row, 'interview_offered_at')
        : ''
  if (at === '' || cell(row, 'interview_recorded_at') === '') return 'incomplete'
  const end = cell(row, 'ended_at')
  const isWithin =
    isDateOnly(at) || isDateOnly(end) ? daysAfter(end, at) <= 3 : Date.parse(at) - Date.parse(end) <= 72 * 3_600_000
  return isWithin ? 'in_timescales' : 'out_of_timescales'
}

const NATIONAL_GRID =
  '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m'
const toDegrees = (easting: number, northing: number) => {
  const [longitude, latitude] = proj4(NATIONAL_GRID, 'EPSG:4326', [easting, northing])
  return { longitude: longitude ?? NaN, latitude: latitude ?? NaN }
}

/** Where a report says it was, WGS84; nothing for a postcode or words that the demo's list doesn't know. */
export const positionOf = (row: Row): { longitude: number; latitude: number } | undefined => {
  if (cell(row, 'longitude') !== '') return { longitude: Number(row['longitude']), latitude: Number(row['latitude']) }
  if (cell(row, 'easting') !== '') return toDegrees(Number(row['easting']), Number(row['northing']))
  const grid = /^SK (\d+) (\d+)$/.exec(cell(row, 'grid_ref'))
  if (grid) {
    const [east = '', north = ''] = grid.slice(1)
    const side = 10 ** (5 - east.length)
    return toDegrees(400_000 + (Number(east) + 0.5) * side, 300_000 + (Number(north) + 0.5) * side)
  }
  return NAMED_PLACES.find((place) => place.placeName === cell(row, 'place_name'))
}

/** Great-circle distance in metres. */
export const metresBetween = (
  a: { longitude: number; latitude: number },
  b: { longitude: number; latitude: number },
): number => {
  const radians = Math.PI / 180
  const haversine =
    Math.sin(((b.latitude - a.latitude) * radians) / 2) ** 2 +
    Math.cos(a.latitude * radians) *
      Math.cos(b.latitude * radians) *
      Math.sin(((b.longitude - a.longitude) * radians) / 2) ** 2
  return 2 * 6_371_009 * Math.asin(Math.sqrt(haversine))
}

/** The reports in public at a named place of the demo. */
export const reportsAt = (rows: readonly Row[], placeName: string): Row[] => {
  const place = placeNamed(placeName)
  return rows.filter((row) => {
    const position = positionOf(row)
    if (!position || cell(row, 'is_private_address') === 'Y') return false
    return metresBetween(position, place) <= place.scatterMetres + 10
  })
}
