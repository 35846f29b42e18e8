import { expect, test } from 'vitest'
import { describeUser, readUserArguments, userCommand } from '../../server/people/command.ts'
import { DEMO_ACCOUNTS } from '../../server/people/demo-accounts.ts'
import { firstLink, makeDemoPeople } from '../../server/people/first-people.ts'
import { ROLES } from '../../server/access/roles.ts'
import { logEnd, logSince, makeSomeone, signIn } from '../sign-in/someone.ts'
import { COUNCIL, POLICE } from '../support/sign-in.ts'
import { withApp, type GivenApp } from '../support/app.ts'
import { makeArea } from '../support/make.ts'

const PASSWORD = 'teapot-granite-violin-9'
const tokenOf = (link: string) => link.slice('/set-password#'.length)
const run = ({ db, service }: Pick<GivenApp, 'db' | 'service'>, words: string[]) =>
  userCommand({ db, scribe: service.scribe }, readUserArguments(words)!)

test.each([
  ['add'],
  ['add anna'],
  ['add anna --name Anna --role coordinator'],
  ['add anna other --name Anna --role coordinator --agency Council'],
  ['add anna --name Anna --role coordinator --agency Council --colour red'],
  ['role anna'],
  ['disable'],
  ['disable anna other'],
  ['forget anna'],
  [''],
])('“user %s” makes no sense', (words) => {
  expect(readUserArguments(words.split(' '))).toBeUndefined()
})

test(
  'from the terminal a person is added, given a role, disabled, enabled and given a new link; the log says each',
  withApp(async (given) => {
    const { db, anonymous } = given
    await makeArea(db, { kind: 'police_neighbourhood', code: 'N1', name: 'Abbey' })
    const start = await logEnd(db)
    const added = await run(given, [
      'add',
      'Anna',
      '--name',
      'Anna Example',
      '--role',
      'group_chair',
      '--agency',
      COUNCIL,
    ])
    expect(describeUser(added, 'http://127.0.0.1:3000')).toEqual([
      'Anna Example (anna), group_chair, Derby City Council.',
      `To set a password, once, within three days: http://127.0.0.1:3000${added.link}`,
    ])
    expect(
      (await anonymous.post('/api/sign-in/link', { token: tokenOf(added.link!), password: PASSWORD })).status,
    ).toBe(204)

    const { person } = await run(given, ['role', 'anna', 'snt_officer', '--area', 'N1'])
    expect(person).toMatchObject({ role: 'snt_officer', areas: [{ name: 'Abbey' }] })
    await run(given, ['disable', 'anna'])
    expect((await signIn(anonymous, 'anna', PASSWORD)).status).toBe(401)
    await run(given, ['enable', 'anna'])
    expect((await run(given, ['reset', 'anna'])).link).toMatch(/^\/set-password#/)

    const lines = (await logSince(db, start)).filter(({ username }) => username === 'command line')
    expect(lines.map(({ action, details }) => [action, details])).toEqual([
      ['configuration', { what: 'add', username: 'Anna', role: 'group_chair' }],
      ['configuration', { what: 'role', username: 'anna', role: 'snt_officer' }],
      ['configuration', { what: 'disable', username: 'anna' }],
      ['configuration', { what: 'enable', username: 'anna' }],
      ['configuration', { what: 'reset', username: 'anna' }],
    ])
  }),
)

test(
  'what cannot be is a sentence that says what to do',
  withApp(async (given) => {
    const { username } = await makeSomeone(given.db)

    await expect(run(given, ['disable', 'nobody'])).rejects.toThrow(/Nobody signs in as nobody/)
    await expect(run(given, ['role', username, 'owner'])).rejects.toThrow(/Choose one of coordinator/)
    await expect(run(given, ['role', username, 'snt_officer'])).rejects.toThrow(/at least one area/)
    await expect(run(given, ['role', username, 'snt_officer', '--area', 'X'])).rejects.toThrow(
      /X is no police neighbourhood/,
    )
  }),
)

test(
  'while nobody can sign in, each start gives a new link for the administrator, and the one before works no more',
  withApp(async ({ db, service, anonymous }) => {
    await db.query('delete from person')
    const link = () => firstLink(db, service.scribe)
    const [first, second] = [(await link())!, (await link())!]
    const set = (path: string) => anonymous.post('/api/sign-in/link', { token: tokenOf(path), password: PASSWORD })

    expect((await set(first)).status).toBe(410)
    expect((await set(second)).status).toBe(204)
    expect((await signIn(anonymous, 'admin', PASSWORD)).body.person.role).toBe('sysadmin')
    expect(await link()).toBeUndefined()
  }),
)

test(
  'the demo has one account a role, each of which signs in, and neighbourhood police share their areas',
  withApp(async ({ db, anonymous }) => {
    await db.query('delete from person')
    for (const name of ['Abbey', 'Normanton']) await makeArea(db, { kind: 'police_neighbourhood', name })
    await makeDemoPeople(db)

    expect(DEMO_ACCOUNTS.map(({ role }) => role)).toEqual([...ROLES])
    for (const { username, password, role } of DEMO_ACCOUNTS) {
      const { person } = (await signIn(anonymous, username, password)).body
      expect(person.role).toBe(role)
      expect(person.agency).toBe(agencyOf(role))
      expect(person.areas.map(({ name }: { name: string }) => name)).toEqual(
        role.startsWith('snt_') ? ['Abbey', 'Normanton'] : [],
      )
    }
    expect((await db.query('select from sign_in_link')).rowCount).toBe(0)
  }),
)

const agencyOf = (role: string) => {
  if (/^(police|snt)_/.test(role)) return POLICE
  return { youth_provider: 'Youth Alliance', csp_analyst: 'Community Safety Partnership' }[role] ?? COUNCIL
}
