import type { ChainedLine } from '../access/chain.ts'
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

export interface StoredLine {
  seq: number
  at: string
  action: ChainedLine['action']
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

export interface LogHead {
  seq: number
  hash: Buffer
  at: string
}

export const pageOfLog = query<LineFilter, StoredLine>('audit/page')
export const chunkOfLog = query<{ after: number; limit: number }, ChainedLine>('audit/chunk')
export const headOfLog = queryOne<object, LogHead>('audit/head')
export const erasuresOfLog = query<object, ChainedLine>('audit/erasures')
