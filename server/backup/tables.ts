import type { Db } from '../db.ts'
import { inOrderOfReference } from './order.ts'
import type { Header, Summary } from './parts.ts'

/**
 * Not part of a backup. Sessions and the rest of sign-in are of the moment: a link that was used since would work again. `reading` opens
 * case data to a transaction by its number, and in another database that number is still to come, for anybody. Staged rows belong to an
 * import that runs. What a database has migrated stands in the header.
 */
export const LEFT_OUT: readonly string[] = [
  'session',
  'reason_given',
  'sign_in_link',
  'sign_in_slowing',
  'oidc_attempt',
  'reading',
  'staged_report',
  'staged_episode',
  'migration',
]

/** What migrations and a first start put into a database that holds nothing yet: emptied before the backup's rows go in. */
export const FILLED_FROM_THE_START: readonly string[] = ['role_scope', 'source_key']

/** A table of the catalogue. Names and types are quoted, ready to stand in a statement. */
export interface Table {
  name: string
  sql: string
  columns: string[]
  types: string[]
  refersTo: string[]
}

/** Every table of ours but what is left out, each after those it refers to. Generated columns are left to the database. */
export const readTables = async (tx: Db): Promise<Table[]> => {
  const { rows } = await tx.query<Table>(`
    select c.relname::text as name, format('%I.%I', c.relnamespace::regnamespace::text, c.relname) as sql, a.columns, a.types,
      array(select distinct r.relname::text from pg_constraint f join pg_class r on r.oid = f.confrelid
            where f.conrelid = c.oid and f.contype = 'f') as "refersTo"
    from pg_class c
    cross join lateral (
      select array_agg(quote_ident(attname) order by attnum) as columns,
        array_agg(format_type(atttypid, atttypmod) order by attnum) as types
      from pg_attribute
      where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = ''
    ) a
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    order by c.relname`)
  return inOrderOfReference(rows.filter(({ name }) => !LEFT_OUT.includes(name)))
}

/** A row as a JSON array of texts: the same for the same row in every database. */
export const rowText = ({ columns }: Table) =>
  `array_to_json(array[${columns.map((column) => `${column}::text`).join(', ')}])::text`

/** How many rows a table has, and a digest of them all, in whatever order they lie. */
export const sumOf = async (tx: Db, table: Table) => {
  const { rows } = await tx.query<{ rows: number; digest: string }>(`
    select count(*) as rows, encode(sha256(coalesce(string_agg(hash, ''::bytea order by hash), '')), 'hex') as digest
    from (select sha256(convert_to(${rowText(table)}, 'UTF8')) as hash from ${table.sql}) as hashed`)
  return rows[0]!
}

/** In a transaction: values are written alike whatever the server's settings, and a row that a policy would hide is an error. */
export const setForCopying = (tx: Db) =>
  tx.query(`
    set local row_security = off;
    set local timezone = 'UTC';
    set local datestyle = 'ISO, YMD';
    set local intervalstyle = 'postgres';
    set local bytea_output = 'hex';
    set local extra_float_digits = 1;
    set local statement_timeout = 0`)

/** The migrations that ran, as the header has them. Empty where none ever did. */
export const readMigrated = async (tx: Db): Promise<Header['migrations']> => {
  const { rows } = await tx.query<{ isThere: boolean }>(`select to_regclass('migration') is not null as "isThere"`)
  if (!rows[0]?.isThere) return []
  return (await tx.query<Header['migrations'][number]>('select name, checksum from migration order by name')).rows
}

const ours = `from pg_class c
  where c.relnamespace = current_schema()::regnamespace and c.relkind = 'S'
    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`

/** Where each sequence stands. */
export const readSequences = async (tx: Db): Promise<Summary['sequences']> => {
  const { rows } = await tx.query<{ name: string; sql: string }>(
    `select c.relname::text as name, c.oid::regclass::text as sql ${ours} order by c.relname`,
  )
  const sequences: Summary['sequences'] = {}
  for (const { name, sql } of rows) {
    const { rows } = await tx.query<Summary['sequences'][string]>(
      `select last_value::text as "lastValue", is_called as "isCalled" from ${sql}`,
    )
    sequences[name] = rows[0]!
  }
  return sequences
}

/** Sets the sequences that the database has to where they stood. */
export const setSequences = async (tx: Db, sequences: Summary['sequences']) => {
  for (const [name, { lastValue, isCalled }] of Object.entries(sequences))
    await tx.query(`select setval(c.oid::regclass, $2::bigint, $3) ${ours} and c.relname = $1`, [
      name,
      lastValue,
      isCalled,
    ])
}
