import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { Role } from '../../server/access/roles.ts'
import { apiAt, type TestApi } from '../support/app.ts'
import {
  demoToken,
  expectNoAxeViolations,
  expectNoSidewaysScrolling,
  keepScreenshot,
  LAPTOP,
  PHONE,
  sharedDemo,
  withPage,
} from '../support/browser.ts'
import { requestPatrol, taskedPatrol } from '../patrols/make-patrol.ts'

let planner: TestApi
let coordinator: TestApi
let places: { id: string; name: string }[]

const asDemo = async (role: Role) => apiAt((await sharedDemo()).address, { token: await demoToken(role) })

/** Every day from 00:00 to 12:00 and from 12:00 to 24:00: whatever the time is, a visit falls into a window. */
const ALWAYS = { windows: [24, 36].map((fromHour) => ({ fromHour, hours: 12 })), visitsADay: 1 }

beforeAll(async () => {
  planner = await asDemo('snt_planner')
  coordinator = await asDemo('coordinator')
  places = (await planner.get('/api/shared/hotspots')).body.hotspots
})

const settle = async (page: Page) => {
  await page.waitForLoadState('networkidle')
  await page.locator('[data-map="drawing"]').waitFor({ state: 'detached' })
}

test(
  'a planner takes a request up, plans it by its best times and gives it out; the briefing begins with the children and opens as files',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      const { id, ref } = await requestPatrol(coordinator, places[0]!.id)
      await page.goto(`${address}/patrols`)
      await page
        .getByRole('region', { name: /To take up/ })
        .getByRole('row', { name: new RegExp(`${ref},`) })
        .waitFor()
      await page.goto(`${address}/patrols/${id}`)
      await page.getByRole('button', { name: 'Take it up' }).click()
      await page.getByText('You have taken it up').waitFor()
      const form = page.getByRole('form', { name: 'Plan of the visits' })
      expect(
        await form
          .getByRole('checkbox', { name: /best time/ })
          .first()
          .isChecked(),
      ).toBe(true)
      await form.getByRole('button', { name: 'Add another time' }).click()
      await form.getByLabel('Day', { exact: true }).selectOption('Tuesday')
      await form.getByLabel('From').selectOption('16:00')
      await form.getByRole('button', { name: 'Add this time' }).click()
      await form.getByLabel('Briefing (optional)').fill('Speak to the staff at the south door.')
      await keepScreenshot(page, 'patrol-plan')
      await expectNoAxeViolations(page)
      await form.getByRole('button', { name: 'Give it out', exact: true }).click()
      await page.getByText('It is given out').first().waitFor()
      await expectNoAxeViolations(page)

      await page.getByRole('link', { name: 'Briefing to print' }).click()
      await page.getByText('Children found here are to be treated as victims first').waitFor()
      await settle(page)
      expect(await page.getByText(/about violence/).isVisible()).toBe(true)
      await keepScreenshot(page, 'briefing-laptop')
      await expectNoAxeViolations(page)
      for (const [name, ending] of [
        [/GPX/, 'gpx'],
        [/calendar/, 'ics'],
      ] as const) {
        const download = page.waitForEvent('download')
        await page.getByRole('link', { name }).click()
        expect((await download).suggestedFilename()).toBe(`OS_${ref}.${ending}`)
      }
    },
    { as: 'snt_planner' },
  ),
)

const orderOf = async (page: Page): Promise<string[]> =>
  (await page.locator('.app-stop__name').allTextContents()).map((text) => text.replace(/^\d\d:\d\d /, ''))

/** Waits for the service to have worked out an order. */
const expectOrder = (page: Page, order: string[]) =>
  expect.poll(() => orderOf(page), { timeout: 10_000 }).toEqual(order)

test(
  'a shift’s visits are put in order, and the order is changed with keys, by dragging in the list and by dragging on the map',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      const refs: string[] = []
      for (const { id } of places.slice(0, 3)) refs.push((await taskedPatrol(coordinator, planner, id, ALWAYS)).ref)
      await page.goto(`${address}/shift`)
      await page.getByRole('heading', { name: 'Places in your areas' }).waitFor()
      await settle(page)
      await expectNoAxeViolations(page)
      // Other tests have given out tasks of their own.
      for (const box of await page.getByRole('checkbox').all()) await box.uncheck()
      await page.getByRole('button', { name: 'Put them in order' }).click()
      await page.getByRole('link', { name: 'Choose at least one task' }).waitFor()
      for (const ref of refs) await page.getByRole('checkbox', { name: new RegExp(`${ref},`) }).check()
      await page.getByRole('button', { name: 'Put them in order' }).click()
      await page.locator('.app-stop').nth(2).waitFor()
      await settle(page)
      const [first, second, third] = await orderOf(page)

      const later = page.getByRole('button', { name: /^Later/ }).first()
      await later.focus()
      await page.keyboard.press('Enter')
      await expectOrder(page, [second!, first!, third!])
      // The button went with its visit.
      await expect
        .poll(() =>
          page.evaluate(() => document.activeElement?.closest('li')?.querySelector('.app-stop__name')?.textContent),
        )
        .toContain(first)
      await page.keyboard.press('Enter')
      await expectOrder(page, [second!, third!, first!])

      const handle = (await page.locator('.app-stop__handle').nth(2).boundingBox())!
      const top = (await page.locator('.app-stop').first().boundingBox())!
      await page.mouse.move(handle.x + 10, handle.y + 10)
      await page.mouse.down()
      await page.mouse.move(handle.x + 10, top.y + 4, { steps: 8 })
      await keepScreenshot(page, 'shift-dragging')
      await page.mouse.up()
      await expectOrder(page, [first!, second!, third!])

      const numbers = page.locator('.app-route-number')
      await numbers.first().scrollIntoViewIfNeeded()
      const [one, three] = [(await numbers.nth(0).boundingBox())!, (await numbers.nth(2).boundingBox())!]
      await page.mouse.move(three.x + 15, three.y + 15)
      await page.mouse.down()
      await page.mouse.move(one.x + 13, one.y + 17, { steps: 10 })
      await page.mouse.up()
      await expectOrder(page, [third!, first!, second!])

      expect(await page.getByText(/^Straight lines times 1\.3/).isVisible()).toBe(true)
      expect(await page.getByText(/Counted in best windows, not in reports/).isVisible()).toBe(true)
      await keepScreenshot(page, 'shift-route-laptop')
      await expectNoAxeViolations(page)
      await page.getByRole('button', { name: 'Keep this shift' }).click()
      await page.getByText(/is kept: officers of your areas see it/).waitFor()
      await page
        .getByRole('button', { name: /^Take it back/ })
        .first()
        .click()
      await page.getByText('The shift is taken back.').waitFor()
    },
    { as: 'snt_planner' },
  ),
)

test(
  'on a phone a visit takes one tap to begin and one to end, outlives the page, and is told of in taps',
  withPage(
    PHONE,
    async ({ page, address }) => {
      const { name } = places[3]!
      await taskedPatrol(coordinator, planner, places[3]!.id, ALWAYS)
      await page.goto(address)
      await page.getByRole('link', { name: 'Visits' }).click()
      const start = page.getByRole('button', { name: new RegExp(`^Start visit.*${name}`) }).first()
      await start.waitFor()
      await settle(page)
      await expectNoSidewaysScrolling(page)
      await expectNoAxeViolations(page)
      await keepScreenshot(page, 'visit-phone')

      await start.click()
      await page.getByRole('heading', { name: `At ${name}` }).waitFor()
      await settle(page)
      await page.reload()
      await page.getByRole('heading', { name: `At ${name}` }).waitFor()
      await keepScreenshot(page, 'visit-under-way-phone')
      await expectNoAxeViolations(page)

      await page.getByRole('button', { name: 'End the visit' }).click()
      const form = page.getByRole('form', { name: `What was done at ${name}?` })
      await form.waitFor()
      for (let i = 0; i < 3; i++) await form.getByRole('button', { name: 'One more: People spoken to' }).click()
      await form.getByRole('button', { name: 'One more: Safeguarding actions' }).click()
      await form.getByLabel('Yes').check()
      await keepScreenshot(page, 'visit-say-phone')
      await expectNoSidewaysScrolling(page)
      await expectNoAxeViolations(page)
      await form.getByRole('button', { name: 'Save' }).click()
      await page.getByText(`${name}: 3 people spoken to, 1 safeguarding action`).waitFor()
    },
    { as: 'snt_officer' },
  ),
)

test(
  'without a connection what is tapped is kept and said to be, and sent once when it is back',
  withPage(
    PHONE,
    async ({ page, address }) => {
      const { name } = places[4]!
      const { id } = await taskedPatrol(coordinator, planner, places[4]!.id, ALWAYS)
      await page.goto(`${address}/visit`)
      const start = page.getByRole('button', { name: new RegExp(`^Start visit.*${name}`) }).first()
      await start.waitFor()
      await page.context().setOffline(true)
      await start.click()
      await page.getByText('No connection.').waitFor()
      await page.getByRole('button', { name: 'End the visit' }).click()
      await page.getByText(/2 taps are kept in this page/).waitFor()
      await page
        .getByRole('form', { name: `What was done at ${name}?` })
        .getByRole('button', { name: 'Save' })
        .click()
      await page.getByText(/3 taps are kept in this page/).waitFor()
      await keepScreenshot(page, 'visit-offline-phone')
      await expectNoAxeViolations(page)

      await page.context().setOffline(false)
      await page.getByText('No connection.').waitFor({ state: 'detached' })
      await page.getByText(`${name}: 0 people spoken to`).waitFor()
      const { body } = await planner.get(`/api/patrols/${id}`)
      expect(body.visits).toHaveLength(1)
      expect(body.visits[0]).toMatchObject({ engagements: 0, endedAt: expect.any(String) })
    },
    { as: 'snt_officer', allow: /ERR_INTERNET_DISCONNECTED|Failed to fetch/ },
  ),
)
