import { randomUUID } from 'node:crypto'
import type { AuditAction } from '../access/chain.ts'
import { byNobody, NO_REASON, whoOf } from '../access/needs.ts'
import type { Scribe } from '../access/scribe.ts'
import type { Named } from './store.ts'

/** A line of the log about somebody's own account. */
export const tell = (
  scribe: Scribe,
  person: Named,
  action: AuditAction,
  objectType: 'session' | 'person',
  details: Record<string, unknown>,
): Promise<number> =>
  scribe.write({
    ...whoOf(person),
    ...NO_REASON,
    action,
    objectType,
    objectId: objectType === 'person' ? person.id : null,
    requestId: randomUUID(),
    details,
  })

/** A sign-in that failed: with the name where somebody has it, and never what else was typed. Who tried is not known. */
export const tellFailure = (scribe: Scribe, person: Named | undefined, details: Record<string, unknown>) =>
  scribe.write({
    ...byNobody(person?.username ?? null),
    action: 'refusal',
    objectType: 'sign-in',
    objectId: person?.id ?? null,
    requestId: randomUUID(),
    details,
  })
