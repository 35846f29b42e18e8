import { execute, queryOne, type Db } from '../db.ts'
import { CHAIN_START, hashOf, type AuditLine } from './chain.ts'
import { underRole } from './under-role.ts'

const lockLog = execute<object>('access/lock-log')
const logHead = queryOne<object, { seq: number; hash: Buffer | null; now: string }>('access/log-head')
const addLines = execute<Record<string, unknown[]>>('access/add-lines')

export type NewLine = Omit<AuditLine, 'seq' | 'at' | 'details'> & { details?: Record<string, unknown> }

/** Writes the log. */
export interface Scribe {
  /** Adds a line and commits it. Gives its number. Lines that come at once share a transaction. */
  write(line: NewLine): Promise<number>
}

interface Waiting {
  line: NewLine
  resolve: (seq: number) => void
  reject: (error: unknown) => void
}

/** @param db over a pool: a line is committed on a connection of its own, before what it tells of begins. */
export const openScribe = (db: Db, auditKey: Uint8Array): Scribe => {
  const log = underRole(db, { role: 'scribe' })
  let waiting: Waiting[] = []
  let isWriting = false

  const writeAll = async () => {
    if (isWriting) return
    isWriting = true
    try {
      while (waiting.length > 0) {
        const batch = waiting
        waiting = []
        await append(
          log,
          auditKey,
          batch.map(({ line }) => line),
        ).then(
          (first) => batch.forEach(({ resolve }, i) => resolve(first + i)),
          (error: unknown) => batch.forEach(({ reject }) => reject(error)),
        )
      }
    } finally {
      isWriting = false
    }
  }

  return {
    write: (line) =>
      new Promise<number>((resolve, reject) => {
        waiting.push({ line, resolve, reject })
        void writeAll()
      }),
  }
}

/** Gives the number of the first line. */
const append = (log: Db, auditKey: Uint8Array, lines: NewLine[]): Promise<number> =>
  log.transaction(async (tx) => {
    // A statement of its own, so that the next one sees what the holder before committed.
    await lockLog(tx, {})
    const head = (await logHead(tx, {}))!
    let previousHash: Buffer = head.hash ?? CHAIN_START
    const chained = lines.map(({ details = {}, ...line }, i) => {
      const whole: AuditLine = { ...line, seq: head.seq + 1 + i, at: head.now, details: JSON.stringify(details) }
      const hash = hashOf(auditKey, whole, previousHash)
      const result = { ...whole, previousHash, hash }
      previousHash = hash
      return result
    })
    await addLines(tx, {
      seqs: chained.map(({ seq }) => seq),
      ats: chained.map(({ at }) => at),
      actions: chained.map(({ action }) => action),
      personIds: chained.map(({ personId }) => personId),
      usernames: chained.map(({ username }) => username),
      roles: chained.map(({ role }) => role),
      agencies: chained.map(({ agency }) => agency),
      objectTypes: chained.map(({ objectType }) => objectType),
      objectIds: chained.map(({ objectId }) => objectId),
      reasonCodes: chained.map(({ reasonCode }) => reasonCode),
      reasonWords: chained.map(({ reasonWords }) => reasonWords),
      requestIds: chained.map(({ requestId }) => requestId),
      details: chained.map(({ details }) => details),
      previousHashes: chained.map((line) => line.previousHash),
      hashes: chained.map(({ hash }) => hash),
    })
    return head.seq + 1
  })
