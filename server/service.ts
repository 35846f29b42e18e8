import type { Config } from './config.ts'
import type { Db } from './db.ts'
import type { Secrets } from './secrets.ts'

/** What every route is given. */
export interface Service {
  db: Db
  databaseKind: 'embedded' | 'server'
  config: Pick<Config, 'isDemo' | 'basemap'>
  secrets: Secrets
  /** The day it is for everything about children and places, Europe/London, YYYY-MM-DD: the demo's clock stands still. */
  today(): string
  /** Told of every answer of 500 and above. */
  report(error: unknown): void
}
