import { randomBytes } from 'node:crypto'
import { digestOf } from '../access/cookie.ts'
import type { Db } from '../db.ts'
import { changedMeanwhile, conflict, invalidBody, notFound } from '../errors.ts'
import type { LinkAnswer, Person, PersonChange, PersonInput } from './schema.ts'
import * as store from './store.ts'

const LINK_DAYS = 3
const TOKEN_BYTES = 32

/** Adds a person without a password: the link sets it, once, within three days. */
export const addPerson = async (tx: Db, input: PersonInput): Promise<LinkAnswer> => {
  refuseWithoutArea(input)
  const { id } = (await store.addPerson(tx, input))!
  await store.putAreas(tx, { personId: id, areaIds: input.areaIds })
  return { link: await newLink(tx, id), person: await personOf(tx, id) }
}

/** @throws a 409 problem where somebody changed the person first, or nobody would be left who keeps people */
export const changePerson = async (tx: Db, id: string, change: PersonChange): Promise<Person> => {
  const before = await personOf(tx, id)
  refuseWithoutArea(change)
  if (before.role === 'sysadmin' && change.role !== 'sysadmin') await refuseLastAdministrator(tx, id)
  if ((await store.changePerson(tx, { id, ...change })) === 0) throw changedMeanwhile('The person')
  await store.dropAreas(tx, { personId: id })
  await store.putAreas(tx, { personId: id, areaIds: change.areaIds })
  return personOf(tx, id)
}

/** Shuts a person out at once, or lets them in again. */
export const setDisabled = async (tx: Db, id: string, isDisabled: boolean): Promise<Person> => {
  const { role } = await personOf(tx, id)
  if (isDisabled && role === 'sysadmin') await refuseLastAdministrator(tx, id)
  await store.setDisabled(tx, { id, isDisabled })
  if (isDisabled) {
    await store.endSessions(tx, { personId: id })
    await store.dropLinks(tx, { personId: id })
  }
  return personOf(tx, id)
}

/**
 * A new link, for who has lost the password or the phone: the links before it, the person’s sessions and their one-time codes end.
 * @throws a 409 problem where the account is shut out, or kept elsewhere
 */
export const resetPerson = async (tx: Db, id: string): Promise<LinkAnswer> => {
  const { disabledAt, isElsewhere } = await personOf(tx, id)
  if (disabledAt) throw conflict('person-disabled', 'The person is shut out', 'Let the person in again first.')
  if (isElsewhere)
    throw conflict(
      'account-elsewhere',
      'The account is kept elsewhere',
      'The person’s password is reset where their work account is kept.',
    )
  await store.dropLinks(tx, { personId: id })
  await store.endSessions(tx, { personId: id })
  await store.removeCode(tx, { id })
  return { link: await newLink(tx, id), person: await personOf(tx, id) }
}

export const endSessionsOf = async (tx: Db, id: string): Promise<Person> => {
  await store.endSessions(tx, { personId: id })
  return personOf(tx, id)
}

/** @throws a 404 problem where there is none */
export const personOf = async (db: Db, id: string | undefined): Promise<Person> => {
  const [person] = id === undefined ? [] : await store.people(db, { id, username: null })
  if (!person) throw notFound('That person')
  return person
}

/** The token stands behind the #, which no browser sends and no proxy logs. */
const newLink = async (tx: Db, personId: string) => {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  await store.addLink(tx, { digest: digestOf(token), personId, days: LINK_DAYS })
  return `/set-password#${token}`
}

const refuseWithoutArea = ({ role, areaIds }: Pick<PersonInput, 'role' | 'areaIds'>) => {
  if (role.startsWith('snt_') && areaIds.length === 0)
    throw invalidBody([
      { pointer: '/areaIds', detail: 'Choose at least one area: neighbourhood police see only theirs.' },
    ])
}

const refuseLastAdministrator = async (tx: Db, id: string) => {
  await store.takeTurn(tx, {})
  if ((await store.otherAdministrators(tx, { id }))!.others === 0)
    throw conflict(
      'last-administrator',
      'Somebody has to keep people',
      'This is the last system administrator who can sign in. Make another one first.',
    )
}
