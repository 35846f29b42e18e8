import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import { createApp } from '../../server/app.ts'
import { insideTransaction, type Db } from '../../server/db.ts'
import { secretsFrom } from '../../server/secrets.ts'
import type { Service } from '../../server/service.ts'

/** The tests' clock: the demo's day. */
export const TODAY = '2023-07-11'

export const testSecrets = secretsFrom(new Uint8Array(32).fill(7))

const pools = new Map<string, pg.Pool>()

/** A pool to the tests' database, for what has to commit: clean up after yourself. */
export const testPool = (): pg.Pool => {
  const { connection } = inject('database')
  const key = JSON.stringify(connection)
  const pool = pools.get(key) ?? new pg.Pool({ ...connection, max: 4, allowExitOnIdle: true })
  pools.set(key, pool)
  return pool
}

/** Runs a test in a transaction that is rolled back; every statement has a savepoint, so that a refused one does not poison the rest. */
export const withDb = (test: (db: Db) => Promise<void>) => async () => {
  const client = await testPool().connect()
  try {
    await client.query('begin')
    await test(forgiving(insideTransaction(client)))
  } finally {
    await client.query('rollback')
    client.release()
  }
}

const forgiving = (db: Db): Db => ({
  query: (text, values) => db.transaction((inner) => inner.query(text, values)),
  transaction: (work) => db.transaction((inner) => work(forgiving(inner))),
})

export interface TestApi {
  origin: string
  get(path: string): Promise<Answer>
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  patch(path: string, body: unknown): Promise<Answer>
  put(path: string, body: unknown): Promise<Answer>
}

export interface Answer {
  status: number
  headers: Headers
  text: string
  /** The JSON answer, unchecked: a test states what it expects of it. */
  // oxlint-disable-next-line typescript/no-explicit-any
  body: any
}

/** As `withDb`, with the whole app listening on a free port over the same transaction. Send requests one after another. */
export const withApp = (test: (given: { api: TestApi; db: Db; service: Service }) => Promise<void>) =>
  withDb(async (db) => {
    const service: Service = {
      db,
      databaseKind: inject('database').kind,
      config: { isDemo: false, basemap: 'sketch' },
      secrets: testSecrets,
      today: () => TODAY,
      report: (error) => console.error(error),
    }
    const server = createApp(service).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const stop = () => {
      server.closeAllConnections()
      server.close()
    }
    onTestFinished(stop)

    await test({ api: apiAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`), db, service })
  })

/** A small client: objects go as JSON, strings and buffers as they are. */
export const apiAt = (origin: string): TestApi => {
  const send = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const isRaw = typeof body === 'string' || body instanceof Uint8Array
    const response = await fetch(origin + path, {
      method,
      headers: body === undefined || isRaw ? headers : { 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: isRaw ? (body as string) : JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = /json/.test(response.headers.get('content-type') ?? '')
    return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : undefined }
  }
  return {
    origin,
    get: (path) => send('GET', path),
    post: (path, body, headers) => send('POST', path, body, headers),
    patch: (path, body) => send('PATCH', path, body),
    put: (path, body) => send('PUT', path, body),
  }
}
