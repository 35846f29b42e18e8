import type { Socket } from 'node:net'
import { readsRowsFromClient } from './copy-guard.ts'
import {
  CANCEL_REQUEST,
  errorResponse,
  GSS_REQUEST,
  LONGEST_MESSAGE_BYTES,
  MessageReader,
  NO_ENCRYPTION,
  parseStatement,
  PROTOCOL_3,
  ProtocolError,
  simpleQuery,
  SSL_REQUEST,
  sqlOf,
  startUpParameters,
  statementNameOf,
} from './wire-protocol.ts'
import type { ClientMessage, OpeningMessage } from './wire-protocol.ts'

/** Messages that belong together: everything up to one that asks for an answer (query, sync, flush, function call). */
export interface Batch {
  bytes: Buffer
  /** False after a Flush: the client has more to say before the engine may serve anybody else. */
  isComplete: boolean
  /** The statements it makes, in order ('' is the unnamed one), and those it forgets. */
  prepares: { name: string; parse: Buffer }[]
  forgets: string[]
}

/** Past either of these a client is not read from until its queue is short again. */
const LONG_QUEUE_BATCHES = 32
const LONG_QUEUE_BYTES = 8 * 1024 * 1024
/** A client that doesn't read its answers is not given more. */
const UNREAD_ANSWER_BYTES = 1024 * 1024

const ENDS_BATCH = 'QSHF'
/** Copy data that arrives outside a copy is ignored, as the protocol says. */
const COPY_DATA = 'dcf'
const TERMINATE = 'X'

const COPY_REFUSED =
  'COPY ... FROM STDIN can not be used on the embedded database: insert rows with unnest(...) instead'
/** The engine itself then raises the refusal, so the state of the transaction is what any server would make of it. */
const RAISE_COPY_REFUSED = `do $$ begin raise exception using errcode = '0A000', message = '${COPY_REFUSED}'; end $$`

/** One client of the front: turns its bytes into batches, waiting in order, and takes its answers. */
export class WireConnection {
  /** The Parse messages of its statements by name, to be said again when the session was somebody else's in between. */
  readonly statements = new Map<string, Buffer>()
  /** True when the client was answered with an error in the middle of a batch and hears nothing until it syncs. */
  skipsToSync = false
  #socket: Socket
  #greeting: Buffer
  #reader = new MessageReader()
  #messages: ClientMessage[] = []
  #messageBytes = 0
  #batches: Batch[] = []
  #queuedBytes = 0
  #isLeaving = false
  #closed = false
  #wake = () => {}
  #onClose: () => void

  constructor(socket: Socket, greeting: Buffer, onClose: () => void) {
    this.#socket = socket
    this.#greeting = greeting
    this.#onClose = onClose
    socket.setNoDelay(true)
    socket.on('data', (piece) => this.#read(piece))
    socket.on('drain', () => this.#wake())
    socket.on('error', () => socket.destroy())
    socket.on('close', () => this.close())
  }

  get isClosed(): boolean {
    return this.#closed
  }

  /** The next batch, when the client has read what it was sent before; null when the client has gone. */
  async next(): Promise<Batch | null> {
    while (!this.#closed && !this.#isReadyForNext()) await new Promise<void>((resolve) => (this.#wake = resolve))
    const batch = this.#closed ? undefined : this.#batches.shift()
    if (batch === undefined) {
      this.close()
      return null
    }
    this.#queuedBytes -= batch.bytes.length
    if (!this.#isQueueLong()) this.#socket.resume()
    return batch
  }

  send(...answers: Buffer[]): void {
    if (this.#socket.destroyed) return
    this.#socket.cork()
    for (const answer of answers) this.#socket.write(answer)
    this.#socket.uncork()
  }

  /** Says a last thing, if there is one, and hangs up. What the client still had waiting is not done. */
  close(lastWord?: Buffer): void {
    if (this.#closed) return
    this.#closed = true
    if (lastWord) this.send(lastWord)
    this.#socket.destroySoon()
    this.#wake()
    this.#onClose()
  }

  #read(piece: Buffer) {
    try {
      for (const message of this.#reader.push(piece)) {
        if (this.#closed) return
        if (message.kind === 'opening') this.#open(message)
        else this.#collect(message)
      }
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error
      this.close(errorResponse('FATAL', '08P01', error.message))
    }
    if (this.#isQueueLong()) this.#socket.pause()
  }

  #open({ code, bytes }: OpeningMessage) {
    if (code === SSL_REQUEST || code === GSS_REQUEST) return this.send(NO_ENCRYPTION)
    // Only ending the worker stops a statement of the embedded engine; there is nothing to cancel.
    if (code === CANCEL_REQUEST) return this.close()
    if (code !== PROTOCOL_3) throw new ProtocolError('the embedded database speaks version 3.0 of the protocol')
    const user = startUpParameters(bytes).get('user')
    if (user !== 'postgres')
      return this.close(errorResponse('FATAL', '28000', 'connect as postgres: the embedded database has no other user'))
    this.send(this.#greeting)
  }

  #collect(message: ClientMessage) {
    if (message.type === TERMINATE) {
      // What it asked before is still done.
      this.#isLeaving = true
      return this.#wake()
    }
    if (COPY_DATA.includes(message.type)) return
    const safe = refusingCopy(message)
    this.#messages.push(safe)
    this.#messageBytes += safe.bytes.length
    if (this.#messageBytes > LONGEST_MESSAGE_BYTES)
      throw new ProtocolError(`more than ${LONGEST_MESSAGE_BYTES} bytes without a Sync`)
    if (ENDS_BATCH.includes(message.type)) this.#queue()
  }

  #queue() {
    const messages = this.#messages
    this.#batches.push({
      bytes: messages.length === 1 ? messages[0]!.bytes : Buffer.concat(messages.map((message) => message.bytes)),
      isComplete: messages.at(-1)?.type !== 'H',
      prepares: messages.filter(({ type }) => type === 'P').map(asPrepared),
      forgets: messages.filter(({ type }) => type === 'C').flatMap((message) => statementNameOf(message) ?? []),
    })
    this.#messages = []
    this.#queuedBytes += this.#messageBytes
    this.#messageBytes = 0
    this.#wake()
  }

  #isReadyForNext() {
    const hasRead = this.#socket.writableLength <= UNREAD_ANSWER_BYTES
    return hasRead && (this.#batches.length > 0 || this.#isLeaving)
  }

  #isQueueLong() {
    return this.#batches.length > LONG_QUEUE_BATCHES || this.#queuedBytes > LONG_QUEUE_BYTES
  }
}

/** A copy, lest a short statement keep alive the megabytes that arrived with it. */
const asPrepared = (message: ClientMessage) => ({
  name: statementNameOf(message) ?? '',
  parse: Buffer.from(message.bytes),
})

const refusingCopy = (message: ClientMessage): ClientMessage => {
  if (message.type !== 'Q' && message.type !== 'P') return message
  if (!readsRowsFromClient(sqlOf(message))) return message
  const bytes =
    message.type === 'Q'
      ? simpleQuery(RAISE_COPY_REFUSED)
      : parseStatement(statementNameOf(message) ?? '', RAISE_COPY_REFUSED)
  return { ...message, bytes }
}
