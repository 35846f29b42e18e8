import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import {
  expectNoAxeViolations,
  expectNoSidewaysScrolling,
  keepScreenshot,
  LAPTOP,
  PHONE,
  sharedDemo,
  withPage,
} from '../support/browser.ts'
import { frozenMeeting } from './frozen-meeting.ts'
import { drawnMap } from './steps.ts'

beforeAll(sharedDemo)

const open = async (page: Page, address: string, id: string) => {
  await page.goto(`${address}/packs/${id}`)
  await page.getByRole('heading', { level: 1, name: /^Pack for / }).waitFor()
}

const SECTIONS = [
  'Headline',
  'Direction of travel',
  'Places',
  'Plans, and whether they worked',
  'What was delivered',
  'Actions',
  'Out of the area',
  'Return interviews',
  'Three episodes in thirty days',
  'Data quality',
  'Beside the pack before',
  'Since the pack',
]

test(
  'a pack reads from the headline to what came since, and its table says what its map shows',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      await frozenMeeting('2023-05')
      const id = await frozenMeeting('2023-06')
      await open(page, address, id)
      expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(SECTIONS)
      const text = await page.locator('main').innerText()
      expect(text).toMatch(/SHA-256 [0-9a-f]{64}: checked/)
      expect(text).toContain('684')
      expect(text).toContain('not recorded here yet')
      expect(text).not.toMatch(/[↑↓▲▼]|\bYP-/)

      const table = page.getByRole('table', { name: /Places by rank/ })
      const ranks = await table.locator('.app-rank').allInnerTexts()
      expect(ranks).toEqual(ranks.map((_, i) => String(i + 1)))
      expect(await table.getByRole('columnheader').last().innerText()).toBe('Beside May 2023')
      await drawnMap(page)
      await page
        .getByText(/since|No decision/i)
        .first()
        .waitFor()
      await expectNoAxeViolations(page)
      await keepScreenshot(page, 'pack')
    },
    { as: 'group_chair' },
  ),
  120_000,
)

test(
  'exact numbers are shown to the chair when asked for, stand in a frame, and are never on paper',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      await open(page, address, await frozenMeeting('2023-06'))
      expect(await page.locator('.app-exactly').count()).toBe(0)
      await page.getByRole('button', { name: 'Show exact numbers' }).click()
      await page.getByText('Exact, not for the wall').waitFor()
      expect(await page.locator('.app-exactly').count()).toBeGreaterThan(10)
      await page.getByRole('table', { name: 'Each difference, exactly' }).waitFor()
      await expectNoAxeViolations(page)
      await keepScreenshot(page, 'pack-exact')

      await page.emulateMedia({ media: 'print' })
      for (const exact of await page.locator('.app-exactly, .app-exact').all())
        expect(await exact.isVisible()).toBe(false)
      expect(await page.getByRole('heading', { name: 'Since the pack' }).isVisible()).toBe(false)
      expect(await page.getByRole('button').count()).toBe(0)
      await page.emulateMedia({ media: 'screen' })
      await page.getByRole('button', { name: 'Hide exact numbers' }).click()
      expect(await page.locator('.app-exactly').count()).toBe(0)
    },
    { as: 'group_chair' },
  ),
  120_000,
)

test(
  'on paper the head of each table is repeated and no row is cut',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      await open(page, address, await frozenMeeting('2023-06'))
      await page.emulateMedia({ media: 'print' })
      const styles = await page
        .locator('main table')
        .evaluateAll((tables) =>
          tables.map((table) => [
            getComputedStyle(table.querySelector('thead')!).display,
            getComputedStyle(table.querySelector('tbody tr')!).breakInside,
          ]),
        )
      expect(styles.length).toBeGreaterThan(2)
      expect(new Set(styles.map(String))).toEqual(new Set(['table-header-group,avoid']))
    },
    { as: 'group_member' },
  ),
  120_000,
)

test(
  'a group member has no exact numbers to ask for; on a phone the pack is read without scrolling sideways',
  withPage(
    PHONE,
    async ({ page, address }) => {
      await open(page, address, await frozenMeeting('2023-06'))
      expect(await page.getByRole('button', { name: /exact numbers/ }).count()).toBe(0)
      await drawnMap(page)
      await expectNoSidewaysScrolling(page)
      await expectNoAxeViolations(page)
      await keepScreenshot(page, 'pack-phone')
    },
    { as: 'group_member' },
  ),
  120_000,
)

test(
  'a pack that is not known, or not frozen yet, says so',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      await page.goto(`${address}/packs/11111111-1111-4111-8111-111111111111`)
      await page.getByRole('heading', { name: 'There is no such pack' }).waitFor()
      await expectNoAxeViolations(page)
    },
    { as: 'snt_planner', allow: /404/ },
  ),
  60_000,
)
