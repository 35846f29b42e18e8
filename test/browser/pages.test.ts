import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { apiAt } from '../support/app.ts'
import {
  countColours,
  expectNoAxeViolations,
  expectNoSidewaysScrolling,
  keepScreenshot,
  LAPTOP,
  PHONE,
  sharedDemo,
  withPage,
} from '../support/browser.ts'

beforeAll(sharedDemo)

interface OpenedPage {
  name: string
  /** Its address, which may need an id that the demo gave. */
  path: (idOf: (list: string, member: string) => Promise<string>) => Promise<string>
  heading: RegExp
  hasMap?: 'laptop' | 'both'
}

const PAGES: OpenedPage[] = [
  { name: 'map', path: async () => '/', heading: /places/i, hasMap: 'laptop' },
  { name: 'map-alone', path: async () => '/?view=map', heading: /places/i, hasMap: 'both' },
  { name: 'table', path: async () => '/?view=table', heading: /places/i },
  { name: 'map-nothing', path: async () => '/?from=1999-01-01&to=1999-02-01', heading: /./ },
  { name: 'map-refused', path: async () => '/?from=2023-07-01&to=2023-01-01', heading: /./ },
  { name: 'data', path: async () => '/data', heading: /data|import/i },
  { name: 'import', path: async () => `/data/imports/${await demoImportId()}`, heading: /demo-/ },
  { name: 'queue', path: async () => '/data/queue', heading: /place/i, hasMap: 'both' },
  { name: 'duplicates', path: async () => '/data/duplicates', heading: /duplicate/i },
  { name: 'report', path: async () => '/data/report', heading: /report/i },
  { name: 'places', path: async () => '/places', heading: /places/i, hasMap: 'laptop' },
  { name: 'place', path: async (idOf) => `/places/${await idOf('places', 'places')}`, heading: /./, hasMap: 'both' },
  { name: 'place-new', path: async () => '/places/new', heading: /place/i, hasMap: 'both' },
  { name: 'not-found', path: async () => '/places/none-of-these', heading: /not (found|known)/i },
]

const idOf = async (list: string, member: string): Promise<string> => {
  const { address } = await sharedDemo()
  const { body } = await apiAt(address).get(`/api/${list}?limit=1`)
  return body[member][0].id as string
}

/** Other tests load files too: this one is the demo's. */
const demoImportId = async (): Promise<string> => {
  const { address } = await sharedDemo()
  const { body } = await apiAt(address).get('/api/imports?limit=500')
  return body.imports.find(({ filename }: { filename: string }) => filename === 'demo-reports.csv').id
}

test('every page of the front end is opened here', async () => {
  const patterns = [...readFileSync('web/main.tsx', 'utf8').matchAll(/path: \/(.+?)\/, title/g)].map(
    ([, source]) => new RegExp(source!),
  )
  const paths = await Promise.all(PAGES.map(({ path }) => path(() => Promise.resolve('an-id'))))

  expect(patterns.length).toBeGreaterThan(5)
  for (const pattern of patterns)
    expect(
      paths.some((path) => pattern.test(path.split('?')[0]!)),
      String(pattern),
    ).toBe(true)
})

for (const [sizeName, size] of Object.entries({ laptop: LAPTOP, phone: PHONE }))
  test.each(PAGES.map((page) => [page.name, page] as const))(
    `the page “%s” is whole on a ${sizeName}: marked, synthetic, nothing for axe to find, nothing beside the screen`,
    (name, { path, heading, hasMap }) =>
      withPage(
        size,
        async ({ page, address }) => {
          await page.goto(address + (await path(idOf)))
          await settle(page)

          expect(await page.getByText('OFFICIAL-SENSITIVE').isVisible()).toBe(true)
          expect(await page.getByText(/^Synthetic data/).isVisible()).toBe(true)
          const headings = page.getByRole('heading', { level: 1 })
          expect(await headings.count()).toBe(1)
          expect(await headings.first().textContent()).toMatch(heading)
          if (hasMap === 'both' || (hasMap && sizeName === 'laptop')) await expectDrawnMap(page)

          await keepScreenshot(page, `${name}-${sizeName}`)
          await expectNoSidewaysScrolling(page)
          await expectNoAxeViolations(page)
        },
        // A page of its own says no to these; the console tells that the answer was not 200.
        { allow: name === 'map-refused' || name === 'not-found' ? /status of 40[04]/ : undefined },
      )(),
  )

/** The page's code has come, its answers too, and its map is drawn where it has one. */
const settle = async (page: Page) => {
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' })
  await page.waitForLoadState('networkidle')
  await page.getByText('Drawing the map…').waitFor({ state: 'detached' })
  await page.locator('[data-map="drawing"]').waitFor({ state: 'detached' })
  await page.getByText('Loading…', { exact: true }).first().waitFor({ state: 'detached' })
}

const expectDrawnMap = async (page: Page) => {
  const map = page.getByRole('region', { name: /map/i }).first()
  await map.waitFor()
  await expect.poll(() => countColours(map), { timeout: 20_000 }).toBeGreaterThan(20)
}

test(
  'the page of the API opens without JavaScript, styled as the others, and axe finds nothing',
  withPage(LAPTOP, async ({ page, address }) => {
    await page.goto(`${address}/api/docs`)
    await keepScreenshot(page, 'api-docs-laptop')

    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('The API')
    expect(await page.evaluate(() => document.styleSheets.length)).toBe(1)
    await expectNoAxeViolations(page)
  }),
)
