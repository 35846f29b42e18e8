import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { importFile } from '../server/imports/import-file.ts'
import { secretsFrom } from '../server/secrets.ts'
import { COLUMNS, reportLines } from './import-data.ts'
import { median, timeOnce, type BenchFile } from './measure.ts'
import { scratchDatabase, type ScratchDatabase } from './scratch-database.ts'

const ROWS = 100_000
const RUNS = 3
const ROWS_PER_STATEMENT = 5_000
const DERBY = new URL('../data/derby/', import.meta.url)

const secrets = secretsFrom(new Uint8Array(32).fill(5))

/** The file as a request would bring it, in pieces of about 64 kB. */
const pieces = (): Buffer[] => {
  const whole = Buffer.from([...reportLines(ROWS)].join(''))
  return Array.from({ length: Math.ceil(whole.length / 65_536) }, (_, index) =>
    whole.subarray(index * 65_536, (index + 1) * 65_536),
  )
}

/** Derby's partnership area and places: a report's place and area are derived, so they have to be there. */
const loadGazetteer = async ({ db }: ScratchDatabase) => {
  const { features } = JSON.parse(readFileSync(new URL('areas.geojson', DERBY), 'utf8')) as {
    features: { geometry: unknown }[]
  }
  await db.query(
    `insert into area (kind, code, name, source, geom)
     select 'partnership', 'bench', 'Derby', 'bench', st_multi(st_union(st_transform(st_setsrid(st_geomfromgeojson(shape), 4326), 27700)))
     from unnest($1::text[]) as shape`,
    [features.map(({ geometry }) => JSON.stringify(geometry))],
  )
  const places = JSON.parse(readFileSync(new URL('places.geojson', DERBY), 'utf8')) as {
    features: { geometry: { type: string } }[]
  }
  await db.query(
    `insert into place (name, category, source, geom)
     select 'Place ' || n, 'other', 'bench', st_multi(st_transform(st_setsrid(st_geomfromgeojson(shape), 4326), 27700))
     from unnest($1::text[]) with ordinality as given (shape, n) where st_dimension(st_geomfromgeojson(shape)) = 2`,
    [places.features.map(({ geometry }) => JSON.stringify(geometry))],
  )
}

/** The peer's table: the columns and the indexes of location_report, but no foreign keys, and nothing derived. */
const makePlainTable = async ({ db }: ScratchDatabase) => {
  await db.query('drop table if exists plain_report')
  await db.query(
    'create table plain_report (like location_report including defaults including indexes including constraints)',
  )
  await db.query(
    "alter table plain_report alter column occurrence_id set default gen_random_uuid(), alter column row_hash set default ''",
  )
}

const insertPlain = `
  insert into plain_report (report_ref, basis, observed_from, time_precision, place_category, geom, given_geom, place_method, accuracy_m,
    is_private_address, found_on_patrol, source_type, source_eval, info_assess, handling, concerns, controller_agency, narrative)
  select report_ref, basis, observed_from, time_precision, nullif(place_category, ''), point, point, 'coordinates', accuracy_m,
    is_private_address, found_on_patrol, source_type, source_eval, info_assess, handling, string_to_array(concerns, ';'), controller_agency, narrative
  from unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[], $5::text[], $6::float8[], $7::float8[], $8::int[], $9::boolean[],
    $10::boolean[], $11::text[], $12::smallint[], $13::text[], $14::text[], $15::text[], $16::text[], $17::text[])
    as given (report_ref, basis, observed_from, time_precision, place_category, longitude, latitude, accuracy_m, is_private_address,
      found_on_patrol, source_type, source_eval, info_assess, handling, concerns, controller_agency, narrative)
  cross join lateral (select st_transform(st_setsrid(st_makepoint(longitude, latitude), 4326), 27700) as point) as placed`

const PLAIN_COLUMNS = [
  'report_ref',
  'basis',
  'observed_from',
  'time_precision',
  'place_category',
  'longitude',
  'latitude',
  'accuracy_m',
  'is_private_address',
  'found_on_patrol',
  'source_type',
  'source_eval',
  'info_assess',
  'handling',
  'concerns',
  'controller_agency',
  'narrative',
].map((name) => COLUMNS.indexOf(name))

/** csv-parse, and each 5,000 rows put into the plain table by one statement, all in one transaction. */
const importPlainly = ({ db }: ScratchDatabase, file: Buffer[]) =>
  db.transaction(async (tx) => {
    let rows: string[][] = []
    const insert = async () => {
      await tx.query(
        insertPlain,
        PLAIN_COLUMNS.map((position) => rows.map((row) => row[position])),
      )
      rows = []
    }
    for await (const row of Readable.from(file).pipe(parse({ from_line: 2 }))) {
      rows.push(row as string[])
      if (rows.length === ROWS_PER_STATEMENT) await insert()
    }
    if (rows.length > 0) await insert()
  })

/** Empties the tables, and has them known as empty: what the planner believes on a new database. */
const forget = async ({ db }: ScratchDatabase) => {
  await db.query(
    'truncate import_batch, import_issue, import_refused_row, child, missing_episode, return_interview, missing_episode_revision, occurrence, location_report, location_report_revision, likely_duplicate cascade',
  )
  await db.query('analyze')
}

interface Times {
  oursMs: number
  peerMs: number
  kind: string
}

const measure = async (scratch: ScratchDatabase): Promise<Times> => {
  const file = pieces()
  await loadGazetteer(scratch)
  const [ours, peer]: [number[], number[]] = [[], []]
  // In turns, so that a slow moment of the machine falls on both; the first turn warms up.
  for (let turn = 0; turn <= RUNS; turn++) {
    await forget(scratch)
    const oursMs = await timeOnce(async () => {
      const { accepted, issues } = await importFile({ db: scratch.db, secrets }, 'reports', Readable.from(file))
      if (accepted !== ROWS) throw new Error(`${accepted} of ${ROWS} rows were accepted: ${issues[0]?.message}`)
    })
    await forget(scratch)
    await makePlainTable(scratch)
    const peerMs = await timeOnce(() => importPlainly(scratch, file))
    const { rows } = await scratch.db.query<{ count: number }>('select count(*) from plain_report')
    if (rows[0]?.count !== ROWS) throw new Error('the peer did not insert every row')
    if (turn === 0) continue
    ours.push(oursMs)
    peer.push(peerMs)
  }
  return { oursMs: median(ours), peerMs: median(peer), kind: scratch.kind }
}

let scratch: Promise<ScratchDatabase> | undefined
let times: Promise<Times> | undefined
const measured = () => (times ??= (scratch ??= scratchDatabase()).then(measure))

/** The import of a file against csv-parse and a bare insert of the same rows. */
export const importBench: BenchFile = {
  benches: [
    {
      name: 'import: 100,000 reports, rows a second',
      compares: 'validated, staged, placed and published, on the server database',
      limit: { atLeast: 10_000 },
      async run() {
        const { oursMs, kind } = await measured()
        if (kind === 'embedded') return { skipped: 'the claim is about the server database: set DATABASE_URL' }
        return { value: (ROWS / oursMs) * 1000, detail: `${Math.round(oursMs)} ms, the median of ${RUNS} runs` }
      },
    },
    {
      name: 'import: 100,000 reports, beside a bare insert',
      compares: 'ours / csv-parse and a bare unnest insert into a table with the same columns and indexes',
      limit: { atMost: 3 },
      async run() {
        const { oursMs, peerMs, kind } = await measured()
        return {
          value: oursMs / peerMs,
          detail: `${Math.round(oursMs)} ms against ${Math.round(peerMs)} ms, ${kind} database`,
        }
      },
    },
  ],
  async close() {
    await (await scratch)?.stop()
  },
}
