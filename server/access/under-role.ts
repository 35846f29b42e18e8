import type { Db } from '../db.ts'
import type { Scope } from './matrix.ts'
import type { DatabaseRole } from './tiers.ts'

export interface RoleOptions {
  role: DatabaseRole
  personId?: string | undefined
  agency?: string | undefined
  /** Which rows of the group's records the grant reaches. Left out: none. */
  reach?: Scope | ''
  /** Ids of areas, or `all`. Left out: none. */
  areas?: readonly string[] | 'all'
  /** The committed line of the log that opens case data to one transaction. */
  line?: number
}

const ENTER = `select set_config('role', $1, true), set_config('app.person', $2, true), set_config('app.areas', $3, true),
  set_config('app.agency', lower(btrim($4)), true), set_config('app.reach', $5, true)`
const OPEN_READING = 'select open_reading($1)'

/** A `Db` whose every transaction, a single query's too, runs under a database role, with what the row policies ask for. */
export const underRole = (
  db: Db,
  { role, personId = '', agency = '', reach = '', areas = [], line }: RoleOptions,
): Db => {
  const asRole: Db = {
    query: (text, values) => asRole.transaction((tx) => tx.query(text, values)),
    transaction: (work) =>
      db.transaction(async (tx) => {
        await tx.query(ENTER, [
          `place_risk_${role}`,
          personId,
          typeof areas === 'string' ? areas : areas.join(','),
          agency,
          reach,
        ])
        if (line !== undefined) await tx.query(OPEN_READING, [line])
        return work(tx)
      }),
  }
  return asRole
}
