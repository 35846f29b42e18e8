import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import { guardFormula } from '../csv/cells.ts'
import { comparedColumn, PROBLEM_COLUMN } from '../csv/columns.ts'
import type { Db } from '../db.ts'
import type { Secrets } from '../secrets.ts'
import { refusedRows } from './store.ts'

const ROWS_PER_CHUNK = 500
/** Without it Excel takes UTF-8 for Windows-1252. */
const BYTE_ORDER_MARK = '\ufeff'

/**
 * Writes the refused rows of an import as they came, under the file's own header with a last column `problem`: to be mended and loaded again.
 * A cell that a spreadsheet would take for a formula gets an apostrophe before it, which the next import takes off; a short row is filled
 * up with empty cells, and what a long row has too much stands after its problem.
 */
export const writeProblemsFile = async (
  { db, secrets }: { db: Db; secrets: Secrets },
  batch: string,
  header: string[],
  out: Writable,
): Promise<void> => {
  // A mended file that is loaded again brings the problem column of the last time.
  const old = header.findIndex((name) => comparedColumn(name) === PROBLEM_COLUMN)
  const withoutOld = (cells: string[]) => cells.filter((_cell, position) => position !== old)
  const width = header.length

  let text = BYTE_ORDER_MARK + toLine([...withoutOld(header), PROBLEM_COLUMN])
  let after = 0
  for (;;) {
    const rows = await refusedRows(db, { batch, after, limit: ROWS_PER_CHUNK })
    for (const { row, sealedCells, problem } of rows) {
      const cells = JSON.parse(secrets.unseal(sealedCells)) as string[]
      const own = Array.from({ length: width }, (_, position) => cells[position] ?? '')
      text += toLine([...withoutOld(own), problem ?? '', ...cells.slice(width)].map(guardFormula))
      after = row
    }
    if (!out.write(text) && !out.destroyed) await Promise.race([once(out, 'drain'), once(out, 'close')])
    if (rows.length < ROWS_PER_CHUNK || out.destroyed) break
    text = ''
  }
  out.end()
}

const toLine = (cells: string[]) => stringify([cells])
