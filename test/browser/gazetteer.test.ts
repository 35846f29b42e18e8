import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import {
  expectNoAxeViolations,
  expectNoSidewaysScrolling,
  keepScreenshot,
  LAPTOP,
  PHONE,
  withPage,
  sharedDemo,
} from '../support/browser.ts'
import { demoApi, drawnMap, expectFocus, makePlace, ownName, pixelOn, squareRound, tabTo } from './steps.ts'

beforeAll(sharedDemo)

const keptSaying = (page: Page, words: string) => page.getByRole('status', { name: 'Done' }).getByText(words)
const placeIdOf = (page: Page) => new URL(page.url()).pathname.split('/').at(-1)!

/** The outline that the service has. */
const outlineOf = async (page: Page) => {
  const { body } = await (await demoApi()).get(`/api/places/${placeIdOf(page)}`)
  return body.geometry as ReturnType<typeof squareRound>
}

const draw = async (page: Page, map: Locator, [from, to]: [[number, number], [number, number]]) => {
  await map.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const box = (await map.boundingBox())!
  await page.mouse.click(box.x + from[0], box.y + from[1])
  await page.mouse.move(box.x + to[0], box.y + to[1], { steps: 4 })
  await page.mouse.click(box.x + to[0], box.y + to[1])
}

test(
  'a place is drawn with the mouse, a corner dragged, its name changed, retired with a reason, brought back; its history tells it all',
  withPage(LAPTOP, async ({ page, address }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const name = ownName('Wallaby Field')
    await page.goto(`${address}/places/new`)
    await page.getByRole('button', { name: 'Keep this place' }).click()
    await page
      .getByRole('alert')
      .getByRole('link', { name: /Draw the outline/ })
      .waitFor()
    await page.getByLabel('Name', { exact: true }).fill(name)
    await page.getByLabel('Kind of place').selectOption('park')
    await page.getByRole('button', { name: 'Rectangle' }).click()
    await page.getByText('Click one corner, then the opposite one.').waitFor()
    await draw(page, await drawnMap(page), [
      [350, 250],
      [390, 290],
    ])
    await page.getByText(/^Drag a corner/).waitFor()
    await keepScreenshot(page, 'place-drawn-laptop')
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: 'Keep this place' }).click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await keptSaying(page, 'The place is kept.').waitFor()
    expect(new URL(page.url()).search).toBe('')

    const before = await outlineOf(page)
    expect(before.coordinates[0]).toHaveLength(5)
    await dragFirstCorner(page, before)
    await page.getByRole('button', { name: 'Keep the change' }).click()
    await keptSaying(page, 'The change is kept.').waitFor()
    const after = await outlineOf(page)
    const moved = after.coordinates[0]!.filter(
      (corner) => !JSON.stringify(before.coordinates).includes(JSON.stringify(corner)),
    )
    expect(new Set(moved.map(String)).size, 'corners that moved').toBe(1)

    await page.getByLabel('Name', { exact: true }).fill(`${name} East`)
    await page.getByRole('button', { name: 'Keep the change' }).click()
    await page.getByRole('heading', { level: 1, name: `${name} East` }).waitFor()

    await page.getByRole('button', { name: 'Retire this place' }).click()
    await page.getByRole('button', { name: `Retire ${name} East` }).click()
    const reason = page.getByLabel(`Why is ${name} East retired?`)
    await expectFocus(reason)
    await reason.fill('built over in May')
    await page.getByRole('button', { name: `Retire ${name} East` }).click()
    await page.getByText('Retired: built over in May').waitFor()
    await keepScreenshot(page, 'place-retired-laptop')
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: 'Bring this place back' }).click()
    await keptSaying(page, 'The place is in use again.').waitFor()

    const history = page.getByRole('region', { name: 'What it was before' }).getByRole('listitem')
    await expect.poll(() => history.allInnerTexts()).toHaveLength(4)
    expect((await history.allInnerTexts()).map((text) => /^[A-Z][a-z ]+?(?= \d)/.exec(text)?.[0])).toEqual([
      'Brought back',
      'Retired',
      'Renamed',
      'Outline moved',
    ])
    await history.last().getByRole('button', { name: 'Show its outline on the map' }).click()
    await history.last().getByRole('button', { name: 'Hide its outline' }).waitFor()
    await drawnMap(page)
    await keepScreenshot(page, 'place-history-laptop')
    await expectNoAxeViolations(page)
  }),
)

/** The page has fitted the map to the outline, with 90 pixels round it and no nearer than zoom 14.5. */
const dragFirstCorner = async (page: Page, { coordinates }: ReturnType<typeof squareRound>) => {
  const map = await drawnMap(page)
  await map.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const positions = coordinates[0]! as [number, number][]
  const corner = await pixelOn(map, { positions, paddingPixels: 90, maxZoom: 14.5 }, positions[0]!)
  await page.mouse.move(corner.x, corner.y)
  await page.mouse.down()
  await page.mouse.move(corner.x - 15, corner.y + 15, { steps: 5 })
  await page.mouse.up()
}

test(
  'a place is typed in without a mouse: its middle and how far round it',
  withPage(LAPTOP, async ({ page, address }) => {
    const name = ownName('Bandicoot Bank')
    await page.goto(`${address}/places/new`)
    await page.getByLabel('Name', { exact: true }).waitFor()
    await tabTo(page, page.getByLabel('Name', { exact: true }))
    await page.keyboard.type(name)
    await tabTo(page, page.getByLabel('Kind of place'))
    await page.keyboard.type('Park')
    await drawnMap(page)
    await tabTo(page, page.locator('summary').filter({ hasText: 'Type it in instead of drawing' }))
    await page.keyboard.press('Enter')
    await tabTo(page, page.getByRole('button', { name: 'Make this circle the outline' }))
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('Give the distance from the middle as 5 to 5,000 metres').waitFor()
    await expectNoAxeViolations(page)
    await tabTo(page, page.getByLabel('Search for the middle'))
    await page.keyboard.type('SK 354 363')
    await page.getByText('Enter takes the first').waitFor()
    await page.keyboard.press('Enter')
    await tabTo(page, page.getByLabel('How far round it, in metres'))
    await page.keyboard.type('80')
    await tabTo(page, page.getByRole('button', { name: 'Make this circle the outline' }))
    await page.keyboard.press('Enter')
    await page.getByText(/^Drag a corner/).waitFor()
    await tabTo(page, page.getByRole('button', { name: 'Keep this place' }))
    await page.keyboard.press('Enter')

    await page.getByRole('heading', { level: 1, name }).waitFor()
    const corners = (await outlineOf(page)).coordinates[0]!
    expect(corners).toHaveLength(25)
    const latitudes = corners.map(([, latitude]) => latitude!)
    expect((Math.max(...latitudes) - Math.min(...latitudes)) * 111_320).toBeCloseTo(160, -1)
  }),
)

test(
  'a place that somebody else changed meanwhile is not written over: the page says so, keeps what was typed and offers both ways on',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      const api = await demoApi()
      const place = await makePlace(ownName('Possum Place'), [-1.5, 52.9])
      const elsewhere = (change: object, version: number) =>
        api.patch(`/api/places/${place.id}`, { version, ...change })
      await page.goto(`${address}/places/${place.id}`)
      await page.getByLabel('How it is known').fill('walked round it')
      expect((await elsewhere({ name: `${place.name} North` }, 1)).status).toBe(200)
      await page.getByRole('button', { name: 'Keep the change' }).click()
      await page.getByRole('alert').getByRole('heading', { level: 2 }).waitFor()
      expect(await page.getByRole('alert').innerText()).toMatch(/changed/i)
      await keepScreenshot(page, 'place-conflict-laptop')
      await expectNoAxeViolations(page)
      await page.getByRole('button', { name: 'Keep mine as well' }).click()
      await page.getByRole('heading', { level: 1, name: `${place.name} North` }).waitFor()
      expect(await page.getByLabel('How it is known').inputValue()).toBe('walked round it')

      expect((await elsewhere({ name: `${place.name} South` }, 3)).status).toBe(200)
      await page.getByLabel('How it is known').fill('forgotten')
      await page.getByRole('button', { name: 'Keep the change' }).click()
      await page.getByRole('button', { name: 'Throw mine away, show the newest' }).click()
      await page.getByRole('heading', { level: 1, name: `${place.name} South` }).waitFor()
      expect(await page.getByLabel('How it is known').inputValue()).toBe('walked round it')
    },
    { allow: /status of 409/ },
  ),
)

test(
  'a name that another place has is refused at its field',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      const [one, other] = [
        await makePlace(ownName('Dingo Dell'), [-1.5, 52.91]),
        await makePlace(ownName('Emu End'), [-1.5, 52.92]),
      ]
      await page.goto(`${address}/places/${one.id}`)
      await page.getByLabel('Name', { exact: true }).fill(other.name)
      await page.getByRole('button', { name: 'Keep the change' }).click()
      await page.getByRole('alert').getByRole('link').click()
      await expectFocus(page.getByLabel('Name', { exact: true }))
      await keepScreenshot(page, 'place-name-taken-laptop')
      await expectNoAxeViolations(page)
      expect(await page.getByRole('button', { name: 'Keep mine as well' }).count()).toBe(0)
    },
    { allow: /status of 409/ },
  ),
)

test(
  'a name of 120 letters without a space breaks no page, on a laptop and on a phone',
  withPage(PHONE, async ({ page, address }) => {
    const start = ownName('Long')
    const place = await makePlace(start.padEnd(120, 'wombat'), [-1.51, 52.93])
    for (const size of [PHONE, LAPTOP]) {
      await page.setViewportSize(size)
      for (const path of [`/places/${place.id}`, `/places?search=${start}`]) {
        await page.goto(address + path)
        await page.getByText(place.name).first().waitFor()
        await expectNoSidewaysScrolling(page)
        await expectNoAxeViolations(page)
        await keepScreenshot(
          page,
          `place-long-${path.includes('search') ? 'list' : 'page'}-${size === PHONE ? 'phone' : 'laptop'}`,
        )
      }
    }
  }),
)

test(
  'the list is searched, filtered and opened from the map; what is looked for stands in the address',
  withPage(LAPTOP, async ({ page, address }) => {
    const at: [number, number] = [-1.4, 52.955]
    const place = await makePlace(ownName('Glider Green'), at)
    await page.goto(`${address}/places`)
    await page.getByLabel('Name', { exact: true }).fill(place.name)
    await expect.poll(() => new URL(page.url()).searchParams.get('search')).toBe(place.name)
    await page.getByText('1 place of this kind').waitFor()
    await page.getByLabel('Kind of place').selectOption('hotel')
    await page.getByText('No place fits. Try fewer letters, or another category.').waitFor()
    await expectNoAxeViolations(page)
    await page.getByLabel('Kind of place').selectOption('')
    await page.getByText('1 place of this kind').waitFor()

    const setup = (await (await demoApi()).get('/api/setup')).body as { bounds: [number, number, number, number] }
    const [west, south, east, north] = setup.bounds
    const map = await drawnMap(page)
    const fitted = {
      positions: [
        [west, south],
        [east, north],
      ] as [number, number][],
      paddingPixels: 20,
      maxZoom: 22,
    }
    const spot = await pixelOn(map, fitted, at)
    await page.mouse.click(spot.x, spot.y)
    await page.getByRole('heading', { level: 1, name: place.name }).waitFor()
  }),
)
