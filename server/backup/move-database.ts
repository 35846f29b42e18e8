import { openDatabase } from '../database/open.ts'
import { overPool } from '../db.ts'
import type { About, Part, Summary } from './parts.ts'
import { onSnapshot, readDatabase } from './read-database.ts'
import { openServer, requireSameMigrations, requireSourceKey } from './target.ts'
import { writeDatabase } from './write-database.ts'

/**
 * Copies the embedded database of a folder to an empty one on a server, table by table, and compares them. The folder's is only read.
 * Throws Error with a sentence where the two do not fit; the server has nothing then.
 */
export const moveDatabase = async (
  folder: string,
  databaseUrl: string,
  { about, secretFile }: { about: About; secretFile: string },
  say: (sentence: string) => void,
): Promise<Summary> => {
  const source = await openDatabase({ folder, onProgress: say })
  try {
    return await onSnapshot(overPool(source.pool), (tx) =>
      copyTo(databaseUrl, readDatabase(tx, about), secretFile, say),
    )
  } finally {
    await source.stop()
  }
}

/** The header comes first: the server is not touched before it fits. */
const copyTo = async (
  databaseUrl: string,
  parts: AsyncGenerator<Part>,
  secretFile: string,
  say: (sentence: string) => void,
): Promise<Summary> => {
  const first = await parts.next()
  if (first.done || first.value.kind !== 'header') throw new Error('The database gave no header.')
  requireSameMigrations(
    first.value.header,
    'Start this version on it once, without DATABASE_URL, which brings it up to date; then move it.',
  )
  requireSourceKey(first.value.header.sourceKey, secretFile)
  const target = await openServer(databaseUrl, say)
  try {
    say('Copying to the server…')
    return await writeDatabase(target.db, parts)
  } finally {
    await target.stop()
  }
}
