import type { RunBacktest } from '../../server/findings/schema.ts'
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
import { storedMonths } from './month-page.ts'
import { demoApi } from './steps.ts'

beforeAll(sharedDemo)

const backtestOf = async (id: string) => (await (await demoApi()).get(`/api/runs/${id}/backtest`)).body as RunBacktest

test(
  'the answer stands with its counts, the ground, the months ahead, the table, and what it cannot say',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      const [latest] = await storedMonths()
      const { months } = (await backtestOf(latest!.id)).backtest!
      const sum = (way: 'shown' | 'lastMonth' | 'twelveMonths') =>
        months.reduce((total, month) => total + month[way].hits, 0)
      const reports = months.reduce((total, month) => total + month.reports, 0)
      await page.goto(`${address}/month`)
      await page.getByRole('link', { name: 'Would last month’s map have helped?' }).click()
      await page.getByRole('heading', { name: 'What this cannot say' }).waitFor()
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Would last month’s map have helped?')

      const text = await page.locator('main').innerText()
      expect(text).toContain(`the map’s places met ${sum('shown')} of ${reports} reports`)
      expect(text).toContain(`last month’s places ${sum('lastMonth')} (`)
      expect(text).toContain(`the twelve-month totals ${sum('twelveMonths')} (`)
      const ahead = months.filter((month) => month.shown.hits > month.lastMonth.hits).length
      expect(text).toContain(`more than last month’s places in ${ahead} of 12 months`)
      expect(text).toContain('* Incomplete: return interviews are still due.')
      expect(text).toContain('A place that is known is looked at more')
      const chart = page.getByRole('img', { name: /^Bar chart: / })
      for (const { reports: count } of months) expect(await chart.innerHTML()).toContain(`>${count}<`)

      await page.getByText('Month by month, as a table').click()
      const table = page.getByRole('table', { name: /^Month by month/ })
      expect(await table.locator('tbody tr').count()).toBe(36)
      await expectNoAxeViolations(page)
      await keepScreenshot(page, 'backtest-open-laptop')
    },
    { as: 'group_chair' },
  ),
)

test(
  'without two years of reports, without a stored month and at an address of none, that is said',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      const months = await storedMonths()
      expect((await backtestOf(months.at(-1)!.id)).backtest).toBe(null)
      await page.goto(`${address}/backtest`)
      await page.getByRole('combobox', { name: 'Stored month' }).selectOption(months.at(-1)!.id)
      await page.getByText('the reports do not reach back two years').waitFor()

      await page.goto(`${address}/backtest?run=00000000-0000-4000-8000-000000000000`)
      await page.getByRole('alert').waitFor()
      await expectNoAxeViolations(page)
      await page.getByRole('link', { name: 'Show the newest stored month' }).click()
      await page.getByRole('heading', { name: 'What this cannot say' }).waitFor()

      await page.route('**/api/runs', (route) => route.fulfill({ json: { runs: [], canMake: [] } }))
      await page.goto(`${address}/backtest`)
      await page.getByRole('heading', { name: 'There is no stored month yet' }).waitFor()
      await expectNoAxeViolations(page)
    },
    { allow: /status of 404/ },
  ),
)

test(
  'on paper the months’ table is open and nothing is cut off; on a phone nothing stands beside the screen',
  withPage(PHONE, async ({ page, address }) => {
    await page.goto(`${address}/backtest`)
    await page.getByRole('heading', { name: 'What this cannot say' }).waitFor()
    await expectNoSidewaysScrolling(page)

    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await page.setViewportSize({ width: 703, height: 1000 })
    expect(await page.getByRole('table', { name: /^Month by month/ }).isVisible()).toBe(true)
    await expectNoSidewaysScrolling(page)
    await keepScreenshot(page, 'print-backtest')
    const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/MediaBox/g)
    expect(sheets!.length).toBeLessThanOrEqual(4)
  }),
)
