import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import {
  expectNoAxeViolations,
  expectNoSidewaysScrolling,
  keepScreenshot,
  LAPTOP,
  PHONE,
  sharedDemo,
  withPage,
} from '../support/browser.ts'
import { meetingNow, openMeeting } from './open-meeting.ts'
import { demoApi, drawnMap, expectFocus, ownName } from './steps.ts'

beforeAll(sharedDemo)

const WALL = { width: 1920, height: 1080 }

const openRoom = async (page: Page, address: string, id: string) => {
  await page.goto(`${address}/meetings/${id}/room`)
  await page.getByRole('heading', { level: 1, name: 'June 2023: headline' }).waitFor()
}

/** On to the first place: its map is drawn, and what was fetched on the way has come. */
const openFirstPlace = async (page: Page) => {
  await Promise.all([page.waitForResponse(/\/api\/meetings\/[^/]+$/), page.keyboard.press('PageDown')])
  await page.getByText(/June 2023, 1 of/).waitFor()
  await drawnMap(page)
}

/** What the page asks the service to change. */
const writesOf = (page: Page): string[] => {
  const writes: string[] = []
  page.on('request', (request) => {
    if (request.method() !== 'GET') writes.push(`${request.method()} ${new URL(request.url()).pathname}`)
  })
  return writes
}

test(
  'the wall shows one place at a time with its map, goes by a presenter’s keys, and no key writes anything',
  withPage(
    WALL,
    async ({ page, address }) => {
      const id = await openMeeting()
      await openRoom(page, address, id)
      const writes = writesOf(page)
      await page.getByText('Part A: places, all partners').waitFor()
      const stops = page.getByRole('navigation', { name: 'Places of the pack' }).getByRole('button')
      const names = await stops.allInnerTexts()
      expect(names[0]).toBe('Headline')
      const current = () => page.locator('.app-room__stop[aria-current]').innerText()
      const title = () => page.getByRole('heading', { level: 1 }).innerText()

      await page.keyboard.press('PageDown')
      await page.getByText(`June 2023, 1 of ${names.length - 1}`).waitFor()
      expect(await current()).toBe(names[1])
      expect(names[1]).toContain(await title())
      await expectFocus(page.locator('.app-room__stage'))
      await drawnMap(page)
      await expectNoAxeViolations(page)
      await keepScreenshot(page, 'room-wall')

      await page.keyboard.press('ArrowRight')
      await expect.poll(current).toBe(names[2])
      await page.keyboard.press('PageUp')
      await expect.poll(current).toBe(names[1])
      await page.keyboard.press('End')
      await expect.poll(current).toBe(names.at(-1))
      await page.keyboard.press('PageDown')
      await page.keyboard.press('Home')
      await expect.poll(current).toBe('Headline')
      await page.keyboard.press('ArrowLeft')
      await page.keyboard.press('?')
      await page.getByText('No key writes anything.').waitFor()
      await page.keyboard.press('?')
      expect(await page.getByText('No key writes anything.').count()).toBe(0)
      for (const key of ['Enter', 'Space', 'Delete', 'b', '.', 'Escape']) await page.keyboard.press(key)
      expect(writes).toEqual([])
      expect(await page.locator('main').innerText()).not.toMatch(/YP-|[↑↓▲▼]/)
      // The whole wall stands on one screen.
      await expectNoSidewaysScrolling(page)
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(WALL.height)
    },
    { as: 'group_chair' },
  ),
  120_000,
)

test(
  'a decision is minuted beside its place in a few keys, the focus goes back, and an open form keeps the room where it is',
  withPage(
    WALL,
    async ({ page, address }) => {
      const id = await openMeeting()
      await openRoom(page, address, id)
      await openFirstPlace(page)
      const words = ownName('Ask the owner for light in the passage')
      const button = page.getByRole('button', { name: 'Decision', exact: true })
      await button.click()
      const field = page.getByLabel(/^What is decided about/)
      await expectFocus(field)
      await keepScreenshot(page, 'room-decision')
      await page.keyboard.type(words)
      // A key that moves in the room moves in the field.
      await page.keyboard.press('Home')
      await page.keyboard.press('PageDown')
      expect(await field.inputValue()).toBe(words)
      await page.getByRole('button', { name: 'Next', exact: true }).click()
      await page.getByText('A form is open: finish it or cancel it first.').waitFor()
      await expectNoAxeViolations(page)
      expect(await field.inputValue()).toBe(words)

      await page.getByRole('button', { name: 'Minute the decision' }).click()
      await page.getByText('The decision is minuted.').waitFor()
      await expectFocus(button)
      await page.locator('.app-room__stage').getByText(words).waitFor()
      const meeting = await meetingNow(id)
      const item = meeting.items.find(({ decisions }: { decisions: { words: string }[] }) =>
        decisions.some((one) => one.words === words),
      )
      expect(item.hotspotId).toEqual(expect.any(String))

      await page.getByRole('button', { name: 'Action', exact: true }).click()
      await expectFocus(page.locator('.app-room__work').locator('textarea, input, select').first())
      await page.getByRole('button', { name: 'Cancel' }).click()
      await expectFocus(page.getByRole('button', { name: 'Action', exact: true }))
      await page.keyboard.press('PageDown')
      await page.getByText(/June 2023, 2 of/).waitFor()
    },
    { as: 'coordinator' },
  ),
  120_000,
)

const notesOf = async (id: string) => {
  const item = (await meetingNow(id)).items.find(({ hotspotId }: { hotspotId: string | null }) => hotspotId)
  return { item, notes: (item.notes ?? '') as string }
}

test(
  'two people who minute the same item at once see both texts, put them together, and lose neither',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      const id = await openMeeting()
      const { item, notes } = await notesOf(id)
      await openRoom(page, address, id)
      await openFirstPlace(page)
      const field = page.getByLabel(`Notes on “${item.title}”`)
      expect(await field.inputValue()).toBe(notes)
      const [theirs, mine] = [ownName('The lamps are out'), ownName('The gate stands open')]
      // Somebody else is first.
      const other = await (
        await demoApi()
      ).patch(`/api/meetings/${id}/items/${item.id}`, { version: item.version, notes: theirs })
      expect(other.status, other.text).toBe(200)
      await field.fill(mine)
      await field.blur()

      const alert = page.getByRole('alert')
      await alert.getByText('Somebody else wrote here meanwhile').waitFor()
      expect(await alert.getByText(theirs).count()).toBe(1)
      expect(await alert.getByText(mine).count()).toBe(1)
      await expectNoAxeViolations(page)
      await keepScreenshot(page, 'room-conflict')
      expect((await notesOf(id)).notes).toBe(theirs)

      await alert.getByRole('button', { name: 'Put both together' }).click()
      await expectFocus(field)
      expect(await field.inputValue()).toBe(`${theirs}\n${mine}`)
      await field.blur()
      await page.getByText('Saved.').waitFor()
      expect((await notesOf(id)).notes).toBe(`${theirs}\n${mine}`)

      // Take theirs, and there is nothing left to save.
      const again = (await notesOf(id)).item
      await (
        await demoApi()
      ).patch(`/api/meetings/${id}/items/${item.id}`, { version: again.version, notes: 'Theirs.' })
      await field.fill('Mine.')
      await field.blur()
      await alert.getByRole('button', { name: 'Take theirs' }).click()
      expect(await field.inputValue()).toBe('Theirs.')
      expect(await page.getByText('Not saved yet').count()).toBe(0)
    },
    { as: 'group_chair', allow: /status of 409/ },
  ),
  120_000,
)

test(
  'without a connection what is typed is kept, said so wherever one goes, warned of on leaving, and sent when there is one again',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      const id = await openMeeting()
      const { item } = await notesOf(id)
      await openRoom(page, address, id)
      await openFirstPlace(page)
      const [notes, decided] = [ownName('Kept over the gap'), ownName('Visits on Fridays')]
      await page.getByLabel(`Notes on “${item.title}”`).waitFor()
      await page.context().setOffline(true)
      await page.getByText('No connection.').first().waitFor()
      await page.getByRole('button', { name: 'Decision', exact: true }).click()
      await page.getByLabel(/^What is decided about/).fill(decided)
      await page.getByRole('button', { name: 'Minute the decision' }).click()
      const notice = page.getByRole('complementary', { name: 'Not saved yet' })
      await notice.getByText(`A decision about “${item.title}”: waits for a connection.`).waitFor()
      await page.getByLabel(`Notes on “${item.title}”`).fill(notes)
      await page.getByLabel(`Notes on “${item.title}”`).blur()
      await page
        .getByText(/What you typed is kept on this page and sent/)
        .first()
        .waitFor()
      await notice.getByText('2 texts not saved yet.').waitFor()
      await expectNoAxeViolations(page)
      await keepScreenshot(page, 'room-offline')

      // Another page of the service, and back: nothing was lost, and nothing was put into the browser's storage.
      await page.getByRole('link', { name: 'Leave' }).click()
      await page.waitForURL(`${address}/meetings/${id}`)
      expect(await notice.getByRole('listitem').count()).toBe(2)
      expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
      const isAsked = page.waitForEvent('dialog').then(async (dialog) => {
        await dialog.dismiss()
        return dialog.type()
      })
      await page.close({ runBeforeUnload: true })
      expect(await isAsked).toBe('beforeunload')

      await page.context().setOffline(false)
      await expect.poll(() => notice.count(), { timeout: 20_000 }).toBe(0)
      const now = (await notesOf(id)).item
      expect(now.notes).toBe(notes)
      expect(now.decisions.filter(({ words }: { words: string }) => words === decided)).toHaveLength(1)
    },
    { as: 'coordinator', allow: /ERR_INTERNET_DISCONNECTED/ },
  ),
  120_000,
)

test(
  'the meetings, one of them and the room are used on a phone without scrolling sideways',
  withPage(
    PHONE,
    async ({ page, address }) => {
      const id = await openMeeting()
      for (const [path, heading] of [
        ['/meetings', 'Monthly meetings'],
        [`/meetings/${id}`, 'Monthly meeting: June 2023'],
        [`/meetings/${id}/room`, 'June 2023: headline'],
      ] as const) {
        await page.goto(address + path)
        await page.getByRole('heading', { level: 1, name: heading }).waitFor()
        await expectNoSidewaysScrolling(page)
        await expectNoAxeViolations(page)
        await keepScreenshot(page, `phone${path.replace(id, 'june').replaceAll('/', '-')}`)
      }
      await page.getByRole('button', { name: 'Next', exact: true }).click()
      await page.getByText(/June 2023, 1 of/).waitFor()
      await drawnMap(page)
      await expectNoSidewaysScrolling(page)
      await keepScreenshot(page, 'phone-room-place')
    },
    { as: 'coordinator' },
  ),
  120_000,
)

test(
  'a neighbourhood’s planner reads the room’s places of their areas, and writes nothing',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      const id = await openMeeting()
      await page.goto(`${address}/meetings/${id}`)
      await page.getByRole('heading', { level: 1, name: 'Monthly meeting: June 2023' }).waitFor()
      expect(await page.getByRole('button', { name: /Minute|agenda|Note|Part B|End/ }).count()).toBe(0)
      expect(await page.getByRole('link', { name: 'Part B: children, need to know' }).count()).toBe(0)
      expect(await page.getByRole('link', { name: 'Minutes', exact: true }).count()).toBe(0)
      const items = await page.locator('.app-agenda__title').allInnerTexts()
      const all = (await meetingNow(id)).items.map(({ title }: { title: string }) => title)
      expect(items.length).toBeLessThan(all.length - 4)
      await expectNoAxeViolations(page)
      await page.goto(`${address}/meetings/${id}/room`)
      await page.getByText('Part A: places, all partners').waitFor()
      await page.keyboard.press('End')
      expect(await page.locator('.app-room__work, textarea').count()).toBe(0)
    },
    { as: 'snt_planner' },
  ),
  120_000,
)
