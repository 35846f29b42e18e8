import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'

/** Keys that stand outside the database, all derived from one secret file. */
export interface Secrets {
  /** HMAC-SHA-256 of a case system's number: the same number gives the same bytes, and nothing leads back. */
  hashSourceId(kind: 'child' | 'episode', sourceId: string): Buffer
  /** AES-256-GCM: what a refused row held, readable only with the key file. */
  seal(text: string): Buffer
  unseal(sealed: Buffer): string
  /** HMAC-SHA-256 of a name that was typed at sign-in: the table of failed sign-ins names nobody. */
  hashTypedName(name: string): Buffer
  /** HMAC-SHA-256 of a phrase that somebody looked at and kept: whoever reads the table learns no name. */
  hashPhrase(phrase: string): Buffer
  /** The key of the log's chain. */
  auditKey: Buffer
  /** Tells one key file from another without giving it away. */
  fingerprint: string
}

const SECRET_BYTES = 32

/** Reads the secret file, or makes one (0600, in a folder 0700). @throws Error where it is readable by others or damaged. */
export const openSecrets = (file: string): Secrets => {
  if (!existsSync(file)) createSecretFile(file)
  if (process.platform !== 'win32' && statSync(file).mode & 0o077)
    throw new Error(`${file} can be read by others. Run: chmod 600 "${file}"`)

  const secret = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex')
  if (secret.length !== SECRET_BYTES)
    throw new Error(
      `${file} is damaged: it should hold ${SECRET_BYTES * 2} hexadecimal digits. Put it back from your backup.`,
    )
  return secretsFrom(secret)
}

const createSecretFile = (file: string) => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const handle = openSync(file, 'wx', 0o600)
  writeSync(handle, randomBytes(SECRET_BYTES).toString('hex') + '\n')
  fsyncSync(handle)
  closeSync(handle)
  chmodSync(file, 0o600)
}

/** The keys of a secret of 32 bytes. */
export const secretsFrom = (secret: Uint8Array): Secrets => {
  const key = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', `place-risk ${purpose}`, 32))
  const sourceKeys = { child: key('child source id'), episode: key('episode source id') }
  const sealKey = key('refused rows')
  const nameKey = key('typed name')
  const phraseKey = key('checked phrase')

  return {
    // Children's numbers come with stray spaces and in either case; the child is the same.
    hashSourceId: (kind, sourceId) =>
      createHmac('sha256', sourceKeys[kind]).update(sourceId.trim().toUpperCase().normalize('NFKC')).digest(),
    seal(text) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce)
      return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
    },
    unseal(sealed) {
      const decipher = createDecipheriv('aes-256-gcm', sealKey, sealed.subarray(0, 12))
      decipher.setAuthTag(sealed.subarray(-16))
      return decipher.update(sealed.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8')
    },
    hashTypedName: (name) => createHmac('sha256', nameKey).update(name).digest(),
    hashPhrase: (phrase) =>
      createHmac('sha256', phraseKey)
        .update(phrase.trim().toLowerCase().replace(/\s+/g, ' ').normalize('NFKC'))
        .digest(),
    auditKey: key('audit chain'),
    fingerprint: key('fingerprint').toString('hex').slice(0, 16),
  }
}
