import type { Db } from '../db.ts'
import { oneTimeCodeAsked, wrongSignIn } from '../errors.ts'
import type { Secrets } from '../secrets.ts'
import { openSecret } from './one-time-secret.ts'
import { stepOf } from './one-time-code.ts'
import { isPassword } from './password.ts'
import { personToSignIn, useCode, type Named, type PersonToSignIn } from './store.ts'
import { beginTry } from './tries.ts'

/** A name of another shape is nobody's. */
const USERNAME = /^[a-z0-9][a-z0-9._@+-]{1,99}$/

/** Told of a failed sign-in: the person is undefined where nobody has that name. */
type OnFailure = (person: Named | undefined) => Promise<unknown>

/**
 * Who signs in with this name, password and code. An unknown name, a wrong password, a wrong code and a disabled person are answered alike.
 * @param db under the role `entry` @throws the problems `wrong-sign-in`, `one-time-code-asked` and `slow-down`
 */
export const signInWithPassword = async (
  { db, secrets, now }: { db: Db; secrets: Secrets; now: number },
  { username, password, code }: { username: string; password: string; code?: string | undefined },
  onFailure: OnFailure,
): Promise<Named> => {
  const oneTry = await beginTry(db, secrets, username)
  const found = USERNAME.test(username) ? await personToSignIn(db, { username }) : undefined
  const isRight = await isPassword(password, found?.passwordHash ?? null)
  if (found && isRight && !found.isDisabled) {
    if (found.oneTimeSecret && code === undefined) {
      await oneTry.unfinished()
      throw oneTimeCodeAsked()
    }
    if (await isCodeRight({ db, secrets, now }, found, code)) {
      await oneTry.right()
      return found
    }
  }
  await onFailure(found)
  throw wrongSignIn()
}

/** True where the person has no codes, or this one counts and was not used before. */
const isCodeRight = async (
  { db, secrets, now }: { db: Db; secrets: Secrets; now: number },
  { id, oneTimeSecret }: PersonToSignIn,
  code = '',
): Promise<boolean> => {
  if (!oneTimeSecret) return true
  const step = stepOf(openSecret(secrets, id, oneTimeSecret), code, now)
  return step !== null && (await useCode(db, { id, step })) === 1
}
