import { closeSync, fchmodSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'
import { underRole } from '../access/under-role.ts'
import type { Db } from '../db.ts'
import { readHeads, writeHead, type KeptHead } from './head-file.ts'
import { headOfLog } from './store.ts'

const EVERY_MS = 60_000

/**
 * Writes the head of the log to a file outside the database: now, every minute in which it has grown, and once at the end, so that a
 * tail that somebody cut off shows. @param onProblem is told where the file cannot be written @returns what writes it a last time and stops
 */
export const keepHeads = (
  db: Db,
  auditKey: Uint8Array,
  file: string,
  onProblem: (error: unknown) => void = () => {},
): (() => Promise<void>) => {
  const log = underRole(db, { role: 'scribe' })
  let lastSeq = readHeadFile(auditKey, file).heads.at(-1)?.seq ?? 0
  let writing = Promise.resolve()

  const keep = async () => {
    const head = await headOfLog(log, {})
    if (!head || head.seq === lastSeq) return
    append(file, writeHead(auditKey, { seq: head.seq, hash: head.hash.toString('hex'), at: head.at }))
    lastSeq = head.seq
  }
  const keepInTurn = () => (writing = writing.then(keep).catch(onProblem))

  void keepInTurn()
  const timer = setInterval(() => void keepInTurn(), EVERY_MS)
  timer.unref()
  return () => {
    clearInterval(timer)
    return keepInTurn()
  }
}

/** The heads that a file keeps; none where there is no file yet. */
export const readHeadFile = (auditKey: Uint8Array, file: string): { heads: KeptHead[]; breach: string | null } => {
  try {
    return readHeads(auditKey, readFileSync(file, 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { heads: [], breach: null }
    throw error
  }
}

const append = (file: string, line: string) => {
  const handle = openSync(file, 'a+', 0o600)
  try {
    fchmodSync(handle, 0o600)
    const text = readFileSync(handle)
    // What a crash cut short goes: every line of the file is a whole one.
    ftruncateSync(handle, text.lastIndexOf('\n') + 1)
    writeSync(handle, line)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
