import { once } from 'node:events'
import { request, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createApp } from '../../server/app.ts'
import type { Service } from '../../server/service.ts'
import { withApp } from '../support/app.ts'
import { CALLBACK } from './elsewhere.ts'
import { CLIENT, startProvider } from './provider.ts'
import { makeSomeone, PASSWORD } from './someone.ts'

const HOST = 'place-risk.example'
const ORIGIN = `https://${HOST}`
const SECURE = '__Host-place-risk-session'

interface Given {
  method?: string
  host?: string
  body?: unknown
  headers?: Record<string, string>
}
type Ask = (path: string, given?: Given) => Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>

/** The service as a TLS proxy reaches it: by its declared name, which `fetch` would not let a test say. */
const behindProxy = async (service: Service, oidc: Service['config']['oidc'] = null): Promise<Ask> => {
  const config = { ...service.config, origin: ORIGIN, oidc }
  const server = createApp({ ...service, isSecure: true, config }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return (path, { method = 'GET', host = HOST, body, headers = {} } = {}) =>
    new Promise((resolve, reject) => {
      const asked = request(
        { host: '127.0.0.1', port, path, method, headers: { host, 'content-type': 'application/json', ...headers } },
        (answer) => {
          let text = ''
          answer.setEncoding('utf8')
          answer.on('data', (part: string) => (text += part))
          answer.on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, body: text }))
        },
      )
      asked.on('error', reject)
      asked.end(body === undefined ? undefined : JSON.stringify(body))
    })
}

const signInThere = (ask: Ask, username: string, given: Given = {}) =>
  ask('/api/session', { method: 'POST', body: { username, password: PASSWORD }, ...given })

const tokenOf = (headers: IncomingHttpHeaders) => /^[^=]+=([^;]+)/.exec(headers['set-cookie']![0]!)![1]!

test(
  'behind a TLS proxy the session is read from the __Host- cookie alone, and sign-out clears that very cookie',
  withApp(async ({ db, service }) => {
    const ask = await behindProxy(service)
    const { username } = await makeSomeone(db)
    const { status, headers } = await signInThere(ask, username, { headers: { origin: ORIGIN } })
    expect(status).toBe(201)
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(new RegExp(`^${SECURE}=[\\w-]{43}; Path=/; HttpOnly; Secure; SameSite=Lax$`)),
    ])
    const token = tokenOf(headers)
    const list = async (cookie: string) => (await ask('/api/session/list', { headers: { cookie } })).status

    expect(await list(`${SECURE}=${token}`)).toBe(200)
    // A neighbouring host can plant this name.
    expect(await list(`place-risk-session=${token}`)).toBe(401)

    const cookie = `${SECURE}=${token}`
    const out = await ask('/api/session', { method: 'DELETE', headers: { cookie, origin: ORIGIN } })
    expect(out.status).toBe(204)
    expect(out.headers['set-cookie']![0]).toMatch(
      new RegExp(`^${SECURE}=; Path=/; Expires=Thu, 01 Jan 1970 .*HttpOnly; Secure; SameSite=Lax$`),
    )
    expect(await list(cookie)).toBe(401)
  }),
)

test.each([
  ['the service’s own page', { headers: { origin: ORIGIN } }, 201],
  ['a program, which says nothing of where it is from', {}, 201],
  ['the same name without TLS', { headers: { origin: `http://${HOST}` } }, 403],
  ['another port of the same name', { headers: { origin: `${ORIGIN}:8443` } }, 403],
  ['a name that begins alike', { headers: { origin: `${ORIGIN}.elsewhere.example` } }, 403],
  ['a neighbouring name', { headers: { 'sec-fetch-site': 'same-site' } }, 403],
  ['a page that calls the service by another name', { host: 'elsewhere.example' }, 403],
])('behind a TLS proxy, %s is answered as it should be', (_from, given, wanted) =>
  withApp(async ({ db, service }) => {
    const ask = await behindProxy(service)
    const { username } = await makeSomeone(db)
    const { status, headers } = await signInThere(ask, username, given)

    expect(status).toBe(wanted)
    expect(headers['set-cookie'] !== undefined).toBe(wanted === 201)
  })(),
)

test(
  'behind a TLS proxy the way to the provider names the declared address to come back to, and its cookie is for TLS only',
  withApp(async ({ service }) => {
    const provider = await startProvider([`${ORIGIN}${CALLBACK}`])
    onTestFinished(() => provider.stop())
    const ask = await behindProxy(service, {
      ...CLIENT,
      issuer: provider.issuer,
      label: 'your council account',
      roleClaim: 'roles',
      roles: { 'PlaceRisk.Chair': 'group_chair' },
      agency: 'Derby City Council',
    })
    const { status, headers } = await ask('/api/sign-in/oidc', { headers: { 'x-forwarded-host': 'elsewhere.example' } })

    expect(status).toBe(302)
    expect(new URL(headers.location!).searchParams.get('redirect_uri')).toBe(`${ORIGIN}${CALLBACK}`)
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(
        /^__Host-place-risk-elsewhere=[\w-]{43}; Max-Age=600; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/,
      ),
    ])
  }),
)
