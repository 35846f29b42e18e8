import { randomBytes } from 'node:crypto'
import { digestOf } from '../access/cookie.ts'
import type { Db } from '../db.ts'
import { addSession } from './store.ts'

const TOKEN_BYTES = 32

/**
 * Begins a session. Gives what the cookie is to hold and the session's id, or undefined where the person is disabled or gone.
 * Only the token's digest is kept. @param db under the role `entry`
 */
export const beginSession = async (
  db: Db,
  personId: string,
  way: 'password' | 'oidc',
  device: string,
): Promise<{ token: string; sessionId: string } | undefined> => {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const session = await addSession(db, { digest: digestOf(token), personId, way, device })
  return session && { token, sessionId: session.id }
}
