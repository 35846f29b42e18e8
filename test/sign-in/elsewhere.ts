import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { RequestHandler } from 'express'
import { expect, onTestFinished } from 'vitest'
import { createApp } from '../../server/app.ts'
import type { OidcConfig } from '../../server/config.ts'
import type { Service } from '../../server/service.ts'
import { apiAt, withApp, type GivenApp, type TestApi } from '../support/app.ts'
import { CLIENT, startProvider, walk, type TestProvider } from './provider.ts'

export const ATTEMPT_COOKIE = 'place-risk-elsewhere'
export const SESSION_COOKIE = 'place-risk-session'
export const CALLBACK = '/api/sign-in/oidc/callback'

export interface Elsewhere extends GivenApp {
  provider: TestProvider
  /** A browser that nobody has signed in with. */
  browser: TestApi
  newBrowser(): TestApi
  reported: unknown[]
}

/** The service at 127.0.0.1 and a real provider at localhost, which is another site. */
export const withProvider = (
  work: (given: Elsewhere) => Promise<void>,
  change: Partial<OidcConfig> = {},
  { pages, isAsking = false }: { pages?: RequestHandler; isAsking?: boolean } = {},
) =>
  withApp(async (given) => {
    let app: ReturnType<typeof createApp> | undefined
    const server = createServer((req, res) => app!(req, res)).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const provider = await startProvider([`${origin}${CALLBACK}`], { isAsking })
    onTestFinished(() => {
      provider.stop()
      server.closeAllConnections()
      server.close()
    })
    const oidc: OidcConfig = {
      ...CLIENT,
      issuer: provider.issuer,
      label: 'your council account',
      roleClaim: 'roles',
      roles: { 'PlaceRisk.Chair': 'group_chair', 'PlaceRisk.Planner': 'snt_planner', 'PlaceRisk.Admin': 'sysadmin' },
      agency: 'Derby City Council',
      ...change,
    }
    const reported: unknown[] = []
    const service: Service = {
      ...given.service,
      config: { ...given.service.config, oidc },
      report: (error) => reported.push(error),
    }
    app = createApp(service, pages)
    const newBrowser = () => apiAt(origin)
    await work({ ...given, provider, browser: newBrowser(), newBrowser, reported })
  })

export const CHAIR = {
  sub: 'chair-1',
  name: 'Carla Chair',
  preferred_username: 'Carla.Chair@derby.example',
  roles: ['PlaceRisk.Chair'],
}

/** From the button to the page that the service leads to. */
export const goThrough = async (browser: TestApi, provider: TestProvider, query = '') => {
  const begun = await browser.get(`/api/sign-in/oidc${query}`)
  expect(begun.status).toBe(302)
  const back = await walk(begun.headers.get('location')!, provider.issuer)
  return browser.get(back.slice(browser.origin.length))
}
