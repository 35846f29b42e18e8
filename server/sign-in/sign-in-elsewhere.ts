import { createHash, randomBytes } from 'node:crypto'
import { digestOf } from '../access/cookie.ts'
import type { OidcConfig } from '../config.ts'
import type { Db } from '../db.ts'
import { accountClosed, noRoleThere, signInElsewhereFailed } from '../errors.ts'
import type { Secrets } from '../secrets.ts'
import { readClaims, type Claimed } from './claims.ts'
import type { Attempt, Claims, OidcProvider } from './oidc-provider.ts'
import {
  addAttempt,
  addPersonElsewhere,
  dropOldAttempts,
  endSessions,
  followAreas,
  followClaims,
  personElsewhere,
  takeAttempt,
  type Named,
} from './store.ts'

/** A sign-in elsewhere has to come back within this time. */
export const ATTEMPT_MINUTES = 10

interface Given {
  /** Under the role `entry`. */
  db: Db
  secrets: Secrets
}

/** Keeps what has to come back, sealed. Gives what the browser's cookie is to hold. */
export const keepAttempt = async ({ db, secrets }: Given, attempt: Attempt): Promise<string> => {
  const token = randomBytes(32).toString('base64url')
  await dropOldAttempts(db, {})
  await addAttempt(db, { digest: digestOf(token), sealed: secrets.seal(JSON.stringify(attempt)) })
  return token
}

/** The attempt of a browser's cookie, once. @throws a 401 problem where there is none, or it took too long */
export const fetchAttempt = async ({ db, secrets }: Given, token: string | undefined): Promise<Attempt> => {
  const taken = token && (await takeAttempt(db, { digest: digestOf(token), minutes: ATTEMPT_MINUTES }))
  if (!taken || !taken.isFresh) throw signInElsewhereFailed()
  return JSON.parse(secrets.unseal(taken.sealed)) as Attempt
}

/** The claims that the provider gives for what the browser brought back. @throws a 401 problem where anything does not fit */
export const fetchClaims = (provider: OidcProvider, callback: URL, attempt: Attempt): Promise<Claims> =>
  provider.finish(callback, attempt).catch((error: unknown) => {
    throw Object.assign(signInElsewhereFailed(), { cause: error })
  })

/** What became of somebody's account here when they signed in elsewhere. */
export interface Arrival {
  person: Named
  change: 'created' | 'changed' | null
}

/** Who signed in elsewhere: found by issuer and subject, made where they come for the first time, with the role that the provider says now. */
export const personFromClaims = async (db: Db, claims: Claims, config: OidcConfig): Promise<Arrival> => {
  const { iss: issuer, sub: subject } = claims
  const claimed = readClaims(claims, config)
  const known = await personElsewhere(db, { issuer, subject })
  if (known?.isDisabled) throw accountClosed()
  if (!claimed) {
    // Whoever has lost their role there keeps no session here.
    if (known) await endSessions(db, { personId: known.id, ids: null, spared: null })
    throw noRoleThere()
  }
  return db.transaction(async (tx) => {
    const arrival = known ? await follow(tx, known, claimed) : await make(tx, claimed, { issuer, subject })
    if (claimed.areaCodes) await followAreas(tx, { id: arrival.person.id, codes: claimed.areaCodes })
    return arrival
  })
}

const follow = async (db: Db, known: Named, { name, role, agency }: Claimed): Promise<Arrival> => {
  const isChanged = (await followClaims(db, { id: known.id, name, role, agency })) > 0
  return {
    person: { id: known.id, username: known.username, name, role, agency },
    change: isChanged ? 'changed' : null,
  }
}

const make = async (
  db: Db,
  { username, name, role, agency }: Claimed,
  account: { issuer: string; subject: string },
): Promise<Arrival> => {
  // A name that is somebody else's here is never theirs to take: it gets a sign of its own.
  const sign = createHash('sha256').update(`${account.issuer} ${account.subject}`).digest('hex').slice(0, 10)
  for (const free of [username, `${username}-${sign}`]) {
    const added = await addPersonElsewhere(db, { username: free, name, role, agency, ...account })
    if (added) return { person: { id: added.id, username: free, name, role, agency }, change: 'created' }
  }
  throw signInElsewhereFailed()
}
