import { comparedName } from '../gazetteer/name.ts'
import type { GridPoint } from '../locations/national-grid.ts'
import { DISAGREE_METRES, metresApart } from './report-places.ts'
import type { ReportRow } from './report-row.ts'

export interface NamedPlace extends GridPoint {
  placeId: string
}

/** What the gazetteer knows of the names and postcodes in question. */
export interface Known {
  places: Map<string, NamedPlace[]>
  postcodes: Map<string, GridPoint>
}

/** Where a report stands, metres on the British National Grid. */
export interface Placing extends GridPoint {
  method: 'coordinates' | 'grid_reference' | 'gazetteer' | 'postcode'
  accuracyMetres: number | null
  namedPlaceId: string | null
}

export interface Placed {
  /** Null: valid, but nobody knows where it is. */
  placing: Placing | null
  disagrees: boolean
  /** Near the place it names only if the place's outline reaches that far: the database measures. */
  toMeasure: { placeId: string; easting: number; northing: number; metres: number }[]
}

/** A postcode's centre: most of a town's postcodes end within this of it. */
const POSTCODE_ACCURACY_METRES = 100

/** The name by which a report may be found in the gazetteer; null for private addresses, which never take a public place's name. */
export const nameToFind = ({ placeName, isPrivateAddress }: ReportRow): string | null =>
  placeName === null || isPrivateAddress ? null : comparedName(placeName) || null

/**
 * Places a report by the best of its ways: its coordinates, its grid reference, the one place of that name, its postcode. A name that
 * several places bear places nothing.
 */
export const placeReport = (report: ReportRow, known: Known): Placed => {
  const named = theOnly(known.places.get(nameToFind(report) ?? ''))
  const postcode = known.postcodes.get(report.postcode ?? '')
  const points = postcode ? [...report.points, { ...postcode, halfSquareMetres: 0 }] : report.points

  const disagrees = report.points.some((point) => postcode && metresApart(point, postcode) > DISAGREE_METRES)
  const toMeasure = named
    ? points
        .filter((point) => metresApart(point, named) > DISAGREE_METRES)
        .map(({ easting, northing, halfSquareMetres }) => ({
          placeId: named.placeId,
          easting,
          northing,
          metres: DISAGREE_METRES + halfSquareMetres * Math.SQRT2,
        }))
    : []
  return { placing: placingOf(report, named, postcode), disagrees, toMeasure }
}

const theOnly = (places: NamedPlace[] | undefined) => (places?.length === 1 ? places[0] : undefined)

const placingOf = (report: ReportRow, named?: NamedPlace, postcode?: GridPoint): Placing | null => {
  const namedPlaceId = named?.placeId ?? null
  const [given] = report.points
  if (given) {
    const { easting, northing, method, halfSquareMetres } = given
    const accuracyMetres = report.accuracyMetres ?? (halfSquareMetres > 0 ? Math.ceil(halfSquareMetres) : null)
    return { easting, northing, method, accuracyMetres, namedPlaceId }
  }
  const { accuracyMetres } = report
  if (named)
    return { easting: named.easting, northing: named.northing, method: 'gazetteer', accuracyMetres, namedPlaceId }
  if (!postcode) return null
  const { easting, northing } = postcode
  return {
    easting,
    northing,
    method: 'postcode',
    accuracyMetres: accuracyMetres ?? POSTCODE_ACCURACY_METRES,
    namedPlaceId: null,
  }
}
