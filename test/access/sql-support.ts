import { randomUUID } from 'node:crypto'
import { CHAIN_START, hashOf, type AuditLine } from '../../server/access/chain.ts'
import type { DatabaseRole } from '../../server/access/tiers.ts'
import type { Role } from '../../server/access/roles.ts'
import { openScribe, type NewLine } from '../../server/access/scribe.ts'
import { underRole } from '../../server/access/under-role.ts'
import { overPool, type Db } from '../../server/db.ts'
import { cleanTables, testPool, testSecrets } from '../support/app.ts'

export const DATABASE_ROLES = ['entry', 'scribe', 'case', 'intake', 'partner', 'list', 'keeper', 'group'] as const

/** The owner, over the tests' pool: what the tests commit is cleaned away by `withOwner`. */
export const owner: Db = overPool(testPool())
const scribe = openScribe(owner, testSecrets.auditKey)

/** A test whose rows are committed, and cleaned away after it; the log stays. */
export const withOwner = (test: () => Promise<void>) => async () => {
  try {
    await test()
  } finally {
    await cleanTables(owner)
  }
}

export interface Someone {
  id: string
  role: Role
  agency: string
}

export const makePerson = async (role: Role, agency = 'Derby City Council'): Promise<Someone> => {
  const { rows } = await owner.query<{ id: string }>(
    'insert into person (username, name, role, agency) values ($1, $1, $2, $3) returning id',
    [`${role}.${randomUUID().slice(0, 8)}`, role, agency],
  )
  return { id: rows[0]!.id, role, agency }
}

const lineOf = ({ id, role, agency }: Someone, given: Partial<NewLine> = {}): NewLine => ({
  action: 'consultation',
  personId: id,
  username: role,
  role,
  agency,
  objectType: 'test',
  objectId: null,
  reasonCode: null,
  reasonWords: null,
  requestId: randomUUID(),
  ...given,
})

/** A committed line of the log. Gives its number. */
export const writeLine = (someone: Someone, given?: Partial<NewLine>) => scribe.write(lineOf(someone, given))

/** As the role `case` with an opened reading: what the API does for a look. */
export const reading = async (someone: Someone): Promise<Db> => {
  const line = await writeLine(someone)
  return underRole(owner, { role: 'case', personId: someone.id, line })
}

/** The rows of one statement, read by somebody with an opened reading. */
export const readAs = async <Row = Record<string, unknown>>(someone: Someone, sql: string, values: unknown[] = []) =>
  (await (await reading(someone)).query<Row>(sql, values)).rows

/**
 * Adds a line by hand, in the transaction that is given, as the chain wants it.
 * @param age an interval: how long ago the line says that it was written
 */
export const addLine = async (tx: Db, someone: Someone, age = '0 seconds'): Promise<number> => {
  await tx.query('select pg_advisory_xact_lock(7204003)')
  const { rows } = await tx.query<{ seq: string; hash: Buffer | null; at: string }>(
    `select
       coalesce((select max(seq) from audit_line), 0) + 1 as seq,
       (select hash from audit_line order by seq desc limit 1) as hash,
       to_char((clock_timestamp() - $1::interval) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`,
    [age],
  )
  const { at, hash } = rows[0]!
  const line: AuditLine = { ...lineOf(someone), seq: Number(rows[0]!.seq), at, details: '{}' }
  const previousHash = hash ?? CHAIN_START
  await tx.query(
    `insert into audit_line (seq, at, action, person_id, username, role, agency, object_type, request_id, details, previous_hash, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      line.seq,
      line.at,
      line.action,
      line.personId,
      line.username,
      line.role,
      line.agency,
      line.objectType,
      line.requestId,
      line.details,
      previousHash,
      hashOf(testSecrets.auditKey, line, previousHash),
    ],
  )
  return line.seq
}

/** What came of a statement as a database role: the SQLSTATE that refused it, or how many rows it gave. */
export const tryAs = async (
  role: DatabaseRole,
  sql: string,
  given: { personId?: string; areas?: string[] | 'all' } = {},
) => {
  try {
    const { rows } = await underRole(owner, { role, ...given }).query(sql)
    return rows.length
  } catch (error) {
    return (error as { code?: string }).code
  }
}
