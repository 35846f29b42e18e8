import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { HotspotAnswer } from '../../server/hotspots/schema.ts'
import { demoApi } from './steps.ts'

/** What the tests of the map's page read off it. */

export const ask = async (query = '') => (await (await demoApi()).get(`/api/hotspots${query}`)).body as HotspotAnswer
export const namesInList = (page: Page) => page.locator('.app-ranked__name').allInnerTexts()
export const namesInTable = (page: Page) => page.locator('.app-table tbody th').allInnerTexts()
export const panelOf = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(name) })
export const parameters = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams)
export const choice = (page: Page, label: string) => page.getByRole('combobox', { name: new RegExp(`^${label}`) })
export const mapLegend = (page: Page) => page.getByText('Reports in the period')

export const expectNoScrolling = async (page: Page) => {
  const { content, window } = await page.evaluate(() => ({
    content: document.documentElement.scrollHeight,
    window: innerHeight,
  }))
  expect(content, 'the height of the page').toBeLessThanOrEqual(window)
}
