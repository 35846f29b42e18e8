import type { Db } from '../db.ts'
import { slowDown } from '../errors.ts'
import type { Secrets } from '../secrets.ts'
import { inWords, waitSecondsAfter } from './slowing.ts'
import { claimTry, dropOldFailures, forgetFailures, giveTryBack, secondsToWait, setWait } from './store.ts'

/** A try at a password: counted as failed until it is said to have been right. */
export interface Try {
  right(): Promise<void>
  /** The password was right, and the code is still to come. */
  unfinished(): Promise<void>
}

/**
 * Counts a try at a name's password, whether anybody has that name or not. @throws a 429 problem while the wait is not over
 * @param db under the role `entry`
 */
export const beginTry = async (db: Db, secrets: Secrets, username: string): Promise<Try> => {
  const key = secrets.hashTypedName(username)
  const isAllowed = await db.transaction(async (tx) => {
    const claimed = await claimTry(tx, { key })
    if (!claimed) return false
    await setWait(tx, { key, seconds: waitSecondsAfter(claimed.failures) })
    return true
  })
  if (!isAllowed) {
    const { seconds } = (await secondsToWait(db, { key })) ?? { seconds: 1 }
    throw slowDown(seconds, `There were too many wrong tries. Wait ${inWords(seconds)}, then try again.`)
  }
  return {
    right: async () => {
      await forgetFailures(db, { key })
      await dropOldFailures(db, {})
    },
    unfinished: async () => {
      await giveTryBack(db, { key })
    },
  }
}
