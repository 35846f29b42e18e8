/** The pieces of PostgreSQL's wire protocol (version 3.0) that the front needs: cutting a byte stream into messages, and building a few. */

/** A message that opens a connection; `code` tells a start-up from a request for encryption or a cancellation. */
export type OpeningMessage = { kind: 'opening'; code: number; bytes: Buffer }
/** Any later message: one letter, a length, a body. `bytes` is the whole of it. */
export type ClientMessage = { kind: 'message'; type: string; bytes: Buffer }

/** The client did not keep to the protocol; nothing more it says can be understood. */
export class ProtocolError extends Error {}

export const PROTOCOL_3 = 196_608
export const CANCEL_REQUEST = 80_877_102
export const SSL_REQUEST = 80_877_103
export const GSS_REQUEST = 80_877_104

const OPENING_HEADER_BYTES = 8
const MESSAGE_HEADER_BYTES = 5
/** PostgreSQL's own limit on a start-up packet. */
const LONGEST_OPENING_BYTES = 10_000
/** Far more than any statement of ours; a length beyond it is garbage or an accident. */
export const LONGEST_MESSAGE_BYTES = 64 * 1024 * 1024
/** What a client may say after the start-up: query, extended query, function call, copy data and goodbye. */
const CLIENT_MESSAGE_TYPES = 'QPBDECSHFXdcf'

/**
 * Cuts what arrives into messages, however it was fragmented. Bytes wait in the pieces they came in and are joined once, when
 * the message they belong to is whole: a message of many small pieces costs no more than one of few.
 */
export class MessageReader {
  #pieces: Buffer[] = []
  #waitingBytes = 0
  #neededBytes = OPENING_HEADER_BYTES
  #open = false

  #message(bytes: Buffer): OpeningMessage | ClientMessage {
    if (this.#open) {
      this.#neededBytes = MESSAGE_HEADER_BYTES
      return { kind: 'message', type: String.fromCharCode(bytes[0]!), bytes }
    }
    const code = bytes.readInt32BE(4)
    this.#open = code !== SSL_REQUEST && code !== GSS_REQUEST
    this.#neededBytes = this.#open ? MESSAGE_HEADER_BYTES : OPENING_HEADER_BYTES
    return { kind: 'opening', code, bytes }
  }

  /** Yields the messages that are whole now. Throws ProtocolError on a length or type that can't be; the reader is then spent. */
  *push(piece: Buffer): Generator<OpeningMessage | ClientMessage> {
    this.#pieces.push(piece)
    this.#waitingBytes += piece.length
    while (this.#waitingBytes >= this.#neededBytes) {
      const joined = this.#pieces.length === 1 ? this.#pieces[0]! : Buffer.concat(this.#pieces)
      this.#pieces = [joined]
      const length = this.#open ? messageLength(joined) : openingLength(joined)
      if (this.#waitingBytes < length) {
        this.#neededBytes = length
        return
      }
      const bytes = joined.subarray(0, length)
      this.#pieces = [joined.subarray(length)]
      this.#waitingBytes -= length
      yield this.#message(bytes)
    }
  }
}

const openingLength = (bytes: Buffer) => {
  const length = bytes.readInt32BE(0)
  if (length < OPENING_HEADER_BYTES || length > LONGEST_OPENING_BYTES)
    throw new ProtocolError(`a start-up message can't be ${length} bytes long`)
  return length
}

const messageLength = (bytes: Buffer) => {
  const type = String.fromCharCode(bytes[0]!)
  if (!CLIENT_MESSAGE_TYPES.includes(type)) throw new ProtocolError(`no message begins with byte ${bytes[0]}`)
  const length = 1 + bytes.readInt32BE(1)
  if (length < MESSAGE_HEADER_BYTES || length > LONGEST_MESSAGE_BYTES)
    throw new ProtocolError(`a message can't be ${length} bytes long (the limit is ${LONGEST_MESSAGE_BYTES})`)
  return length
}

const message = (type: string, ...parts: (string | Buffer)[]) => {
  const body = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(`${part}\0`) : part)))
  const header = Buffer.alloc(MESSAGE_HEADER_BYTES, type, 'latin1')
  header.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([header, body])
}

/** A simple query: answered with results and ReadyForQuery. */
export const simpleQuery = (sql: string) => message('Q', sql)
/** A Parse of an unnamed or named statement that leaves its parameters' types to the server. */
export const parseStatement = (name: string, sql: string) => message('P', name, sql, Buffer.from([0, 0]))
/** Ends an extended batch: answered with ReadyForQuery. */
export const SYNC = message('S')
/** The server is ready, outside a transaction. */
export const READY_AND_IDLE = message('Z', Buffer.from('I'))
/** The answer to SSL_REQUEST and GSS_REQUEST: no encryption (the socket is in a folder that only its owner can open). */
export const NO_ENCRYPTION = Buffer.from('N')

/** An ErrorResponse. FATAL tells the client that the connection ends with it. */
export const errorResponse = (severity: 'ERROR' | 'FATAL', sqlState: string, text: string) =>
  message('E', `S${severity}`, `V${severity}`, `C${sqlState}`, `M${text}`, Buffer.from([0]))

/** The start-up packet of a client. */
export const startUp = (parameters: Record<string, string>) => {
  const body = Object.entries(parameters).flat().concat('').join('\0')
  const packet = Buffer.from(`\0\0\0\0\0\0\0\0${body}\0`)
  packet.writeInt32BE(packet.length, 0)
  packet.writeInt32BE(PROTOCOL_3, 4)
  return packet
}

/** Reads the parameters (user, database, ...) out of a start-up packet. */
export const startUpParameters = (packet: Buffer): Map<string, string> => {
  const words = packet.toString('utf8', OPENING_HEADER_BYTES).split('\0')
  const pairs = new Map<string, string>()
  for (let at = 0; at + 1 < words.length && words[at] !== ''; at += 2) pairs.set(words[at]!, words[at + 1]!)
  return pairs
}

const stringAt = (bytes: Buffer, start: number) => {
  const end = bytes.indexOf(0, start)
  return bytes.toString('utf8', start, end === -1 ? bytes.length : end)
}

/** The SQL of a Query ('Q') or Parse ('P') message. */
export const sqlOf = ({ type, bytes }: ClientMessage) =>
  type === 'Q' ? stringAt(bytes, MESSAGE_HEADER_BYTES) : stringAt(bytes, bytes.indexOf(0, MESSAGE_HEADER_BYTES) + 1)

/** The statement that a Parse ('P') makes or a Close ('C') of a statement forgets: '' for the unnamed one; null for a portal. */
export const statementNameOf = ({ type, bytes }: ClientMessage): string | null => {
  if (type === 'P') return stringAt(bytes, MESSAGE_HEADER_BYTES)
  return bytes[MESSAGE_HEADER_BYTES] === 'S'.charCodeAt(0) ? stringAt(bytes, MESSAGE_HEADER_BYTES + 1) : null
}

/** How many messages of one type a server's answer holds. */
export const countMessages = (answer: Buffer, type: string): number => {
  let count = 0
  for (let at = 0; at + MESSAGE_HEADER_BYTES <= answer.length; at += 1 + answer.readInt32BE(at + 1)) {
    if (answer[at] === type.charCodeAt(0)) count++
  }
  return count
}
