import { TOTP } from 'otpauth'
import { beforeAll, expect, test } from 'vitest'
import { expectNoAxeViolations, keepScreenshot, LAPTOP, sharedDemo, withPage } from '../support/browser.ts'

beforeAll(sharedDemo)

const STEP_MS = 30_000
/** A code works once, so each use takes a later one; one step ahead is within what the service allows a clock. */
const codeOf = (secret: string, stepsAhead = 0) =>
  new TOTP({ secret }).generate({ timestamp: Date.now() + stepsAhead * STEP_MS })

test(
  'one-time codes are set up with the key on the page, asked for at the next sign-in, and taken away with the password',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      const signIn = () => page.getByRole('button', { name: 'Sign in as Committee reader' }).click()
      await page.goto(`${address}/me`)
      await signIn()
      await page.getByRole('button', { name: 'Set up one-time codes' }).click()
      const secret = (await page.locator('.app-key').textContent())!.replaceAll(' ', '')
      expect(await page.getByRole('img', { name: /authenticator app/ }).isVisible()).toBe(true)
      await keepScreenshot(page, 'one-time-codes-laptop')
      await expectNoAxeViolations(page)
      await page.getByLabel('Six digits of the app').fill(codeOf(secret))
      await page.getByLabel('Your password', { exact: true }).fill('demo-only-derby-2023')
      await page.getByRole('button', { name: 'Use one-time codes' }).click()
      await page.getByText('One-time codes are set up').waitFor()

      await page.getByRole('button', { name: 'Sign out' }).first().click()
      await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
      await signIn()
      await page.getByLabel('One-time code').fill(codeOf(secret, 1))
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await page.getByRole('heading', { level: 1, name: 'Nothing for your role here yet' }).waitFor()

      await page.getByRole('link', { name: 'My sign-in' }).first().click()
      await page.getByRole('button', { name: 'Take one-time codes away' }).click()
      await page.getByLabel('Your password', { exact: true }).fill('demo-only-derby-2023')
      await page.getByRole('button', { name: 'Take them away' }).click()
      await page.getByText('One-time codes are taken away').waitFor()
    },
    { as: null, allow: /status of 401/ },
  ),
)
