import pg from 'pg'
import { openDatabase } from '../server/database/open.ts'
import { overPool, type Db } from '../server/db.ts'
import { migrate } from '../server/migrate.ts'

export interface ScratchDatabase {
  db: Db
  kind: 'embedded' | 'server'
  stop(): Promise<void>
}

/** A migrated, empty database that is gone at the end: on the server that DATABASE_URL names, else embedded in memory. */
export const scratchDatabase = async (): Promise<ScratchDatabase> => {
  const { DATABASE_URL: serverUrl } = process.env
  if (!serverUrl) return migrated(await openDatabase(), async () => {})

  const name = `place_risk_bench_${process.pid}_${Date.now()}`
  const owner = new pg.Pool({ connectionString: serverUrl, max: 1 })
  await owner.query(`create database ${name}`)
  const databaseUrl = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).toString()
  return migrated(await openDatabase({ databaseUrl }), async () => {
    await owner.query(`drop database ${name} with (force)`)
    await owner.end()
  })
}

const migrated = async ({ pool, kind, stop }: Awaited<ReturnType<typeof openDatabase>>, after: () => Promise<void>) => {
  const db = overPool(pool)
  await migrate(db)
  return {
    db,
    kind,
    async stop() {
      await stop()
      await after()
    },
  }
}
