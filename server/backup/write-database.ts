import type { Db } from '../db.ts'
import { damaged, type Part, type Summary } from './parts.ts'
import { FILLED_FROM_THE_START, readTables, setForCopying, setSequences, sumOf, type Table } from './tables.ts'

/**
 * Puts the parts into a database that this version has migrated and that holds nothing yet, in one transaction, and compares every
 * table with what the parts say of it. Throws Error with a sentence, and leaves nothing behind, where anything differs.
 */
export const writeDatabase = async (db: Db, parts: AsyncIterable<Part>): Promise<Summary> => {
  const { tables, summary } = await db.transaction(async (tx) => {
    await setForCopying(tx)
    const tables = await readTables(tx)
    await tx.query(`lock table ${tables.map(({ sql }) => sql).join(', ')} in exclusive mode`)
    await requireEmpty(tx, tables)
    // Rows come back as they were: what guards how they change (steps recorded, minutes agreed) has nothing to say to that.
    await setTriggers(tx, tables, 'disable')
    for (const { sql } of tables.filter(isFilledFromTheStart)) await tx.query(`delete from ${sql}`)

    const summary = await insertParts(tx, tables, parts)
    await compare(tx, tables, summary)
    await setTriggers(tx, tables, 'enable')
    await setSequences(tx, summary.sequences)
    return { tables, summary }
  })
  // The embedded database takes no statistics by itself, and a plan without them is slow.
  await db.query(`analyze ${tables.map(({ sql }) => sql).join(', ')}`)
  return summary
}

/** Those of the migrations; the ones by which the database keeps references whole stay on. */
const setTriggers = async (tx: Db, tables: Table[], how: 'enable' | 'disable') => {
  for (const { sql } of tables) await tx.query(`alter table ${sql} ${how} trigger user`)
}

const isFilledFromTheStart = ({ name }: Table) => FILLED_FROM_THE_START.includes(name)

const requireEmpty = async (tx: Db, tables: Table[]) => {
  const asked = tables.filter((table) => !isFilledFromTheStart(table))
  const { rows } = await tx.query<{ name: string }>(
    asked
      .map(({ name, sql }) => `select '${name.replaceAll("'", "''")}' as name where exists (select from ${sql})`)
      .join(' union all '),
  )
  if (rows.length === 0) return
  throw new Error(
    `The database already holds something (in ${rows.map(({ name }) => name).join(', ')}), and nothing of it is overwritten. ` +
      'Name a folder that is not there yet in PLACE_RISK_VAR, or an empty database in DATABASE_URL.',
  )
}

const insertParts = async (tx: Db, tables: Table[], parts: AsyncIterable<Part>): Promise<Summary> => {
  let summary: Summary | undefined
  let table: Table | undefined
  for await (const part of parts) {
    if (part.kind === 'table') table = sameTable(tables, part)
    if (part.kind === 'end') summary = part.summary
    if (part.kind !== 'rows') continue
    if (table === undefined) throw damaged('rows stand before their table')
    await insertRows(tx, table, part.rows)
  }
  if (summary === undefined) throw damaged('it has no end')
  return summary
}

const sameTable = (tables: Table[], part: { table: string; columns: string[] }) => {
  const table = tables.find(({ name }) => name === part.table)
  if (table?.columns.join() === part.columns.join()) return table
  throw new Error(
    `The table ${part.table} is not the same in this database as where the rows come from, so nothing was written. ` +
      'Somebody changed one of the two by hand: take the change back.',
  )
}

/** A statement's rows are one JSON text: past this they go in two. */
const CHARACTERS_A_STATEMENT = 4_000_000

const insertRows = async (tx: Db, table: Table, rows: string[]) => {
  const { sql, columns, types } = table
  const values = types.map((type, i) => `(line ->> ${i})::${type}`).join(', ')
  for (const batch of batchesOf(rows))
    await tx.query(
      `insert into ${sql} (${columns.join(', ')}) overriding system value
       select ${values} from jsonb_array_elements($1::jsonb) as given (line)`,
      [`[${batch.join(',')}]`],
    )
}

function* batchesOf(rows: string[]) {
  let batch: string[] = []
  let characters = 0
  for (const row of rows) {
    if (batch.length > 0 && characters + row.length > CHARACTERS_A_STATEMENT) {
      yield batch
      batch = []
      characters = 0
    }
    batch.push(row)
    characters += row.length
  }
  if (batch.length > 0) yield batch
}

const compare = async (tx: Db, tables: Table[], summary: Summary) => {
  const wrong = new Set(Object.keys(summary.tables))
  for (const table of tables) {
    const [is, should] = [await sumOf(tx, table), summary.tables[table.name]]
    if (is.rows === should?.rows && is.digest === should.digest) wrong.delete(table.name)
    else wrong.add(table.name)
  }
  if (wrong.size === 0) return
  throw new Error(
    `What was written is not what was read (in ${[...wrong].join(', ')}), so everything was taken back. Use another backup.`,
  )
}
