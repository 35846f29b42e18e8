import type { Request, Response } from 'express'
import { digestOf, readSessionToken, setSessionCookie } from '../access/cookie.ts'
import type { Db } from '../db.ts'
import { wrongSignIn } from '../errors.ts'
import type { Service } from '../service.ts'
import { beginSession } from './begin-session.ts'
import { describeDevice } from './device.ts'
import { tell } from './log.ts'
import { endSessionOfDigest, type Named } from './store.ts'

/**
 * Lets a person in: a line of the log, a new session, its cookie. Whatever session the browser held before has ended, so that one
 * that was put there by somebody else leads nowhere. Gives the session's id. @param db under the role `entry`
 */
export const enter = async (
  { scribe, isSecure }: Pick<Service, 'scribe' | 'isSecure'>,
  db: Db,
  { req, res }: { req: Request; res: Response },
  person: Named,
  way: 'password' | 'oidc',
): Promise<string> => {
  await tell(scribe, person, 'sign_in', 'session', { what: 'signed in', way })
  const before = readSessionToken(req, isSecure)
  const begun = await db.transaction(async (tx) => {
    if (before !== undefined) await endSessionOfDigest(tx, { digest: digestOf(before) })
    return beginSession(tx, person.id, way, describeDevice(req.headers['user-agent']))
  })
  if (!begun) throw wrongSignIn()
  setSessionCookie(res, begun.token, isSecure)
  return begun.sessionId
}
