import { existsSync, readdirSync } from 'node:fs'
import { hasDatabase } from '../database/database-files.ts'
import { readFolderLock } from '../database/folder-lock.ts'
import { openDatabase } from '../database/open.ts'
import { overPool, type Db } from '../db.ts'
import { migrate, readMigrations } from '../migrate.ts'
import { openSecrets } from '../secrets.ts'
import type { Header } from './parts.ts'
import { readMigrated } from './tables.ts'

export interface Opened {
  db: Db
  kind: 'embedded' | 'server'
  stop(): Promise<void>
}

/** Throws Error with a sentence where a process has the folder's database open. */
export const refuseRunning = (folder: string) => {
  const holder = readFolderLock(folder)
  if (holder === null) return
  throw new Error(`The service runs on the database in ${folder} (pid ${holder.pid}). Stop it first, then try again.`)
}

/** The embedded database of a folder, made where there is none, at this version's migrations. Throws Error where the folder is in use or somebody else's. */
export const openFolder = async (folder: string, say: (sentence: string) => void): Promise<Opened> => {
  refuseRunning(folder)
  refuseForeignFiles(folder)
  return migrated(await openDatabase({ folder, onProgress: say }), say)
}

/** What this program and a stop in the middle of its first start leave in a folder. */
const OURS = /^(pgdata|unfinished|lock-\d+\.json.*)$/

const refuseForeignFiles = (folder: string) => {
  if (!existsSync(folder) || hasDatabase(folder)) return
  const foreign = readdirSync(folder).find((name) => !OURS.test(name))
  if (foreign === undefined) return
  throw new Error(
    `${folder} holds files that are not this program's (${foreign}, for one). Name another folder in PLACE_RISK_VAR.`,
  )
}

/** How our own connections are told from those of a service that runs. */
const OUR_NAME = 'place-risk-copy'

/** A server's database, at this version's migrations. Throws Error where a service is connected or the tables are somebody else's. */
export const openServer = async (databaseUrl: string, say: (sentence: string) => void): Promise<Opened> => {
  const url = new URL(databaseUrl)
  url.searchParams.set('application_name', OUR_NAME)
  const database = await openDatabase({ databaseUrl: url.toString(), onProgress: say })
  try {
    const db = overPool(database.pool)
    await refuseConnected(db)
    await refuseForeignTables(db)
  } catch (error) {
    await database.stop()
    throw error
  }
  return migrated(database, say)
}

const refuseConnected = async (db: Db) => {
  const { rows } = await db.query<{ pid: number }>(
    `select pid from pg_stat_activity where datname = current_database() and application_name = 'place-risk'`,
  )
  if (rows.length === 0) return
  throw new Error('The service runs on the database that DATABASE_URL names. Stop it first, then try again.')
}

const refuseForeignTables = async (db: Db) => {
  if ((await readMigrated(db)).length > 0) return
  const { rows } = await db.query<{ name: string }>(`
    select relname::text as name from pg_class c
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'f')
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    order by relname limit 1`)
  if (rows[0] === undefined) return
  throw new Error(
    `The database that DATABASE_URL names holds tables that are not this program's (${rows[0].name}, for one). Make an empty database and name that.`,
  )
}

const migrated = async (
  database: Awaited<ReturnType<typeof openDatabase>>,
  say: (sentence: string) => void,
): Promise<Opened> => {
  const db = overPool(database.pool)
  try {
    await migrate(db, undefined, say)
  } catch (error) {
    await database.stop().catch(() => {})
    throw error
  }
  return { db, kind: database.kind, stop: () => database.stop() }
}

/**
 * Holds what is to be written to this version: its rows fit no other tables.
 * Throws Error that names the migrations which are not on both sides alike, with what to do about it.
 */
export const requireSameMigrations = ({ migrations }: Pick<Header, 'migrations'>, whatToDo: string) => {
  const known = readMigrations()
  const differing = [...differences(migrations, known), ...differences(known, migrations)]
  if (differing.length === 0) return
  throw new Error(
    `It was made with other migrations than this version has (${[...new Set(differing)].join(', ')}), so nothing was written. ${whatToDo}`,
  )
}

type Ran = Header['migrations']

const differences = (ones: Ran, others: Ran) =>
  ones
    .filter((one) => !others.some(({ name, checksum }) => one.name === name && one.checksum === checksum))
    .map(({ name }) => name)

/** Holds the key file to the one that the children's numbers were hashed with. Throws Error where it is another, or not there. */
export const requireSourceKey = (sourceKey: string | null, secretFile: string) => {
  if (sourceKey === null) return
  if (!existsSync(secretFile))
    throw new Error(
      `There is no key file ${secretFile}, and without the one that belongs to this data every child would be taken for a new one. ` +
        'Put your copy of it there, or name it in PLACE_RISK_SECRET_FILE.',
    )
  if (openSecrets(secretFile).fingerprint === sourceKey) return
  throw new Error(
    `${secretFile} is not the key file that belongs to this data: every child would be taken for a new one. ` +
      'Put your copy of the right one there, or name it in PLACE_RISK_SECRET_FILE.',
  )
}
