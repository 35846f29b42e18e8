import { beforeAll, expect, test } from 'vitest'
import { expectNoAxeViolations, keepScreenshot, LAPTOP, withPage, sharedDemo } from '../support/browser.ts'
import {
  ask,
  namesInList,
  namesInTable,
  panelOf,
  parameters,
  choice,
  mapLegend,
  expectNoScrolling,
} from './map-page.ts'
import { drawnMap, expectFocus, pixelOn, tabTo } from './steps.ts'

beforeAll(sharedDemo)

test(
  'a filter changes the list, the table and the map together, stands in the address, and Back takes it away',
  withPage(LAPTOP, async ({ page, address }) => {
    const all = await ask()
    const parks = await ask('?category=park')
    await page.goto(address)
    await drawnMap(page)
    await expectNoScrolling(page)
    await choice(page, 'Places').selectOption('park')
    await expect.poll(() => namesInList(page)).toEqual(parks.hotspots.map(({ name }) => name))
    expect(parameters(page)).toEqual({ category: 'park' })
    await drawnMap(page)
    await keepScreenshot(page, 'map-parks-laptop')

    await page.getByRole('link', { name: 'Table' }).click()
    expect(await namesInTable(page)).toEqual(parks.hotspots.map(({ name }) => name))
    expect(parameters(page)).toEqual({ category: 'park', view: 'table' })
    await page.getByRole('button', { name: 'Reports', exact: true }).click()
    const counts = parks.hotspots.map(({ reports }) => reports).sort((a, b) => b - a)
    expect((await page.locator('.app-table tbody td:nth-of-type(3)').allInnerTexts()).map(Number)).toEqual(counts)
    expect(await page.getByRole('columnheader', { name: 'Reports', exact: true }).getAttribute('aria-sort')).toBe(
      'descending',
    )
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: 'Place', exact: true }).click()
    const sorted = parks.hotspots.map(({ name }) => name).sort((a, b) => a.localeCompare(b))
    expect(await namesInTable(page)).toEqual(sorted)

    await page.goBack()
    await page.goBack()
    await expect.poll(() => namesInList(page)).toEqual(all.hotspots.map(({ name }) => name))
    expect(parameters(page)).toEqual({})
  }),
)

test(
  'every filter of the bar is a question that the service answers, told in the address',
  withPage(LAPTOP, async ({ page, address }) => {
    await page.goto(address)
    await choice(page, 'Time of day').selectOption('night')
    await choice(page, 'Area').selectOption({ index: 1 })
    await page.locator('summary').filter({ hasText: 'Kind of report' }).click()
    await page.getByRole('button', { name: 'Found there only' }).click()
    await page.locator('summary').filter({ hasText: 'Period' }).click()
    await page.getByRole('button', { name: /^The 12 months before those/ }).click()
    const asked = parameters(page)
    expect(asked).toMatchObject({ dayPart: 'night', basis: 'found', from: '2021-07-01', to: '2022-07-01' })
    const answer = await ask(new URL(page.url()).search)
    await expect.poll(() => namesInList(page)).toEqual(answer.hotspots.map(({ name }) => name))
    await drawnMap(page)
    await keepScreenshot(page, 'map-filtered-laptop')
    await expectNoAxeViolations(page)

    await page.locator('summary').filter({ hasText: 'Period' }).click()
    const last = page.getByRole('group', { name: 'Last day' })
    await last.getByLabel('Year').fill('2020')
    await page.getByRole('button', { name: 'Show these days' }).click()
    await page.getByText('The last day must not be before the first.').waitFor()
    await expectNoAxeViolations(page)
    await keepScreenshot(page, 'map-period-laptop')
  }),
)

test(
  'an address that cannot be says what is wrong in it and has a way out; one without an answer says so',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      await page.goto(`${address}/?from=yesterday`)
      await page.getByText('Give a date as YYYY-MM-DD, such as 2023-07-01.').waitFor()
      await expectNoAxeViolations(page)
      await page.getByRole('link', { name: 'Show the last 12 complete months, without filters' }).click()
      await page.getByRole('button', { name: /\bDerbion\b/ }).waitFor()

      await page.goto(`${address}/?from=1999-01-01&to=1999-02-01`)
      await page.getByText('No report fits these filters.').waitFor()
      await drawnMap(page)
      await page.getByRole('link', { name: 'Take all filters away' }).click()
      await page.getByRole('button', { name: /\bDerbion\b/ }).waitFor()
    },
    { allow: /status of 400/ },
  ),
)

test(
  'a hotspot that is clicked on the map itself opens its panel, and is marked in the list',
  withPage(LAPTOP, async ({ page, address }) => {
    const { hotspots } = await ask()
    const largest = hotspots.reduce((a, b) => (b.areaHectares > a.areaHectares ? b : a))
    await page.goto(address)
    const map = await drawnMap(page)
    await mapLegend(page).waitFor()
    const positions = hotspots.flatMap(({ geometry }) => (geometry.coordinates as unknown[]).flat(Infinity) as number[])
    const pairs = positions.flatMap((x, i) => (i % 2 === 0 ? [[x, positions[i + 1]!] as [number, number]] : []))
    const own = (largest.geometry.coordinates as unknown[]).flat(Infinity) as number[]
    const middle = (offset: 0 | 1) => {
      const numbers = own.filter((_, i) => i % 2 === offset)
      return (Math.min(...numbers) + Math.max(...numbers)) / 2
    }
    const spot = await pixelOn(map, { positions: pairs, paddingPixels: 50, maxZoom: 15 }, [middle(0), middle(1)])
    await page.mouse.move(spot.x, spot.y)
    await page.locator('.app-ranked__row--hovered').filter({ hasText: largest.name }).waitFor()
    await page.mouse.click(spot.x, spot.y)

    await panelOf(page, largest.name).waitFor()
    await page.getByText('Months and week as tables').waitFor()
    expect(
      await page
        .getByRole('button', { name: new RegExp(`${largest.name}.*reports`, 's') })
        .getAttribute('aria-pressed'),
    ).toBe('true')
    await drawnMap(page)
    await expectNoScrolling(page)
    await keepScreenshot(page, 'map-panel-laptop')
    await expectNoAxeViolations(page)
  }),
)

test(
  'by keyboard: a row leads into its panel, Escape, Close and Back lead to the row again, in the list and in the table',
  withPage(LAPTOP, async ({ page, address }) => {
    const [first, second] = (await ask()).hotspots
    const title = (name: string) => page.getByRole('heading', { level: 2, name: new RegExp(name) })
    await page.goto(address)
    for (const [id, path] of [
      ['rank', '/'],
      ['row', '/?view=table'],
    ] as const) {
      await page.goto(address + path)
      const row = page.locator(`#${id}-2`)
      await row.waitFor()
      await tabTo(page, row)
      await page.keyboard.press('Enter')
      await expectFocus(title(second!.name))
      await page.keyboard.press('Escape')
      await panelOf(page, second!.name).waitFor({ state: 'detached' })
      await expectFocus(row)

      await page.keyboard.press('Enter')
      await tabTo(page, page.getByRole('button', { name: `Close the panel of ${second!.name}` }))
      await page.keyboard.press('Enter')
      await expectFocus(row)

      await tabTo(page, page.locator(`#${id}-1`), { backwards: true })
      await page.keyboard.press('Enter')
      await expectFocus(title(first!.name))
      await page.goBack()
      await expectFocus(page.locator(`#${id}-1`))
    }
    await page.goto(`${address}/?place=${first!.placeId}`)
    await panelOf(page, first!.name).waitFor()
    expect(
      await page.evaluate(() => document.activeElement === document.body),
      'a link that was sent moves no focus',
    ).toBe(true)
  }),
)
