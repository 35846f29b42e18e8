import { expect, test } from 'vitest'
import { overPool, type Db } from '../server/db.ts'
import { migrate, readMigrations, type Migration } from '../server/migrate.ts'
import { testPool, withDb } from './support/app.ts'

const migration = (name: string, text: string): Migration => ({ name, text, checksum: `sum of ${text}` })

const first = migration('0001-first.sql', 'create table first_thing (id integer)')
const second = migration('0002-second.sql', 'create table second_thing (id integer)')

/** A test in an empty schema of its own, gone afterwards. */
const inEmptySchema = (work: (db: Db) => Promise<void>) =>
  withDb(async (db) => {
    await db.query('create schema empty_house')
    await db.query('set local search_path to empty_house, public')
    await work(db)
  })

const tablesOf = async (db: Db) => {
  const { rows } = await db.query<{ tablename: string }>(
    "select tablename from pg_tables where schemaname = 'empty_house' order by tablename",
  )
  return rows.map(({ tablename }) => tablename)
}

test(
  'migrations run once each, in order, and a second start finds nothing to do',
  inEmptySchema(async (db) => {
    const said: string[] = []
    await migrate(db, [first], (sentence) => said.push(sentence))
    await migrate(db, [first, second], (sentence) => said.push(sentence))
    await migrate(db, [first, second], (sentence) => said.push(sentence))

    expect(said).toEqual(['Preparing the database: 0001-first.sql', 'Preparing the database: 0002-second.sql'])
    expect(await tablesOf(db)).toEqual(['first_thing', 'migration', 'second_thing'])
  }),
)

test(
  'a migration that was edited after it ran is refused',
  inEmptySchema(async (db) => {
    await migrate(db, [first])
    const edited = { ...first, checksum: 'another sum' }

    await expect(migrate(db, [edited, second])).rejects.toThrow('The migration 0001-first.sql has changed since it ran')
    expect(await tablesOf(db)).toEqual(['first_thing', 'migration'])
  }),
)

test(
  'a database that a newer version has prepared is refused',
  inEmptySchema(async (db) => {
    await migrate(db, [first, second])

    await expect(migrate(db, [first])).rejects.toThrow('0002-second.sql, which this version does not know')
  }),
)

test(
  'a migration with a number before one that has run is refused',
  inEmptySchema(async (db) => {
    await migrate(db, [second])

    await expect(migrate(db, [first, second])).rejects.toThrow(
      'The migration 0001-first.sql stands before 0002-second.sql',
    )
    expect(await tablesOf(db)).toEqual(['migration', 'second_thing'])
  }),
)

test(
  'a migration that fails in the middle leaves nothing of itself, and what ran before it stays',
  inEmptySchema(async (db) => {
    const broken = migration('0002-broken.sql', 'create table half (id integer); select 1 / 0')

    await expect(migrate(db, [first, broken])).rejects.toThrow(/division by zero/)
    expect(await tablesOf(db)).toEqual(['first_thing', 'migration'])

    await migrate(db, [first, second])
    expect(await tablesOf(db)).toEqual(['first_thing', 'migration', 'second_thing'])
  }),
)

test('two starts at once take turns: a migration runs once', async () => {
  const db = overPool(testPool())
  const slow = migration('9999-slow.sql', 'create table slow_thing (id integer); select pg_sleep(0.2)')
  const said: string[] = []
  const startUp = () => migrate(db, [...readMigrations(), slow], (sentence) => said.push(sentence))

  try {
    await Promise.all([startUp(), startUp()])
    expect(said).toEqual(['Preparing the database: 9999-slow.sql'])
  } finally {
    await db.query('drop table if exists slow_thing')
    await db.query("delete from migration where name = '9999-slow.sql'")
  }
})

test('the line endings of a checkout do not change a checksum', async () => {
  const { mkdtempSync, rmSync, writeFileSync } = await import('node:fs')
  const { tmpdir } = await import('node:os')
  const { pathToFileURL } = await import('node:url')
  const folder = mkdtempSync(`${tmpdir()}/place-risk-migrations-`)
  try {
    writeFileSync(`${folder}/0001-a.sql`, 'select 1;\nselect 2;\n')
    writeFileSync(`${folder}/0002-b.sql`, 'select 1;\r\nselect 2;\r\n')
    writeFileSync(`${folder}/notes.txt`, '')
    const [unix, windows, ...others] = readMigrations(pathToFileURL(`${folder}/`))

    expect(unix!.checksum).toBe(windows!.checksum)
    expect(others).toEqual([])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
