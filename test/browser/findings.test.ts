import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { EMERGING, FADING, SINGLE_CHILD, TOO_FEW } from '../../data/demo/stories.ts'
import type { FoundHotspot, RunFindings } from '../../server/findings/schema.ts'
import type { SharedAnswer } from '../../server/runs/schema.ts'
import {
  expectNoAxeViolations,
  expectNoSidewaysScrolling,
  keepScreenshot,
  LAPTOP,
  sharedDemo,
  withPage,
} from '../support/browser.ts'
import { namesInList, panelOf } from './map-page.ts'
import { button, newest, storedMonths } from './month-page.ts'

beforeAll(sharedDemo)

const openPanel = async (page: Page, address: string, name: string) => {
  await page.goto(`${address}/month`)
  await button(page, new RegExp(name)).first().click()
  const panel = panelOf(page, name)
  await panel.getByRole('table', { name: /stored months/ }).waitFor()
  return panel
}

test(
  'the demo’s emerging and fading places are called that, the single child’s is no hotspot, and nothing else is worsening',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      const emerging = await (await openPanel(page, address, EMERGING.placeName)).innerText()
      expect(emerging).toContain('Emerging: three or more children in at least 3 of the last 4 months')
      expect(emerging).toContain(
        'Too few to tell: 8 child-weeks in the 90 days to 30 Apr 2023, none in the 90 days before',
      )
      const fading = await (await openPanel(page, address, FADING.placeName)).innerText()
      expect(fading).toContain('Diminishing: three or more children in at least 3 of the first 8 months')
      expect(fading).toContain('May 2023 and June 2023 are not complete yet and can still grow.')

      const names = await namesInList(page)
      for (const { placeName } of [SINGLE_CHILD, TOO_FEW]) expect(names).not.toContain(placeName)
      expect(await page.locator('.app-ranked__finding').allInnerTexts()).toEqual(['emerging'])
    },
    { as: 'group_chair' },
  ),
)

test(
  'a panel tells what the API tells: counts, change, class, months, times, how sure, history, and how it was worked out',
  withPage(LAPTOP, async ({ page, address }) => {
    const { hotspots } = await newest()
    const months = await storedMonths()
    const { name, reports, children, findings } = hotspots[0]!
    const panel = await openPanel(page, address, name)
    const text = await panel.innerText()
    expect(text).toContain(`${reports} reports of ${children} children`)
    expect(text).toContain(`${findings.change.after} child-weeks in the 90 days to 30 Apr 2023`)
    expect(text).toContain('A child counts once a week here')
    expect(text).toContain('Children found here are to be treated as victims.')
    expect(text).toContain('Nothing found shows that patrols reduce sightings of missing children.')
    expect(text).toContain('Partners see this place, in bands.')
    expect(text).toContain(`${findings.patrol.finds} finds made on patrol are left out`)
    expect(
      await panel
        .getByRole('table', { name: /stored months/ })
        .locator('tbody tr')
        .count(),
    ).toBe(months.length)

    await panel.getByText('Months and week as tables').click()
    await panel.getByText('How was this worked out?').click()
    const month = findings.months[0]!
    await panel.getByRole('row', { name: `July 2022 ${month.reports}` }).waitFor()
    await panel.getByText(/Benjamini-Hochberg/).waitFor()
    await panel.getByText(/200 metre square of the National Grid/).waitFor()
    await expectNoAxeViolations(page)
    await keepScreenshot(page, 'month-panel-open-laptop')
  }),
)

test(
  'on paper everything that is folded up is open, and folded again afterwards',
  withPage(LAPTOP, async ({ page, address }) => {
    const panel = await openPanel(page, address, EMERGING.placeName)
    const how = panel.getByText(/Benjamini-Hochberg/)
    expect(await how.isVisible()).toBe(false)
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await page.setViewportSize({ width: 703, height: 1000 })
    expect(await how.isVisible()).toBe(true)
    expect(await panel.getByRole('table', { name: 'Reports and children by month' }).isVisible()).toBe(true)
    await keepScreenshot(page, 'print-month-panel')
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    expect(await how.isVisible()).toBe(false)
  }),
)

/** A place that hangs on one child, on the settings and on suspicions, with too little of everything. */
const shaken = (hotspot: FoundHotspot): FoundHotspot => ({
  ...hotspot,
  suspected: 3,
  withheldG2: 'protected_setting',
  findings: {
    ...hotspot.findings,
    windows: [],
    timeNotKnown: hotspot.reports,
    stability: { ...hotspot.findings.stability, moved: 0.42, withoutOneChild: false, moreReports: false },
    withoutSuspected: { reports: 2, children: 2, score: 0.4, rank: null },
    change: { ...hotspot.findings.change, yearEarlier: null, rateRatio: null, low: null, high: null },
  },
})

test(
  'a shaky place says what it hangs on, who does not see it, and names no time that it does not know',
  withPage(LAPTOP, async ({ page, address }) => {
    await page.route('**/api/runs/*/findings', async (route) => {
      const findings = (await (await route.fetch()).json()) as RunFindings
      await route.fulfill({ json: { ...findings, hotspots: findings.hotspots.map(shaken) } })
    })
    const panel = await openPanel(page, address, EMERGING.placeName)
    const text = await panel.innerText()
    expect(text).toContain('Withheld from partners: near a protected setting.')
    expect(text).toContain('Not firm: without one of its children it is no hotspot')
    expect(text).toContain('It holds in 84 of 200 re-runs')
    expect(text).toContain('it would not be a hotspot: 2 reports of 2 children would be left')
    expect(text).toContain('nothing is kept from a year earlier')
    expect(text).toContain('No report here has a known time')
    expect(text).not.toContain('Best times to visit')
    await expectNoAxeViolations(page)
  }),
)

const BANDS_IN_WORDS = ['fewer than 3', '3 to 4', '5 to 9', '10 to 14', '15 or more']

test(
  'partners read first that children are victims, then words, times and bands, and no count',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      await page.goto(address)
      await page.locator('.app-ranked__row').first().click()
      const panel = page.locator('.app-panel')
      await panel.getByText('Month by month').first().click()
      await panel.getByRole('table', { name: /stored months/ }).waitFor()
      expect((await panel.locator('p').first().innerText()).trim()).toBe(
        'Children found here are to be treated as victims.',
      )
      const byMonth = panel.getByRole('table', { name: 'Children by month' })
      const cells = await byMonth.locator('tbody td').allInnerTexts()
      expect(cells).toHaveLength(12)
      for (const cell of cells) expect(BANDS_IN_WORDS).toContain(cell)
      const text = await panel.innerText()
      for (const heading of ['Best times to visit', 'Is it changing, and how sure is it?'])
        expect(text).toContain(heading)
      expect(text).not.toMatch(/child-week|\d+ of \d+ reports|\bp = /)
      await expectNoAxeViolations(page)
      await keepScreenshot(page, 'shared-panel-open-laptop')

      await page.getByRole('link', { name: 'Table' }).click()
      for (const column of ['Change', 'Class', 'How sure', 'Best times to visit'])
        await page.getByRole('columnheader', { name: column, exact: true }).waitFor()
      await page.getByRole('button', { name: /^Close/ }).click()
      await page.emulateMedia({ media: 'print' })
      await page.setViewportSize({ width: 1032, height: 1000 })
      await expectNoSidewaysScrolling(page)
      await keepScreenshot(page, 'print-shared-table')
    },
    { as: 'snt_planner' },
  ),
)

test(
  'a month that was stored before there were findings says so to partners, on the panel and in the table',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      await page.route('**/api/shared/hotspots*', async (route) => {
        const answer = (await (await route.fetch()).json()) as SharedAnswer
        await route.fulfill({
          json: { ...answer, hotspots: answer.hotspots.map((one) => ({ ...one, findings: null })) },
        })
      })
      await page.goto(`${address}/?place=1&view=table`)
      await page.getByText('This month was stored before the service worked out times and change').waitFor()
      await page.getByRole('cell', { name: 'Not worked out when this month was stored' }).first().waitFor()
    },
    { as: 'snt_planner' },
  ),
)
