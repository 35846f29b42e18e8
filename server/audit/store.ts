import type { AuditLine, ChainedLine } from '../access/chain.ts'
import { query, queryOne } from '../db.ts'

export interface LineFilter {
  before: number | null
  from: string | null
  to: string | null
  person: string | null
  action: string | null
  objectType: string | null
  limit: number
}

/** A line as the page shows it: by the name that the person signed in with. */
export type StoredLine = Omit<AuditLine, 'personId'>

export interface LogHead {
  seq: number
  hash: Buffer
  at: string
}

export const pageOfLog = query<LineFilter, StoredLine>('audit/page')
/** `limit` null: all that follow. `onlyErasures`: those that tell of older lines deleted by age. */
export const chunkOfLog = query<{ after: number; limit: number | null; onlyErasures: boolean }, ChainedLine>(
  'audit/chunk',
)
export const headOfLog = queryOne<object, LogHead>('audit/head')
