import { expect, test } from 'vitest'
import { createApp } from '../../server/app.ts'
import { apiAt, withApp } from '../support/app.ts'
import { logEnd, logSince, makeSomeone, PASSWORD, signIn } from './someone.ts'

const COOKIE = 'place-risk-session'

test(
  'nobody is signed in until they sign in, and then the answer says who they are and what they may do',
  withApp(async ({ anonymous, db }) => {
    const before = await anonymous.get('/api/session')
    expect(before.body).toMatchObject({ person: null, may: [], demoAccounts: null, reasons: [] })
    expect(before.body.ways).toEqual({ password: true, oidc: null })

    const { id, username } = await makeSomeone(db, { role: 'ig_auditor' })
    const { status, body } = await signIn(anonymous, `  ${username.toUpperCase()} `)
    expect(status).toBe(201)
    expect(body.person).toEqual({
      id,
      username,
      name: 'Anna Example',
      role: 'ig_auditor',
      agency: 'Derby City Council',
      areas: [],
      hasPassword: true,
      hasOneTimeCode: false,
      mustSetOneTimeCode: false,
    })
    expect(body.may.toSorted()).toEqual([
      'auditHealth:read',
      'auditLog:read',
      'people:read',
      'policy:read',
      'retention:read',
    ])
    expect((await anonymous.get('/api/session')).body).toEqual(body)
  }),
)

test(
  'the cookie is for the service’s own pages: HttpOnly, SameSite=Lax, for this host, ending with the browser',
  withApp(async ({ anonymous, db }) => {
    const { username } = await makeSomeone(db)
    const [cookie] = (await signIn(anonymous, username)).headers.getSetCookie()

    expect(cookie).toMatch(new RegExp(`^${COOKIE}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Lax$`))
  }),
)

test(
  'behind a TLS proxy the cookie is of a name that only this host may set, and for TLS only',
  withApp(async ({ db, service }) => {
    const origin = 'https://place-risk.example'
    const app = createApp({ ...service, isSecure: true, config: { ...service.config, origin } })
    const server = app.listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const address = server.address()
    const api = apiAt(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`)
    const { username } = await makeSomeone(db)
    const [cookie] = (await signIn(api, username)).headers.getSetCookie()
    server.closeAllConnections()
    server.close()

    expect(cookie).toMatch(/^__Host-place-risk-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  }),
)

test(
  'a session that was put into the browser before sign-in is not the one after, and leads nowhere any more',
  withApp(async ({ anonymous, db }) => {
    const stranger = await makeSomeone(db)
    await signIn(anonymous, stranger.username)
    const planted = anonymous.cookies.get(COOKIE)!

    const { username } = await makeSomeone(db)
    await signIn(anonymous, username)
    expect(anonymous.cookies.get(COOKIE)).not.toBe(planted)
    expect((await apiAt(anonymous.origin, { token: planted }).get('/api/session')).body.person).toBeNull()

    const made = 'a'.repeat(43)
    const victim = apiAt(anonymous.origin, { token: made })
    await signIn(victim, username)
    expect(victim.cookies.get(COOKIE)).not.toBe(made)
  }),
)

test(
  'after sign-out the cookie is worth nothing, also to who copied it',
  withApp(async ({ anonymous, db }) => {
    const { username } = await makeSomeone(db)
    await signIn(anonymous, username)
    const copy = apiAt(anonymous.origin, { token: anonymous.cookies.get(COOKIE)! })
    expect((await copy.get('/api/session/list')).status).toBe(200)
    const start = await logEnd(db)

    expect((await anonymous.delete('/api/session')).status).toBe(204)
    expect(anonymous.cookies.has(COOKIE)).toBe(false)
    const { status, body } = await copy.get('/api/session/list')
    expect([status, body.type]).toEqual([401, 'urn:place-risk:problem:sign-in-needed'])
    expect(await logSince(db, start)).toEqual([
      { action: 'sign_in', username, objectType: 'session', details: { what: 'signed out' } },
    ])
  }),
)

test.each([
  ['half an hour without a request', "last_seen_at = now() - interval '31 minutes'"],
  ['twelve hours, whatever happens', "created_at = now() - interval '721 minutes'"],
  ['its end', 'ended_at = now()'],
])('a session is over after %s', (_when, change) =>
  withApp(async ({ anonymous, db }) => {
    const { id, username } = await makeSomeone(db)
    await signIn(anonymous, username)
    expect((await anonymous.get('/api/session/list')).status).toBe(200)

    await db.query(`update session set ${change} where person_id = $1`, [id])
    expect((await anonymous.get('/api/session/list')).status).toBe(401)
  })(),
)

test(
  'a session that is used goes on past its half hour',
  withApp(async ({ anonymous, db }) => {
    const { id, username } = await makeSomeone(db)
    await signIn(anonymous, username)
    await db.query("update session set last_seen_at = now() - interval '29 minutes' where person_id = $1", [id])
    await anonymous.get('/api/session')

    const { rows } = await db.query<{ isFresh: boolean }>(
      `select last_seen_at > now() - interval '1 minute' as "isFresh" from session where person_id = $1`,
      [id],
    )
    expect(rows).toEqual([{ isFresh: true }])
  }),
)

test(
  'a disabled person’s session is worth nothing at once, and their password lets nobody in',
  withApp(async ({ anonymous, db }) => {
    const { id, username } = await makeSomeone(db)
    await signIn(anonymous, username)
    await db.query('update person set disabled_at = now() where id = $1', [id])

    expect((await anonymous.get('/api/session/list')).status).toBe(401)
    expect((await signIn(anonymous, username)).body.type).toBe('urn:place-risk:problem:wrong-sign-in')
  }),
)

test(
  'one sees one’s own sessions and no other’s, and ends one, the others or all',
  withApp(async ({ anonymous, db }) => {
    const { username } = await makeSomeone(db)
    const other = await makeSomeone(db)
    const clients = [anonymous, apiAt(anonymous.origin), apiAt(anonymous.origin), apiAt(anonymous.origin)] as const
    const [first, second, third, stranger] = clients
    for (const client of [first, second, third]) await signIn(client, username)
    await signIn(stranger, other.username)
    const statuses = () => Promise.all(clients.map(async (client) => (await client.get('/api/session/list')).status))

    const { sessions } = (await second.get('/api/session/list')).body
    expect(sessions).toHaveLength(3)
    expect(sessions.filter(({ isThis }: { isThis: boolean }) => isThis)).toHaveLength(1)
    const strangers = (await stranger.get('/api/session/list')).body.sessions
    const thirds = (await third.get('/api/session/list')).body.sessions.find(
      ({ isThis }: { isThis: boolean }) => isThis,
    )

    await first.post('/api/session/list/end', { ids: [thirds.id, strangers[0].id] })
    expect(await statuses()).toEqual([200, 200, 401, 200])
    await first.post('/api/session/list/end', { ids: 'others' })
    expect(await statuses()).toEqual([200, 401, 401, 200])
    const { headers } = await first.post('/api/session/list/end', { ids: 'all' })
    expect(headers.getSetCookie()[0]).toMatch(/^place-risk-session=;/)
    expect(await statuses()).toEqual([401, 401, 401, 200])
  }),
)

test.each([
  ['another site', { origin: 'https://elsewhere.example' }],
  ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
  ['a page without an origin', { origin: 'null' }],
  ['another site whose browser leaves Origin out', { 'sec-fetch-site': 'cross-site' }],
])('a write that %s sends with the person’s cookie changes nothing', (_from, headers) =>
  withApp(async ({ anonymous, db }) => {
    const { username } = await makeSomeone(db)
    await signIn(anonymous, username)

    const { status, body } = await anonymous.post('/api/session/list/end', { ids: 'all' }, headers)
    expect([status, body.type]).toEqual([403, 'urn:place-risk:problem:from-elsewhere'])
    expect((await anonymous.get('/api/session/list')).status).toBe(200)
  })(),
)

test(
  'another site cannot sign a browser in as somebody else',
  withApp(async ({ anonymous, db }) => {
    const { username } = await makeSomeone(db)
    const headers = { origin: 'https://elsewhere.example' }
    const answer = await anonymous.post('/api/session', { username, password: PASSWORD }, headers)

    expect(answer.status).toBe(403)
    expect(answer.headers.getSetCookie()).toEqual([])
  }),
)

test(
  'a reason is kept with the session; “other” needs words',
  withApp(async ({ anonymous, db }) => {
    const { username } = await makeSomeone(db)
    await signIn(anonymous, username)
    const wordless = await anonymous.post('/api/session/reasons', { subject: 'child', code: 'other' })
    expect([wordless.status, wordless.body.errors[0].pointer]).toEqual([422, '/words'])

    await anonymous.post('/api/session/reasons', { subject: 'child', code: 'other', words: 'asked by the chair' })
    expect((await anonymous.get('/api/session')).body.reasons).toEqual(['child'])
    await anonymous.post('/api/session', { username, password: PASSWORD })
    expect((await anonymous.get('/api/session')).body.reasons).toEqual([])
  }),
)

test(
  'only a digest of what the cookie holds is kept',
  withApp(async ({ anonymous, db }) => {
    const { id, username } = await makeSomeone(db)
    await signIn(anonymous, username)
    const token = anonymous.cookies.get(COOKIE)!
    const { rows } = await db.query<{ row: string }>('select session::text as row from session where person_id = $1', [
      id,
    ])

    expect(rows).toHaveLength(1)
    expect(rows[0]!.row).not.toContain(token)
    expect(rows[0]!.row).not.toContain(Buffer.from(token).toString('hex'))
  }),
)
