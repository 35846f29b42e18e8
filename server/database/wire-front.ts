import { chmod } from 'node:fs/promises'
import { createServer } from 'node:net'
import { Turns } from './turns.ts'
import { WireConnection } from './wire-connection.ts'
import type { Batch } from './wire-connection.ts'
import { countMessages, errorResponse, READY_AND_IDLE, simpleQuery, startUp, SYNC } from './wire-protocol.ts'

/** A database that serves one session: it answers a message to the end before it returns. */
export interface Engine {
  /** Hands over the answer in pieces, each good only during the call. A rejection means that the engine is broken. */
  run(messages: Buffer, onAnswer: (piece: Uint8Array) => void): Promise<void>
  isInTransaction(): boolean
}

export interface FrontLimits {
  /** A client waits this long for its turn; then it is told 53300 and may ask again. */
  waitLimitMs: number
  /** An open transaction that says nothing for this long while others wait is rolled back and its client told 25P03. */
  idleInTransactionLimitMs: number
}

export interface Front {
  /** Does some work while no client is being served and no transaction is open. */
  exclusively<Result>(work: () => Promise<Result>): Promise<Result>
  /** Tells every client 57P01, rolls back what is open and stops listening. */
  close(): Promise<void>
}

/**
 * Serves many clients over a Unix socket with an engine that has one session. `onBroken` is called once if the engine fails;
 * there is nothing to do then but to start another.
 */
export const startFront = async (
  engine: Engine,
  socketPath: string,
  limits: FrontLimits,
  onBroken: (error: unknown) => void,
): Promise<Front> => {
  const desk = new Desk(engine, limits)
  const greeting = Buffer.concat(await desk.ask(startUp({ user: 'postgres', database: 'postgres' })))
  const served = new Map<WireConnection, Promise<void>>()
  const server = createServer((socket) => {
    const connection = new WireConnection(socket, greeting, () => desk.turns.leave(connection))
    const done = desk.serve(connection).catch(onBroken)
    served.set(connection, done)
    void done.then(() => served.delete(connection))
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(socketPath, resolve))
  await chmod(socketPath, 0o600)

  return {
    exclusively: (work) => desk.exclusively(work),
    close: async () => {
      server.close()
      for (const connection of served.keys()) connection.close(STOPPING)
      await Promise.all(served.values())
    },
  }
}

/**
 * Where clients take turns. A client owns the engine from its first batch until it is outside a transaction again, so nobody's
 * messages come between another's; the session is made new when it changes hands.
 */
class Desk {
  readonly turns: Turns<object>
  #engine: Engine
  #limits: FrontLimits
  /** Whose settings and prepared statements the engine's session holds. */
  #session: WireConnection | null = null
  /** Since when the owner has been silent with its work unfinished; null while it is being served. */
  #idleSince: number | null = null
  #idleTimer: NodeJS.Timeout | undefined

  constructor(engine: Engine, limits: FrontLimits) {
    this.#engine = engine
    this.#limits = limits
    this.turns = new Turns(limits.waitLimitMs, () => this.#watchIdleOwner())
  }

  async ask(messages: Buffer): Promise<Buffer[]> {
    const pieces: Buffer[] = []
    await this.#engine.run(messages, (piece) => pieces.push(Buffer.from(piece)))
    return pieces
  }

  /** Answers a client until it goes. */
  async serve(connection: WireConnection): Promise<void> {
    for (let batch = await connection.next(); batch !== null; batch = await connection.next()) {
      if (connection.skipsToSync) endSkipping(connection, batch)
      else if (await this.turns.take(connection)) await this.#answer(connection, batch)
      else if (!connection.isClosed) refuse(connection, batch)
    }
    if (this.turns.owner === connection) await this.#abandon(connection)
  }

  async exclusively<Result>(work: () => Promise<Result>): Promise<Result> {
    const user = {}
    if (!(await this.turns.take(user)))
      throw new Error(`The database was busy for ${this.#limits.waitLimitMs / 1000} seconds.`)
    try {
      return await work()
    } finally {
      this.turns.give(user)
    }
  }

  async #answer(connection: WireConnection, batch: Batch) {
    if (connection.isClosed) return
    this.#stopIdling()
    if (this.#session !== connection) await this.#changeHands(connection, batch)
    const pieces = await this.ask(batch.bytes)
    connection.send(...pieces)
    remember(connection, batch, pieces)
    if (batch.isComplete && !this.#engine.isInTransaction()) return this.turns.give(connection)
    this.#idleSince = performance.now()
    this.#watchIdleOwner()
  }

  async #changeHands(connection: WireConnection, batch: Batch) {
    const answer = Buffer.concat(await this.ask(DISCARD_ALL))
    if (countMessages(answer, 'E') > 0) throw new Error('the session could not be made new')
    this.#session = connection
    for (const [name, parse] of connection.statements) {
      const isReplaced = name === '' && batch.prepares.some((prepared) => prepared.name === '')
      if (!isReplaced) await this.ask(Buffer.concat([parse, SYNC]))
    }
  }

  /** Rolls back what a client that went away, or was sent away, left open. */
  async #abandon(connection: WireConnection) {
    this.#stopIdling()
    await this.ask(SYNC)
    if (this.#engine.isInTransaction()) await this.ask(ROLLBACK)
    this.turns.give(connection)
  }

  #stopIdling() {
    this.#idleSince = null
    clearTimeout(this.#idleTimer)
  }

  #watchIdleOwner() {
    clearTimeout(this.#idleTimer)
    if (this.#idleSince === null || !this.turns.isAnyoneWaiting) return
    const spentMs = performance.now() - this.#idleSince
    const sendAway = () => this.turns.owner instanceof WireConnection && this.turns.owner.close(IDLE_TOO_LONG)
    this.#idleTimer = setTimeout(sendAway, this.#limits.idleInTransactionLimitMs - spentMs)
  }
}

/** Keeps the Parse messages that the engine took: it skips all that follow an error. */
const remember = (connection: WireConnection, batch: Batch, answer: Buffer[]) => {
  const hasNamed = batch.prepares.some(({ name }) => name !== '')
  const taken = hasNamed ? countMessages(Buffer.concat(answer), '1') : batch.prepares.length
  for (const { name, parse } of batch.prepares.slice(0, taken)) connection.statements.set(name, parse)
  for (const name of batch.forgets) connection.statements.delete(name)
}

const refuse = (connection: WireConnection, batch: Batch) => {
  connection.skipsToSync = !batch.isComplete
  connection.send(BUSY, ...(batch.isComplete ? [READY_AND_IDLE] : []))
}

const endSkipping = (connection: WireConnection, batch: Batch) => {
  if (!batch.isComplete) return
  connection.skipsToSync = false
  connection.send(READY_AND_IDLE)
}

const DISCARD_ALL = simpleQuery('discard all')
const ROLLBACK = simpleQuery('rollback')
const BUSY = errorResponse('ERROR', '53300', 'the database is busy with other work; nothing was done, try again')
const IDLE_TOO_LONG = errorResponse(
  'FATAL',
  '25P03',
  'the transaction was idle too long while others waited; it is rolled back',
)
const STOPPING = errorResponse('FATAL', '57P01', 'the database is stopping')
