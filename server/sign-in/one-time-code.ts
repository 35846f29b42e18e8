import { Secret, TOTP } from 'otpauth'

const ISSUER = 'Place risk'
/** Codes of the step before and after count too: clocks differ, and people take their time. */
const WINDOW = 1
export const STEP_SECONDS = 30
const SECRET_BYTES = 20

const totpOf = (secret: string, username = '') =>
  new TOTP({
    issuer: ISSUER,
    label: username || ISSUER,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period: STEP_SECONDS,
  })

/** A new secret, in base32. */
export const newSecret = (): string => new Secret({ size: SECRET_BYTES }).base32

/** The address that a phone's app reads. */
export const addressOf = (secret: string, username: string): string => totpOf(secret, username).toString()

/** The code at a moment, in milliseconds since 1970 (RFC 6238). */
export const codeAt = (secret: string, milliseconds: number): string =>
  totpOf(secret).generate({ timestamp: milliseconds })

/** The step that a code belongs to, or null: none that counts now. Each step is to be used once. */
export const stepOf = (secret: string, code: string, milliseconds: number): number | null => {
  if (!/^\d{6}$/.test(code)) return null
  const delta = totpOf(secret).validate({ token: code, timestamp: milliseconds, window: WINDOW })
  return delta === null ? null : Math.floor(milliseconds / 1000 / STEP_SECONDS) + delta
}
