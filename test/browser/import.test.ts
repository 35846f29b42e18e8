import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { expectNoAxeViolations, keepScreenshot, LAPTOP, PHONE, withPage, sharedDemo } from '../support/browser.ts'
import { csvOf, demoApi, fileOf, ownName } from './steps.ts'

beforeAll(sharedDemo)

const report = (report_ref: string, change: Record<string, string> = {}) => ({
  report_ref,
  basis: 'found',
  observed_from: '2023-07-05',
  is_private_address: 'N',
  place_name: '',
  longitude: '-1.4300',
  latitude: '52.8900',
  shoe_size: '7',
  ...change,
})

/** A thousand letters. */
const LONG = 'a'.repeat(1000)

const choose = (page: Page, file: ReturnType<typeof fileOf>) => page.locator('#import-file').setInputFiles(file)
const cardOf = (page: Page, name: string) => page.getByRole('article', { name: new RegExp(name) })
const load = (page: Page) => page.getByRole('button', { name: /^Load (the file|\d+ files)/ }).click()

test(
  'a file with bad rows is taken in without them; they are listed with their reasons, downloaded, mended and loaded until none is refused',
  withPage(LAPTOP, async ({ page, address }) => {
    const name = ownName('month')
    const rows = [
      report(`${name}-1`),
      report(`${name}-2`, { basis: 'fund' }),
      report(`${name}-3`, { observed_from: '31/02/2023' }),
      report(`${name}-4`, { is_private_address: 'maybe' }),
      report(`${name}-5`, { place_name: `behind ${name}`, longitude: '', latitude: '' }),
    ]
    await page.goto(`${address}/data`)
    await choose(page, fileOf(`${name}.csv`, csvOf(rows)))
    expect(await page.getByLabel('What it holds').inputValue()).toBe('reports')
    await load(page)

    const card = cardOf(page, name)
    await card.getByText('The file has been read to its end.').waitFor()
    const outcome = await card.locator('dl').innerText()
    expect(outcome.replace(/\s+/g, ' ')).toContain('1 new row taken in')
    expect(outcome.replace(/\s+/g, ' ')).toContain('1 taken in, but nobody knows yet where on the map')
    expect(outcome.replace(/\s+/g, ' ')).toContain('3 refused')
    expect(await card.innerText()).toContain('5 rows in the file. Not used, because it is not known: shoe_size.')
    await keepScreenshot(page, 'import-outcome-laptop')
    await expectNoAxeViolations(page)

    await card.getByRole('link', { name: 'Details of this import' }).click()
    await page.getByRole('heading', { level: 1, name: `${name}.csv` }).waitFor()
    const row = (number: number) =>
      page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: `${number}`, exact: true }) })
    expect(await row(3).innerText()).toMatch(/basis\s+Give basis as found, disclosed.*\s+fund/)
    expect(await row(4).innerText()).toMatch(/observed_from\s+Give observed_from as a date.*\s+31\/02\/2023/)
    expect(await row(5).innerText()).toMatch(/is_private_address\s+Give is_private_address as Y or N\.\s+maybe/)
    await keepScreenshot(page, 'import-refused-laptop')
    await expectNoAxeViolations(page)

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /Download the refused rows/ }).click(),
    ])
    const refused = readFileSync(await download.path(), 'utf8')
    expect(refused.split('\n').filter((line) => line.startsWith(`${name}-`))).toHaveLength(3)
    const mended = refused.replace('fund', 'found').replace('31/02/2023', '28/02/2023').replace('maybe', 'N')

    await page.getByRole('link', { name: 'Data' }).first().click()
    await choose(page, fileOf(`${name}-mended.csv`, mended))
    await load(page)
    const again = cardOf(page, `${name}-mended`)
    await again.getByText('3 rows in the file').waitFor()
    expect((await again.locator('dl').innerText()).replace(/\s+/g, ' ')).toBe('3 new rows taken in')
  }),
)

test(
  'a file that is no CSV is not taken in, and the page says what is missing',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      const name = ownName('picture')
      await page.goto(`${address}/data`)
      await load(page)
      await page.getByRole('alert').getByText('Choose a file to load').waitFor()

      await choose(
        page,
        fileOf(`${name}.csv`, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 1, 2])),
      )
      await load(page)
      await page
        .getByRole('alert')
        .getByRole('link', { name: `Say what ${name}.csv holds` })
        .click()
      expect(await page.getByLabel('What it holds').evaluate((field) => field === document.activeElement)).toBe(true)
      await page.getByLabel('What it holds').selectOption('reports')
      await load(page)

      const card = cardOf(page, name)
      await card.getByRole('heading', { name: 'The file cannot be read' }).waitFor()
      expect(await card.innerText()).toContain('The first line does not name report_ref')
      expect(await card.innerText()).toContain('Nothing of this file was taken in.')
      await keepScreenshot(page, 'import-not-csv-laptop')
      await expectNoAxeViolations(page)
    },
    { allow: /status of 422/ },
  ),
)

test(
  'a file that is dropped on the page is loaded as one that is chosen; the same file again changes nothing',
  withPage(PHONE, async ({ page, address }) => {
    const name = ownName('dropped')
    const text = csvOf([report(`${name}-1`), report(`${name}-2`)])
    await page.goto(`${address}/data`)
    for (const words of ['2 new rows taken in', '2 here already, nothing to change']) {
      const dataTransfer = await page.evaluateHandle(
        ([fileName, content]) => {
          const transfer = new DataTransfer()
          transfer.items.add(new File([content!], fileName!, { type: 'text/csv' }))
          return transfer
        },
        [`${name}.csv`, text],
      )
      await page.locator('.app-drop').dispatchEvent('drop', { dataTransfer })
      await page.getByText(`${name}.csv`).first().waitFor()
      await load(page)
      await expect
        .poll(async () => (await cardOf(page, name).locator('dl').allInnerTexts()).join().replace(/\s+/g, ' '))
        .toContain(words)
    }
    await keepScreenshot(page, 'import-outcome-phone')
    await expectNoAxeViolations(page)
  }),
)

test(
  'a large file shows how far it is, and leaves nothing when it is stopped in the middle',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      const api = await demoApi()
      const name = ownName('large')
      const waiting = (await api.get('/api/queue/unplaced?limit=1')).body.waiting as number
      // A slow line: most of the file has not gone when it is stopped.
      const line = await page.context().newCDPSession(page)
      const throughput = { downloadThroughput: -1, uploadThroughput: 4_000_000 }
      await line.send('Network.emulateNetworkConditions', { offline: false, latency: 0, ...throughput })
      const rows = Array.from({ length: 15_000 }, (_, i) =>
        report(`${name}-${i}`, { place_name: `nowhere ${name}`, longitude: '', latitude: '', narrative: LONG }),
      )
      await page.goto(`${address}/data`)
      await choose(page, fileOf(`${name}.csv`, csvOf(rows)))
      await load(page)

      const card = cardOf(page, name)
      await card.getByRole('progressbar', { name: `${name}.csv: sent` }).waitFor()
      await card.getByText(/[\d,]+ rows read and checked…/).waitFor()
      await keepScreenshot(page, 'import-progress-laptop')
      await card.getByRole('button', { name: `Stop ${name}.csv` }).click()
      await card.getByText('You stopped this file. Nothing of it was taken in.').waitFor()

      expect((await api.get('/api/queue/unplaced?limit=1')).body.waiting).toBe(waiting)
      const earlier = page.getByRole('row').filter({ hasText: name })
      await earlier.getByText('Failed: nothing taken').waitFor()
      await earlier.getByRole('link').click()
      await page.getByText('Nothing of this file was taken in.').waitFor()
      await keepScreenshot(page, 'import-stopped-laptop')
      await expectNoAxeViolations(page)
    },
    // Progress is asked for before the service has seen the file's first line.
    { allow: /status of 404/ },
  ),
)
