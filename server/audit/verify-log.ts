import { breachAt, CHAIN_START, hashOf, type ChainedLine } from '../access/chain.ts'
import type { Db } from '../db.ts'
import { detailsOf } from './details.ts'
import type { KeptHead } from './head-file.ts'
import { readHeadFile } from './keep-heads.ts'
import { chunkOfLog } from './store.ts'

export interface LogVerdict {
  isWhole: boolean
  /** How many lines follow one from another, up to the breach where there is one. */
  lines: number
  /** The first line that is missing or was changed, in a sentence. */
  firstBreach: string | null
  /** When the head was last written outside the database; null: never. */
  headFileAt: string | null
}

const LINES_AT_ONCE = 2000

/**
 * Follows the log from its first line to its last, and holds it to the heads that were kept outside the database. Lines that were deleted
 * by age may be gone from its beginning, where a later line tells of it.
 * @param db of a role that reads the log, over many transactions @param headsFile null: there is none to hold the log to
 */
export const verifyLog = async (db: Db, auditKey: Uint8Array, headsFile: string | null): Promise<LogVerdict> => {
  // Before the lines: what is written meanwhile has no head among these.
  const kept = headsFile === null ? { heads: [], breach: null } : readHeadFile(auditKey, headsFile)
  const walk = await walkLog(db, auditKey, new Set(kept.heads.map(({ seq }) => seq)))
  const firstBreach =
    (await faultOfBeginning(db, auditKey, walk.first)) ?? walk.breach ?? kept.breach ?? faultOfHeads(walk, kept.heads)

  return { isWhole: firstBreach === null, lines: walk.lines, firstBreach, headFileAt: kept.heads.at(-1)?.at ?? null }
}

interface Walk {
  first: ChainedLine | null
  lastSeq: number
  lines: number
  breach: string | null
  /** The hashes of the lines that a head was kept of. */
  hashes: Map<number, string>
}

const walkLog = async (db: Db, auditKey: Uint8Array, wanted: Set<number>): Promise<Walk> => {
  const walk: Walk = { first: null, lastSeq: 0, lines: 0, breach: null, hashes: new Map() }
  let before: { seq: number; hash: Buffer } = { seq: 0, hash: CHAIN_START }
  for (;;) {
    const chunk = await chunkOfLog(db, { after: before.seq, limit: LINES_AT_ONCE, onlyErasures: false })
    for (const line of chunk) {
      if (!walk.first) {
        walk.first = line
        if (line.seq > 1) before = { seq: line.seq - 1, hash: line.previousHash }
      }
      walk.breach = breachAt(auditKey, line, before) ?? null
      if (walk.breach) return walk
      if (wanted.has(line.seq)) walk.hashes.set(line.seq, line.hash.toString('hex'))
      before = line
      walk.lastSeq = line.seq
      walk.lines++
    }
    if (chunk.length < LINES_AT_ONCE) return walk
  }
}

/** A log that does not begin with line 1 has a line, itself genuine, that names the last one deleted and its hash. */
const faultOfBeginning = async (db: Db, auditKey: Uint8Array, first: ChainedLine | null): Promise<string | null> => {
  if (!first || first.seq === 1) return null
  const isToldOf = (await chunkOfLog(db, { after: 0, limit: null, onlyErasures: true })).some((line) => {
    const { throughSeq, hash } = detailsOf(line)
    return (
      line.hash.equals(hashOf(auditKey, line, line.previousHash)) &&
      throughSeq === first.seq - 1 &&
      hash === first.previousHash.toString('hex')
    )
  })
  return isToldOf ? null : `Line 1 is missing: the log begins with line ${first.seq}, and no line tells why.`
}

const faultOfHeads = ({ first, lastSeq, hashes }: Walk, heads: KeptHead[]): string | null => {
  for (const { seq, hash, at } of heads) {
    if (seq > lastSeq)
      return `Line ${lastSeq + 1} is missing: the log had reached line ${seq} at ${at}, and was cut off.`
    // Deleted by age.
    if (first && seq < first.seq) continue
    if (hashes.get(seq) !== hash) return `Line ${seq} is not the one that was there at ${at}: the log was replaced.`
  }
  return null
}
