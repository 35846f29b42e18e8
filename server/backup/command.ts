import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Config } from '../config.ts'
import { hasDatabase } from '../database/database-files.ts'
import type { Db } from '../db.ts'
import { version } from '../version.ts'
import { checkBackup, readBackup, readKeyFile, writeBackup } from './backup-file.ts'
import type { Header, Summary } from './parts.ts'
import { openFolder, openServer, refuseRunning, requireSameMigrations, requireSourceKey } from './target.ts'
import { moveDatabase } from './move-database.ts'
import { writeDatabase } from './write-database.ts'

export const BACKUP_USAGE = 'backup FILE --key-file KEY-FILE'
export const RESTORE_USAGE = 'restore FILE --key-file KEY-FILE'
export const MOVE_USAGE = 'move  (from the embedded database to the server that DATABASE_URL names)'

interface BackupFile {
  file: string
  keyFile: string
}

/** What `backup` and `restore` were asked for; undefined where the words make no sense. */
export const readBackupArguments = (words: readonly string[]): BackupFile | undefined => {
  const option = words.indexOf('--key-file')
  const keyFile = words[option + 1]
  const [file, ...others] = words.filter((_, i) => i !== option && i !== option + 1)
  if (option < 0 || !keyFile || !file || file.startsWith('-') || others.length > 0) return undefined
  return { file, keyFile }
}

interface Copied {
  tables: number
  rows: number
}
export interface BackupAnswer extends Copied {
  file: string
  bytes: number
  keyFile: string
  secretFile: string
}
export interface RestoreAnswer extends Copied {
  file: string
  createdAt: string
  version: string
  into: 'embedded' | 'server'
}
export interface MoveAnswer extends Copied {
  folder: string
}

/** Backs the database up into a new file; the service may run. Throws Error with a sentence. */
export const backupCommand = async (
  { db, kind, secretFile }: { db: Db; kind: Header['databaseKind']; secretFile: string },
  { file, keyFile }: BackupFile,
): Promise<BackupAnswer> => {
  const about = { version, createdAt: new Date().toISOString(), databaseKind: kind }
  const summary = await writeBackup(db, resolve(file), readKeyFile(keyFile), about)
  return { ...countOf(summary), file, bytes: statSync(file).size, keyFile, secretFile }
}

/** Restores a backup into the empty database that the settings name, with the service stopped. Throws Error with a sentence; nothing is restored then. */
export const restoreCommand = async (
  config: Pick<Config, 'databaseUrl' | 'varFolder' | 'secretFile'>,
  { file, keyFile }: BackupFile,
  say: (sentence: string) => void,
): Promise<RestoreAnswer> => {
  const words = readKeyFile(keyFile)
  const folder = `${config.varFolder}/data`
  if (config.databaseUrl === undefined) refuseRunning(folder)
  say('Checking the backup…')
  const { header } = await checkBackup(file, words)
  requireSameMigrations(
    header,
    `Restore it with the version that made it (${header.version}, on ${header.createdAt.slice(0, 10)}), then start this version on what that gives.`,
  )
  requireSourceKey(header.sourceKey, config.secretFile)

  const target = config.databaseUrl === undefined ? openFolder(folder, say) : openServer(config.databaseUrl, say)
  const { db, kind, stop } = await target
  try {
    say('Restoring…')
    const summary = await writeDatabase(db, readBackup(file, words))
    return { ...countOf(summary), file, createdAt: header.createdAt, version: header.version, into: kind }
  } finally {
    await stop()
  }
}

/** Copies the embedded database, which must not be running, to the empty one on a server. Throws Error with a sentence; the server has nothing then. */
export const moveCommand = async (
  config: Pick<Config, 'databaseUrl' | 'varFolder' | 'secretFile'>,
  say: (sentence: string) => void,
): Promise<MoveAnswer> => {
  const folder = `${config.varFolder}/data`
  if (config.databaseUrl === undefined)
    throw new Error('Say where to: set DATABASE_URL to an empty database on the server, and do not give --demo.')
  if (!hasDatabase(folder))
    throw new Error(`There is no embedded database in ${folder}. Name the folder above it in PLACE_RISK_VAR.`)
  refuseRunning(folder)
  const about = { version, createdAt: new Date().toISOString(), databaseKind: 'embedded' as const }
  const summary = await moveDatabase(folder, config.databaseUrl, { about, secretFile: config.secretFile }, say)
  return { ...countOf(summary), folder }
}

const countOf = ({ tables }: Summary): Copied => ({
  tables: Object.keys(tables).length,
  rows: Object.values(tables).reduce((sum, { rows }) => sum + rows, 0),
})

const counted = ({ rows, tables }: Copied) => `${rows.toLocaleString('en-GB')} rows of ${tables} tables`

const SIGN_IN_AGAIN = 'Sessions and set-up links are not part of it: everybody signs in again.'

/** What a backup came to, in sentences for the terminal. */
export const describeBackup = (answer: BackupAnswer): string[] => [
  `${counted(answer)} are in ${answer.file} (${Math.ceil(answer.bytes / 1024).toLocaleString('en-GB')} KB), encrypted. It was read back and is whole.`,
  `Only the key in ${answer.keyFile} opens it. Keep a copy of that key somewhere else than the backup.`,
  `The service's own key file is not in it: keep a copy of ${answer.secretFile} too, for without it the data cannot be used again.`,
]

/** What a restore came to, in sentences for the terminal. */
export const describeRestore = (answer: RestoreAnswer): string[] => [
  `${counted(answer)} were restored from ${answer.file} (of ${answer.createdAt}, version ${answer.version}) and compared: each table is as it was.`,
  SIGN_IN_AGAIN,
  answer.into === 'server' ? 'Start the service with the same DATABASE_URL.' : 'Start the service: npm start',
]

/** What a move came to, in sentences for the terminal. */
export const describeMove = (answer: MoveAnswer): string[] => [
  `${counted(answer)} were copied to the server and compared: each table is as it was.`,
  SIGN_IN_AGAIN,
  'Start the service with the same DATABASE_URL and the same key file.',
  `The embedded database in ${answer.folder} is as it was. It holds the same data on children: remove the folder when the server has what you expect.`,
]
