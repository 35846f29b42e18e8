import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { inject } from 'vitest'
import { openDatabase } from '../../server/database/open.ts'
import { overPool, type Db } from '../../server/db.ts'
import { migrate, readMigrations } from '../../server/migrate.ts'

export interface OwnDatabase {
  db: Db
  stop(): Promise<void>
}

/** A migrated database of this file's own, of the kind that the tests run on: what happens to its log, no other test sees. */
export const openOwnDatabase = (): Promise<OwnDatabase> =>
  inject('database').kind === 'server' ? onServer() : embedded()

const onServer = async (): Promise<OwnDatabase> => {
  const { connectionString } = inject('database').connection
  const name = `place_risk_own_${process.pid}`
  const owner = new pg.Pool({ connectionString, max: 1 })
  await owner.query(`create database ${name}`)
  const databaseUrl = Object.assign(new URL(connectionString!), { pathname: `/${name}` }).toString()
  const database = await openDatabase({ databaseUrl })
  await migrate(overPool(database.pool))
  return {
    db: overPool(database.pool),
    async stop() {
      await database.stop()
      await owner.query(`drop database if exists ${name} with (force)`)
      await owner.end()
    },
  }
}

/** From the dump that test/support/global-setup.ts has made. */
const embedded = async (): Promise<OwnDatabase> => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> }
  const versions = Object.entries(dependencies).filter(([name]) => name.startsWith('@electric-sql/'))
  const hash = createHash('sha256').update(JSON.stringify([versions, readMigrations().map(({ checksum }) => checksum)]))
  const dump = `node_modules/.cache/place-risk/migrated-${hash.digest('hex').slice(0, 16)}.dump`
  const database = await openDatabase(existsSync(dump) ? { dump: readFileSync(dump) } : {})
  const db = overPool(database.pool)
  await migrate(db)
  return { db, stop: () => database.stop() }
}
