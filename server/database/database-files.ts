import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const POSTGRES_VERSION = '18'
/** There while the files are being made: what a start finds with it is half a database that never held anything. */
const UNFINISHED = 'unfinished'

export const filesIn = (folder: string): string => join(folder, 'pgdata')

/** True where a whole database is in the folder. */
export const hasDatabase = (folder: string): boolean =>
  existsSync(join(filesIn(folder), 'PG_VERSION')) && !existsSync(join(folder, UNFINISHED))

/** Makes a database in a folder: what a crash in the middle leaves is thrown away by the next start. */
export const makeFiles = async <Database>(folder: string, make: () => Promise<Database>): Promise<Database> => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(
    join(folder, UNFINISHED),
    'A database was being made here. Start the program again: it begins afresh.\n',
  )
  await rm(filesIn(folder), { recursive: true, force: true })
  const database = await make()
  await rm(join(folder, UNFINISHED))
  return database
}

/** Throws, with what to do about it, where another version of PostgreSQL made the files. */
export const checkVersion = async (folder: string): Promise<void> => {
  const version = (await readFile(join(filesIn(folder), 'PG_VERSION'), 'utf8')).trim()
  if (version === POSTGRES_VERSION) return
  throw new Error(
    `The database in ${folder} was made by PostgreSQL ${version}; this program has ${POSTGRES_VERSION}. ` +
      'Export it with the program that made it, or start with an empty folder.',
  )
}
