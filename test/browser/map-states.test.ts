import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { readPdf } from '../support/read-pdf.ts'
import {
  expectNoAxeViolations,
  expectNoSidewaysScrolling,
  keepScreenshot,
  LAPTOP,
  PHONE,
  withPage,
  sharedDemo,
} from '../support/browser.ts'
import { ask, namesInList, namesInTable, panelOf, mapLegend, expectNoScrolling } from './map-page.ts'
import { demoApi, drawnMap, expectFocus, load, ownName } from './steps.ts'

beforeAll(sharedDemo)

test(
  'on paper stand the marking, what is shown and the whole list or table; nothing is cut off',
  withPage(LAPTOP, async ({ page, address }) => {
    const { hotspots } = await ask()
    // The width that an A4 sheet leaves between its margins; the table's lies on its side.
    for (const [name, path, width] of [
      ['list', '/', 703],
      ['table', '/?view=table', 1032],
      ['panel', `/?place=${hotspots[0]!.placeId}`, 703],
    ] as const) {
      await page.goto(address + path)
      await page.getByText(hotspots.at(-1)!.name).first().waitFor()
      if (name !== 'table') await drawnMap(page)
      await page.emulateMedia({ media: 'print' })
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
      await page.setViewportSize({ width, height: 1000 })
      expect(await page.getByText('Shown: 1 Jul 2022 – 30 Jun 2023').isVisible()).toBe(true)
      expect(name === 'table' ? await namesInTable(page) : await namesInList(page)).toHaveLength(hotspots.length)
      await expectNoSidewaysScrolling(page)
      expect(await clippedOnPaper(page)).toEqual([])
      await keepScreenshot(page, `print-${name}`)
      const { pages: sheets } = readPdf(await page.pdf({ preferCSSPageSize: true, tagged: true }))
      expect(sheets.length).toBeGreaterThan(0)
      expect(sheets.length).toBeLessThanOrEqual(4)
      // The marking stands in the margins of each sheet.
      for (const { widthMm, text } of sheets) {
        expect(widthMm).toBeCloseTo(name === 'table' ? 297 : 210, 0)
        expect(text).toContain('OFFICIAL-SENSITIVE')
      }
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
      await page.emulateMedia({ media: 'screen' })
      await page.setViewportSize(LAPTOP)
    }
  }),
)

/** What is wider or higher than the box that hides the rest of it. */
const clippedOnPaper = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main, main *')]
      .filter((element) => !element.closest('.app-map, .govuk-visually-hidden') && element instanceof HTMLElement)
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element)
        const isCutAcross = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1
        return isCutAcross || (overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1)
      })
      .map((element) => `${element.tagName}.${element.className}`),
  )

test(
  'on a phone the list comes first; a place fills the screen and gives it back; the map is a view of its own',
  withPage(PHONE, async ({ page, address }) => {
    const [first] = (await ask()).hotspots
    await page.goto(address)
    const row = page.getByRole('button', { name: new RegExp(`\\b${first!.name}\\b`) })
    await row.click()
    await expectFocus(page.getByRole('heading', { level: 2, name: new RegExp(first!.name) }))
    expect(await row.count()).toBe(0)
    await page.getByText('Months and week as tables').waitFor()
    await keepScreenshot(page, 'map-panel-phone')
    await expectNoSidewaysScrolling(page)
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: 'Back to the list' }).click()
    await row.waitFor()
    await expectFocus(row)

    await page.getByRole('link', { name: 'Map', exact: true }).last().click()
    await drawnMap(page)
    await mapLegend(page).waitFor()
    await page.locator('summary').filter({ hasText: 'Filters' }).click()
    await expectNoAxeViolations(page)
    await expectNoSidewaysScrolling(page)
    await keepScreenshot(page, 'map-filters-phone')
  }),
)

test(
  'a browser that cannot draw maps says so in a sentence, and everything else on the page works',
  withPage(LAPTOP, async ({ page, address }) => {
    await page.addInitScript(() => {
      const getContext = HTMLCanvasElement.prototype.getContext
      Object.assign(HTMLCanvasElement.prototype, {
        getContext(this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
          return kind.startsWith('webgl') ? null : Reflect.apply(getContext, this, [kind, ...rest])
        },
      })
    })
    await page.goto(address)
    await page.getByText('This browser cannot draw the map (it has no WebGL 2).').waitFor()
    await page.getByRole('button', { name: /\bDerbion\b/ }).click()
    await panelOf(page, 'Derbion').waitFor()
    await keepScreenshot(page, 'map-no-webgl-laptop')
    await expectNoAxeViolations(page)

    await page.goto(`${address}/places/new`)
    await page.locator('summary').filter({ hasText: 'Type it in instead of drawing' }).click()
    await page.getByLabel('The middle, as latitude and longitude').fill('52.9, -1.52')
    await page.getByLabel('How far round it, in metres').fill('50')
    await page.getByRole('button', { name: 'Make this circle the outline' }).click()
    await page.getByLabel('Name', { exact: true }).fill(ownName('Numbat Nook'))
    await page.getByLabel('Kind of place').selectOption('park')
    await page.getByRole('button', { name: 'Keep this place' }).click()
    await page.getByRole('status', { name: 'Done' }).getByText('The place is kept.').waitFor()
  }),
)

test(
  'three hundred hotspots are listed, drawn and worked as ten are',
  withPage(LAPTOP, async ({ page, address }) => {
    const name = ownName('MANY')
    const setup = (await (await demoApi()).get('/api/setup')).body as { bounds: [number, number, number, number] }
    await load('reports', manyClusters(name, setup.bounds))
    const query = '?from=2019-01-01&to=2019-02-01'
    const { hotspots } = await ask(query)
    expect(hotspots.length).toBeGreaterThan(300)

    await page.goto(address + query)
    await page.getByText(`${hotspots.length} places, `).waitFor()
    await drawnMap(page)
    await expectNoScrolling(page)
    await keepScreenshot(page, 'map-many-laptop')
    expect(await page.locator('.app-ranked__row').count()).toBe(hotspots.length)
    await page.locator(`#rank-${hotspots.length}`).click()
    await page.getByRole('heading', { level: 2, name: new RegExp(`^${hotspots.length}\\.`) }).waitFor()
    await drawnMap(page)
    await keepScreenshot(page, 'map-many-panel-laptop')
  }),
)

/** Five reports of three children at each crossing of a net over the area, 400 m apart, in a month of which nothing else is known. */
const manyClusters = (name: string, [west, south, east, north]: [number, number, number, number]) => {
  const rows: Record<string, string | number>[] = []
  for (let longitude = west; longitude < east; longitude += 0.006)
    for (let latitude = south; latitude < north; latitude += 0.0036)
      for (let i = 0; i < 5; i++)
        rows.push({
          report_ref: `${name}-${rows.length}`,
          child_source_id: `${name}-${rows.length % 3}`,
          basis: 'sighted',
          observed_from: `2019-01-${10 + i}`,
          is_private_address: 'N',
          longitude: longitude.toFixed(6),
          latitude: latitude.toFixed(6),
        })
  return rows
}
