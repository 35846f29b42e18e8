import { readFileSync } from 'node:fs'
import type { Pool, PoolClient } from 'pg'
import pg from 'pg'

/**
 * The one way to the database, embedded or a server's. `transaction` gives a `Db` that holds one connection;
 * inside a transaction it opens a savepoint. Keep transactions short: on the embedded database they run one after another.
 */
export interface Db {
  query<Row>(text: string, values?: readonly unknown[]): Promise<{ rows: Row[]; rowCount: number }>
  transaction<T>(work: (db: Db) => Promise<T>): Promise<T>
}

const DATE = 1082
const INT8 = 20
const NUMERIC = 1700

/** Dates stay text (a JS Date would give them a time zone); counts are numbers. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === DATE) return (value: string) => value
    if (oid === INT8 || oid === NUMERIC) return Number
    return pg.types.getTypeParser(oid, format as 'text')
  },
}

type Queryable = Pick<PoolClient, 'query'>

const runOn = async <Row>(client: Queryable, text: string, values: readonly unknown[] = []) => {
  const { rows, rowCount } = await client.query({ text, values: values as unknown[], types })
  return { rows: rows as Row[], rowCount: rowCount ?? 0 }
}

let savepoints = 0

/** A `Db` over one connection that is already inside a transaction: its own transactions are savepoints. */
export const insideTransaction = (client: Queryable): Db => {
  const db: Db = {
    query: (text, values) => runOn(client, text, values),
    async transaction(work) {
      const name = `s${++savepoints}`
      await client.query(`savepoint ${name}`)
      try {
        const result = await work(db)
        await client.query(`release savepoint ${name}`)
        return result
      } catch (error) {
        await client.query(`rollback to savepoint ${name}`)
        throw error
      }
    },
  }
  return db
}

/** A `Db` over a pool: every query on any connection, every transaction on one of its own. */
export const overPool = (pool: Pool): Db => ({
  query: (text, values) => runOn(pool, text, values),
  async transaction(work) {
    const client = await pool.connect()
    let broken = false
    try {
      await client.query('begin')
      const result = await work(insideTransaction(client))
      await client.query('commit')
      return result
    } catch (error) {
      await client.query('rollback').catch(() => (broken = true))
      throw error
    } finally {
      client.release(broken)
    }
  },
})

const SQL_FOLDER = new URL('../sql/', import.meta.url)

export interface Statement {
  text: string
  /** The parameters' names, in the order of $1, $2, … */
  names: string[]
}

/** Reads a statement with `:named` parameters: strings, comments and `::casts` are left alone. */
export const parseStatement = (sql: string): Statement => {
  const names: string[] = []
  const text = sql.replace(/'(?:[^']|'')*'|--[^\n]*|::|:([a-zA-Z]\w*)/g, (whole, name?: string) => {
    if (!name) return whole
    if (!names.includes(name)) names.push(name)
    return `$${names.indexOf(name) + 1}`
  })
  return { text, names }
}

const statements = new Map<string, Statement>()

const statement = (name: string): Statement => {
  const known = statements.get(name)
  if (known) return known
  const parsed = parseStatement(readFileSync(new URL(`${name}.sql`, SQL_FOLDER), 'utf8'))
  statements.set(name, parsed)
  return parsed
}

const bind = (name: string, params: Record<string, unknown>) => {
  const { text, names } = statement(name)
  const values = names.map((key) => {
    if (params[key] === undefined) throw new TypeError(`sql/${name}.sql wants :${key}, got nothing (null is a value)`)
    return params[key]
  })
  return { text, values }
}

/** The statement in `sql/<name>.sql`, as a function that gives its rows. */
export const query =
  <Params extends object, Row>(name: string) =>
  async (db: Db, params: Params): Promise<Row[]> => {
    const { text, values } = bind(name, params as Record<string, unknown>)
    return (await db.query<Row>(text, values)).rows
  }

/** As `query`, for a statement that gives one row or none. */
export const queryOne =
  <Params extends object, Row>(name: string) =>
  async (db: Db, params: Params): Promise<Row | undefined> => {
    const { text, values } = bind(name, params as Record<string, unknown>)
    return (await db.query<Row>(text, values)).rows[0]
  }

/** As `query`, for a statement that changes rows: gives how many. */
export const execute =
  <Params extends object>(name: string) =>
  async (db: Db, params: Params): Promise<number> => {
    const { text, values } = bind(name, params as Record<string, unknown>)
    return (await db.query(text, values)).rowCount
  }
