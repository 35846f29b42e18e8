import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { startEmbedded } from '../../server/database/embedded.ts'
import { embeddedConnection } from '../../server/database/open.ts'
import { startUp } from '../../server/database/wire-protocol.ts'

const CACHE_FOLDER = 'node_modules/.cache/place-risk'

/** A dump of an empty database with its extensions: these tests start many, and from nothing each takes seconds. */
export const emptyDump = async (): Promise<Uint8Array> => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> }
  const file = `${CACHE_FOLDER}/empty-${dependencies['@electric-sql/pglite']}.dump`
  if (!existsSync(file)) {
    const fresh = await startEmbedded()
    mkdirSync(CACHE_FOLDER, { recursive: true })
    writeFileSync(`${file}.part`, await fresh.dump())
    renameSync(`${file}.part`, file)
    await fresh.stop()
  }
  return readFileSync(file)
}

export const poolOf = (host: string, max: number) => {
  const pool = new pg.Pool({ ...embeddedConnection(host), max, connectionTimeoutMillis: 5000 })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

export const connect = async (host: string) => {
  const client = new pg.Client(embeddedConnection(host))
  client.on('error', () => {})
  await client.connect()
  return client
}

/** Drops a connection as a crashed program does. */
export const vanish = (client: pg.Client) => {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection
  stream.destroy()
}

/** A client that speaks bytes, already greeted. */
export const connectRaw = async (host: string) => {
  const socket = createConnection(join(host, '.s.PGSQL.5432'))
  socket.on('error', () => {})
  socket.write(startUp({ user: 'postgres', database: 'postgres' }))
  await new Promise((resolve) => socket.once('data', resolve))
  return socket
}

/** A PostgreSQL message: its letter, a length, the body's strings (each ended by a zero) and bytes. */
export const message = (type: string, ...parts: (string | number[])[]) => {
  const body = Buffer.concat(parts.map((part) => Buffer.from(typeof part === 'string' ? `${part}\0` : part)))
  const header = Buffer.alloc(5, type)
  header.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([header, body])
}

/** Parse, Bind and Execute of an unnamed statement without parameters: a batch that lacks only its Sync. */
export const unsyncedBatch = (sql: string) =>
  Buffer.concat([
    message('P', '', sql, [0, 0]),
    message('B', '', '', [0, 0, 0, 0, 0, 0]),
    message('E', '', [0, 0, 0, 0]),
  ])

export const flush = message('H')

/** Asks again until the answer is right or the time is up, and returns the last answer. */
export const eventually = async <Answer>(ask: () => Promise<Answer>, isRight: (answer: Answer) => boolean) => {
  const deadline = Date.now() + 20_000
  for (;;) {
    const answer = await ask()
    if (isRight(answer) || Date.now() > deadline) return answer
    await delay(50)
  }
}

export const temporaryFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'place-risk-test-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
