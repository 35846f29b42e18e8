import { digestOf } from '../access/cookie.ts'
import type { Db } from '../db.ts'
import { invalidBody, linkOver, noPasswordHere } from '../errors.ts'
import type { Secrets } from '../secrets.ts'
import { hashPassword, isPassword, wrongWithPassword } from './password.ts'
import {
  dropLinks,
  endSessions,
  forgetFailures,
  personOfLink,
  personWithSecrets,
  setPassword,
  useLink,
  type Named,
  type PersonWithSecrets,
} from './store.ts'
import { beginTry } from './tries.ts'

interface Given {
  /** Under the role `entry`. */
  db: Db
  secrets: Secrets
}

/** Sets a password with a link, once, and ends every session of the person. Gives whose it is. @throws a 410 problem where the link is over */
export const setPasswordByLink = async ({ db, secrets }: Given, token: string, password: string): Promise<Named> => {
  const digest = digestOf(token)
  const person = await personOfLink(db, { digest })
  if (!person) throw linkOver()
  const passwordHash = await hashChosen(password, person, '/password')
  await db.transaction(async (tx) => {
    if ((await useLink(tx, { digest })) === 0) throw linkOver()
    await setPassword(tx, { id: person.id, passwordHash })
    await dropLinks(tx, { personId: person.id })
    await endSessions(tx, { personId: person.id, ids: null, spared: null })
    await forgetFailures(tx, { key: secrets.hashTypedName(person.username) })
  })
  return person
}

/** Changes one's own password and ends one's other sessions. Gives how many. */
export const changePassword = async (
  given: Given,
  { id, sessionId }: { id: string; sessionId: string },
  { current, next }: { current: string; next: string },
): Promise<number> => {
  const person = await withRightPassword(given, id, current, '/current')
  const passwordHash = await hashChosen(next, person, '/next')
  return given.db.transaction(async (tx) => {
    await setPassword(tx, { id, passwordHash })
    await dropLinks(tx, { personId: id })
    return endSessions(tx, { personId: id, ids: null, spared: sessionId })
  })
}

/** The person, once they have given their password again: whoever finds a browser open does not know it. Slowed like a sign-in. */
export const withRightPassword = async (
  { db, secrets }: Given,
  id: string,
  password: string,
  pointer: string,
): Promise<PersonWithSecrets> => {
  const person = await personWithSecrets(db, { id })
  if (!person?.passwordHash) throw noPasswordHere()
  const oneTry = await beginTry(db, secrets, person.username)
  if (!(await isPassword(password, person.passwordHash)))
    throw invalidBody([{ pointer, detail: 'That is not your password now. Type it again.' }])
  await oneTry.right()
  return person
}

const hashChosen = async (password: string, { name, username }: Named, pointer: string) => {
  const wrong = await wrongWithPassword(password, [name, username])
  if (wrong) throw invalidBody([{ pointer, detail: wrong }])
  return hashPassword(password)
}
