import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { expectNoAxeViolations, keepScreenshot, LAPTOP, PHONE, withPage, sharedDemo } from '../support/browser.ts'
import { demoApi, drawnMap, expectFocus, makePlace, ownName, tabTo } from './steps.ts'

beforeAll(sharedDemo)

const answer = (page: Page, question: string, choice: string | RegExp) =>
  page.getByRole('group', { name: question }).getByRole('radio', { name: choice }).check()

/** What every report needs beside its place. */
const tellTheRest = async (page: Page) => {
  await answer(page, 'What is known?', 'The child was seen there')
  await page.getByLabel('Day', { exact: true }).fill('5')
  await page.getByLabel('Month').fill('7')
  await page.getByLabel('Year').fill('2023')
  await answer(page, 'How exactly is the time known?', /^Only the day/)
  await answer(page, 'Is it a private address?', 'No')
  await answer(page, 'Do you know which child it is?', /^I don’t know/)
}

const check = (page: Page) => page.getByRole('button', { name: 'Check your answers' }).click()
const keep = (page: Page) => page.getByRole('button', { name: 'Keep this report' }).click()

/** The kept report, as the service has it. */
const kept = async (page: Page) => {
  await page.getByRole('heading', { level: 1, name: 'The report is kept' }).waitFor()
  const reference = await page.locator('.govuk-panel__body strong').innerText()
  expect(reference).not.toBe('')
  return page.locator('main').innerText()
}

test(
  'a report by hand is told with a click on the map, checked and kept',
  withPage(LAPTOP, async ({ page, address }) => {
    await page.goto(`${address}/data/report`)
    await tellTheRest(page)
    await answer(page, 'How can you show where it was?', 'By its name or on the map')
    await (await drawnMap(page)).click({ position: { x: 200, y: 200 } })
    await page.getByText('Chosen: the spot on the map').waitFor()
    await check(page)
    await page.getByRole('alert').getByRole('link', { name: 'Say how exactly you know the spot' }).click()
    await answer(page, 'How exactly do you know the spot?', 'Round about there')
    await keepScreenshot(page, 'report-filled-laptop')
    await expectNoAxeViolations(page)
    await check(page)

    await expectFocus(page.getByRole('heading', { level: 1, name: 'Check your answers' }))
    const answers = await page.locator('dl').innerText()
    expect(answers).toContain('The spot you chose on the map. How exactly: round about there')
    expect(answers).toContain('5 Jul 2023, time not known')
    await keepScreenshot(page, 'report-check-laptop')
    await expectNoAxeViolations(page)
    await keep(page)
    expect(await kept(page)).toMatch(/It stands (on the map, at no named place|at )/)
    await keepScreenshot(page, 'report-kept-laptop')
    await expectNoAxeViolations(page)
  }),
)

test(
  'a place that is searched for by its name is where the report stands',
  withPage(PHONE, async ({ page, address }) => {
    const place = await makePlace(ownName('Potoroo Park'), [-1.43, 52.91])
    await page.goto(`${address}/data/report`)
    await tellTheRest(page)
    await answer(page, 'How can you show where it was?', 'By its name or on the map')
    await page.getByLabel('Search for it').fill(place.name)
    await page.getByRole('button', { name: `${place.name} Park` }).click()
    await page.getByText(`Chosen: ${place.name}`).waitFor()
    await check(page)
    await keepScreenshot(page, 'report-check-phone')
    await keep(page)
    expect(await kept(page)).toContain(`It stands at ${place.name}.`)
  }),
)

test(
  'a report in words only, of a day and a child that nobody knows exactly, waits to be placed',
  withPage(PHONE, async ({ page, address }) => {
    const words = ownName('by the dunnart sign')
    const api = await demoApi()
    await page.goto(`${address}/data/report`)
    await answer(page, 'What is known?', 'The child goes there often')
    await answer(page, 'How exactly is the time known?', /^Not even the day/)
    const fill = async (group: string, day: string) => {
      const boxes = page.getByRole('group', { name: group })
      await boxes.getByLabel('Day').fill(day)
      await boxes.getByLabel('Month').fill('6')
      await boxes.getByLabel('Year').fill('2023')
    }
    await fill('The first day it may have been', '1')
    await fill('The last day it may have been', '9')
    await answer(page, 'How can you show where it was?', 'Only in words')
    await page.getByLabel('Where, in the words you were given').fill(words)
    await answer(page, 'Is it a private address?', 'No')
    await answer(page, 'Do you know which child it is?', /^I don’t know/)
    await keepScreenshot(page, 'report-filled-phone')
    await expectNoAxeViolations(page)
    await check(page)
    expect(await page.locator('dl').innerText()).toContain('Sometime from 1 Jun 2023 to 9 Jun 2023')
    await keep(page)

    expect(await kept(page)).toContain('It waits to be placed on the map')
    const { body } = await api.get('/api/queue/unplaced?limit=500')
    expect(body.reports.find(({ placeName }: { placeName: string }) => placeName === words)).toMatchObject({
      basis: 'frequented',
      timePrecision: 'unknown',
      childReference: null,
      placeCategory: null,
    })
  }),
)

test(
  'every answer that is missing is named, and its line leads to its field',
  withPage(LAPTOP, async ({ page, address }) => {
    await page.goto(`${address}/data/report`)
    await check(page)
    const summary = page.getByRole('alert')
    await expectFocus(summary)
    const links = await summary.getByRole('link').all()
    expect(links.length).toBeGreaterThan(5)
    for (const link of links) {
      const id = (await link.getAttribute('href'))!.slice(1)
      await link.click()
      await expectFocus(page.locator(`[id="${id}"]`))
      const described = await page.locator(`[id="${id}"]`).evaluate((field) => {
        const owners = [field, field.closest('fieldset')]
        const ids = owners.flatMap((owner) => (owner?.getAttribute('aria-describedby') ?? '').split(' '))
        return ids.map((name) => document.getElementById(name)?.textContent)
      })
      expect(described.join(), `what is read out with ${id}`).toContain(await link.innerText())
    }
    await keepScreenshot(page, 'report-errors-laptop')
    await expectNoAxeViolations(page)
  }),
)

test(
  'what was typed survives a lost connection and a look at another page',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      const words = ownName('the quoll corner')
      await page.goto(`${address}/data/report`)
      await tellTheRest(page)
      await answer(page, 'How can you show where it was?', 'Only in words')
      await page.getByLabel('Where, in the words you were given').fill(words)
      await page.getByRole('link', { name: 'Places' }).click()
      await page.getByRole('heading', { level: 1, name: 'Places' }).waitFor()
      await page.goBack()
      await check(page)
      await page.context().setOffline(true)
      await tabTo(page, page.getByRole('button', { name: 'Keep this report' }))
      await page.keyboard.press('Enter')
      await page.getByRole('alert').getByText('The service cannot be reached').waitFor()
      await keepScreenshot(page, 'report-offline-laptop')
      await expectNoAxeViolations(page)
      expect(await page.locator('dl').innerText()).toContain(words)

      await page.context().setOffline(false)
      await keep(page)
      await kept(page)
    },
    { allow: /ERR_INTERNET_DISCONNECTED/ },
  ),
)
