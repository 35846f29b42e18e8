import { mkdirSync } from 'node:fs'
import { once } from 'node:events'
import type { RequestHandler } from 'express'
import type { AddressInfo } from 'node:net'
import type { Logger } from 'pino'
import { checkSourceKey } from './access/key-check.ts'
import { openScribe } from './access/scribe.ts'
import { keepHeads } from './audit/keep-heads.ts'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { openDatabase } from './database/open.ts'
import { overPool } from './db.ts'
import { DEMO_TODAY, prepareDemo } from './demo/prepare.ts'
import { sweepStaged } from './imports/sweep.ts'
import { localDay, sameTimeOn } from './local-time.ts'
import { migrate } from './migrate.ts'
import { firstLink } from './people/first-people.ts'
import { openSecrets } from './secrets.ts'
import type { Service } from './service.ts'

export interface Running {
  /** Where the pages are, such as http://127.0.0.1:3000 */
  address: string
  stop(): Promise<void>
}

/**
 * Starts the service: secrets, database, migrations, a sweep of what a crash left, the demo's data where it is the demo, the pages.
 * @param say is told each step that takes longer than a second, in a sentence
 */
export const start = async (
  config: Config,
  pages: RequestHandler,
  log: Logger,
  say: (sentence: string) => void,
): Promise<Running> => {
  const secrets = openVarFolder(config)
  const demo = config.isDemo ? prepareDemo(config.varFolder) : undefined
  const database = await openDatabase({
    ...(config.databaseUrl ? { databaseUrl: config.databaseUrl } : { folder: `${config.varFolder}/data` }),
    onProgress: say,
    onConnectionError: (error) => log.warn({ error: error.message }, 'a database connection was lost'),
    onDeath: (reason, comesBack) => log.error({ reason, comesBack }, 'the embedded database stopped'),
  })

  try {
    const db = overPool(database.pool)
    await migrate(db, undefined, say)
    await checkSourceKey(db, secrets, config.secretFile)
    await sweepStaged(db, database.kind)
    await demo?.seed(db, secrets, say)

    const service: Service = {
      db,
      scribe: openScribe(db, secrets.auditKey),
      auditHeadsFile: headsFileIn(config),
      isSecure: config.origin !== null,
      databaseKind: database.kind,
      config,
      secrets,
      today: () => (config.isDemo ? DEMO_TODAY : localDay(new Date())),
      now: () => (config.isDemo ? sameTimeOn(DEMO_TODAY, new Date()) : new Date()),
      report: (error) => log.error({ error: describeError(error) }, 'a request failed'),
    }
    const server = createApp(service, pages).listen(config.port, config.host)
    await listening(server, config)

    const address = config.origin ?? addressOf(server.address() as AddressInfo, config.host)
    const link = config.isDemo ? undefined : await firstLink(db, service.scribe)
    if (link) say(`Nobody can sign in yet. Set the administrator’s password, once, at ${address}${link}`)
    const stopHeads = keepHeads(db, secrets.auditKey, headsFileIn(config), (error) =>
      log.error({ error: describeError(error) }, 'the head of the log could not be kept'),
    )
    return {
      address: addressOf(server.address() as AddressInfo, config.host),
      async stop() {
        server.close()
        server.closeIdleConnections()
        await Promise.race([once(server, 'close'), new Promise((resolve) => setTimeout(resolve, 5_000).unref())])
        server.closeAllConnections()
        await stopHeads()
        await database.stop()
      },
    }
  } catch (error) {
    await database.stop().catch(() => {})
    throw error
  }
}

/** Beside the database, so that a log that was cut off shows. */
export const headsFileIn = ({ varFolder }: Pick<Config, 'varFolder'>) => `${varFolder}/audit-heads`

const openVarFolder = ({ varFolder, secretFile }: Config) => {
  try {
    mkdirSync(varFolder, { recursive: true, mode: 0o700 })
    return openSecrets(secretFile)
  } catch (error) {
    const { code, syscall, path = secretFile } = error as NodeJS.ErrnoException
    if (!syscall) throw error
    throw new Error(
      `${path} cannot be used (${code}). Set PLACE_RISK_VAR to a folder that can be written, or PLACE_RISK_SECRET_FILE to the key file.`,
      { cause: error },
    )
  }
}

const listening = async (server: import('node:http').Server, { host, port }: Config) => {
  // A slow upload of a large file is no attack: the default of five minutes a request would cut it.
  server.requestTimeout = 0
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE')
      throw new Error(`Port ${port} on ${host} is taken by another program. Stop it, or set PORT to another number.`)
    throw error
  })
}

const addressOf = ({ port }: AddressInfo, host: string) => `http://${host.includes(':') ? `[${host}]` : host}:${port}`

/** What may go into a log: the error and where it was thrown, never a row's values. */
const describeError = (error: unknown) => {
  if (!(error instanceof Error)) return { message: 'something that is not an error was thrown' }
  const { constraint, code } = error as { constraint?: string; code?: string }
  const isFromDatabase = code !== undefined && 'severity' in error
  // PostgreSQL's messages can quote values; its code and the rule's name cannot.
  return {
    name: error.name,
    code,
    constraint,
    ...(!isFromDatabase && { message: error.message }),
    stack: framesOf(error),
  }
}

const framesOf = ({ stack }: Error) =>
  stack
    ?.split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 12)
