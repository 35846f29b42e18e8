import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseStatement, type Db } from '../server/db.ts'
import { brokenRule } from '../server/to-problem.ts'
import { withDb } from './support/app.ts'

const read = (folder: string, ending: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith(ending))
    .map((name) => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') }))

const statements = read('sql', '.sql')
  .filter(({ name }) => !name.startsWith('migrations/'))
  .map(({ name, text }) => ({ name: name.replace(/\.sql$/, ''), text }))

const sources = read('server', '.ts')

test.each(statements.map(({ name, text }) => [name, text]))(
  'sql/%s.sql is a statement that the database can prepare',
  (_name, text) => withDb((db) => prepare(db, text))(),
)

test(
  'a statement that the tables do not bear out is found',
  withDb(async (db) => {
    await expect(prepare(db, 'select colour from place where id = :id::uuid')).rejects.toThrow(/colour/)
    await expect(prepare(db, 'select name from place where id = :id::integer')).rejects.toThrow(/operator/)
  }),
)

/** A prepared statement outlives the transaction: it is let go of at once. What cannot be prepared (truncate) is run, and rolled back. */
const prepare = async (db: Db, sql: string) => {
  const { text } = parseStatement(sql)
  if (!/^\s*(--[^\n]*\s+)*(select|insert|update|delete|with|merge|values)\b/.test(text))
    return void (await db.query(text))
  await db.query(`prepare guard as ${text}`)
  await db.query('deallocate guard')
}

test('a file holds one statement', () => {
  expect(statements.filter(({ text }) => !isOneStatement(text)).map(({ name }) => name)).toEqual([])

  expect(isOneStatement("select ';' -- ;\n;\n")).toBe(true)
  expect(isOneStatement('select 1; select 2')).toBe(false)
})

const isOneStatement = (sql: string) => /^[^;]*;?$/.test(sql.replace(/'(?:[^']|'')*'|--[^\n]*/g, '').trim())

test('every statement file is asked for, and every one that is asked for is there', () => {
  const folders = statements.map(({ name }) => name.split('/')[0])
  const asked = sources
    .flatMap(({ text }) => [...text.matchAll(/\(\s*'([\w-]+)\/([\w-]+)'/g)])
    .filter(([, folder]) => folders.includes(folder))
    .map(([, folder, name]) => `${folder}/${name}`)

  expect(new Set(asked)).toEqual(new Set(statements.map(({ name }) => name)))
})

test(
  'every foreign key has an index that begins with its columns',
  withDb(async (db) => {
    expect(await unindexedForeignKeys(db)).toEqual([])

    await db.query('drop index location_report_child_index')
    expect(await unindexedForeignKeys(db)).toEqual(['location_report_child'])
  }),
)

const unindexedForeignKeys = async (db: Db) => {
  const { rows } = await db.query<{ conname: string }>(`
    select c.conname
    from pg_constraint c
    where c.contype = 'f' and c.connamespace = current_schema()::regnamespace
      and not exists (
        select from pg_index i
        where i.indrelid = c.conrelid and i.indpred is null
          and (select array_agg(k order by k) from unnest((i.indkey::int2[])[0:cardinality(c.conkey) - 1]) k)
            = (select array_agg(k order by k) from unnest(c.conkey) k))
    order by c.conname`)
  return rows.map(({ conname }) => conname)
}

test(
  'every rule of the database is named and has a voice, and no voice is without a rule',
  withDb(async (db) => {
    // Not those of PostGIS's own tables. A column's "not null" has a name too from PostgreSQL 18 on: our code never sends one.
    const { rows } = await db.query<{ conname: string }>(`
      select distinct c.conname
      from pg_constraint c
      where c.connamespace = current_schema()::regnamespace and c.contype in ('c', 'u', 'p', 'f', 'x')
        and not exists (select from pg_depend d where d.objid = c.conrelid and d.deptype = 'e')
      order by c.conname`)

    expect(Object.keys(brokenRule).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(
      rows.map(({ conname }) => conname).toSorted((a, b) => (a < b ? -1 : 1)),
    )
  }),
)

test('what a rule says is a whole sentence, and a client’s mistake', () => {
  for (const voice of Object.values(brokenRule)) {
    const { message, status } = voice()
    expect(message).toMatch(/^[A-Z].*\.$/s)
    expect([409, 422]).toContain(status)
  }
})
