import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { expectNoAxeViolations, keepScreenshot, LAPTOP, PHONE, withPage, sharedDemo } from '../support/browser.ts'
import { drawnMap, expectFocus, load, makePlace, ownName, tabTo } from './steps.ts'

beforeAll(sharedDemo)

/** A report that nobody could place, in words of the test's own. */
const waitingReport = (words: string, reference = ownName('Q')) => ({
  report_ref: reference,
  basis: 'sighted',
  observed_from: '2023-07-06',
  is_private_address: 'N',
  place_name: words,
})

const item = (page: Page, words: string) =>
  page.getByRole('navigation', { name: 'Reports that wait' }).getByRole('button', { name: `“${words}”` })
const title = (page: Page, words: string) => page.getByRole('heading', { level: 2, name: `Where is “${words}”?` })
const notice = (page: Page, words: string) => page.getByRole('status', { name: 'Done' }).filter({ hasText: words })

/** Takes an action back and waits until the report waits again, open. */
const undo = async (page: Page, done: string, words: string) => {
  await notice(page, done).getByRole('button', { name: 'Undo' }).click()
  await title(page, words).waitFor()
  await expectFocus(title(page, words))
  await item(page, words).waitFor()
}

test(
  'a waiting report is placed by its suggestion; the next one opens with the focus at its heading; undone, it waits again',
  withPage(LAPTOP, async ({ page, address }) => {
    const place = await makePlace(ownName('Quokka Gardens'), [-1.44, 52.9])
    const words = place.name.replace('Gardens', 'Gardns')
    await load('reports', [waitingReport(words)])
    await page.goto(`${address}/data/queue`)
    await item(page, words).click()
    await page.getByRole('button', { name: new RegExp(`^${place.name}`) }).click()
    await page.getByText(`Chosen: ${place.name}`).waitFor()
    await drawnMap(page)
    await keepScreenshot(page, 'queue-chosen-laptop')
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: 'Place it here' }).click()

    const done = `“${words}” was placed at ${place.name}.`
    await notice(page, done).waitFor()
    await item(page, words).waitFor({ state: 'detached' })
    await expectFocus(page.locator('#report-title'))
    await keepScreenshot(page, 'queue-done-laptop')
    await expectNoAxeViolations(page)
    await undo(page, done, words)
  }),
)

test(
  'a waiting report is placed by a click on the map',
  withPage(LAPTOP, async ({ page, address }) => {
    const words = ownName('the wombat steps')
    await load('reports', [waitingReport(words)])
    await page.goto(`${address}/data/queue`)
    await item(page, words).click()
    await (await drawnMap(page)).click({ position: { x: 200, y: 180 } })
    await page.getByText('Chosen: the spot on the map').waitFor()
    await page.getByRole('button', { name: 'Place it here' }).click()

    const done = `“${words}” was placed at the spot on the map.`
    await notice(page, done).waitFor()
    await undo(page, done, words)
  }),
)

test(
  'a report is set aside with a reason, and not without; it can be undone, and be taken back later',
  withPage(PHONE, async ({ page, address }) => {
    const words = ownName('numbat somewhere')
    await load('reports', [waitingReport(words)])
    const setAside = async () => {
      await page.getByRole('button', { name: 'It cannot be placed: set it aside' }).click()
      await page.getByLabel('Why can it not be placed?').fill('too vague: in town')
      await page.getByRole('button', { name: 'Set aside' }).click()
      await notice(page, `“${words}” was set aside.`).waitFor()
    }
    await page.goto(`${address}/data/queue`)
    await item(page, words).click()
    await page.getByRole('button', { name: 'It cannot be placed: set it aside' }).click()
    await page.getByRole('button', { name: 'Set aside' }).click()
    const reason = page.getByLabel('Why can it not be placed?')
    await expectFocus(reason)
    expect(await reason.getAttribute('aria-describedby')).toContain('aside-reason-error')
    await keepScreenshot(page, 'queue-aside-phone')
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: 'Cancel' }).click()
    await setAside()
    await undo(page, `“${words}” was set aside.`, words)

    await setAside()
    await page.getByRole('link', { name: 'See what was set aside' }).click()
    await page
      .getByRole('navigation', { name: 'Reports set aside' })
      .getByRole('button', { name: `“${words}”` })
      .click()
    await page.getByText('Set aside: too vague: in town').waitFor()
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: 'Take it back into the queue' }).click()
    await notice(page, `“${words}” waits again to be placed.`).waitFor()
  }),
)

test(
  'all reports that say the same are placed at once, and later ones by themselves',
  withPage(LAPTOP, async ({ page, address }) => {
    const place = await makePlace(ownName('Bilby Square'), [-1.45, 52.91])
    const words = ownName('by the bilby')
    await load('reports', [waitingReport(words), waitingReport(words), waitingReport(words)])
    await page.goto(`${address}/data/queue`)
    await item(page, words).first().click()
    await page.getByLabel('Or search for it').or(page.getByLabel('Search for it')).fill(place.name)
    await page.locator('.app-search__match').filter({ hasText: place.name }).last().click()
    await page.getByLabel(`Place all 3 reports that say “${words}” here, and remember these words`).check()
    await page.getByRole('button', { name: 'Place it here' }).click()

    const done = `“${words}” was placed at ${place.name}, with 2 other reports that say the same. Undo takes back this one only.`
    await notice(page, done).waitFor()
    await item(page, words).first().waitFor({ state: 'detached' })
    const { body } = await load('reports', [waitingReport(words)])
    expect(body).toMatchObject({ accepted: 1, unplaced: 0 })
    await undo(page, done, words)
    expect(await item(page, words).count()).toBe(1)
  }),
)

test(
  'a report is placed by keyboard alone, from the list to the undoing',
  withPage(LAPTOP, async ({ page, address }) => {
    const place = await makePlace(ownName('Kowari Court'), [-1.46, 52.88])
    const words = ownName('Kowari')
    await load('reports', [waitingReport(words)])
    await page.goto(`${address}/data/queue`)
    await item(page, words).waitFor()
    await tabTo(page, item(page, words))
    await page.keyboard.press('Enter')
    await title(page, words).waitFor()
    await tabTo(page, page.getByRole('searchbox'))
    await page.keyboard.type(place.name)
    await page.getByText('Enter takes the first').waitFor()
    await page.keyboard.press('Enter')
    await page.getByText(`Chosen: ${place.name}`).waitFor()
    await tabTo(page, page.getByRole('button', { name: 'Place it here' }))
    await page.keyboard.press('Enter')

    await notice(page, `“${words}” was placed at ${place.name}.`).waitFor()
    await expectFocus(page.locator('#report-title'))
    await tabTo(page, notice(page, words).getByRole('button', { name: 'Undo' }), { backwards: true })
    await page.keyboard.press('Enter')
    await expectFocus(title(page, words))
  }),
)
