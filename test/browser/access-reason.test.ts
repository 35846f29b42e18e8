import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { expectNoAxeViolations, keepScreenshot, LAPTOP, PHONE, sharedDemo, withPage } from '../support/browser.ts'

beforeAll(sharedDemo)

/** The service asks for a reason with a 403, and the browser tells of it. */
const ASKED = { as: null, allow: /status of 403/ }

const open = async (page: Page, address: string, role = 'Co-ordinator') => {
  await page.goto(address)
  await page.getByRole('button', { name: `Sign in as ${role}` }).click()
  const dialog = page.getByRole('dialog', { name: 'Why are you looking?' })
  await dialog.waitFor()
  return dialog
}

for (const [name, size] of Object.entries({ laptop: LAPTOP, phone: PHONE }))
  test(
    `the first look of a session asks why, on a ${name}: the dialog keeps the focus and axe finds nothing`,
    withPage(
      size,
      async ({ page, address }) => {
        await open(page, address)
        await keepScreenshot(page, `reason-${name}`)
        await expectNoAxeViolations(page)

        for (let pressed = 0; pressed < 12; pressed++) {
          await page.keyboard.press('Tab')
          const isOutside = await page.evaluate(() => {
            const focused = document.activeElement
            return focused !== document.body && !focused?.closest('dialog')
          })
          expect(isOutside).toBe(false)
        }
      },
      ASKED,
    ),
  )

test(
  'a reason is needed, another reason needs words, and then what was wanted is there and nothing is asked again',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      const dialog = await open(page, address)
      await dialog.getByRole('button', { name: 'Continue' }).click()
      await dialog.getByText('Choose why you are looking').first().waitFor()
      await dialog.getByLabel('Another reason').check()
      await dialog.getByRole('button', { name: 'Continue' }).click()
      await dialog.getByText('Say in a few words why you are looking').first().waitFor()

      await dialog.getByLabel('In your own words').fill('To try the service out')
      await dialog.getByRole('button', { name: 'Continue' }).click()
      await page.getByRole('heading', { level: 1, name: /places, .* reports/ }).waitFor()

      await page.getByRole('link', { name: 'Table' }).click()
      await page.locator('.app-ranked__row, .app-table__open').first().click()
      await page.waitForLoadState('networkidle')
      expect(await dialog.count()).toBe(0)
    },
    ASKED,
  ),
)

test(
  'whoever will not say why is shown nothing, in a sentence, and can still change their mind',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      const dialog = await open(page, address)
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
      await page.getByText('You did not say why you are looking').waitFor()

      await page.getByRole('button', { name: 'Try again' }).click()
      await dialog.getByLabel('An audit').check()
      await dialog.getByRole('button', { name: 'Continue' }).click()
      await page.getByRole('heading', { level: 1, name: /places, .* reports/ }).waitFor()
    },
    ASKED,
  ),
)

test(
  'requests that wait at the same time share one dialog',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      const dialog = await open(page, `${address}/data`)
      await dialog.getByText(/exact places that children were reported at/).waitFor()
      await dialog.getByText(/files of children’s episodes and reports/).waitFor()
      await dialog.getByLabel('To mend or place reports').check()
      await dialog.getByRole('button', { name: 'Continue' }).click()

      // Whichever files other tests have loaded since.
      await page
        .getByRole('link', { name: /\.csv$/ })
        .first()
        .waitFor()
      expect(await page.getByText(/wait(s)?$/).count()).toBeGreaterThan(0)
      expect(await dialog.count()).toBe(0)
    },
    ASKED,
  ),
)
