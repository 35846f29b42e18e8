import { expect, test } from 'vitest'
import { apiAt, withApp } from '../support/app.ts'
import { makeArea } from '../support/make.ts'
import { logEnd, logSince, makeSomeone, signIn } from '../sign-in/someone.ts'

const PASSWORD = 'teapot-granite-violin-9'
const ANNA = { username: 'anna', name: 'Anna Example', role: 'group_member', agency: 'Derby City Council', areaIds: [] }
const tokenOf = (link: string) => link.slice('/set-password#'.length)

test(
  'a person is added without a password; the link in the answer sets it, once',
  withApp(async ({ as, anonymous, db }) => {
    const admin = await as('sysadmin')
    const start = await logEnd(db)
    const { status, body } = await admin.post('/api/people', { ...ANNA, username: ' ANNA ' })

    expect(status).toBe(201)
    expect(body.link).toMatch(/^\/set-password#[\w-]{43}$/)
    expect(body.person).toEqual({
      id: expect.any(String),
      username: 'anna',
      name: 'Anna Example',
      role: 'group_member',
      agency: 'Derby City Council',
      areas: [],
      hasPassword: false,
      hasOneTimeCode: false,
      isElsewhere: false,
      disabledAt: null,
      lastSeenAt: null,
      version: 1,
    })
    expect(await logSince(db, start)).toEqual([
      {
        action: 'configuration',
        username: expect.stringMatching(/^sysadmin\./),
        objectType: 'person',
        details: { what: 'added', username: 'anna', role: 'group_member' },
      },
    ])

    const set = () => anonymous.post('/api/sign-in/link', { token: tokenOf(body.link), password: PASSWORD })
    expect((await set()).status).toBe(204)
    expect((await set()).status).toBe(410)
    expect((await signIn(anonymous, 'anna', PASSWORD)).body.person.role).toBe('group_member')
    const listed = (await admin.get('/api/people')).body.people.find(({ id }: { id: string }) => id === body.person.id)
    expect(listed).toMatchObject({ hasPassword: true, lastSeenAt: expect.stringMatching(/Z$/), version: 2 })
  }),
)

test(
  'no answer about people holds a hash, a secret or a digest',
  withApp(async ({ as, db }) => {
    await makeSomeone(db)
    const { text } = await (await as('ig_auditor')).get('/api/people')

    expect(text).toContain('Anna Example')
    expect(text).not.toMatch(/argon2|secret|digest/i)
  }),
)

test.each([
  [{ username: 'a' }, '/username'],
  [{ username: 'anna example' }, '/username'],
  [{ name: ' ' }, '/name'],
  [{ role: 'owner' }, '/role'],
  [{ agency: '' }, '/agency'],
  [{ role: 'snt_officer' }, '/areaIds'],
  [{ role: 'snt_planner' }, '/areaIds'],
  [{ passwordHash: 'x' }, '/passwordHash'],
])('a person with %j is not added', (change, pointer) =>
  withApp(async ({ as }) => {
    const { status, body } = await (await as('sysadmin')).post('/api/people', { ...ANNA, ...change })

    expect([status, body.errors[0].pointer]).toEqual([422, pointer])
  })(),
)

test(
  'two people do not sign in with one name',
  withApp(async ({ as }) => {
    const admin = await as('sysadmin')
    await admin.post('/api/people', ANNA)
    const { status, body } = await admin.post('/api/people', { ...ANNA, name: 'Another Anna' })

    expect([status, body.type]).toEqual([409, 'urn:place-risk:problem:already-there'])
  }),
)

test(
  'a change holds at once in the person’s session, and not where somebody changed the person first',
  withApp(async ({ as, anonymous, db }) => {
    const admin = await as('sysadmin')
    const areaId = await makeArea(db, { kind: 'police_neighbourhood', name: 'Abbey' })
    const { id, username } = await makeSomeone(db)
    await signIn(anonymous, username)
    const change = { name: 'Anna Other', role: 'snt_officer', agency: 'Derbyshire Constabulary', areaIds: [areaId] }

    const { status, body } = await admin.patch(`/api/people/${id}`, { ...change, version: 1 })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      name: 'Anna Other',
      role: 'snt_officer',
      areas: [{ id: areaId, name: 'Abbey' }],
      version: 2,
    })
    expect((await anonymous.get('/api/session')).body.person).toMatchObject({
      role: 'snt_officer',
      areas: [{ id: areaId }],
    })

    const late = await admin.patch(`/api/people/${id}`, { ...change, role: 'coordinator', version: 1 })
    expect([late.status, late.body.type]).toEqual([409, 'urn:place-risk:problem:changed-meanwhile'])
    expect((await anonymous.get('/api/session')).body.person.role).toBe('snt_officer')
  }),
)

test(
  'who is disabled is out at once, and back in with the old password when enabled again',
  withApp(async ({ as, anonymous, db }) => {
    const admin = await as('sysadmin')
    const { id, username } = await makeSomeone(db)
    await signIn(anonymous, username)

    expect((await admin.post(`/api/people/${id}/disable`)).body.disabledAt).toMatch(/Z$/)
    expect((await anonymous.get('/api/session/list')).status).toBe(401)
    expect((await signIn(anonymous, username)).status).toBe(401)
    expect((await admin.post(`/api/people/${id}/reset-link`)).status).toBe(409)

    expect((await admin.post(`/api/people/${id}/enable`)).body.disabledAt).toBeNull()
    expect((await anonymous.get('/api/session/list')).status).toBe(401)
    expect((await signIn(anonymous, username)).status).toBe(201)
  }),
)

test(
  'a new link ends the person’s sessions, their codes and the link before it; the password holds until it is used',
  withApp(async ({ as, anonymous, db }) => {
    const admin = await as('sysadmin')
    const { id, username } = await makeSomeone(db)
    await signIn(anonymous, username)
    await db.query(`update person set one_time_secret = 'x', one_time_confirmed_at = now() where id = $1`, [id])
    const first = (await admin.post(`/api/people/${id}/reset-link`)).body.link
    expect((await anonymous.get('/api/session/list')).status).toBe(401)
    const second = (await admin.post(`/api/people/${id}/reset-link`)).body
    expect(second.person.hasOneTimeCode).toBe(false)
    expect((await signIn(anonymous, username)).status).toBe(201)

    const set = (link: string) => anonymous.post('/api/sign-in/link', { token: tokenOf(link), password: PASSWORD })
    expect((await set(first)).status).toBe(410)
    expect((await set(second.link)).status).toBe(204)
    expect((await signIn(anonymous, username)).status).toBe(401)
    expect((await signIn(anonymous, username, PASSWORD)).status).toBe(201)
  }),
)

test(
  'an account that is kept elsewhere gets no password here',
  withApp(async ({ as, db }) => {
    const { id } = await makeSomeone(db, { hasPassword: false })
    await db.query(`update person set oidc_issuer = 'https://elsewhere.example', oidc_subject = '1' where id = $1`, [
      id,
    ])
    const { status, body } = await (await as('sysadmin')).post(`/api/people/${id}/reset-link`)

    expect([status, body.type]).toEqual([409, 'urn:place-risk:problem:account-elsewhere'])
  }),
)

test(
  'an administrator ends all of a person’s sessions',
  withApp(async ({ as, anonymous, db }) => {
    const { id, username } = await makeSomeone(db)
    const clients = [anonymous, apiAt(anonymous.origin)]
    for (const client of clients) await signIn(client, username)
    await (await as('sysadmin')).post(`/api/people/${id}/end-sessions`)

    for (const client of clients) expect((await client.get('/api/session/list')).status).toBe(401)
  }),
)

test(
  'the last administrator is neither disabled nor given another role, by whomever',
  withApp(async ({ as }) => {
    const admin = await as('sysadmin')
    const { id, version, name } = (await admin.get('/api/session')).body.person as {
      id: string
      version: number
      name: string
    }
    const disable = () => admin.post(`/api/people/${id}/disable`)
    const change = await admin.patch(`/api/people/${id}`, {
      name,
      role: 'coordinator',
      agency: 'x',
      areaIds: [],
      version: version ?? 1,
    })
    expect([change.status, change.body.type]).toEqual([409, 'urn:place-risk:problem:last-administrator'])
    expect((await disable()).body.type).toBe('urn:place-risk:problem:last-administrator')

    await as('sysadmin')
    expect((await disable()).status).toBe(200)
  }),
)

test(
  'two administrators who shut each other out at once do not leave none',
  withApp(async ({ as, db }) => {
    const [one, two] = [await as('sysadmin'), await as('sysadmin')]
    const idOf = async (api: typeof one) => (await api.get('/api/session')).body.person.id as string
    const [first, second] = [await idOf(one), await idOf(two)]
    await Promise.all([one.post(`/api/people/${second}/disable`), two.post(`/api/people/${first}/disable`)])

    const { rows } = await db.query(`select from person where role = 'sysadmin' and disabled_at is null`)
    expect(rows).toHaveLength(1)
  }),
)

test.each(['disable', 'enable', 'reset-link', 'end-sessions'])('%s of nobody is not found', (what) =>
  withApp(async ({ as }) => {
    const admin = await as('sysadmin')

    expect((await admin.post(`/api/people/00000000-0000-4000-8000-000000000000/${what}`)).status).toBe(404)
    expect((await admin.post(`/api/people/anna/${what}`)).status).toBe(404)
  })(),
)
