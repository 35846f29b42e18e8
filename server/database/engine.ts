import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { postgis } from '@electric-sql/pglite-postgis'
import { dataDir as prepopulated } from '@electric-sql/pglite-prepopulatedfs'
import { checkVersion, filesIn, hasDatabase, makeFiles } from './database-files.ts'
import type { Engine } from './wire-front.ts'

const extensions = { postgis, pg_trgm }

/**
 * Opens the database in a folder, or makes one there or in memory: from the dump if there is one. PostGIS and pg_trgm are in it.
 * Throws where the folder holds files of another version of PostgreSQL.
 */
export const openPglite = async (folder: string | undefined, dump: Uint8Array | undefined): Promise<PGlite> => {
  if (folder === undefined) return createPglite('memory://', dump)
  if (!hasDatabase(folder)) return makeFiles(folder, () => createPglite(filesIn(folder), dump))
  await checkVersion(folder)
  return PGlite.create({ dataDir: filesIn(folder), extensions })
}

const createPglite = async (dataDir: string, dump: Uint8Array | undefined) => {
  const loadDataDir = dump === undefined ? await prepopulated() : new Blob([new Uint8Array(dump)])
  const database = await PGlite.create({ dataDir, loadDataDir, extensions })
  await database.exec('create extension if not exists postgis; create extension if not exists pg_trgm')
  return database
}

/**
 * The engine as the front needs it. `calls` counts up when a message begins and again when it is answered (odd: one is running):
 * while a statement runs nothing else in this thread does, so only another thread can see that it takes too long.
 */
export const engineOf = (database: PGlite, calls: Int32Array, onBroken: (error: unknown) => void): Engine => {
  reportFailures(database, onBroken)
  return {
    run: async (messages, onAnswer) => {
      Atomics.add(calls, 0, 1)
      try {
        await database.execProtocolRawStream(messages, { onRawData: onAnswer })
      } finally {
        Atomics.add(calls, 0, 1)
      }
    },
    isInTransaction: () => database.isInTransaction(),
  }
}

/**
 * PGlite swallows whatever its main loop throws and calls it again, which after an abort of the WebAssembly goes on for ever.
 * 'unwind' is how an ordinary SQL error leaves the loop; anything else is the end of the engine.
 */
const reportFailures = (database: PGlite, onBroken: (error: unknown) => void) => {
  const module = database.Module
  const mainLoop = module._PostgresMainLoopOnce
  module._PostgresMainLoopOnce = () => {
    try {
      mainLoop()
    } catch (error) {
      if (error !== 'unwind') onBroken(error)
      throw error
    }
  }
}
