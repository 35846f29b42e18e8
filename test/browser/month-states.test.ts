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
import { namesInList, namesInTable } from './map-page.ts'
import { button, legend, newest, shownMonth } from './month-page.ts'
import { drawnMap, expectFocus } from './steps.ts'

beforeAll(sharedDemo)

test(
  'before a month is stored that is said, and an address of none says so and has a way out',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      await page.goto(`${address}/month?run=00000000-0000-4000-8000-000000000000`)
      await page.getByRole('alert').waitFor()
      await expectNoAxeViolations(page)
      await page.getByRole('link', { name: 'Show the newest stored month' }).click()
      await page.getByRole('heading', { level: 1, name: /June 2023/ }).waitFor()

      await page.route('**/api/runs', (route) => route.fulfill({ json: { runs: [], canMake: [] } }))
      await page.goto(`${address}/month`)
      await page.getByRole('heading', { name: 'There is no stored month yet' }).waitFor()
      await expectNoAxeViolations(page)
      await keepScreenshot(page, 'month-none-laptop')
    },
    { allow: /status of 404/ },
  ),
)

test(
  'on a phone the list comes first, the months play over it too, and the layers are beside the map',
  withPage(PHONE, async ({ page, address }) => {
    const { hotspots } = await newest()
    await page.goto(`${address}/month`)
    await page.locator('#rank-1').waitFor()
    expect(await page.getByRole('radio').count()).toBe(0)
    await button(page, 'Play the months').click()
    await page.getByText('July 2022', { exact: true }).and(shownMonth(page)).waitFor()
    await button(page, 'Pause').click()
    await expectNoSidewaysScrolling(page)
    await expectNoAxeViolations(page)
    await keepScreenshot(page, 'month-play-phone')
    await button(page, 'All twelve together').click()

    await page.locator('#rank-1').click()
    await expectFocus(page.getByRole('heading', { level: 2, name: new RegExp(hotspots[0]!.name) }))
    await button(page, 'Back to the list').click()
    await page.getByRole('link', { name: 'Map', exact: true }).last().click()
    await page.getByRole('radio', { name: 'Significant cells' }).check()
    await drawnMap(page)
    await legend(page).locator('summary').click()
    await page.getByText('fewer than 1 in 20').waitFor()
    await expectNoSidewaysScrolling(page)
    await expectNoAxeViolations(page)
  }),
)

test(
  'on paper stand the month, the list and the map with its layer, the legend below it; the table lies on its side',
  withPage(LAPTOP, async ({ page, address }) => {
    const { hotspots } = await newest()
    for (const [name, path, points] of [
      ['map', '/month?layer=density', 595],
      ['table', '/month?view=table', 842],
    ] as const) {
      await page.goto(address + path)
      if (name === 'map') await drawnMap(page)
      await page.getByText(hotspots.at(-1)!.name).first().waitFor()
      await page.emulateMedia({ media: 'print' })
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
      await page.setViewportSize({ width: name === 'map' ? 703 : 1032, height: 1000 })
      expect(await page.getByText(/^Shown: June 2023, counted over 1 Jul 2022 – 30 Jun 2023/).isVisible()).toBe(true)
      expect(name === 'table' ? await namesInTable(page) : await namesInList(page)).toHaveLength(hotspots.length)
      await expectNoSidewaysScrolling(page)
      await page.getByText('One child’s at one place within 30').waitFor()
      expect(await page.locator('.app-list').evaluate(heightCutOff)).toBeLessThanOrEqual(1)
      if (name === 'map') await expectLegendBelow(page)
      await keepScreenshot(page, `print-month-${name}`)
      const sheets = [
        ...(await page.pdf({ preferCSSPageSize: true })).toString('latin1').matchAll(/\/MediaBox ?\[0 0 (\d+)/g),
      ]
      expect(sheets.length).toBeGreaterThan(0)
      expect(sheets.length).toBeLessThanOrEqual(3)
      for (const [, width] of sheets) expect(Number(width)).toBeCloseTo(points, -1)
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
      await page.emulateMedia({ media: 'screen' })
      await page.setViewportSize(LAPTOP)
    }
  }),
)

const heightCutOff = (element: Element) => element.scrollHeight - element.clientHeight

const expectLegendBelow = async (page: Page) => {
  const [drawn, said] = await Promise.all([
    page.locator('.maplibregl-canvas').boundingBox(),
    legend(page).boundingBox(),
  ])
  expect(said!.y).toBeGreaterThanOrEqual(drawn!.y + drawn!.height - 1)
  expect(await legend(page).evaluate(heightCutOff)).toBeLessThanOrEqual(0)
}
