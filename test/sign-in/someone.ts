import { randomBytes } from 'node:crypto'
import { underRole } from '../../server/access/under-role.ts'
import type { Role } from '../../server/access/roles.ts'
import type { Db } from '../../server/db.ts'
import { hashPassword } from '../../server/sign-in/password.ts'
import type { TestApi } from '../support/app.ts'

export const PASSWORD = 'otter-tram-window-marmalade'
const hash = hashPassword(PASSWORD)

/** A person who signs in with `PASSWORD`. */
export const makeSomeone = async (db: Db, given: { username?: string; role?: Role; hasPassword?: boolean } = {}) => {
  const { username = `anna.${randomBytes(4).toString('hex')}`, role = 'group_member', hasPassword = true } = given
  const { rows } = await db.query<{ id: string }>(
    `insert into person (username, name, role, agency, password_hash) values ($1, 'Anna Example', $2, 'Derby City Council', $3) returning id`,
    [username, role, hasPassword ? await hash : null],
  )
  return { id: rows[0]!.id, username }
}

export const signIn = (api: TestApi, username: string, password = PASSWORD, code?: string) =>
  api.post('/api/session', { username, password, ...(code !== undefined && { code }) })

/** As the routes of sign-in have it. */
export const asEntry = (db: Db) => underRole(db, { role: 'entry' })

export interface LogLine {
  action: string
  username: string | null
  objectType: string
  details: Record<string, unknown>
}

/** The lines that the log has got since: the log outlives a test. */
export const logSince = async (db: Db, seq: number): Promise<LogLine[]> => {
  const { rows } = await db.query<Omit<LogLine, 'details'> & { details: string }>(
    `select action, username, object_type as "objectType", details from audit_line where seq > $1 order by seq`,
    [seq],
  )
  return rows.map((line) => ({ ...line, details: JSON.parse(line.details) as Record<string, unknown> }))
}

export const logEnd = async (db: Db): Promise<number> =>
  (await db.query<{ seq: number }>('select coalesce(max(seq), 0) as seq from audit_line')).rows[0]!.seq
