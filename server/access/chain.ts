import { createHmac } from 'node:crypto'

export const AUDIT_ACTIONS = [
  'collection',
  'alteration',
  'consultation',
  'disclosure',
  'combination',
  'erasure',
  'sign_in',
  'refusal',
  'configuration',
] as const
export type AuditAction = (typeof AUDIT_ACTIONS)[number]

/** One line of the log as it is kept. `at`: UTC, ISO 8601 with microseconds. `details`: JSON text, never the data. */
export interface AuditLine {
  seq: number
  at: string
  action: AuditAction
  personId: string | null
  username: string | null
  role: string | null
  agency: string | null
  objectType: string
  objectId: string | null
  reasonCode: string | null
  reasonWords: string | null
  requestId: string
  details: string
}

export interface ChainedLine extends AuditLine {
  previousHash: Buffer
  hash: Buffer
}

/** What the first line is chained to. */
export const CHAIN_START = Buffer.alloc(32)

/** HMAC-SHA-256 of a line and the hash of the one before: without the key nobody can make the chain fit again. */
export const hashOf = (key: Uint8Array, line: AuditLine, previousHash: Uint8Array): Buffer =>
  createHmac('sha256', key)
    .update(previousHash)
    .update(
      JSON.stringify([
        line.seq,
        line.at,
        line.action,
        line.personId,
        line.username,
        line.role,
        line.agency,
        line.objectType,
        line.objectId,
        line.reasonCode,
        line.reasonWords,
        line.requestId,
        line.details,
      ]),
    )
    .digest()

/** What is wrong with a line, given the one before it in the log; undefined where nothing is. */
export const breachAt = (
  key: Uint8Array,
  line: ChainedLine,
  before: { seq: number; hash: Uint8Array },
): string | undefined => {
  if (line.seq !== before.seq + 1) return `Line ${before.seq + 1} is missing: line ${line.seq} follows ${before.seq}.`
  if (!line.previousHash.equals(before.hash)) return `Line ${line.seq} does not follow from the line before it.`
  if (!line.hash.equals(hashOf(key, line, line.previousHash)))
    return `Line ${line.seq} was changed after it was written.`
  return undefined
}
