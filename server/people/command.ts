import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { byNobody } from '../access/needs.ts'
import { ROLES } from '../access/roles.ts'
import type { Scribe } from '../access/scribe.ts'
import type { Db } from '../db.ts'
import { addPerson, changePerson, resetPerson, setDisabled } from './keep-people.ts'
import { PersonInput, type Person } from './schema.ts'
import * as store from './store.ts'

export const USER_USAGE =
  'user add USERNAME --name NAME --role ROLE --agency AGENCY [--area CODE]… | user role USERNAME ROLE [--area CODE]… | user disable|enable|reset USERNAME'

const WHAT = ['add', 'role', 'disable', 'enable', 'reset'] as const

/** What `user` was asked for; undefined where the words make no sense. */
export const readUserArguments = ([what, ...rest]: readonly string[]) => {
  const known = WHAT.find((one) => one === what)
  if (!known) return undefined
  try {
    const text = { type: 'string' } as const
    const options = { name: text, role: text, agency: text, area: { ...text, multiple: true } } as const
    const { values, positionals } = parseArgs({ args: [...rest], allowPositionals: true, options })
    const [username, role] = positionals
    const isWhole =
      known === 'add'
        ? positionals.length === 1 && values.name && values.role && values.agency
        : positionals.length === (known === 'role' ? 2 : 1)
    return username && isWhole ? { what: known, username, role: role ?? values.role, ...pick(values) } : undefined
  } catch {
    return undefined
  }
}

const pick = ({ name = '', agency = '', area = [] }: { name?: string; agency?: string; area?: string[] }) => ({
  name,
  agency,
  areaCodes: area,
})

type UserArguments = NonNullable<ReturnType<typeof readUserArguments>>

/** Keeps people from the terminal, as whoever owns the database and the key. The log says so. Throws Error or a problem with a sentence. */
export const userCommand = async (
  { db, scribe }: { db: Db; scribe: Scribe },
  given: UserArguments,
): Promise<{ person: Person; link?: string }> => {
  await scribe.write({
    ...byNobody('command line'),
    action: 'configuration',
    objectType: 'person',
    objectId: null,
    requestId: randomUUID(),
    details: { what: given.what, username: given.username, ...(given.role && { role: given.role }) },
  })
  return db.transaction(async (tx) => {
    const areaIds = await areaIdsOf(tx, given.areaCodes)
    if (given.what === 'add') return addPerson(tx, read({ ...given, areaIds }))

    const [person] = await store.people(tx, { id: null, username: given.username.toLowerCase() })
    if (!person) throw new Error(`Nobody signs in as ${given.username}. See the page “People” for the names.`)
    if (given.what === 'reset') return resetPerson(tx, person.id)
    if (given.what === 'role') {
      const { role } = read({ ...person, role: given.role, areaIds })
      return { person: await changePerson(tx, person.id, { ...person, role, areaIds }) }
    }
    return { person: await setDisabled(tx, person.id, given.what === 'disable') }
  })
}

const read = ({ username, name, role, agency, areaIds }: Record<keyof PersonInput, unknown>): PersonInput => {
  const parsed = PersonInput.safeParse({ username, name, role, agency, areaIds })
  if (parsed.success) return parsed.data
  throw new Error(`${parsed.error.issues.map(({ message }) => message).join(' ')} (The roles: ${ROLES.join(', ')}.)`)
}

const areaIdsOf = async (tx: Db, codes: string[]) => {
  const found = codes.length > 0 ? await store.areasByCode(tx, { codes }) : []
  const missing = codes.find((code) => !found.some((area) => area.code === code))
  if (missing) throw new Error(`${missing} is no police neighbourhood that is known here. Load the areas first.`)
  return found.map(({ id }) => id)
}

/** What it came to, in sentences for the terminal. @param address where people reach the service */
export const describeUser = ({ person, link }: { person: Person; link?: string }, address: string): string[] => [
  `${person.name} (${person.username}), ${person.role}, ${person.agency}${person.disabledAt ? ': shut out' : ''}.`,
  ...(link ? [`To set a password, once, within three days: ${address}${link}`] : []),
]
