import type { Locator } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { RunFindings } from '../../server/findings/schema.ts'
import { expectNoAxeViolations, keepScreenshot, LAPTOP, sharedDemo, withPage } from '../support/browser.ts'
import { expectNoScrolling, namesInList, namesInTable, panelOf, parameters } from './map-page.ts'
import { button, countsInList, findingsOf, legend, newest, shownMonth, storedMonths } from './month-page.ts'
import { drawnMap, expectFocus, pixelOn, tabTo } from './steps.ts'

beforeAll(sharedDemo)

test(
  'the newest stored month is shown, its list, table and map tell the same places, and a place keeps its address in another month',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      const { hotspots, run } = await newest()
      await page.goto(`${address}/month`)
      await drawnMap(page)
      expect(await namesInList(page)).toEqual(hotspots.map(({ name }) => name))
      expect(await countsInList(page)).toEqual(hotspots.map(({ reports }) => reports))
      const total = hotspots.reduce((sum, { reports }) => sum + reports, 0)
      await page
        .getByRole('heading', { level: 1, name: `${hotspots.length} places, ${total} reports, June 2023` })
        .waitFor()
      await expectNoScrolling(page)

      await page.getByRole('link', { name: 'Table' }).click()
      expect(await namesInTable(page)).toEqual(hotspots.map(({ name }) => name))
      const row = page.getByRole('row').filter({ has: button(page, hotspots[0]!.name) })
      const { reports, children, score, findings } = hotspots[0]!
      for (const value of [reports, children, score.toFixed(1), findings.effectiveChildren.toFixed(1)])
        expect(await row.getByRole('cell', { name: String(value), exact: true }).count()).toBeGreaterThan(0)
      await page.getByRole('button', { name: 'Reports', exact: true }).click()
      expect((await page.locator('.app-table tbody td:nth-of-type(2)').allInnerTexts()).map(Number)).toEqual(
        hotspots.map(({ reports: count }) => count).toSorted((a, b) => b - a),
      )
      await expectNoAxeViolations(page)

      await button(page, hotspots[1]!.name).click()
      await panelOf(page, hotspots[1]!.name).waitFor()
      expect(parameters(page)).toEqual({ view: 'table', place: hotspots[1]!.hotspotId })
      const before = (await storedMonths()).find(({ month }) => month !== run.month)!
      await page.getByRole('combobox', { name: /^Stored month/ }).selectOption(before.id)
      await page.getByRole('heading', { level: 1, name: /May 2023/ }).waitFor()
      await panelOf(page, hotspots[1]!.name).waitFor()
      await page.goto(`${address}/month?place=${hotspots[0]!.placeId}`)
      await panelOf(page, hotspots[0]!.name).waitFor()
    },
    { as: 'group_chair' },
  ),
)

test(
  'a layer is fetched when it is first switched on, by keyboard too; its legend is the same at every zoom and in every month',
  withPage(LAPTOP, async ({ page, address }) => {
    const { hotspots } = await newest()
    const surfaces: string[] = []
    page.on('request', (request) => surfaces.push(...(request.url().endsWith('/surface') ? [request.url()] : [])))
    await page.goto(`${address}/month`)
    const map = await drawnMap(page)
    expect(surfaces).toEqual([])

    await tabTo(page, page.getByRole('radio', { name: 'None' }))
    await page.keyboard.press('ArrowRight')
    await page.getByText('Reports a square kilometre').waitFor()
    expect(parameters(page)).toEqual({ layer: 'density' })
    await drawnMap(page)
    await expectNoAxeViolations(page)
    await keepScreenshot(page, 'month-density-laptop')
    const layerText = () => page.locator('.app-legend__layer').innerText()
    const said = await layerText()
    expect(said).toMatch(/10 to under 30\s+30 to under 100\s+100 to under 300\s+300 or more/)
    expect(said).toContain('within 400 metres')
    for (const way of ['Zoom in', 'Zoom out', 'Zoom out']) {
      await button(page, way).click()
      await drawnMap(page)
      expect(await layerText()).toBe(said)
    }

    await page.keyboard.press('Tab')
    await page.getByRole('radio', { name: 'Significant cells' }).check()
    await page.getByText('stands out from chance').first().waitFor()
    expect(await layerText()).toContain('fewer than 1 in 20')
    await page.getByRole('radio', { name: 'None' }).check()
    await page.locator('.app-legend__layer').waitFor({ state: 'detached' })
    await page.getByRole('radio', { name: 'Density surface' }).check()
    expect(await layerText()).toBe(said)
    expect(surfaces).toHaveLength(1)

    for (const { id } of await storedMonths()) {
      await page.goto(`${address}/month?layer=density&run=${id}`)
      await page.locator('.app-legend__layer').waitFor()
      expect(await layerText()).toBe(said)
    }

    // Over the surface a place is its outline; inside it can be clicked all the same.
    await page.goto(`${address}/month?layer=density`)
    await drawnMap(page)
    await page.locator('.app-legend__layer').waitFor()
    const largest = hotspots.reduce((a, b) => (b.areaHectares > a.areaHectares ? b : a))
    const spot = await spotInside(map, hotspots, largest)
    await page.mouse.click(spot.x, spot.y)
    await panelOf(page, largest.name).waitFor()
  }),
)

type Position = [number, number]
const positionsOf = ({ geometry }: Pick<RunFindings['hotspots'][number], 'geometry'>): Position[] => {
  const numbers = (geometry.coordinates as unknown[]).flat(Infinity) as number[]
  return numbers.flatMap((x, i) => (i % 2 === 0 ? [[x, numbers[i + 1]!] as Position] : []))
}

/** Beside the number in its middle, so that it is the area that is met. */
const spotInside = (map: Locator, hotspots: RunFindings['hotspots'], one: RunFindings['hotspots'][number]) => {
  const own = positionsOf(one)
  const between = (axis: 0 | 1, share: number) => {
    const values = own.map((position) => position[axis])
    return Math.min(...values) + share * (Math.max(...values) - Math.min(...values))
  }
  const fitted = { positions: hotspots.flatMap(positionsOf), paddingPixels: 50, maxZoom: 15 }
  return pixelOn(map, fitted, [between(0, 0.5), between(1, 0.12)])
}

test(
  'the months play only when asked, one after another, each with its own counts, and stop at the last',
  withPage(LAPTOP, async ({ page, address }) => {
    const { hotspots } = await newest()
    const months = hotspots[0]!.findings.months.map(({ month }) => month)
    const countsIn = (month: string) =>
      hotspots.map(({ findings }) => findings.months.find((one) => one.month === month)!.reports)
    await page.goto(`${address}/month`)
    await drawnMap(page)
    expect(await shownMonth(page).count()).toBe(0)

    await tabTo(page, button(page, 'Play the months'))
    await page.keyboard.press('Enter')
    await page.getByText('July 2022', { exact: true }).and(shownMonth(page)).waitFor()
    await expectFocus(button(page, 'Pause'))
    const colours = await legend(page).innerText()
    await page.getByText('August 2022', { exact: true }).and(shownMonth(page)).waitFor()
    await page.keyboard.press('Enter')
    await expectFocus(button(page, 'Play'))
    expect(await countsInList(page)).toEqual(countsIn('2022-08'))
    expect(await page.getByRole('status').filter({ hasText: 'August 2022' }).innerText()).toContain(
      `${countsIn('2022-08').reduce((sum, count) => sum + count, 0)} reports`,
    )
    await page.getByText('Single months are small numbers').waitFor()
    await drawnMap(page)
    await expectNoAxeViolations(page)

    await button(page, 'Next month').click()
    expect(parameters(page)).toEqual({ show: '2022-09' })
    expect(await legend(page).innerText()).toBe(colours)
    await button(page, 'Previous month').click()
    const slider = page.getByRole('slider', { name: 'Month' })
    await slider.focus()
    await page.keyboard.press('End')
    expect(parameters(page)).toEqual({ show: months.at(-1) })
    expect(await slider.getAttribute('aria-valuetext')).toBe('June 2023')
    await page.getByText('Incomplete: return interviews are still due').waitFor()
    expect(await button(page, 'Next month').getAttribute('aria-disabled')).toBe('true')

    await page.keyboard.press('ArrowLeft')
    await button(page, 'Play').click()
    await page.getByText('June 2023', { exact: true }).and(shownMonth(page)).waitFor()
    await button(page, 'Play').waitFor()
    expect(parameters(page)).toEqual({ show: months.at(-1) })

    // The months that were gone through are no steps of the browser's.
    await page.goBack()
    await expect.poll(() => parameters(page)).toEqual({})
    expect(await countsInList(page)).toEqual(hotspots.map(({ reports }) => reports))
    await page.goForward()
    await button(page, 'All twelve together').click()
    await expectFocus(button(page, 'Play the months'))
  }),
)

test(
  'the table has the shown month’s count as a column, the map then no layer, and the address keeps both',
  withPage(LAPTOP, async ({ page, address }) => {
    const { hotspots } = await newest()
    await page.goto(`${address}/month?show=2022-09&layer=density`)
    await drawnMap(page)
    expect(await page.locator('.app-legend__layer').count()).toBe(0)
    expect(await page.getByRole('radio', { name: 'Density surface' }).isDisabled()).toBe(true)
    await page.getByText('The layer is of all twelve months and waits.').waitFor()

    await page.getByRole('link', { name: 'Table' }).click()
    await page.getByRole('columnheader', { name: 'Reports in September 2022' }).waitFor()
    expect((await page.locator('.app-table tbody td:nth-of-type(2)').allInnerTexts()).map(Number)).toEqual(
      hotspots.map(({ findings }) => findings.months.find(({ month }) => month === '2022-09')!.reports),
    )
    expect(parameters(page)).toEqual({ show: '2022-09', layer: 'density', view: 'table' })
  }),
)

test(
  'whether there is a new cluster is answered in every stored month, with what was looked at',
  withPage(LAPTOP, async ({ page, address }) => {
    for (const { id } of await storedMonths()) {
      const { newClusters } = await findingsOf(id)
      const live = newClusters.clusters.filter(({ isLive, p }) => isLive && p <= 0.05)
      await page.goto(`${address}/month?run=${id}`)
      const answer = page.getByRole('region', { name: 'Is there a new cluster?' })
      await answer.waitFor()
      const said = await answer.innerText()
      if (live.length === 0)
        expect(said).toContain('No. Nothing in the last 30 days stands out from what chance brings.')
      for (const { reports, children, names } of live) {
        expect(said).toContain(`${reports} reports of ${children} children`)
        expect(said).toContain(names[0])
      }
      await answer.getByText('What was looked at').click()
      await answer.getByText(`the dates were shuffled over the places ${newClusters.replications} times`).waitFor()
      await expectNoAxeViolations(page)
    }
  }),
)
