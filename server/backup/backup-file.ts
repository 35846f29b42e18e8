import { randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type { Db } from '../db.ts'
import { SALT_BYTES, seal, unseal } from './frames.ts'
import { damaged, linesOf, partsOf, type About, type Header, type Part, type Summary } from './parts.ts'
import { onSnapshot, readDatabase } from './read-database.ts'

const FEWEST_CHARACTERS = 20

/** The words that seal a backup: what the key file holds. Throws Error with a sentence where it cannot serve. */
export const readKeyFile = (file: string): string => {
  const text = inWords(file, () => readFileSync(file, 'utf8'))
  if (process.platform !== 'win32' && statSync(file).mode & 0o077)
    throw new Error(`${file} can be read by others. Run: chmod 600 "${file}"`)
  const words = text.trim().normalize('NFC')
  if (words.length >= FEWEST_CHARACTERS) return words
  throw new Error(
    `${file} holds too short a key: write a sentence of at least ${FEWEST_CHARACTERS} characters there, or run: openssl rand -hex 32 > "${file}"`,
  )
}

/**
 * Writes a backup of the database, as it is at one moment, to a new file (0600) and reads it back before it gets its name.
 * Gives what it holds. Throws Error with a sentence; the file is not there then.
 */
export const writeBackup = async (db: Db, file: string, words: string, about: About): Promise<Summary> => {
  const draft = `${file}.part`
  requireFree(file, draft)
  await inWordsAsync(file, async () => (await open(draft, 'wx', 0o600)).close())
  try {
    await inWordsAsync(file, () =>
      onSnapshot(db, (tx) =>
        pipeline(
          linesOf(readDatabase(tx, about)),
          createGzip(),
          (plain: AsyncIterable<Uint8Array>) => seal(plain, words, randomBytes(SALT_BYTES)),
          createWriteStream(draft, { flags: 'r+', flush: true }),
        ),
      ),
    )
    const { summary } = await checkBackup(draft, words)
    renameSync(draft, file)
    await keepName(dirname(file))
    return summary
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}

const requireFree = (file: string, draft: string) => {
  if (existsSync(file))
    throw new Error(`There is a file ${file} already, and it is not overwritten. Give another name.`)
  if (existsSync(draft))
    throw new Error(
      `${draft} is there: another backup is being written, or one was stopped. If none is being written, remove it and start again.`,
    )
}

/** A new name outlives a power cut once its folder is written too. Not every system lets a folder be opened. */
const keepName = async (folder: string) => {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => {})
  await handle?.close()
}

/** The parts of a backup. Throws Error with a sentence where the key is another one or the file is not whole. */
export async function* readBackup(file: string, words: string): AsyncGenerator<Part> {
  const text = new PassThrough({ encoding: 'utf8' })
  const done = pipeline(
    createReadStream(file),
    (sealed: AsyncIterable<Uint8Array>) => unseal(sealed, words),
    createGunzip(),
    text,
  )
  // It is the reading below that tells of an error.
  done.catch(() => {})
  try {
    yield* partsOf(text as Readable & AsyncIterable<string>)
  } catch (error) {
    throw sentenceFor(file, error)
  }
}

/** Reads a backup to its end and counts its rows, without a database. Throws as `readBackup` does. */
export const checkBackup = async (file: string, words: string): Promise<{ header: Header; summary: Summary }> => {
  let header: Header | undefined
  let summary: Summary | undefined
  let table = ''
  const counted: Record<string, number> = {}
  for await (const part of readBackup(file, words)) {
    if (part.kind === 'header') header = part.header
    if (part.kind === 'table') {
      table = part.table
      counted[table] = 0
    }
    if (part.kind === 'rows') counted[table] = (counted[table] ?? 0) + part.rows.length
    if (part.kind === 'end') summary = part.summary
  }
  if (!header || !summary) throw damaged('it has no end')
  const names = new Set([...Object.keys(counted), ...Object.keys(summary.tables)])
  for (const name of names)
    if (counted[name] !== summary.tables[name]?.rows) throw damaged(`rows of ${name} are missing`)
  return { header, summary }
}

const inWords = <Value>(file: string, work: () => Value): Value => {
  try {
    return work()
  } catch (error) {
    throw sentenceFor(file, error)
  }
}

const inWordsAsync = <Value>(file: string, work: () => Promise<Value>): Promise<Value> =>
  work().catch((error: unknown) => {
    throw sentenceFor(file, error)
  })

const FILE_SENTENCES: Record<string, string> = {
  ENOENT: 'is not there, or its folder is not. Check the name.',
  EISDIR: 'is a folder. Give the name of a file.',
  ENOTDIR: 'cannot be there: a part of its path is a file. Check the name.',
  EACCES: 'may not be opened by you. Choose a folder that you may write to, or change its rights.',
  EPERM: 'may not be opened by you. Choose a folder that you may write to, or change its rights.',
  EROFS: 'cannot be written: the disk is read-only. Choose another folder.',
  ENOSPC: 'has no room: the disk is full. Make room, or choose another disk.',
  EDQUOT: 'has no room: your share of the disk is full. Make room, or choose another disk.',
  EIO: 'cannot be read or written: the disk reports an error. Use another disk.',
}

const sentenceFor = (file: string, error: unknown) => {
  const { code, syscall, errno } = (error ?? {}) as NodeJS.ErrnoException
  if (code?.startsWith('Z_')) return damaged('it cannot be unpacked')
  const isOfFiles = syscall !== undefined || errno !== undefined
  const sentence = isOfFiles && code !== undefined ? FILE_SENTENCES[code] : undefined
  return sentence === undefined ? error : new Error(`${file} ${sentence}`, { cause: error })
}
