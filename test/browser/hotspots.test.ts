import { beforeAll, expect, test } from 'vitest'
import { demoApi } from './steps.ts'
import { LAPTOP, withPage, sharedDemo } from '../support/browser.ts'

beforeAll(sharedDemo)

/** The places that the seed report names. */
const SEED_PLACES = [
  'Derbion',
  'River Gardens',
  'Derby Bus Station',
  'Caxton Park',
  'Stockbrook Park',
  'Markeaton Park',
]

test(
  'the seed’s places stand in the ranked list, found and suspected apart, and each opens its panel',
  withPage(LAPTOP, async ({ page, address }) => {
    await page.goto(address)
    for (const name of SEED_PLACES) {
      const row = page.getByRole('button', { name: new RegExp(`\\b${name}\\b`) })
      const text = (await row.textContent()) ?? ''
      const found = Number(/found (\d+)/.exec(text)?.[1])
      const suspected = Number(/suspected (\d+)/.exec(text)?.[1])
      expect(found, `found at ${name}: ${text}`).toBeGreaterThan(0)
      expect(suspected, `suspected at ${name}: ${text}`).toBeGreaterThan(0)

      await row.click()
      const panel = page.getByRole('region', { name: new RegExp(name) })
      await panel.waitFor()
      const panelText = await panel.innerText()
      expect(panelText).toMatch(/\d+ reports? of \d+ children/)
      expect(panelText).toMatch(/found there\s+\d/i)
      await panel.getByRole('button', { name: /^Close/ }).click()
      await panel.waitFor({ state: 'detached' })
    }
  }),
)

test(
  'the panel’s counts are those of the API',
  withPage(LAPTOP, async ({ page, address }) => {
    const { hotspots } = (await (await demoApi()).get('/api/hotspots')).body as {
      hotspots: { name: string; reports: number; children: number; found: number; suspected: number }[]
    }
    const derbion = hotspots.find(({ name }) => name === 'Derbion')!

    await page.goto(address)
    await page.getByRole('button', { name: /Derbion/ }).click()
    const text = await page.getByRole('region', { name: /Derbion/ }).innerText()

    expect(text).toContain(`${derbion.reports} reports of ${derbion.children} children`)
    expect(text).toMatch(new RegExp(`Found there\\s+${derbion.found}\\b`))
    expect(text).toMatch(new RegExp(`Thought to be there\\s+${derbion.suspected}\\b`))
  }),
)

test(
  'the list is worked by keyboard alone, and the address never holds a child',
  withPage(LAPTOP, async ({ page, address }) => {
    await page.goto(address)
    await page.getByRole('button', { name: /Derbion/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: /Derbion/ }).waitFor()
    expect(page.url()).not.toMatch(/YP-|child/i)

    await page.goBack()
    await page.getByRole('region', { name: /Derbion/ }).waitFor({ state: 'detached' })
  }),
)

test(
  'every report of the period is told of: in a place, as a pattern of few children, or left out with the reason',
  withPage(LAPTOP, async ({ page, address }) => {
    await page.goto(address)
    await page.getByRole('button', { name: /Derbion/ }).waitFor()
    const text = await page.getByRole('main').innerText()

    expect(text).toMatch(/private/i)
    expect(text).toMatch(/outside/i)
    expect(text).toMatch(/not placed|unplaced/i)
  }),
)
