import type { CellIssue } from '../csv/cells.ts'
import type { Columns } from '../csv/columns.ts'
import type { Db } from '../db.ts'
import type { Secrets } from '../secrets.ts'
import type { ImportCounts } from './schema.ts'

/** A row of the file under its line's number. */
export interface Numbered<Value> {
  row: number
  value: Value
}

export interface Refusal {
  row: number
  issue: CellIssue
}

/** What became of a chunk of rows that could be read. The rest are staged. */
export interface Staged {
  refusals: Refusal[]
  /** Rows that say again what an earlier row of the file said. */
  repeated: number
}

/** How one kind of file is read, staged and published. */
export interface ImportKind<Value, Name extends string = string> {
  columns: Columns<Name>
  read(
    cells: readonly string[],
    positions: Partial<Record<Name, number>>,
    latest: number,
  ): { value: Value | null; issues: CellIssue[] }
  /** Inside a short transaction of its own: the rows are there, and nobody sees them. */
  stage(tx: Db, batch: string, rows: Numbered<Value>[], secrets: Secrets): Promise<Staged>
  /** Inside the one transaction that makes everything visible. */
  publish(tx: Db, batch: string): Promise<Omit<ImportCounts, 'rejected'>>
}

/** A value that is staged once a file under its key. */
export interface Keyed {
  row: number
  key: string
  rowHash: Buffer
}

/**
 * Tells the first row under each key from its repeats: a repeat that says the same is passed over, one that says something else is refused.
 * @param earlier the rows under these keys that an earlier chunk has staged
 */
export const sortOutRepeats = <Value extends Keyed>(
  rows: readonly Value[],
  earlier: ReadonlyMap<string, { row: number; rowHash: Buffer }>,
  column: string,
): { first: Value[] } & Staged => {
  const seen = new Map(earlier)
  const first: Value[] = []
  const refusals: Refusal[] = []
  for (const value of rows) {
    const before = seen.get(value.key)
    if (!before) {
      seen.set(value.key, value)
      first.push(value)
    } else if (!before.rowHash.equals(value.rowHash))
      refusals.push({ row: value.row, issue: repeatedIssue(column, before.row) })
  }
  return { first, refusals, repeated: rows.length - first.length - refusals.length }
}

const repeatedIssue = (column: string, firstRow: number): CellIssue => ({
  column,
  code: `${column.replaceAll('_', '-')}-repeated`,
  message: `Keep one: row ${firstRow} has the same ${column} and says something else.`,
  value: null,
})

/** One array a column, for `unnest`; null for a column that no row fills, which `unnest` fills up with nulls. */
export const toColumns = <Value>(
  rows: readonly Value[],
  columns: Record<string, (row: Value) => unknown>,
): Record<string, unknown[] | null> =>
  Object.fromEntries(
    Object.entries(columns).map(([name, read]) => {
      const values = rows.map(read)
      return [name, values.some((value) => value !== null) ? values : null]
    }),
  )
