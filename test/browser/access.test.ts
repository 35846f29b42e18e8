import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { expectNoAxeViolations, keepScreenshot, LAPTOP, PHONE, sharedDemo, withPage } from '../support/browser.ts'
import { expectFocus } from './steps.ts'

beforeAll(sharedDemo)

/** The service answers 401 on purpose, and the browser tells of it. */
const REFUSED = /status of 401/
const signInAs = (page: Page, role: string) => page.getByRole('button', { name: `Sign in as ${role}` }).click()
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()

for (const [name, size] of Object.entries({ laptop: LAPTOP, phone: PHONE }))
  test(
    `whoever is not signed in sees the sign-in page at any address, on a ${name}, and axe finds nothing`,
    withPage(
      size,
      async ({ page, address }) => {
        await page.goto(`${address}/data/queue`)
        await heading(page, 'Sign in')

        expect(await page.getByText('OFFICIAL-SENSITIVE').isVisible()).toBe(true)
        expect(await page.getByRole('navigation', { name: 'Sections' }).count()).toBe(0)
        await keepScreenshot(page, `sign-in-${name}`)
        await expectNoAxeViolations(page)
      },
      { as: null },
    ),
  )

test(
  'the page that was wanted opens after the sign-in, and its address stays all the while',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      await page.goto(`${address}/places?search=park`)
      await heading(page, 'Sign in')
      expect(page.url()).toBe(`${address}/places?search=park`)

      await signInAs(page, 'Chair')
      await heading(page, 'Places')
      expect(page.url()).toBe(`${address}/places?search=park`)
    },
    { as: null },
  ),
)

test(
  'a wrong sign-in does not say what was wrong, and nothing typed is missing afterwards',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      await page.goto(address)
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await expectFocus(page.locator('.govuk-error-summary'))
      expect(await page.locator('.govuk-error-summary li').allTextContents()).toEqual([
        'Give your username',
        'Give your password',
      ])

      await page.getByLabel('Username').fill('nobody.of.that.name')
      await page.getByLabel('Password', { exact: true }).fill('four words that nobody chose')
      await page.getByLabel('Password', { exact: true }).press('Enter')
      await page.getByText('The username or the password is not right').first().waitFor()
      expect(await page.getByLabel('Username').inputValue()).toBe('nobody.of.that.name')
      await expectNoAxeViolations(page)
    },
    { as: null, allow: REFUSED },
  ),
)

test(
  'a session that has ended asks for the sign-in again where the person was',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      await page.goto(`${address}/settings`)
      await heading(page, 'Sign in')
      await signInAs(page, 'Chair')
      await heading(page, 'Settings')

      await page.getByRole('heading', { name: 'All settings' }).waitFor()
      await page.context().clearCookies()
      await page.getByRole('link', { name: 'Places' }).click()
      await page.getByText('Your session has ended').waitFor()
      expect(page.url()).toBe(`${address}/places`)

      await signInAs(page, 'Chair')
      await heading(page, 'Places')
    },
    { as: null, allow: REFUSED },
  ),
)

test(
  'after signing out the way back shows nothing',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      await page.goto(`${address}/settings`)
      await signInAs(page, 'Chair')
      await heading(page, 'Settings')
      await page.getByRole('link', { name: 'Places' }).click()
      await heading(page, 'Places')

      await page.getByRole('button', { name: 'Sign out' }).click()
      await heading(page, 'Sign in')
      await page.goBack()
      await heading(page, 'Sign in')
    },
    { as: null },
  ),
)

test(
  'the token of a link leaves the address bar at once and stands in no address that is asked for',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      await page.goto(`${address}/set-password#a-token-that-is-over`)
      await heading(page, 'Set your password')
      expect(page.url()).toBe(`${address}/set-password`)
      await expectNoAxeViolations(page)

      const [password, again] = [
        page.getByLabel('New password', { exact: true }),
        page.getByLabel('The same once more'),
      ]
      await password.fill('kettle harbour violet spoon')
      await again.first().fill('kettle harbour violet')
      await page.getByRole('button', { name: 'Set the password' }).click()
      await page.getByText('The two passwords are not the same').first().waitFor()

      await again.first().fill('kettle harbour violet spoon')
      await page.getByRole('button', { name: 'Set the password' }).click()
      await page.getByText('This link does not work any more').waitFor()
      expect(asked.filter((url) => url.includes('a-token'))).toEqual([])
    },
    { as: null, allow: /status of 410/ },
  ),
)
