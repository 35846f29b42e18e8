import { parse } from 'csv-parse/sync'
import { generateDemo } from '../data/demo/generate.ts'
import { NAMED_PLACES } from '../data/demo/places.ts'
import { toNationalGrid } from '../server/locations/national-grid.ts'
import type { ScanEvent } from '../server/statistics/scan.ts'

type Row = Record<string, string>

const DAY_MS = 86_400_000

/** The demo's reports of July 2022 to June 2023 that say where and when: National Grid metres, days since 1970. */
export function demoYear(): ScanEvent[] {
  return parse<Row>(generateDemo().reportsCsv, { columns: true }).flatMap((row) => {
    const day = (row['observed_from'] ?? '').slice(0, 10)
    const place = positionOf(row)
    if (!place || day < '2022-07-01' || day >= '2023-07-01') return []
    return [{ ...place, t: Date.parse(`${day}T00:00Z`) / DAY_MS, child: row['child_source_id'] || null }]
  })
}

function positionOf(row: Row): { x: number; y: number } | undefined {
  if (row['easting']) return { x: Number(row['easting']), y: Number(row['northing']) }
  const named = NAMED_PLACES.find(({ placeName }) => placeName === row['place_name'])
  const longitude = row['longitude'] ? Number(row['longitude']) : named?.longitude
  const latitude = row['latitude'] ? Number(row['latitude']) : named?.latitude
  if (longitude === undefined || latitude === undefined) return undefined
  const { easting, northing } = toNationalGrid(longitude, latitude)
  return { x: easting, y: northing }
}
