import { randomUUID } from 'node:crypto'
import type { Db } from '../../server/db.ts'

/** Makers of rows for tests: a sensible row but for what is given. Positions are British National Grid metres. */

const DERBY = { easting: 435_000, northing: 336_000 }

/** A square place with its lower left corner at the position. Gives its id. */
export const makePlace = async (
  db: Db,
  given: {
    name?: string
    easting?: number
    northing?: number
    sideMetres?: number
    category?: string
    seedGroup?: string | null
    retired?: boolean
  } = {},
): Promise<string> => {
  const { name = 'Riverside', easting = DERBY.easting, northing = DERBY.northing, sideMetres = 100 } = given
  const { rows } = await db.query<{ id: string }>(
    `insert into place (name, category, seed_group, geom, source, retired_at, retired_reason)
     values ($1, $2, $3, st_multi(st_makeenvelope($4, $5, $6, $7, 27700)), 'test', $8, $9) returning id`,
    [
      name,
      given.category ?? 'park',
      given.seedGroup ?? null,
      easting,
      northing,
      easting + sideMetres,
      northing + sideMetres,
      given.retired ? new Date() : null,
      given.retired ? 'test' : null,
    ],
  )
  await db.query('insert into place_name (place_id, name, compared_name) values ($1, $2, $3)', [
    rows[0]!.id,
    name,
    name.toLowerCase(),
  ])
  return rows[0]!.id
}

/** A square area. Gives its id. */
export const makeArea = async (
  db: Db,
  given: { kind?: string; code?: string; name?: string; easting?: number; northing?: number; sideMetres?: number } = {},
): Promise<string> => {
  const {
    kind = 'ward',
    code = randomUUID(),
    name = 'A ward',
    easting = DERBY.easting - 5_000,
    northing = DERBY.northing - 5_000,
    sideMetres = 10_000,
  } = given
  const { rows } = await db.query<{ id: string }>(
    `insert into area (kind, code, name, source, geom) values ($1, $2, $3, 'test', st_multi(st_makeenvelope($4, $5, $6, $7, 27700))) returning id`,
    [kind, code, name, easting, northing, easting + sideMetres, northing + sideMetres],
  )
  return rows[0]!.id
}

/** The child of a reference, made where it is not there yet. Gives its id. */
export const makeChild = async (db: Db, reference: string): Promise<string> => {
  const { rows } = await db.query<{ id: string }>(
    `insert into child (reference, source_hmac) values ($1, sha256(convert_to($1, 'UTF8')))
     on conflict (reference) do update set reference = excluded.reference returning id`,
    [reference],
  )
  return rows[0]!.id
}

export interface GivenReports {
  /** YP-nnnn; null: no child is known. */
  child?: string | null
  count?: number
  basis?: string
  at?: string
  to?: string | null
  precision?: string
  /** Null: nobody knows where. */
  position?: { easting: number; northing: number } | null
  placeId?: string | null
  placeName?: string | null
  placeCategory?: string | null
  isPrivateAddress?: boolean
  foundOnPatrol?: boolean
  isInArea?: boolean | null
  episodeId?: string | null
  occurrenceId?: string
  accuracyMetres?: number | null
}

/** Location reports, as they stand after an import has derived their place. Gives their ids. */
export const makeReports = async (db: Db, given: GivenReports = {}): Promise<string[]> => {
  const { count = 1, child = 'YP-0001', position = DERBY } = given
  const childId = child === null ? null : await makeChild(db, child)
  const ids: string[] = []
  for (let i = 0; i < count; i++) {
    const occurrence =
      given.occurrenceId ??
      (await db.query<{ id: string }>('insert into occurrence default values returning id')).rows[0]!.id
    const { rows } = await db.query<{ id: string }>(
      `insert into location_report (report_ref, occurrence_id, child_id, episode_id, basis, observed_from, observed_to, time_precision,
         place_name, place_category, geom, place_method, accuracy_m, place_id, is_in_area, is_private_address, found_on_patrol, row_hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, st_setsrid(st_makepoint($11, $12), 27700), $13, $14, $15, $16, $17, $18, '\\x00') returning id`,
      [
        `T-${randomUUID()}`,
        occurrence,
        childId,
        given.episodeId ?? null,
        given.basis ?? 'found',
        given.at ?? '2023-05-01T20:00:00Z',
        given.to ?? null,
        given.precision ?? 'exact',
        given.placeName ?? null,
        given.placeCategory ?? null,
        position?.easting ?? null,
        position?.northing ?? null,
        position ? 'coordinates' : null,
        given.accuracyMetres ?? null,
        given.placeId ?? null,
        given.isInArea === undefined ? true : given.isInArea,
        given.isPrivateAddress ?? false,
        given.foundOnPatrol ?? false,
      ],
    )
    ids.push(rows[0]!.id)
  }
  return ids
}
