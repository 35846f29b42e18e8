import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { expectNoAxeViolations, keepScreenshot, LAPTOP, withPage, sharedDemo } from '../support/browser.ts'
import { expectFocus, load, ownName } from './steps.ts'

beforeAll(sharedDemo)

const AT_DERBION = { is_private_address: 'N', place_name: 'Derbion' }

/** A child of its own, missing for a night, found at Derbion by one source and seen there by another. */
const toldTwice = async () => {
  const name = ownName('TWICE')
  const ids = { child_source_id: `${name}-child`, episode_source_id: `${name}-episode` }
  const [started_at, ended_at] = ['2023-05-10 18:00', '2023-05-11 06:00']
  await load('episodes', [{ ...ids, category: 'M', started_at, ended_at }])
  const times = { observed_from: '2023-05-10 22:00', observed_to: '2023-05-10 23:00', time_precision: 'exact' }
  await load('reports', [
    { report_ref: `${name}-1`, ...ids, ...AT_DERBION, ...times, basis: 'found' },
    { report_ref: `${name}-2`, ...ids, ...AT_DERBION, ...times, basis: 'sighted' },
  ])
  return name
}

/** The reports at Derbion, as the list beside the map says. */
const reportsAtDerbion = async (page: Page, address: string) => {
  await page.goto(address)
  const text = await page
    .getByRole('button', { name: /\bDerbion\b/ })
    .locator('.app-ranked__reports')
    .innerText()
  return Number(/\d+/.exec(text)?.[0])
}

test(
  'a pair that is joined counts once on the map, undone twice again, and kept apart stays two',
  withPage(LAPTOP, async ({ page, address }) => {
    const name = await toldTwice()
    const pair = page.getByRole('article').filter({ hasText: `${name}-1` })
    const notice = (words: string) =>
      page.getByRole('status', { name: 'Done' }).filter({ hasText: name }).filter({ hasText: words })
    const asTwo = await reportsAtDerbion(page, address)

    await page.goto(`${address}/data/duplicates`)
    await pair.getByText('Both stand at the same spot.').waitFor()
    expect(await pair.getByRole('row', { name: /What is known/ }).innerText()).toMatch(/differs/)
    await pair.getByRole('button', { name: 'One occurrence' }).click()
    await notice('They count as one occurrence now.').waitFor()
    await pair.waitFor({ state: 'detached' })
    await expectFocus(page.locator('.app-duplicate h2, h1').last().or(page.locator('.app-duplicate h2').first()))
    await keepScreenshot(page, 'duplicates-joined-laptop')
    await expectNoAxeViolations(page)
    expect(await reportsAtDerbion(page, address)).toBe(asTwo - 1)

    await page.goto(`${address}/data/duplicates?state=decided`)
    await pair.getByText('Decided: one occurrence.').waitFor()
    await expectNoAxeViolations(page)
    await pair.getByRole('button', { name: 'Decide later' }).click()
    await notice('The pair waits for a decision again.')
      .or(page.getByText('Nothing has been decided yet'))
      .first()
      .waitFor()
    await page.getByRole('link', { name: 'Back to the pairs that wait' }).click()
    await pair.waitFor()
    expect(await reportsAtDerbion(page, address)).toBe(asTwo)

    await page.goto(`${address}/data/duplicates`)
    await pair.getByRole('button', { name: 'One occurrence' }).click()
    await notice('They count as one occurrence now.').getByRole('button', { name: 'Undo' }).click()
    await pair.getByRole('button', { name: 'Two different ones' }).click()
    await notice('They stay two different ones.').waitFor()
    expect(await reportsAtDerbion(page, address)).toBe(asTwo)
  }),
)
