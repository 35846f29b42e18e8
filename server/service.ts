import type { Scribe } from './access/scribe.ts'
import type { Config } from './config.ts'
import type { Db } from './db.ts'
import type { Secrets } from './secrets.ts'

/** What every route is given. */
export interface Service {
  /** As its owner, past every policy: routes reach the database through `gate` (access/needs.ts), which sets the role of their tier. */
  db: Db
  scribe: Scribe
  /** Where the head of the log is kept beside the database. */
  auditHeadsFile: string | null
  /** True behind a TLS proxy: cookies are then for TLS only. */
  isSecure: boolean
  databaseKind: 'embedded' | 'server'
  config: Pick<Config, 'isDemo' | 'basemap' | 'browser' | 'origin' | 'oidc'>
  secrets: Secrets
  /** The day it is for everything about children and places, Europe/London, YYYY-MM-DD: the demo's clock stands still. */
  today(): string
  /** The moment it is for everything about places; the demo's day, at the real time of day. */
  now(): Date
  /** Told of every answer of 500 and above that nobody gave on purpose. */
  report(error: unknown): void
}
