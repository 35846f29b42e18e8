import { expect, test } from 'vitest'
import { withApp } from '../support/app.ts'
import { ATTEMPT_COOKIE, CALLBACK, CHAIR, goThrough, SESSION_COOKIE, withProvider } from './elsewhere.ts'
import { walk } from './provider.ts'

const FAILED = '/sign-in?problem=sign-in-elsewhere-failed'

test(
  'an answer that another browser began leads nowhere: the cookie of the attempt is missing',
  withProvider(async ({ browser, newBrowser, provider }) => {
    provider.setAccount(CHAIR)
    const { headers } = await browser.get('/api/sign-in/oidc')
    const back = (await walk(headers.get('location')!, provider.issuer)).slice(browser.origin.length)
    const victim = newBrowser()

    expect((await victim.get(back)).headers.get('location')).toBe(FAILED)
    expect(victim.cookies.has(SESSION_COOKIE)).toBe(false)
  }),
)

test.each([
  ['a wrong state', (back: string) => back.replace(/state=[^&]*/, 'state=wrong')],
  ['no state', (back: string) => back.replace(/state=[^&]*&?/, '')],
  ['a wrong code', (back: string) => back.replace(/code=[^&]*/, 'code=wrong')],
  ['another issuer', (back: string) => back.replace(/iss=[^&]*/, 'iss=https%3A%2F%2Felsewhere.example')],
  ['a refusal', () => `${CALLBACK}?error=access_denied`],
  ['nothing', () => CALLBACK],
])('an answer with %s lets nobody in, and is tried once', (_what, spoil) =>
  withProvider(async ({ browser, provider, reported }) => {
    provider.setAccount(CHAIR)
    const { headers } = await browser.get('/api/sign-in/oidc')
    const back = (await walk(headers.get('location')!, provider.issuer)).slice(browser.origin.length)
    const attempt = browser.cookies.get(ATTEMPT_COOKIE)!

    expect((await browser.get(spoil(back))).headers.get('location')).toBe(FAILED)
    expect(browser.cookies.has(SESSION_COOKIE)).toBe(false)
    expect(reported).toHaveLength(1)
    browser.cookies.set(ATTEMPT_COOKIE, attempt)
    expect((await browser.get(back)).headers.get('location')).toBe(FAILED)
  })(),
)

test(
  'an answer is taken once, and within ten minutes',
  withProvider(async ({ browser, newBrowser, provider, db }) => {
    provider.setAccount(CHAIR)
    const { headers } = await browser.get('/api/sign-in/oidc')
    const back = (await walk(headers.get('location')!, provider.issuer)).slice(browser.origin.length)
    const copy = newBrowser()
    copy.cookies.set(ATTEMPT_COOKIE, browser.cookies.get(ATTEMPT_COOKIE)!)
    expect((await browser.get(back)).headers.get('location')).toBe('/')
    expect((await copy.get(back)).headers.get('location')).toBe(FAILED)

    const late = newBrowser()
    const begun = await late.get('/api/sign-in/oidc')
    const lateBack = (await walk(begun.headers.get('location')!, provider.issuer)).slice(late.origin.length)
    await db.query(`update oidc_attempt set started_at = now() - interval '601 seconds'`)
    expect((await late.get(lateBack)).headers.get('location')).toBe(FAILED)
  }),
)

test(
  'a provider that does not answer is a sentence on the sign-in page, and asked again the next time',
  withProvider(
    async ({ browser, reported }) => {
      const { headers } = await browser.get('/api/sign-in/oidc')

      expect(headers.get('location')).toBe(FAILED)
      expect(reported).toHaveLength(1)
    },
    { issuer: 'http://localhost:9' },
  ),
)

test(
  'a provider without TLS on another machine is not asked',
  withProvider(
    async ({ browser, reported }) => {
      expect((await browser.get('/api/sign-in/oidc')).headers.get('location')).toBe(FAILED)
      expect(String(reported[0])).toContain('has to be reached over https')
    },
    { issuer: 'http://provider.example' },
  ),
)

test(
  'where no provider is set there is no such way in',
  withApp(async ({ anonymous }) => {
    expect((await anonymous.get('/api/sign-in/oidc')).status).toBe(404)
    expect((await anonymous.get(CALLBACK)).status).toBe(404)
  }),
)

test(
  'who has no mapped role is told so, gets no session, and loses the ones they had',
  withProvider(async ({ browser, newBrowser, provider, db }) => {
    provider.setAccount({ ...CHAIR, sub: 'other', roles: ['Something.Else'] })
    const { headers } = await goThrough(browser, provider)
    expect(headers.get('location')).toBe('/sign-in?problem=no-role-there')
    expect(browser.cookies.has(SESSION_COOKIE)).toBe(false)
    expect((await db.query(`select from person where oidc_issuer is not null`)).rowCount).toBe(0)

    provider.setAccount(CHAIR)
    await goThrough(browser, provider)
    expect((await browser.get('/api/session/list')).status).toBe(200)
    provider.setAccount({ ...CHAIR, roles: [] })
    await goThrough(newBrowser(), provider)
    expect((await browser.get('/api/session/list')).status).toBe(401)
  }),
)

test(
  'a person who is disabled here does not get in from elsewhere',
  withProvider(async ({ browser, newBrowser, provider, db }) => {
    provider.setAccount(CHAIR)
    await goThrough(browser, provider)
    await db.query('update person set disabled_at = now() where oidc_subject = $1', [CHAIR.sub])
    const again = newBrowser()

    expect((await goThrough(again, provider)).headers.get('location')).toBe('/sign-in?problem=account-closed')
    expect(again.cookies.has(SESSION_COOKIE)).toBe(false)
  }),
)
