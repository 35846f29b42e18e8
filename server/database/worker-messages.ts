import type { FrontLimits } from './wire-front.ts'

/** What the thread that holds the embedded database is given. */
export interface WorkerTask {
  /** The folder of the database files; absent: in memory. */
  folder?: string
  /** A dump to begin from where there is no database yet. */
  dump?: Uint8Array
  socketPath: string
  limits: FrontLimits
  /** One Int32 that counts the beginnings and ends of the engine's calls: odd while one is running. */
  calls: SharedArrayBuffer
}

/** What it is asked. */
export type WorkerRequest = 'dump' | 'stop'

/** What it tells. */
export type WorkerReport =
  | { kind: 'ready' }
  | { kind: 'dumped'; dump: Uint8Array }
  | { kind: 'not-dumped'; reason: string }
  | { kind: 'failed'; reason: string }
