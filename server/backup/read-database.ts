import type { Db } from '../db.ts'
import { headerOf, type About, type Part, type Summary } from './parts.ts'
import { readMigrated, readSequences, readTables, rowText, setForCopying, sumOf } from './tables.ts'

const ROWS_A_FETCH = 1_000

/** Does some work on one state of the whole database: what others write meanwhile is not in it. */
export const onSnapshot = <Result>(db: Db, work: (tx: Db) => Promise<Result>): Promise<Result> =>
  db.transaction(async (tx) => {
    await tx.query('set transaction isolation level repeatable read, read only')
    await setForCopying(tx)
    return work(tx).catch(throwInWords)
  })

const throwInWords = (error: unknown): never => {
  if ((error as { code?: string }).code !== '42501') throw error
  throw new Error(
    'The user of the database may not read every row of it, so a backup would lack some. Name the owner of the tables in DATABASE_URL.',
    { cause: error },
  )
}

/** Everything that a backup holds, a part at a time. `tx` is `onSnapshot`'s. */
export async function* readDatabase(tx: Db, about: About): AsyncGenerator<Part> {
  const tables = await readTables(tx)
  const summary: Summary = { tables: {}, sequences: await readSequences(tx) }
  yield {
    kind: 'header',
    header: headerOf(about, { migrations: await readMigrated(tx), sourceKey: await noted(tx) }),
  }

  for (const table of tables) {
    yield { kind: 'table', table: table.name, columns: table.columns }
    await tx.query(`declare copied no scroll cursor for select ${rowText(table)} as line from ${table.sql}`)
    for (;;) {
      const { rows } = await tx.query<{ line: string }>(`fetch ${ROWS_A_FETCH} from copied`)
      if (rows.length === 0) break
      yield { kind: 'rows', rows: rows.map(({ line }) => line) }
    }
    await tx.query('close copied')
    summary.tables[table.name] = await sumOf(tx, table)
  }
  yield { kind: 'end', summary }
}

const noted = async (tx: Db) =>
  (await tx.query<{ fingerprint: string }>('select fingerprint from source_key')).rows[0]?.fingerprint ?? null
