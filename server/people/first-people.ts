import { randomUUID } from 'node:crypto'
import { byNobody } from '../access/needs.ts'
import type { Role } from '../access/roles.ts'
import type { Scribe } from '../access/scribe.ts'
import type { Db } from '../db.ts'
import { hashPassword } from '../sign-in/password.ts'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './demo-accounts.ts'
import { addPerson, resetPerson } from './keep-people.ts'
import * as store from './store.ts'

const ADMINISTRATOR = 'admin'

/**
 * Where nobody can sign in yet: the path of a link that sets the administrator's password, a new one each time.
 * Undefined where somebody can. @param db as the owner, at the start
 */
export const firstLink = async (db: Db, scribe: Scribe): Promise<string | undefined> => {
  const link = await db.transaction(async (tx) => {
    const everybody = await store.people(tx, { id: null, username: null })
    if (everybody.some(({ hasPassword, isElsewhere }) => hasPassword || isElsewhere)) return undefined
    const admin = everybody.find(({ role }) => role === 'sysadmin')
    // Shut out on purpose: the command line lets them in again.
    if (admin?.disabledAt) return undefined
    if (admin) return (await resetPerson(tx, admin.id)).link
    const administrator = {
      username: ADMINISTRATOR,
      name: 'Administrator',
      role: 'sysadmin',
      agency: 'Not set',
    } as const
    return (await addPerson(tx, { ...administrator, areaIds: [] })).link
  })
  if (link)
    await scribe.write({
      ...byNobody('the start'),
      action: 'configuration',
      objectType: 'person',
      objectId: null,
      requestId: randomUUID(),
      details: { what: 'link for the first administrator' },
    })
  return link
}

const COUNCIL = 'Derby City Council'
const POLICE = 'Derbyshire Constabulary'
const AGENCIES: Partial<Record<Role, string>> = {
  police_missing: POLICE,
  snt_planner: POLICE,
  snt_officer: POLICE,
  youth_provider: 'Youth Alliance',
  csp_analyst: 'Community Safety Partnership',
}

/** The demo's accounts, one a role, in a database that has none. The two of the neighbourhood police belong to the same areas. */
export const makeDemoPeople = async (db: Db): Promise<void> => {
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  await db.transaction(async (tx) => {
    const areas = (await store.busiestAreas(tx, {})).map(({ id }) => id)
    for (const { username, role, name } of DEMO_ACCOUNTS) {
      const areaIds = role.startsWith('snt_') ? areas : []
      const { person } = await addPerson(tx, { username, name, role, agency: AGENCIES[role] ?? COUNCIL, areaIds })
      await store.setDemoPassword(tx, { id: person.id, passwordHash })
      await store.dropLinks(tx, { personId: person.id })
    }
  })
}
