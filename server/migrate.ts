import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { Db } from './db.ts'

export interface Migration {
  name: string
  text: string
  checksum: string
}

const MIGRATIONS_FOLDER = new URL('../sql/migrations/', import.meta.url)

/** Every migration in the tree, in the order they run. */
export const readMigrations = (folder: URL = MIGRATIONS_FOLDER): Migration[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = readFileSync(new URL(name, folder), 'utf8')
      return { name, text, checksum: createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex') }
    })

/** Two starts at once take turns: any number, the same in every version of the service. */
const MIGRATION_LOCK = 7_204_001

/**
 * Brings the database to this version, forwards only, each file in one transaction of its own.
 * @throws Error where a migration that has run is not what stands in the tree now, or the database knows one this version does not.
 */
export const migrate = async (db: Db, migrations = readMigrations(), onProgress = (_sentence: string) => {}) => {
  await db.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
    await tx.query(
      `create table if not exists migration (
         name text constraint migration_pk primary key, checksum text not null, ran_at timestamptz not null default now())`,
    )
    const { rows } = await tx.query<{ name: string; checksum: string }>(
      'select name, checksum from migration order by name',
    )
    checkHistory(rows, migrations)
  })

  for (const migration of migrations) {
    await db.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
      const { rowCount } = await tx.query('select 1 from migration where name = $1', [migration.name])
      if (rowCount) return

      onProgress(`Preparing the database: ${migration.name}`)
      await tx.query(migration.text)
      await tx.query('insert into migration (name, checksum) values ($1, $2)', [migration.name, migration.checksum])
    })
  }
}

const checkHistory = (ran: { name: string; checksum: string }[], migrations: Migration[]) => {
  for (const { name, checksum } of ran) {
    const known = migrations.find((migration) => migration.name === name)
    if (!known)
      throw new Error(`The database has run ${name}, which this version does not know. Start the newer version again.`)
    if (known.checksum !== checksum)
      throw new Error(
        `The migration ${name} has changed since it ran (${checksum.slice(0, 12)} then, ${known.checksum.slice(0, 12)} now). ` +
          'A migration that has run is never edited: put the file back and add a new one.',
      )
  }
  const last = ran.at(-1)?.name
  const late = last && migrations.find(({ name }) => name < last && !ran.some((done) => done.name === name))
  if (late)
    throw new Error(`The migration ${late.name} stands before ${last}, which has already run. Give it a later number.`)
}
