import pg from 'pg'
import { startEmbedded } from './embedded.ts'
import type { Embedded, EmbeddedOptions } from './embedded.ts'

export { isDatabaseUnavailable } from './unavailable.ts'

export interface OpenDatabase {
  kind: 'embedded' | 'server'
  pool: pg.Pool
  /** There for the embedded database only. */
  embedded?: Embedded
  /** Ends the pool, and the embedded database with it. */
  stop(): Promise<void>
}

export interface OpenOptions extends EmbeddedOptions {
  /** A PostGIS server; absent: the embedded database, in `folder` or in memory. */
  databaseUrl?: string
  /** Told of errors on connections that nobody is using: the pool replaces them. */
  onConnectionError?: (error: Error) => void
}

const APPLICATION_NAME = 'place-risk'
const EMBEDDED_CONNECTIONS = 8
const SERVER_CONNECTIONS = 10
const CONNECTION_TIMEOUT_MS = 10_000
const NEEDED_EXTENSIONS = ['postgis', 'pg_trgm']

/**
 * The one way to a database, embedded or a server's, with PostGIS and pg_trgm in it. Throws FolderInUseError, or an error that
 * says what is missing on the server.
 */
export const openDatabase = (options: OpenOptions = {}): Promise<OpenDatabase> =>
  options.databaseUrl === undefined ? openEmbedded(options) : openServer(options.databaseUrl, options)

const openEmbedded = async (options: OpenOptions): Promise<OpenDatabase> => {
  const embedded = await startEmbedded(options)
  const pool = makePool({ ...embeddedConnection(embedded.host), max: EMBEDDED_CONNECTIONS }, options)
  const stop = async () => {
    await pool.end()
    await embedded.stop()
  }
  return { kind: 'embedded', pool, embedded, stop }
}

const openServer = async (databaseUrl: string, options: OpenOptions): Promise<OpenDatabase> => {
  const pool = makePool({ connectionString: databaseUrl, max: SERVER_CONNECTIONS }, options)
  try {
    await ensureReachable(pool)
    for (const extension of NEEDED_EXTENSIONS) await ensureExtension(pool, extension)
    await ensureMayCreate(pool)
  } catch (error) {
    await pool.end()
    throw error
  }
  return { kind: 'server', pool, stop: () => pool.end() }
}

/** How pg reaches an embedded database whose socket is in a folder. */
export const embeddedConnection = (socketFolder: string) => ({
  host: socketFolder,
  port: 5432,
  user: 'postgres',
  database: 'postgres',
})

const makePool = (config: pg.PoolConfig, { onConnectionError = () => {} }: OpenOptions) => {
  const pool = new pg.Pool({
    ...config,
    application_name: APPLICATION_NAME,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
  })
  // Without a listener, an error on a connection that is idle, or taken but silent, ends the process.
  pool.on('error', onConnectionError)
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

const ensureReachable = async (pool: pg.Pool) => {
  try {
    await pool.query('select 1')
  } catch (error) {
    const [first = error] = error instanceof AggregateError ? error.errors : []
    const reason = first instanceof Error ? first.message : String(first)
    throw new Error(
      `The database that DATABASE_URL names cannot be opened (${reason}). Check that the server runs, and the address, the user and the password.`,
      { cause: error },
    )
  }
}

const ensureMayCreate = async (pool: pg.Pool) => {
  const { rows } = await pool.query<{ user: string; may: boolean }>(
    `select current_user::text as user, has_schema_privilege(coalesce(current_schema(), 'public'), 'create') as may`,
  )
  if (rows[0]?.may) return
  throw new Error(
    `The user of DATABASE_URL may not make tables in that database: have an administrator run “grant create on schema public to ${rows[0]?.user}” in it.`,
  )
}

const ensureExtension = async (pool: pg.Pool, extension: string) => {
  const { rows } = await pool.query<{ installed: boolean }>(
    'select installed_version is not null as installed from pg_available_extensions where name = $1',
    [extension],
  )
  if (rows[0] === undefined)
    throw new Error(
      `The database server has no ${extension}: install it there (on Debian: postgresql-contrib and postgresql-NN-postgis-3) and start again.`,
    )
  if (rows[0].installed) return
  try {
    await pool.query(`create extension if not exists ${extension}`)
  } catch (error) {
    throw new Error(
      `The database has no ${extension} yet and this user may not add it: have an administrator run “create extension ${extension}” in it.`,
      { cause: error },
    )
  }
}
