import { randomBytes } from 'node:crypto'
import { digestOf } from '../../server/access/cookie.ts'
import type { Role } from '../../server/access/roles.ts'
import type { Db } from '../../server/db.ts'

export interface GivenPerson {
  agency?: string
  areaIds?: string[]
  /** What a reason was given for; all of them by default. */
  reasons?: readonly string[]
  username?: string
}

export const COUNCIL = 'Derby City Council'
export const POLICE = 'Derbyshire Constabulary'

/** What a reason is asked for; each report by itself besides. */
export const SUBJECTS = [
  'child',
  'exactReport',
  'privateReport',
  'storedRun',
  'fileImport',
  'protectedSetting',
  'reference',
  'childShare',
]

/** A person of a role, signed in, in the tests' database. Gives the session's token and the person's id. */
export const signInAs = async (db: Db, role: Role, given: GivenPerson = {}) => {
  const token = randomBytes(32).toString('base64url')
  const username = given.username ?? `${role}.${randomBytes(4).toString('hex')}`
  const agency = given.agency ?? (role.startsWith('police') || role.startsWith('snt') ? POLICE : COUNCIL)
  const { rows } = await db.query<{ id: string }>(
    `with someone as (
       insert into person (username, name, role, agency) values ($1, $1, $2, $3) returning id
     ), session as (
       insert into session (digest, person_id, way) select $4, id, 'password' from someone returning id
     ), reasons as (
       insert into reason_given (session_id, subject, code) select session.id, subject, 'monthly_meeting' from session, unnest($5::text[]) as subject
     ), areas as (
       insert into person_area (person_id, area_id) select someone.id, area_id from someone, unnest($6::uuid[]) as area_id
     )
     select id from someone`,
    [username, role, agency, digestOf(token), given.reasons ?? SUBJECTS, given.areaIds ?? []],
  )
  return { token, personId: rows[0]!.id, username }
}
