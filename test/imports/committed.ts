import { createServer, connect, type AddressInfo, type Socket } from 'node:net'
import pg from 'pg'
import { inject } from 'vitest'
import { overPool, type Db } from '../../server/db.ts'
import { cleanTables, testPool } from '../support/app.ts'

/** Runs a test whose changes are committed, and takes them away again. */
export const committed = (test: (db: Db) => Promise<void>) => async () => {
  const db = overPool(testPool())
  try {
    await test(db)
  } finally {
    await cleanTables(db)
  }
}

/** How many rows of an import anybody can see. */
export const visible = async (db: Db): Promise<number> => {
  const { rows } = await db.query<{ seen: number }>(
    'select (select count(*) from location_report) + (select count(*) from occurrence) + (select count(*) from child) as seen',
  )
  return rows[0]!.seen
}

export const stagedRows = async (db: Db): Promise<number> => {
  const { rows } = await db.query<{ staged: number }>(
    'select (select count(*) from staged_report) + (select count(*) from staged_episode) as staged',
  )
  return rows[0]!.staged
}

/** A way to the tests' database that can be cut: every connection over it breaks off, and none comes through until it is mended. */
export const cuttable = async () => {
  const { connection } = inject('database')
  const target = connection.connectionString ? new URL(connection.connectionString) : undefined
  const sockets = new Set<Socket>()
  let isCut = false
  const server = createServer((inside) => {
    if (isCut) return void inside.on('error', () => {}).destroy()
    const outside = target
      ? connect(Number(target.port || 5432), target.hostname)
      : connect(`${connection.host}/.s.PGSQL.${connection.port}`)
    for (const socket of [inside, outside]) {
      sockets.add(socket)
      socket.on('error', () => {}).on('close', () => sockets.delete(socket))
    }
    inside.pipe(outside).pipe(inside)
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))

  const { port } = server.address() as AddressInfo
  const through = target
    ? { connectionString: Object.assign(new URL(target), { host: `127.0.0.1:${port}` }).toString() }
    : { ...connection, host: '127.0.0.1', port }
  const pool = new pg.Pool({ ...through, max: 4 })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return {
    db: overPool(pool),
    cut() {
      isCut = true
      for (const socket of sockets) socket.destroy()
    },
    mend() {
      isCut = false
    },
    async stop() {
      await pool.end()
      server.close()
    },
  }
}
