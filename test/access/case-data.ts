import { toLongitudeLatitude } from '../../server/locations/national-grid.ts'
import type { Db } from '../../server/db.ts'

/** Everything exact that the demo's files hold, as it could stand in an answer. */
export interface CaseData {
  /** References, case numbers, references of reports, narratives, placements: none may stand in an answer as it is. */
  words: string[]
  /** Where each report is: longitude and latitude to 4, 5 and 6 decimals, easting and northing in whole metres, each as a pair in either order. */
  pairs: Set<string>
}

const DECIMALS = [4, 5, 6]

/** @param caseNumbers the case system’s numbers of the files that were loaded: the database does not have them */
export const caseDataOf = async (db: Db, caseNumbers: readonly string[]): Promise<CaseData> => {
  const column = async (sql: string) => (await db.query<{ word: string }>(sql)).rows.map(({ word }) => word)
  // A report that has only the name of a place stands at the gazetteer's own point of it.
  const points = await db.query<{ easting: number; northing: number }>(
    `select st_x(geom) as easting, st_y(geom) as northing from location_report where geom is not null and place_method <> 'gazetteer'`,
  )
  return {
    words: [
      ...caseNumbers,
      ...(await column('select reference as word from child')),
      ...(await column('select id::text as word from child union all select id::text from missing_episode')),
      ...(await column(
        'select id::text as word from location_report union all select report_ref from location_report',
      )),
      ...(await column('select distinct narrative as word from location_report where narrative is not null')),
      ...(await column(
        'select distinct placement_label as word from missing_episode where placement_label is not null',
      )),
      ...(await column('select distinct police_ref as word from missing_episode where police_ref is not null')),
    ],
    pairs: new Set(points.rows.flatMap((point) => pairsOf(point))),
  }
}

const pairsOf = ({ easting, northing }: { easting: number; northing: number }): string[] => {
  const { longitude, latitude } = toLongitudeLatitude(easting, northing)
  return [
    ...DECIMALS.map((decimals) => pair(longitude.toFixed(decimals), latitude.toFixed(decimals))),
    pair(String(Math.round(easting)), String(Math.round(northing))),
    pair(String(Math.floor(easting)), String(Math.floor(northing))),
  ]
}

const pair = (one: string, other: string) => `${one} ${other}`

/** Every two numbers that stand beside each other in a text, in whatever format and order: as precise as they are written. */
export const pairsIn = (text: string): Set<string> => {
  const numbers = text.match(/-?\d+(?:\.\d+)?/g) ?? []
  const found = new Set<string>()
  for (let i = 1; i < numbers.length; i++) {
    for (const [one, other] of [
      [numbers[i - 1]!, numbers[i]!],
      [numbers[i]!, numbers[i - 1]!],
    ] as const) {
      const [x, y] = [Number(one), Number(other)]
      const written = Math.min(6, Math.max(decimalsOf(one), decimalsOf(other)))
      if (Math.abs(x) < 10 && y > 49 && y < 61)
        for (const decimals of DECIMALS.filter((most) => most >= written))
          found.add(pair(x.toFixed(decimals), y.toFixed(decimals)))
      if (x > 1000 && y > 1000) found.add(pair(String(Math.round(x)), String(Math.round(y))))
    }
  }
  return found
}

const decimalsOf = (number: string) => number.split('.')[1]?.length ?? 0

/** What of the case data stands in a text. `isPublic`: pairs that are the gazetteer's own. */
export const leaksIn = (
  text: string,
  { words, pairs }: CaseData,
  isPublic: ReadonlySet<string> = new Set(),
): string[] => [
  // As it is, and as JSON escapes it: quotation marks, line breaks.
  ...words.filter((word) => text.includes(word) || text.includes(JSON.stringify(word).slice(1, -1))),
  ...[...pairsIn(text)].filter((found) => pairs.has(found) && !isPublic.has(found)),
  ...['"children":', '"topChildShare"', '"fewChildren"', 'YP-'].filter((word) => text.includes(word)),
]
