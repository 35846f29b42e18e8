import { openScribe } from '../server/access/scribe.ts'
import { secretsFrom } from '../server/secrets.ts'
import type { Service } from '../server/service.ts'
import { seeded } from './measure.ts'
import { scratchDatabase, type ScratchDatabase } from './scratch-database.ts'

export const REPORTS = 10_000
const CHILDREN = 300
const PLACES = 20
/** The day it is for the benches. */
export const TODAY = '2023-07-11'

/** The service over it, as `createApp` wants it. */
export const benchService = ({ db, kind }: Pick<ScratchDatabase, 'db' | 'kind'>): Service => {
  const secrets = secretsFrom(new Uint8Array(32))
  return {
    db,
    scribe: openScribe(db, secrets.auditKey),
    auditHeadsFile: null,
    isSecure: false,
    databaseKind: kind,
    config: { isDemo: false, basemap: 'sketch', browser: null, origin: null, oidc: null },
    secrets,
    today: () => TODAY,
    now: () => new Date(),
    report: console.error,
  }
}

/** A scratch database with a year's reports. */
export const reportDatabase = async (): Promise<ScratchDatabase> => {
  const database = await scratchDatabase()
  await fill(database)
  return database
}

/** 10,000 reports of 300 children over a year: 60 % at 20 named places, 20 % in 40 streets, the rest over the city. */
const fill = async ({ db }: ScratchDatabase) => {
  const random = seeded(11)
  await db.query(
    `insert into child (reference, source_hmac) select 'YP-' || (1000 + i), sha256(convert_to(i::text, 'UTF8')) from generate_series(1, ${CHILDREN}) i`,
  )
  await db.query(
    `insert into place (name, category, source, geom) select 'Place ' || i, 'park', 'bench',
       st_multi(st_buffer(st_setsrid(st_makepoint(431000 + (i % 5) * 2000, 331000 + (i / 5) * 2000), 27700), 150)) from generate_series(0, ${PLACES - 1}) i`,
  )
  const spots = Array.from({ length: REPORTS }, () => {
    const kind = random()
    if (kind < 0.6) {
      const i = Math.floor(random() * PLACES)
      return [431_000 + (i % 5) * 2000 + random() * 150, 331_000 + Math.floor(i / 5) * 2000 + random() * 150]
    }
    if (kind < 0.8) {
      const i = Math.floor(random() * 40)
      return [430_000 + ((i * 7919) % 9000) + random() * 80, 330_500 + ((i * 6271) % 9000) + random() * 80]
    }
    return [430_000 + random() * 10_000, 330_000 + random() * 10_000]
  })
  const bases = ['found', 'found', 'suspected', 'disclosed', 'sighted']
  await db.query(
    `with given as (
       select row_number() over () as i, gen_random_uuid() as occurrence, * from unnest($1::float8[], $2::float8[], $3::text[], $4::int[], $5::float8[]) as u (x, y, basis, child, days)
     ), kept as (insert into occurrence (id) select occurrence from given)
     insert into location_report (report_ref, occurrence_id, child_id, basis, observed_from, time_precision, geom, place_method, is_in_area, is_private_address, row_hash, place_id)
     select 'B-' || i, occurrence, (select id from child where reference = 'YP-' || (1000 + child)), basis, '2022-07-01T00:00:00Z'::timestamptz + days * interval '1 day',
       'exact', st_setsrid(st_makepoint(x, y), 27700), 'coordinates', true, false, '\\x00',
       (select p.id from place p where st_covers(p.geom, st_setsrid(st_makepoint(x, y), 27700)) limit 1)
     from given`,
    [
      spots.map(([x]) => x),
      spots.map(([, y]) => y),
      spots.map(() => bases[Math.floor(random() * bases.length)]),
      spots.map(() => 1 + Math.floor(random() * CHILDREN)),
      spots.map(() => random() * 364),
    ],
  )
  await db.query('analyze')
}
