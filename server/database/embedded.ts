import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { hasDatabase } from './database-files.ts'
import { lockFolder } from './folder-lock.ts'
import { supervise } from './supervisor.ts'
import type { Supervised } from './supervisor.ts'

export interface EmbeddedOptions {
  /** Where the database lives; absent: in memory, and gone with the process. */
  folder?: string
  /** A dump to begin from where there is no database yet. */
  dump?: Uint8Array
  /** An existing folder for the socket, short of name and open to its owner only; absent: a fresh temporary one. */
  socketFolder?: string
  /** Told, in a sentence, each step that takes longer than a second. */
  onProgress?: (sentence: string) => void
  /** Told why the database's thread died. A database in a folder comes back by itself. */
  onDeath?: (reason: string, comesBack: boolean) => void
  /** A statement that runs longer ends the thread: nothing else can stop it. */
  statementLimitMs?: number
  /** A query that waits longer for its turn fails with 53300. */
  waitLimitMs?: number
  /** An open transaction that is silent for longer while others wait is rolled back, and its connection closed with 25P03. */
  idleInTransactionLimitMs?: number
}

export interface Embedded extends Supervised {
  /** The socket's folder: the `host` to give pg, with port 5432 and user postgres. */
  host: string
}

// Publishing a file of a million rows takes minutes; a statement that never ends is still ended.
const STATEMENT_LIMIT_MS = 600_000
const WAIT_LIMIT_MS = 30_000
const IDLE_IN_TRANSACTION_LIMIT_MS = 15_000
/** A Unix socket's path has to fit into 104 bytes on some systems. */
const LONGEST_SOCKET_PATH_BYTES = 103
/** The name that pg and psql look for at port 5432. */
const SOCKET_NAME = '.s.PGSQL.5432'
const SOCKET_FOLDER_PREFIX = 'place-risk-'

/**
 * Starts the embedded PostGIS in a thread of its own, behind a Unix socket, and keeps it running. Throws FolderInUseError where
 * another process has the folder.
 */
export const startEmbedded = async (options: EmbeddedOptions = {}): Promise<Embedded> => {
  const folder = options.folder === undefined ? undefined : resolve(options.folder)
  const host = options.socketFolder ?? mkdtempSync(join(tmpdir(), SOCKET_FOLDER_PREFIX))
  let releaseLock = () => {}
  const tidy = () => {
    rmSync(socketPathIn(host), { force: true })
    if (options.socketFolder === undefined) removeSocketFolder(host)
    releaseLock()
  }
  try {
    const socketPath = socketPathIn(host)
    if (Buffer.byteLength(socketPath) > LONGEST_SOCKET_PATH_BYTES)
      throw new Error(
        `The name of the folder for the database's socket is too long: ${host}. Set TMPDIR to a shorter one.`,
      )
    if (folder !== undefined) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const lock = lockFolder(folder, { socketFolder: host })
      releaseLock = lock.release
      if (lock.replaced !== null) removeSocketFolder(lock.replaced.socketFolder)
    }
    options.onProgress?.(whatTakesTime(folder, options.dump))
    const database = await supervise({
      task: {
        ...(folder && { folder }),
        ...(options.dump && { dump: options.dump }),
        socketPath,
        limits: limitsOf(options),
      },
      statementLimitMs: options.statementLimitMs ?? STATEMENT_LIMIT_MS,
      onDeath: options.onDeath ?? (() => {}),
    })
    return {
      host,
      get restarts() {
        return database.restarts
      },
      dump: () => database.dump(),
      kill: () => database.kill(),
      stop: () => database.stop().finally(tidy),
    }
  } catch (error) {
    tidy()
    throw error
  }
}

const limitsOf = (options: EmbeddedOptions) => ({
  waitLimitMs: options.waitLimitMs ?? WAIT_LIMIT_MS,
  idleInTransactionLimitMs: options.idleInTransactionLimitMs ?? IDLE_IN_TRANSACTION_LIMIT_MS,
})

const whatTakesTime = (folder: string | undefined, dump: Uint8Array | undefined) => {
  if (folder !== undefined && hasDatabase(folder)) return 'Opening the database…'
  return dump ? 'Loading a copy of the database…' : 'Creating the database (first start, 10-25 seconds)…'
}

const socketPathIn = (folder: string) => join(folder, SOCKET_NAME)

/** Removes a socket's temporary folder; one that somebody else made, or that holds more, stays. */
const removeSocketFolder = (folder: string) => {
  if (!basename(folder).startsWith(SOCKET_FOLDER_PREFIX)) return
  rmSync(folder, { recursive: true, force: true })
}
