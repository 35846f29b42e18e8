import { randomUUID } from 'node:crypto'
import type { CellIssue } from '../csv/cells.ts'
import { matchColumns, type MatchedColumns } from '../csv/columns.ts'
import { openCsv, type CsvFile } from '../csv/open-csv.ts'
import type { Db } from '../db.ts'
import { conflict } from '../errors.ts'
import { toProblem } from '../to-problem.ts'
import { Problem } from '../problem.ts'
import type { Secrets } from '../secrets.ts'
import { episodeImport } from './episodes.ts'
import { remembering } from './remembering.ts'
import { reportImport } from './reports.ts'
import type { ImportAnswer, ImportIssue } from './schema.ts'
import type { ImportKind, Numbered } from './staging.ts'
import * as store from './store.ts'

export interface ImportOptions {
  filename?: string | null | undefined
  /** Chosen by the caller, or left to the service. */
  batch?: string | undefined
  /** The real time, UTC milliseconds: nothing in a file lies more than a day after it. */
  now?: number
  onProgress?: (rows: number) => void
  /** The caller has gone, or wants to stop: nothing is published once it says so. */
  signal?: AbortSignal
}

const KINDS: Record<'reports' | 'episodes', ImportKind<unknown>> = { reports: reportImport, episodes: episodeImport }

const ROWS_PER_CHUNK = 5_000
const ISSUES_ANSWERED = 1_000
const HEARTBEAT_MS = 20_000
const DAY_MS = 86_400_000

interface Run {
  batch: string
  kind: ImportKind<unknown>
  columns: MatchedColumns<string>
  secrets: Secrets
  /** Rows behind us: in the file, refused, repeating an earlier row, staged. */
  rowsRead: number
  rejected: number
  repeated: number
  staged: number
  issues: ImportIssue[]
}

interface Read {
  row: number
  cells: string[]
  value: unknown
  issues: CellIssue[]
}

/**
 * Loads a file: rows are staged in short transactions, where nobody sees them, and published in one. Gives what contracts.md says comes back.
 * Throws a 400 or 422 problem where the file cannot be read, which leaves nothing; after any other error the batch is kept as failed,
 * without its rows.
 */
export const importFile = async (
  { db, secrets }: { db: Db; secrets: Secrets },
  kindName: keyof typeof KINDS,
  source: AsyncIterable<Uint8Array>,
  { filename = null, batch = randomUUID(), now = Date.now(), onProgress = () => {}, signal }: ImportOptions = {},
): Promise<ImportAnswer> => {
  const kind = KINDS[kindName]
  const csv = await openCsv(source)
  const columns = matchColumns(csv.header, kind.columns)
  await store.startBatch(db, {
    batch,
    kind: kindName,
    filename,
    header: csv.header,
    ignoredColumns: columns.ignored,
  })

  const run: Run = {
    batch,
    kind,
    columns,
    secrets: remembering(secrets),
    rowsRead: 0,
    rejected: 0,
    repeated: 0,
    staged: 0,
    issues: [],
  }
  // A failed beat shows itself at the next chunk.
  const heartbeat = setInterval(() => void store.touchBatch(db, { batch }).catch(() => {}), HEARTBEAT_MS)
  try {
    await stageAll(db, run, csv, { now, onProgress, signal })
    // Publishing holds the batch: a beat would only wait for it.
    clearInterval(heartbeat)
    if (signal?.aborted) throw stopped()
    const counts = await publish(db, run)
    return { batch, ...counts, issues: run.issues, ignoredColumns: columns.ignored }
  } catch (error) {
    await giveUp(db, batch, error).catch(() => giveUpLater(db, batch, error))
    throw error
  } finally {
    clearInterval(heartbeat)
  }
}

/** Reads the next chunk while the database takes the one before. */
const stageAll = async (
  db: Db,
  run: Run,
  csv: CsvFile,
  { now, onProgress, signal }: { now: number; onProgress: (rows: number) => void; signal: AbortSignal | undefined },
) => {
  const latest = now + DAY_MS
  let chunk: Read[] = []
  let underWay: Promise<void> = Promise.resolve()
  const send = async () => {
    await underWay
    if (signal?.aborted) throw stopped()
    const full = chunk
    chunk = []
    underWay = stageChunk(db, run, full).then(() => onProgress(run.rowsRead))
    // Its error is met at the next await; until then it must not count as unhandled.
    underWay.catch(() => {})
  }

  try {
    for await (const { row, cells } of csv.records) {
      chunk.push(readRow(run, row, cells, latest))
      if (chunk.length >= ROWS_PER_CHUNK) await send()
    }
    if (chunk.length > 0) await send()
  } finally {
    await underWay
  }
}

const readRow = ({ kind, columns }: Run, row: number, cells: string[], latest: number): Read => {
  const issue = widthIssue(cells, columns.width)
  if (issue) return { row, cells, value: null, issues: [issue] }
  const { value, issues } = kind.read(cells, columns.positions, latest)
  return { row, cells, value, issues }
}

/** A row of another width than the header has most likely slipped: none of its cells can be trusted to be in their column. */
const widthIssue = (cells: string[], width: number): CellIssue | null => {
  const of = (code: string, message: string) => ({ column: null, code, message, value: null })
  if (cells.every((cell) => cell.trim() === ''))
    return of('row-empty', 'Fill the row in or remove it: it holds nothing.')
  if (cells.length < width)
    return of('too-few-cells', `Give the row ${width} cells, as the first line has: it has ${cells.length}.`)
  if (cells.slice(width).some((cell) => cell.trim() !== ''))
    return of(
      'too-many-cells',
      `Give the row ${width} cells, as the first line has: it has ${cells.length}. Put text that holds the delimiter in quotation marks.`,
    )
  return null
}

const stageChunk = async (db: Db, run: Run, chunk: Read[]) => {
  const { batch, kind, secrets } = run
  const sound = chunk.flatMap(({ row, value }): Numbered<unknown>[] => (value === null ? [] : [{ row, value }]))
  await db.transaction(async (tx) => {
    const { refusals, repeated } = await kind.stage(tx, batch, sound, secrets)
    const byRow = new Map(chunk.map((read) => [read.row, read]))
    for (const { row, issue } of refusals) byRow.get(row)?.issues.push(issue)
    const refused = chunk.filter(({ issues }) => issues.length > 0)

    run.rowsRead += chunk.length
    run.rejected += refused.length
    run.repeated += repeated
    run.staged += chunk.length - refused.length - repeated
    await keepRefused(tx, run, refused)
    const isOurs = await store.recordProgress(tx, { batch, rowsRead: run.rowsRead, rejected: run.rejected })
    if (!isOurs) throw batchGone()
  })
}

const keepRefused = async (tx: Db, run: Run, refused: Read[]) => {
  if (refused.length === 0) return
  const { batch, secrets } = run
  const issues = refused.flatMap(({ row, issues }) => issues.map((issue): ImportIssue => ({ row, ...issue })))
  run.issues.push(...issues.slice(0, ISSUES_ANSWERED - run.issues.length))

  await store.addIssues(tx, {
    batch,
    rows: issues.map(({ row }) => row),
    columns: issues.map(({ column }) => column),
    codes: issues.map(({ code }) => code),
    messages: issues.map(({ message }) => message),
    values: issues.map(({ value }) => value),
  })
  await store.addRefusedRows(tx, {
    batch,
    rows: refused.map(({ row }) => row),
    sealedCells: refused.map(({ cells }) => secrets.seal(JSON.stringify(cells))),
  })
}

const publish = (db: Db, { batch, kind, staged, rowsRead, rejected, repeated }: Run) =>
  db.transaction(async (tx) => {
    await store.withoutJit(tx, {})
    await store.lockPublishing(tx, {})
    const claimed = await store.claimBatch(tx, { batch })
    // A database that was restarted in the middle has emptied the staging tables: what is left would be half a file.
    if (claimed?.staged !== staged) throw batchGone()

    await store.analyzeStaged(tx, {})
    const published = await kind.publish(tx, batch)
    const counts = { ...published, unchanged: published.unchanged + repeated, rejected }
    await store.publishBatch(tx, { batch, rowsRead, ...counts })
    await store.dropStaged(tx, { batch })
    return counts
  })

const stopped = () =>
  conflict(
    'import-stopped',
    'The import was stopped',
    'The import was stopped before its end. Nothing was taken; send the file again.',
  )

const batchGone = () =>
  conflict(
    'import-interrupted',
    'The import was interrupted',
    'The database was interrupted while the file was coming. Nothing of it was taken; load it again.',
  )

const giveUp = (db: Db, batch: string, error: unknown) =>
  db.transaction(async (tx) => {
    await store.dropStaged(tx, { batch })
    const problem = toProblem(error)
    // The caller has the answer; a file that cannot be read leaves nothing.
    if (error instanceof Problem && problem.status === 422) return store.dropBatch(tx, { batch })
    await store.dropIssues(tx, { batch })
    return store.failBatch(tx, { batch, problem: problem.message })
  })

const GIVE_UP_AGAIN_MS = 5_000
const GIVE_UP_TIMES = 24

/** The database is gone too: tries again while it may come back. After that, the next start sweeps. */
const giveUpLater = (db: Db, batch: string, error: unknown, times = GIVE_UP_TIMES) => {
  if (times === 0) return
  const again = () => void giveUp(db, batch, error).catch(() => giveUpLater(db, batch, error, times - 1))
  setTimeout(again, GIVE_UP_AGAIN_MS).unref()
}
