import { MATRIX, type Data } from '../access/matrix.ts'
import type { Role } from '../access/roles.ts'
import type { Db } from '../db.ts'
import { DEMO_ACCOUNTS } from '../people/demo-accounts.ts'
import type { Service } from '../service.ts'
import { version } from '../version.ts'
import type { SessionAnswer } from './schema.ts'
import { whoHas } from './store.ts'

const SYNTHETIC = 'Synthetic data: children, times and places are invented'

/** What the pages are told when they open. @param db under the role `entry` @param sessionId null: nobody is signed in */
export const sessionAnswer = async (
  db: Db,
  { isDemo, oidc }: Service['config'],
  sessionId: string | null,
): Promise<SessionAnswer> => {
  const found = sessionId === null ? undefined : await whoHas(db, { sessionId })
  const { reasons = [], ...person } = found ?? {}
  return {
    person: found ? (person as SessionAnswer['person']) : null,
    may: found ? mayOf(found.role) : [],
    ways: { password: true, oidc: oidc && { label: oidc.label } },
    demoAccounts: isDemo ? [...DEMO_ACCOUNTS] : null,
    syntheticNotice: isDemo ? SYNTHETIC : null,
    reasons,
    version,
  }
}

/** `data:action` of each grant of a role. */
const mayOf = (role: Role): string[] =>
  (Object.keys(MATRIX) as Data[]).flatMap((data) => {
    const grants = (MATRIX[data] as Partial<Record<Role, object>>)[role] ?? {}
    return Object.keys(grants).map((action) => `${data}:${action}`)
  })
