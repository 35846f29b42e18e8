import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import pg from 'pg'
import { checkSourceKey } from './access/key-check.ts'
import { readConfig, type Config } from './config.ts'
import { readFolderLock } from './database/folder-lock.ts'
import { embeddedConnection, openDatabase } from './database/open.ts'
import { overPool, type Db } from './db.ts'
import { describeGazetteerImport, gazetteerCommand, GAZETTEER_USAGE } from './gazetteer/command.ts'
import { toProblem } from './errors.ts'
import { describeImport, importCommand, IMPORT_USAGE, readImportArguments } from './imports/command.ts'
import { sweepStaged } from './imports/sweep.ts'
import { migrate } from './migrate.ts'
import { openSecrets, type Secrets } from './secrets.ts'

const USAGE = `Say what to do:
  npm run cli -- ${IMPORT_USAGE}
  npm run cli -- ${GAZETTEER_USAGE}
With --json the answer is printed as JSON; with --demo it is the demo's database.`

/** A command that makes no sense: told apart from one that fails. */
class UsageError extends Error {}

type Command = (given: CommandDatabase) => Promise<{ answer: unknown; sentences: string[] }>

const readCommand = ([name, ...rest]: string[]): Command => {
  if (name === 'import') {
    const what = readImportArguments(rest)
    if (!what) throw new UsageError(USAGE)
    requireFile(what.file)
    return async (given) => {
      const answer = await importCommand(given, what, progress())
      return { answer, sentences: describeImport(answer) }
    }
  }
  if (name === 'gazetteer' && rest[1]) {
    requireFile(rest[1])
    return async ({ db }) => {
      const answer = await gazetteerCommand(db, rest)
      return { answer, sentences: describeGazetteerImport(answer) }
    }
  }
  throw new UsageError(USAGE)
}

const requireFile = (file: string) => {
  try {
    accessSync(file, constants.R_OK)
  } catch {
    throw new UsageError(`There is no file ${file} that can be read. Check its name.`)
  }
}

/** To the terminal beside the answer: one line that is written over, or a line each hundred thousand rows where it is no terminal. */
const progress = () => {
  const start = performance.now()
  let told = 0
  return (rows: number) => {
    const aSecond = Math.round((rows / (performance.now() - start)) * 1000)
    const line = `${rows.toLocaleString('en-GB')} rows staged, ${aSecond.toLocaleString('en-GB')} a second`
    if (process.stderr.isTTY) process.stderr.write(`\r${line}  `)
    else if (rows - told >= 100_000) process.stderr.write(`${line}\n`)
    if (process.stderr.isTTY || rows - told >= 100_000) told = rows
  }
}

const run = async () => {
  const isOption = (word: string) => word === '--json' || word === '--demo'
  const words = process.argv.slice(2)
  const command = readCommand(words.filter((word) => !isOption(word)))
  const config = readConfig(process.env, words.includes('--demo'))

  const given = await openForCommand(config, (sentence) => process.stderr.write(`${sentence}\n`))
  try {
    const { answer, sentences } = await command(given)
    if (process.stderr.isTTY) process.stderr.write('\n')
    console.log(words.includes('--json') ? JSON.stringify(answer) : sentences.join('\n'))
  } finally {
    await given.stop()
  }
}

interface CommandDatabase {
  db: Db
  secrets: Secrets
  stop(): Promise<void>
}

/**
 * The database for a command: a running service's, through its socket, where one holds the embedded folder; else opened here and brought up to date.
 * Throws Error with a sentence that says what to do.
 */
const openForCommand = async (config: Config, say: (sentence: string) => void): Promise<CommandDatabase> => {
  const folder = `${config.varFolder}/data`
  if (config.isDemo && !existsSync(folder)) throw new Error('There is no demo yet. Make it with: npm run demo')
  mkdirSync(config.varFolder, { recursive: true, mode: 0o700 })
  const secrets = openSecrets(config.secretFile)

  const holder = config.databaseUrl === undefined && existsSync(folder) ? readFolderLock(folder) : null
  const database = holder ? join(holder.socketFolder) : await openHere(config, folder, say)
  try {
    const db = overPool(database.pool)
    if (!holder) {
      await migrate(db, undefined, say)
      await sweepStaged(db, database.kind)
    }
    await checkSourceKey(db, secrets, config.secretFile)
    return { db, secrets, stop: () => database.stop() }
  } catch (error) {
    await database.stop().catch(() => {})
    throw error
  }
}

const join = (socketFolder: string) => {
  const pool = new pg.Pool({ ...embeddedConnection(socketFolder), max: 2, connectionTimeoutMillis: 10_000 })
  pool.on('error', () => {})
  return { pool, kind: 'embedded' as const, stop: () => pool.end() }
}

const openHere = (config: Config, folder: string, say: (sentence: string) => void) =>
  openDatabase({
    ...(config.databaseUrl === undefined ? { folder } : { databaseUrl: config.databaseUrl }),
    onProgress: say,
  })

run().catch((error: unknown) => {
  const isUsage = error instanceof UsageError
  console.error(isUsage ? error.message : sentenceOf(error))
  process.exitCode = isUsage ? 2 : 1
})

/** Problems speak for themselves; what went wrong before there was a database says so itself. */
const sentenceOf = (error: unknown) => {
  const problem = toProblem(error)
  return problem.slug === 'internal-error' && error instanceof Error && !('severity' in error)
    ? error.message
    : problem.message
}
