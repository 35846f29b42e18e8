import type { Role } from '../access/roles.ts'
import { execute, query, queryOne } from '../db.ts'
import type { OwnSession, SignedInPerson } from './schema.ts'

/** Who, as a line of the log names them. */
export interface Named {
  id: string
  username: string
  name: string
  role: Role
  agency: string
}

export type PersonToSignIn = Named & {
  passwordHash: string | null
  /** Sealed; null where no one-time code is in use. */
  oneTimeSecret: Buffer | null
  isDisabled: boolean
}

export type PersonWithSecrets = Named & {
  passwordHash: string | null
  /** Sealed, in use or not. */
  oneTimeSecret: Buffer | null
  isConfirmed: boolean
}

interface Key {
  key: Buffer
}

export const personToSignIn = queryOne<{ username: string }, PersonToSignIn>('sign-in/person-to-sign-in')
export const personWithSecrets = queryOne<{ id: string }, PersonWithSecrets>('sign-in/person-with-secrets')

export const claimTry = queryOne<Key, { failures: number }>('sign-in/claim-try')
export const setWait = execute<Key & { seconds: number }>('sign-in/set-wait')
export const secondsToWait = queryOne<Key, { seconds: number }>('sign-in/seconds-to-wait')
export const giveTryBack = execute<Key>('sign-in/give-try-back')
export const forgetFailures = execute<Key>('sign-in/forget-failures')
export const dropOldFailures = execute<object>('sign-in/drop-old-failures')

/** Gives how many rows: 0 where the code's step was used before. */
export const useCode = execute<{ id: string; step: number }>('sign-in/use-code')
export const putSecret = execute<{ id: string; sealed: Buffer }>('sign-in/put-secret')
export const confirmCode = execute<{ id: string; sealed: Buffer; step: number }>('sign-in/confirm-code')
export const removeCode = execute<{ id: string }>('sign-in/remove-code')
export const setPassword = execute<{ id: string; passwordHash: string }>('sign-in/set-password')

export const addSession = queryOne<
  { digest: Buffer; personId: string; way: 'password' | 'oidc'; device: string },
  { id: string }
>('sign-in/add-session')
export const endSessionOfDigest = execute<{ digest: Buffer }>('sign-in/end-session-of-digest')
export const endSession = execute<{ id: string }>('sign-in/end-session')
/** `ids` null: all of the person's; `spared`: the one that stays, or null. */
export const endSessions = execute<{ personId: string; ids: string[] | null; spared: string | null }>(
  'sign-in/end-sessions',
)
export const sessionsOf = query<
  { personId: string; idleMinutes: number; absoluteMinutes: number },
  Omit<OwnSession, 'isThis'>
>('sign-in/sessions')
export const whoHas = queryOne<{ sessionId: string }, SignedInPerson & { reasons: string[] }>('sign-in/who')

export const personOfLink = queryOne<{ digest: Buffer }, Named>('sign-in/person-of-link')
export const dropLinks = execute<{ personId: string }>('sign-in/drop-links')
export const useLink = execute<{ digest: Buffer }>('sign-in/use-link')

export const addAttempt = execute<{ digest: Buffer; sealed: Buffer }>('sign-in/add-attempt')
export const takeAttempt = queryOne<{ digest: Buffer; minutes: number }, { sealed: Buffer; isFresh: boolean }>(
  'sign-in/take-attempt',
)
export const dropOldAttempts = execute<object>('sign-in/drop-old-attempts')

export const personElsewhere = queryOne<{ issuer: string; subject: string }, Named & { isDisabled: boolean }>(
  'sign-in/person-elsewhere',
)
export const addPersonElsewhere = queryOne<Omit<Named, 'id'> & { issuer: string; subject: string }, { id: string }>(
  'sign-in/add-person-elsewhere',
)
export const followClaims = execute<Omit<Named, 'username'>>('sign-in/follow-claims')
export const followAreas = execute<{ id: string; codes: string[] }>('sign-in/follow-areas')
