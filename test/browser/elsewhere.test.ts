import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { servePages } from '../../server/pages.ts'
import { CALLBACK, CHAIR, withProvider, type Elsewhere } from '../sign-in/elsewhere.ts'
import { LAPTOP } from '../support/browser.ts'
import { launchBrowser } from '../support/launch-browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** A page of the service at 127.0.0.1, whose provider at localhost asks before it leads back: cookies really cross sites. */
const withPages = (work: (given: Elsewhere & { page: Page; address: string }) => Promise<void>) => () =>
  withProvider(
    async (given) => {
      const context = await browser.newContext({ viewport: LAPTOP, locale: 'en-GB' })
      try {
        await work({ ...given, page: await context.newPage(), address: given.browser.origin })
      } finally {
        await context.close()
      }
    },
    {},
    { pages: servePages(), isAsking: true },
  )()

const BUTTON = /your council account/

test(
  'a person signs in with their work account, across sites, and out again',
  withPages(async ({ page, address, provider }) => {
    provider.setAccount(CHAIR)
    const sites: (string | undefined)[] = []
    page.on('request', (request) => {
      if (new URL(request.url()).pathname === CALLBACK)
        void request.allHeaders().then((headers) => sites.push(headers['sec-fetch-site']))
    })
    await page.goto(`${address}/me`)
    await page.getByRole('link', { name: BUTTON }).click()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByText('Carla Chair').first().waitFor()

    expect(sites).toEqual(['cross-site'])
    expect(new URL(page.url()).pathname).toBe('/me')
    expect(await page.evaluate(() => document.cookie)).toBe('')
    const [cookie, ...others] = (await page.context().cookies(address)).filter(({ name }) =>
      name.startsWith('place-risk'),
    )
    expect(others).toEqual([])
    expect(cookie).toMatchObject({ name: 'place-risk-session', httpOnly: true, sameSite: 'Lax', expires: -1 })

    await page.getByRole('button', { name: 'Sign out' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
  }),
)

test(
  'a work account without a role here leads back to a page that says so',
  withPages(async ({ page, address, provider }) => {
    provider.setAccount({ ...CHAIR, roles: [] })
    await page.goto(address)
    await page.getByRole('link', { name: BUTTON }).click()
    await page.getByRole('button', { name: 'Continue' }).click()

    await page.getByText('it has no role here').waitFor()
    expect((await page.context().cookies(address)).map(({ name }) => name)).not.toContain('place-risk-session')
  }),
)
