import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import pg from 'pg'
import { checkSourceKey } from './access/key-check.ts'
import { openScribe, type Scribe } from './access/scribe.ts'
import { AUDIT_USAGE, auditCommand, describeVerdict, isAuditCommand } from './audit/command.ts'
import {
  BACKUP_USAGE,
  backupCommand,
  describeBackup,
  describeMove,
  describeRestore,
  MOVE_USAGE,
  moveCommand,
  readBackupArguments,
  RESTORE_USAGE,
  restoreCommand,
} from './backup/command.ts'
import { readConfig, type Config } from './config.ts'
import { readFolderLock } from './database/folder-lock.ts'
import { embeddedConnection, openDatabase } from './database/open.ts'
import { overPool, type Db } from './db.ts'
import { DEMO_TODAY } from './demo/prepare.ts'
import { describeGazetteerImport, gazetteerCommand, GAZETTEER_USAGE } from './gazetteer/command.ts'
import { toProblem } from './to-problem.ts'
import { describeImport, importCommand, IMPORT_USAGE, readImportArguments } from './imports/command.ts'
import { sweepStaged } from './imports/sweep.ts'
import { localDay } from './local-time.ts'
import { migrate } from './migrate.ts'
import { describeUser, readUserArguments, USER_USAGE, userCommand } from './people/command.ts'
import { describeRetention, readRetentionArguments, RETENTION_USAGE, retentionCommand } from './retention/command.ts'
import { openSecrets, type Secrets } from './secrets.ts'
import { headsFileIn } from './start.ts'

const USAGE = `Say what to do:
  npm run cli -- ${IMPORT_USAGE}
  npm run cli -- ${GAZETTEER_USAGE}
  npm run cli -- ${USER_USAGE}
  npm run cli -- ${AUDIT_USAGE}
  npm run cli -- ${RETENTION_USAGE}
  npm run cli -- ${BACKUP_USAGE}
  npm run cli -- ${RESTORE_USAGE}
  npm run cli -- ${MOVE_USAGE}
With --json the answer is printed as JSON; with --demo it is the demo's database.`

/** A command that makes no sense: told apart from one that fails. */
class UsageError extends Error {}

interface Said {
  answer: unknown
  sentences: string[]
  /** What was asked for is not so: the command ends with code 1. */
  hasFailed?: boolean
}

type Command = (given: CommandDatabase) => Promise<Said>
/** A command that opens its databases itself: the service must not run. */
type AloneCommand = (config: Config, say: (sentence: string) => void) => Promise<Said>

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
  if (name === 'user') {
    const what = readUserArguments(rest)
    if (!what) throw new UsageError(USAGE)
    return async ({ db, scribe, config }) => {
      const answer = await userCommand({ db, scribe }, what)
      return { answer, sentences: describeUser(answer, config.origin ?? `http://127.0.0.1:${config.port}`) }
    }
  }
  if (name === 'audit' && isAuditCommand(rest))
    return async (given) => {
      const answer = await auditCommand(given, headsFileIn(given.config))
      return { answer, sentences: describeVerdict(answer), hasFailed: !answer.isWhole }
    }
  if (name === 'retention') {
    const what = readRetentionArguments(rest)
    if (!what) throw new UsageError(USAGE)
    return async (given) => {
      const today = given.config.isDemo ? DEMO_TODAY : localDay(new Date())
      const answer = await retentionCommand(given, what, today)
      return { answer, sentences: describeRetention(answer) }
    }
  }
  if (name === 'backup') {
    const what = readBackupArguments(rest)
    if (!what) throw new UsageError(USAGE)
    return async (given) => {
      const answer = await backupCommand(given, what)
      return { answer, sentences: describeBackup(answer) }
    }
  }
  throw new UsageError(USAGE)
}

const readAloneCommand = ([name, ...rest]: string[]): AloneCommand | undefined => {
  if (name === 'restore') {
    const what = readBackupArguments(rest)
    if (!what) throw new UsageError(USAGE)
    return async (config, say) => {
      const answer = await restoreCommand(config, what, say)
      return { answer, sentences: describeRestore(answer) }
    }
  }
  if (name === 'move' && rest.length === 0)
    return async (config, say) => {
      const answer = await moveCommand(config, say)
      return { answer, sentences: describeMove(answer) }
    }
  return undefined
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
  const said = words.filter((word) => !isOption(word))
  const say = (sentence: string) => process.stderr.write(`${sentence}\n`)
  const tell = ({ answer, sentences, hasFailed = false }: Said) => {
    console.log(words.includes('--json') ? JSON.stringify(answer) : sentences.join('\n'))
    if (hasFailed) process.exitCode = 1
  }
  const alone = readAloneCommand(said)
  if (alone) return tell(await alone(readConfig(process.env, words.includes('--demo')), say))

  const command = readCommand(said)
  const given = await openForCommand(readConfig(process.env, words.includes('--demo')), say)
  try {
    const done = await command(given)
    if (process.stderr.isTTY) process.stderr.write('\n')
    tell(done)
  } finally {
    await given.stop()
  }
}

interface CommandDatabase {
  db: Db
  kind: 'embedded' | 'server'
  secrets: Secrets
  secretFile: string
  scribe: Scribe
  config: Config
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
    return {
      db,
      kind: database.kind,
      secrets,
      secretFile: config.secretFile,
      scribe: openScribe(db, secrets.auditKey),
      config,
      stop: () => database.stop(),
    }
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
