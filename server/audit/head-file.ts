import { createHmac, timingSafeEqual } from 'node:crypto'

/** The end of the log at a moment, as it is kept outside the database. */
export interface KeptHead {
  seq: number
  /** The line's hash, hexadecimal. */
  hash: string
  at: string
}

const macOf = (key: Uint8Array, { seq, hash, at }: KeptHead) =>
  createHmac('sha256', key)
    .update(JSON.stringify(['head', seq, hash, at]))
    .digest()

/** A line of the file of heads: JSON, with an HMAC so that whoever writes to the file cannot make it fit another log. */
export const writeHead = (key: Uint8Array, head: KeptHead): string =>
  JSON.stringify({ ...head, mac: macOf(key, head).toString('hex') }) + '\n'

/** The heads of the file, and the first of its lines that was not written by the service, in a sentence. */
export const readHeads = (key: Uint8Array, text: string): { heads: KeptHead[]; breach: string | null } => {
  const heads: KeptHead[] = []
  const lines = text.split('\n')
  // What a crash cut short is no breach: the last line has no end then.
  for (const [index, line] of lines.slice(0, -1).entries()) {
    const head = headOf(key, line)
    if (!head) return { heads, breach: `Line ${index + 1} of the file of heads was changed after it was written.` }
    heads.push(head)
  }
  return { heads, breach: null }
}

const headOf = (key: Uint8Array, line: string): KeptHead | undefined => {
  try {
    const { seq, hash, at, mac } = JSON.parse(line) as Record<string, unknown>
    if (typeof seq !== 'number' || typeof hash !== 'string' || typeof at !== 'string' || typeof mac !== 'string')
      return undefined
    const head = { seq, hash, at }
    const wanted = macOf(key, head)
    const given = Buffer.from(mac, 'hex')
    return given.length === wanted.length && timingSafeEqual(given, wanted) ? head : undefined
  } catch {
    return undefined
  }
}
