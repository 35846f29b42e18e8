import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import type { Role } from '../../server/access/roles.ts'
import { openScribe } from '../../server/access/scribe.ts'
import { createApp } from '../../server/app.ts'
import { sameTimeOn } from '../../server/local-time.ts'
import { insideTransaction, overPool, type Db } from '../../server/db.ts'
import { secretsFrom } from '../../server/secrets.ts'
import type { Service } from '../../server/service.ts'
import { signInAs, type GivenPerson } from './sign-in.ts'

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
  delete(path: string): Promise<Answer>
  /** What the server has set, by name: a client keeps its cookies. */
  cookies: Map<string, string>
}

export interface Answer {
  status: number
  headers: Headers
  text: string
  /** The JSON answer, unchecked: a test states what it expects of it. */
  // oxlint-disable-next-line typescript/no-explicit-any
  body: any
}

const giveReason = async (db: Db, personId: string, subject: string) => {
  await db.query(
    `insert into reason_given (session_id, subject, code) select id, $2, 'monthly_meeting' from session where person_id = $1`,
    [personId, subject],
  )
}

export interface GivenApp {
  /** Signed in as co-ordinator of the council, with every reason given. */
  api: TestApi
  /** A client that is not signed in. */
  anonymous: TestApi
  as(role: Role, given?: GivenPerson): Promise<TestApi>
  /** As the owner of the database, past every policy. */
  db: Db
  service: Service
}

/**
 * A test of the whole app, listening on a free port over a pool, as it runs: what it does is committed (the log's lines have to be,
 * before anything is read), and cleaned away afterwards.
 */
export const withApp = (test: (given: GivenApp) => Promise<void>) => async () => {
  const pool = testPool()
  const db = overPool(pool)
  const service = testService(db)
  const server = createApp(service).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const as = async (role: Role, given?: GivenPerson) => {
    const { token, personId } = await signInAs(db, role, given)
    // Who is given no list of reasons gives one whenever it is asked for.
    return apiAt(origin, {
      token,
      ...(!given?.reasons && { giveReason: (subject) => giveReason(db, personId, subject) }),
    })
  }
  onTestFinished(async () => {
    server.closeAllConnections()
    server.close()
    await cleanTables(db)
  })

  await test({ api: await as('coordinator'), anonymous: apiAt(origin), as, db, service })
}

/** What `createApp` is given in tests. */
export const testService = (db: Db): Service => ({
  db,
  scribe: openScribe(db, testSecrets.auditKey),
  auditHeadsFile: null,
  isSecure: false,
  databaseKind: inject('database').kind,
  config: { isDemo: false, basemap: 'sketch', browser: 'none', oidc: null, origin: null },
  secrets: testSecrets,
  today: () => TODAY,
  now: () => sameTimeOn(TODAY, new Date()),
  report: (error) => console.error(error),
})

/** What migrations fill, and the log, which is only ever added to. */
const KEPT_TABLES = ['migration', 'role_scope', 'audit_line', 'spatial_ref_sys']

/** Empties the tables that hold anything. */
export const cleanTables = async (db: Db) => {
  const { rows } = await db.query<{ name: string }>(
    `select quote_ident(relname) as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> all ($1)`,
    [KEPT_TABLES],
  )
  const { rows: filled } = await db.query<{ name: string }>(
    rows.map(({ name }) => `select '${name}' as name where exists (select from ${name})`).join(' union all '),
  )
  if (filled.length > 0) await db.query(`truncate ${filled.map(({ name }) => name).join(', ')} cascade`)
}

type Send = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>

/** A small client: objects go as JSON, strings and buffers as they are; it keeps its cookies. */
export const apiAt = (
  origin: string,
  { token, giveReason }: { token?: string; giveReason?: (subject: string) => Promise<void> } = {},
): TestApi => {
  const cookies = new Map<string, string>(token === undefined ? [] : [['place-risk-session', token]])
  const send: Send = async (method, path, body, headers) => {
    const answer = await sendOnce(method, path, body, headers)
    if (!giveReason || answer.body?.type !== 'urn:place-risk:problem:reason-needed') return answer
    await giveReason(answer.body.errors[0].parameter)
    return sendOnce(method, path, body, headers)
  }
  const sendOnce = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const isRaw = typeof body === 'string' || body instanceof Uint8Array
    const response = await fetch(origin + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(cookies.size > 0 && { cookie: cookieOf({ cookies }) }),
        ...(body !== undefined && !isRaw && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: isRaw ? (body as string) : JSON.stringify(body) }),
    })
    for (const line of response.headers.getSetCookie()) keepCookie(cookies, line)
    const text = await response.text()
    const isJson = /json/.test(response.headers.get('content-type') ?? '')
    return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : undefined }
  }
  return {
    origin,
    cookies,
    get: (path) => send('GET', path),
    post: (path, body, headers) => send('POST', path, body, headers),
    patch: (path, body) => send('PATCH', path, body),
    put: (path, body) => send('PUT', path, body),
    delete: (path) => send('DELETE', path),
  }
}

/** What a client's requests carry. */
export const cookieOf = ({ cookies }: Pick<TestApi, 'cookies'>) =>
  [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')

const keepCookie = (cookies: Map<string, string>, line: string) => {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
  if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(name)
  else cookies.set(name, value)
}
