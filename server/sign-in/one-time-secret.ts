import type { Secrets } from '../secrets.ts'

/** Sealed with whose it is: put beside another person's name it opens nothing. */
export const sealSecret = (secrets: Secrets, personId: string, secret: string): Buffer =>
  secrets.seal(JSON.stringify({ personId, secret }))

/** @throws Error where it is another person's, or was sealed with another key */
export const openSecret = (secrets: Secrets, personId: string, sealed: Buffer): string => {
  const opened = JSON.parse(secrets.unseal(sealed)) as { personId: string; secret: string }
  if (opened.personId !== personId) throw new Error('The secret of a one-time code is another person’s.')
  return opened.secret
}
