import { expect, test } from 'vitest'
import { CALLBACK, CHAIR, goThrough, SESSION_COOKIE, withProvider } from './elsewhere.ts'
import { logEnd, logSince, makeSomeone, signIn } from './someone.ts'

test(
  'who signs in elsewhere for the first time gets an account here, with the role that the provider’s claim is mapped to',
  withProvider(async ({ browser, provider, db }) => {
    const start = await logEnd(db)
    provider.setAccount(CHAIR)
    const arrived = await goThrough(browser, provider)
    expect([arrived.status, arrived.headers.get('location')]).toEqual([302, '/'])

    const { body } = await browser.get('/api/session')
    expect(body.ways.oidc).toEqual({ label: 'your council account' })
    expect(body.person).toMatchObject({
      username: 'carla.chair@derby.example',
      name: 'Carla Chair',
      role: 'group_chair',
      agency: 'Derby City Council',
      hasPassword: false,
      mustSetOneTimeCode: false,
    })
    expect(await logSince(db, start)).toEqual([
      {
        action: 'configuration',
        username: 'carla.chair@derby.example',
        objectType: 'person',
        details: { what: 'created by a sign-in elsewhere' },
      },
      {
        action: 'sign_in',
        username: 'carla.chair@derby.example',
        objectType: 'session',
        details: { what: 'signed in', way: 'oidc' },
      },
    ])
  }),
)

test(
  'the way to the provider carries PKCE, a state and a nonce, and leaves a cookie that the way back brings, for ten minutes',
  withProvider(async ({ browser, provider, db }) => {
    const { headers } = await browser.get('/api/sign-in/oidc')
    const { origin, searchParams } = new URL(headers.get('location')!)

    expect(origin).toBe(provider.issuer)
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'place-risk',
      redirect_uri: `${browser.origin}${CALLBACK}`,
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    })
    expect(headers.getSetCookie()[0]).toMatch(
      /^place-risk-elsewhere=[\w-]{43}; Max-Age=600; Path=\/; .*HttpOnly; SameSite=Lax$/,
    )
    const { rows } = await db.query<{ sealed: Buffer }>('select sealed from oidc_attempt')
    expect(rows[0]!.sealed.toString('latin1')).not.toContain(searchParams.get('state'))
  }),
)

test(
  'who comes again is the same person, with the role and name that the provider says now, and the agency of the settings whatever it says',
  withProvider(async ({ browser, newBrowser, provider }) => {
    provider.setAccount(CHAIR)
    await goThrough(browser, provider)
    const { id } = (await browser.get('/api/session')).body.person
    provider.setAccount({
      ...CHAIR,
      name: 'Carla Other',
      preferred_username: 'new.name',
      roles: 'PlaceRisk.Admin',
      agency: 'Elsewhere',
    })
    const again = newBrowser()
    await goThrough(again, provider)

    expect((await again.get('/api/session')).body.person).toMatchObject({
      id,
      username: 'carla.chair@derby.example',
      name: 'Carla Other',
      role: 'sysadmin',
      agency: 'Derby City Council',
    })
  }),
)

test(
  'a name that is somebody else’s here is not theirs to take',
  withProvider(async ({ browser, provider, db }) => {
    const { id } = await makeSomeone(db, { username: 'carla.chair@derby.example', role: 'coordinator' })
    provider.setAccount(CHAIR)
    await goThrough(browser, provider)

    const { person } = (await browser.get('/api/session')).body
    expect(person.id).not.toBe(id)
    expect(person.username).toMatch(/^carla\.chair@derby\.example-[0-9a-f]{10}$/)
    expect(person.role).toBe('group_chair')
  }),
)

test(
  'the areas of neighbourhood police come with the claims',
  withProvider(async ({ browser, provider, db }) => {
    await db.query(
      `insert into area (kind, code, name, source, geom)
       select kind, code, code, 'test', st_multi(st_makeenvelope(430000, 330000, 431000, 331000, 27700))
       from (values ('police_neighbourhood', 'N1'), ('police_neighbourhood', 'N2'), ('ward', 'W1')) as given (kind, code)`,
    )
    provider.setAccount({ sub: 'p', name: 'Pia', roles: ['PlaceRisk.Planner'], areas: ['N2', 'W1', 'unknown'] })
    await goThrough(browser, provider)

    expect((await browser.get('/api/session')).body.person.areas.map(({ name }: { name: string }) => name)).toEqual([
      'N2',
    ])
  }),
)

test(
  'whatever session the browser had before is over after signing in elsewhere',
  withProvider(async ({ browser, newBrowser, provider, db }) => {
    const { username } = await makeSomeone(db)
    await signIn(browser, username)
    const before = browser.cookies.get(SESSION_COOKIE)!
    provider.setAccount(CHAIR)
    await goThrough(browser, provider)

    expect(browser.cookies.get(SESSION_COOKIE)).not.toBe(before)
    const copy = newBrowser()
    copy.cookies.set(SESSION_COOKIE, before)
    expect((await copy.get('/api/session/list')).status).toBe(401)
  }),
)

test.each([
  ['/places/1?month=2023-06', '/places/1?month=2023-06'],
  ['//elsewhere.example', '/'],
  ['https://elsewhere.example/', '/'],
  ['/\\elsewhere.example', '/'],
  ['/places\r\nSet-Cookie: planted=1', '/'],
  ['/places\nLocation: https://elsewhere.example', '/'],
  ['/places\u0000', '/'],
])('after signing in elsewhere, %j leads to %s', (wanted, reached) =>
  withProvider(async ({ browser, provider }) => {
    provider.setAccount(CHAIR)
    const { headers } = await goThrough(browser, provider, `?next=${encodeURIComponent(wanted)}`)

    expect(headers.get('location')).toBe(reached)
    expect(browser.cookies.has('planted')).toBe(false)
  })(),
)
