import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../../server/database/open.ts'
import { overPool } from '../../server/db.ts'
import { migrate, readMigrations } from '../../server/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    database: { kind: 'embedded' | 'server'; connection: pg.PoolConfig }
  }
}

/** One migrated PostGIS for all tests: the server's that DATABASE_URL names, in a database of its own, or an embedded one from a cached dump. */
export default async function setUp(project: TestProject) {
  const { kind, connection, stop } = process.env.DATABASE_URL
    ? await onServer(process.env.DATABASE_URL)
    : await embedded()
  project.provide('database', { kind, connection })
  return stop
}

const onServer = async (databaseUrl: string) => {
  const name = `place_risk_test_${process.pid}`
  const owner = new pg.Pool({ connectionString: databaseUrl, max: 1 })
  await owner.query(`create database ${name}`)

  const connectionString = Object.assign(new URL(databaseUrl), { pathname: `/${name}` }).toString()
  const pool = new pg.Pool({ connectionString, max: 1 })
  await migrate(overPool(pool))
  await pool.end()

  const stop = async () => {
    await owner.query(`drop database if exists ${name} with (force)`)
    await owner.end()
  }
  return { kind: 'server' as const, connection: { connectionString }, stop }
}

const CACHE_FOLDER = 'node_modules/.cache/place-risk'

const embedded = async () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> }
  const versions = Object.entries(dependencies).filter(([name]) => name.startsWith('@electric-sql/'))
  const hash = createHash('sha256').update(JSON.stringify([versions, readMigrations().map(({ checksum }) => checksum)]))
  const dumpFile = `${CACHE_FOLDER}/migrated-${hash.digest('hex').slice(0, 16)}.dump`

  if (!existsSync(dumpFile)) {
    const fresh = await openDatabase({})
    await migrate(overPool(fresh.pool))
    mkdirSync(CACHE_FOLDER, { recursive: true })
    writeFileSync(`${dumpFile}.part`, await fresh.embedded!.dump())
    renameSync(`${dumpFile}.part`, dumpFile)
    await fresh.stop()
  }
  const { embedded, stop } = await openDatabase({ dump: readFileSync(dumpFile) })
  return {
    kind: 'embedded' as const,
    connection: { host: embedded!.host, port: 5432, user: 'postgres', database: 'postgres' },
    stop,
  }
}
