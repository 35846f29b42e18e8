import type { Page } from 'playwright-core'
import type { RunFindings } from '../../server/findings/schema.ts'
import type { RunList } from '../../server/runs/schema.ts'
import { demoApi } from './steps.ts'

/** What the tests of the stored month's page read off it and off the API. */

export const storedMonths = async () =>
  ((await (await demoApi()).get('/api/runs')).body as RunList).runs.filter(({ kind }) => kind === 'month')
export const findingsOf = async (id: string) =>
  (await (await demoApi()).get(`/api/runs/${id}/findings`)).body as RunFindings
export const newest = async () => findingsOf((await storedMonths())[0]!.id)

export const countsInList = async (page: Page) =>
  (await page.locator('.app-ranked__reports').allInnerTexts()).map((text) => Number.parseInt(text, 10))
export const legend = (page: Page) => page.locator('.app-legend')
export const shownMonth = (page: Page) => page.locator('.app-play__month')
export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
