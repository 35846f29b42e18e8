import { MARKING, toSpreadsheetCsv } from '../csv/spreadsheet.ts'
import { toNationalGrid } from '../locations/national-grid.ts'
import { pointIn } from './cluster-shape.ts'
import type { HotspotAnswer } from './schema.ts'

/** One hotspot a row, with a point inside its shape in both coordinate systems. What few children stand behind stays out. */
const toRow = (answer: HotspotAnswer, { geometry, id: _none, ...hotspot }: HotspotAnswer['hotspots'][number]) => {
  const { longitude, latitude } = pointIn(geometry)
  const { easting, northing } = toNationalGrid(longitude, latitude)
  return {
    rank: hotspot.rank,
    name: hotspot.name,
    category: hotspot.category,
    seedGroup: hotspot.seedGroup,
    method: hotspot.method,
    placeId: hotspot.placeId,
    from: answer.period.from,
    to: answer.period.to,
    reports: hotspot.reports,
    found: hotspot.found,
    disclosed: hotspot.disclosed,
    sighted: hotspot.sighted,
    suspected: hotspot.suspected,
    frequented: hotspot.frequented,
    children: hotspot.children,
    topChildShare: hotspot.topChildShare,
    score: hotspot.score,
    areaHectares: hotspot.areaHectares,
    easting: Math.round(easting),
    northing: Math.round(northing),
    longitude,
    latitude,
    classification: MARKING,
  }
}

const COLUMNS = [
  'rank',
  'name',
  'category',
  'seedGroup',
  'method',
  'placeId',
  'from',
  'to',
  'reports',
  'found',
  'disclosed',
  'sighted',
  'suspected',
  'frequented',
  'children',
  'topChildShare',
  'score',
  'areaHectares',
  'easting',
  'northing',
  'longitude',
  'latitude',
  'classification',
]

export const toCsv = (answer: HotspotAnswer): string =>
  toSpreadsheetCsv(
    answer.hotspots.map((hotspot) => toRow(answer, hotspot)),
    COLUMNS,
  )

/** RFC 7946 GeoJSON, WGS84. */
export const toGeoJson = (answer: HotspotAnswer) => ({
  type: 'FeatureCollection' as const,
  classification: MARKING,
  period: answer.period,
  method: answer.method,
  features: answer.hotspots.map((hotspot) => ({
    type: 'Feature' as const,
    id: hotspot.rank,
    geometry: hotspot.geometry,
    properties: toRow(answer, hotspot),
  })),
})
