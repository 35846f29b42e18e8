import { createCipheriv, createDecipheriv, scrypt, timingSafeEqual } from 'node:crypto'

/**
 * How a backup is sealed: a head (our name, a salt, a mark that tells the right key from a wrong one), then frames of 64 KiB under
 * AES-256-GCM. A frame's nonce is its number and whether it is the last, and the head is authenticated with each: a changed byte, a
 * frame that is gone, moved or added, and a file that ends early are all found. The key is scrypt's, from the words and the salt, so
 * it serves one file only and a nonce is never used twice.
 */

export const SALT_BYTES = 16
const NAME = Buffer.from('place-risk backup 1\n')
const MARK_BYTES = 16
const HEAD_BYTES = NAME.length + SALT_BYTES + MARK_BYTES
const FRAME_BYTES = 64 * 1024
const TAG_BYTES = 16
const KEY_BYTES = 32
const SCRYPT = { N: 2 ** 15, r: 8, p: 1, maxmem: 2 ** 27 }

const deriveKey = (words: string, salt: Uint8Array) =>
  new Promise<{ key: Buffer; mark: Buffer }>((resolve, reject) =>
    scrypt(words, salt, KEY_BYTES + MARK_BYTES, SCRYPT, (error, bytes) => {
      if (error) return reject(error)
      resolve({ key: bytes.subarray(0, KEY_BYTES), mark: bytes.subarray(KEY_BYTES) })
    }),
  )

/** The bytes, sealed with the words and a salt that was never used before. */
export async function* seal(
  plain: AsyncIterable<Uint8Array>,
  words: string,
  salt: Uint8Array,
): AsyncGenerator<Uint8Array> {
  const { key, mark } = await deriveKey(words, salt)
  const head = Buffer.concat([NAME, salt, mark])
  yield head
  for await (const { number, isLast, bytes } of framesOf(plain, FRAME_BYTES)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, isLast)).setAAD(head)
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
  }
}

/** What `seal` was given. Throws Error with a sentence on another key, and on a file that is not, to the last byte, what was sealed. */
export async function* unseal(sealed: AsyncIterable<Uint8Array>, words: string): AsyncGenerator<Uint8Array> {
  const { head, rest } = await splitHead(sealed)
  if (!head.subarray(0, NAME.length).equals(NAME))
    throw new Error('That file is no backup of this program, or its beginning is damaged. Check its name.')
  const { key, mark } = await deriveKey(words, head.subarray(NAME.length, NAME.length + SALT_BYTES))
  if (!timingSafeEqual(mark, head.subarray(-MARK_BYTES)))
    throw new Error(
      'The key does not open this backup. Give the key file that it was made with; if that is the one, the file is damaged: use another backup.',
    )

  for await (const { number, isLast, bytes } of framesOf(rest, FRAME_BYTES + TAG_BYTES)) {
    if (bytes.length < TAG_BYTES) throw cut()
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, isLast)).setAAD(head)
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
    try {
      yield Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()])
    } catch (error) {
      throw cut(error)
    }
  }
}

const cut = (cause?: unknown) =>
  new Error('The backup is damaged or not whole. Use another copy of it, or another backup.', {
    cause,
  })

const nonceOf = (number: number, isLast: boolean) => {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt8(isLast ? 1 : 0, 0)
  nonce.writeUIntBE(number, 6, 6)
  return nonce
}

/** Frames of one length; the last one is what is left, and never missing. */
async function* framesOf(source: AsyncIterable<Uint8Array>, length: number) {
  let number = 0
  let held: Buffer = Buffer.alloc(0)
  for await (const piece of source) {
    held = Buffer.concat([held, piece])
    let at = 0
    for (; held.length - at > length; at += length)
      yield { number: number++, isLast: false, bytes: held.subarray(at, at + length) }
    held = held.subarray(at)
  }
  yield { number, isLast: true, bytes: held }
}

const splitHead = async (source: AsyncIterable<Uint8Array>) => {
  const pieces = source[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  while (held.length < HEAD_BYTES) {
    const { done, value } = await pieces.next()
    if (done) throw cut()
    held = Buffer.concat([held, value])
  }
  const rest = async function* (): AsyncGenerator<Uint8Array> {
    yield held.subarray(HEAD_BYTES)
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value
  }
  return { head: held.subarray(0, HEAD_BYTES), rest: rest() }
}
