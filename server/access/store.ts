import { execute, queryOne } from '../db.ts'
import type { Person } from './person.ts'

type FoundPerson = Person & { isStale: boolean; isCodeRequired: boolean }

export const personOfSession = queryOne<{ digest: Buffer; idleMinutes: number; absoluteMinutes: number }, FoundPerson>(
  'access/person-of-session',
)
export const touchSession = execute<{ id: string }>('access/touch-session')
export const giveReason = execute<{ sessionId: string; subject: string; code: string; words: string }>(
  'access/give-reason',
)
