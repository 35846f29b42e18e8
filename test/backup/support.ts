import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Db } from '../../server/db.ts'
import { LEFT_OUT } from '../../server/backup/tables.ts'
import { openSecrets } from '../../server/secrets.ts'
import { makeReview } from '../support/reviews.ts'
import { makeArea, makePlace, makeReports } from '../support/make.ts'

export const silent = () => {}

/** Text that a careless copy would change. */
const AWKWARD = 'O’Brien said: "it\'s \\N {a,b} 100%"\n\ttab, \r return, 🚲 and a \u2028 line'

/** A var folder with its key file, and a key for backups beside it. */
export const makeVar = (folder: string, name = 'var') => {
  const varFolder = join(folder, name)
  mkdirSync(varFolder, { mode: 0o700 })
  const secretFile = join(varFolder, 'secret')
  const secrets = openSecrets(secretFile)
  return { varFolder, secretFile, secrets, databaseUrl: undefined }
}

export const writeKey = (folder: string, name: string, words: string) => {
  const file = join(folder, name)
  writeFileSync(file, `${words}\n`, { mode: 0o600 })
  return file
}

/** A few rows of many tables: children, reports and their place, an import with a refused row, people, the log, a setting's history. */
export const fill = async (db: Db, fingerprint: string) => {
  await db.query('insert into source_key (fingerprint) values ($1)', [fingerprint])
  const place = await makePlace(db, { name: AWKWARD })
  await makeArea(db)
  await makeReports(db, { child: 'YP-0001', count: 3, placeId: place, at: '2023-05-01T20:00:00.123456Z' })
  await makeReports(db, { child: null, position: null, placeName: AWKWARD })
  await db.query(`update location_report set concerns = array['a,b', '"quoted"', null, ''], narrative = $1`, [AWKWARD])
  await db.query(`insert into postcode (postcode, geom) values ('NG12PL', 'SRID=27700;POINT(435123.4567891 336000.1)')`)

  await db.query(`
    with batch as (
      insert into import_batch (id, kind, state, header, rows_read, rejected, finished_at)
      values (gen_random_uuid(), 'reports', 'published', array['Ref', 'Child, "no"'], 1, 1, now()) returning id),
    refused as (
      insert into import_refused_row (batch_id, row_number, sealed_cells) select id, 2, '\\x00ff10275c' from batch)
    insert into import_issue (batch_id, row_number, code, message) select id, 2, 'blank', 'Empty' from batch`)
  await db.query(
    `insert into policy_setting (name, value, changed_by) values ('cluster_radius_m', '{"a": [1.10, null, "é"]}', 'test')`,
  )
  await db.query(`
    insert into policy_setting_change (name, value, changed_by) select 'cluster_radius_m', to_jsonb(n), 'test' from generate_series(1, 9) n`)
  await db.query('delete from policy_setting_change where id > 5')
  await fillAccess(db)
  await fillGroup(db)
}

/** What has states and what is locked: a place under review, another merged into it, a meeting whose minutes are agreed. */
const fillGroup = async (db: Db) => {
  const [id, other] = [await makeReview(db, { name: AWKWARD, state: 'confirmed' }), await makeReview(db)]
  await db.transaction(async (tx) => {
    await tx.query(`update hotspot_review set state = 'merged', merged_into = $2 where id = $1`, [other, id])
    await tx.query(
      `insert into step (thing, thing_id, step, from_state, to_state, at, person_name) values ('review', $1, 'merge', 'candidate', 'merged', now(), 'A')`,
      [other],
    )
  })
  await db.transaction(async (tx) => {
    const { rows } = await tx.query<{ id: string }>(
      `insert into meeting (month, held_on, state) values ('2023-06', '2023-07-18', 'minutes_draft') returning id`,
    )
    await tx.query(
      `insert into minutes_section (meeting_id, position, title, words) values ($1, 1, 'Attendance', $2)`,
      [rows[0]!.id, AWKWARD],
    )
    await tx.query(`update meeting set state = 'minutes_agreed'`)
    await tx.query(
      `insert into step (thing, thing_id, step, to_state, at, person_name)
       select 'meeting', meeting.id, 'agree', given.state, now(), 'A'
       from meeting, (values ('minutes_draft'), ('minutes_agreed')) as given (state)`,
    )
  })
}

const fillAccess = async (db: Db) => {
  const { rows } = await db.query<{ id: string }>(
    `insert into person (username, name, role, agency, password_hash) values ('a.person', 'A Person', 'coordinator', 'Council', 'x') returning id`,
  )
  await db.query(
    `insert into session (digest, person_id, way) values (sha256('cookie'), $1, 'password')`,
    rows.map(({ id }) => id),
  )
  await db.query(`
    insert into audit_line (seq, at, action, object_type, request_id, previous_hash, hash)
    select n, now(), 'consultation', 'report', gen_random_uuid(), sha256('before'), sha256('this') from generate_series(1, 3) n`)
  await db.query('insert into reading (line, opened_in) values (1, pg_current_xact_id())')
}

/** More rows than one statement takes. */
export const fillPostcodes = (db: Db) =>
  db.query(`
    insert into postcode (postcode, geom)
    select 'DE' || n / 1000 || n / 100 % 10 || chr(65 + n / 10 % 10) || chr(65 + n % 10), st_setsrid(st_makepoint(n / 7.0, n), 27700)
    from generate_series(0, 4500) n`)

/** Every row of every table that a backup keeps, as text: written without the code that is tested. */
export const contentsOf = (db: Db): Promise<Record<string, string[]>> =>
  db.transaction(async (tx) => {
    await tx.query(`set local timezone = 'UTC'`)
    const { rows } = await tx.query<{ name: string }>(
      `select table_name as name from information_schema.tables
       where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'spatial_ref_sys' order by 1`,
    )
    const contents: Record<string, string[]> = {}
    for (const { name } of rows.filter(({ name }) => !LEFT_OUT.includes(name))) {
      const { rows: lines } = await tx.query<{ line: string }>(
        `select t::text as line from ${name} t order by t::text collate "C"`,
      )
      contents[name] = lines.map(({ line }) => line)
    }
    return contents
  })

export const countIn = async (db: Db, table: string) =>
  (await db.query<{ count: number }>(`select count(*) as count from ${table}`)).rows[0]!.count

/** The tables that hold anything. */
export const filledTables = async (db: Db) =>
  Object.entries(await contentsOf(db))
    .filter(([, lines]) => lines.length > 0)
    .map(([name]) => name)
