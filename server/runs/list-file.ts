import { MARKING, toSpreadsheetCsv } from '../csv/spreadsheet.ts'
import { toLongitudeLatitude } from '../locations/national-grid.ts'
import { quarterName } from './periods.ts'
import type { ListedRow, StoredRun } from './run-hotspot.ts'

const HANDLING =
  'For the community safety partnership only. Not to be published, passed on, or joined with other data about children.'

/** How a release is named in the list, in its file's name and in the log. */
export const releaseIdOf = ({ id, month }: Pick<StoredRun, 'id' | 'month'>) =>
  `G3-${quarterName(month).replace(' ', '')}-${id.slice(0, 8)}`

const rowOf = (run: StoredRun, { id, hotspot }: ListedRow) => {
  const { longitude, latitude } = toLongitudeLatitude(hotspot.easting, hotspot.northing)
  return {
    hotspot_id: id,
    rank: hotspot.rank,
    period: quarterName(run.month),
    period_from: run.from,
    period_to_exclusive: run.to,
    place_name: hotspot.name,
    category: hotspot.category,
    ward: hotspot.ward ?? '',
    snt_code: hotspot.sntCode ?? '',
    easting: hotspot.easting,
    northing: hotspot.northing,
    longitude: Number(longitude.toFixed(6)),
    latitude: Number(latitude.toFixed(6)),
    position_is_approximate: hotspot.isApproximate ? 'yes' : 'no',
    distinct_children_band: hotspot.childrenBand,
    reports_rounded_to_5: hotspot.reportsRounded5,
    classification: MARKING,
    handling: HANDLING,
    release_id: releaseIdOf(run),
  }
}

export const toListCsv = (run: StoredRun, rows: readonly ListedRow[]): string =>
  toSpreadsheetCsv(
    rows.map((row) => rowOf(run, row)),
    COLUMNS,
  )

const COLUMNS = [
  'hotspot_id',
  'rank',
  'period',
  'period_from',
  'period_to_exclusive',
  'place_name',
  'category',
  'ward',
  'snt_code',
  'easting',
  'northing',
  'longitude',
  'latitude',
  'position_is_approximate',
  'distinct_children_band',
  'reports_rounded_to_5',
  'classification',
  'handling',
  'release_id',
]

/** RFC 7946 GeoJSON, WGS84: one point a row. */
export const toListGeoJson = (run: StoredRun, rows: readonly ListedRow[]) => ({
  type: 'FeatureCollection' as const,
  classification: MARKING,
  handling: HANDLING,
  releaseId: releaseIdOf(run),
  features: rows.map((row) => {
    const properties = rowOf(run, row)
    return {
      type: 'Feature' as const,
      id: row.id,
      geometry: { type: 'Point' as const, coordinates: [properties.longitude, properties.latitude] },
      properties,
    }
  }),
})
