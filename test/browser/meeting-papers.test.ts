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
import { closedMeeting, openMeeting, withReasonForPartB } from './open-meeting.ts'
import { demoApi, ownName } from './steps.ts'

beforeAll(sharedDemo)

for (const [name, size] of Object.entries({ laptop: LAPTOP, phone: PHONE }))
  test(
    `agreed minutes are read on a ${name}, changed by nobody, and corrected by an addendum`,
    withPage(
      size,
      async ({ page, address }) => {
        await page.goto(`${address}/meetings/${await closedMeeting()}/minutes`)
        await page.getByRole('heading', { level: 1, name: /^Minutes for / }).waitFor()
        await page.getByText('What stands here is not changed any more.').waitFor()
        expect(await page.getByRole('textbox').count()).toBe(0)
        await expectNoSidewaysScrolling(page)

        await page.getByRole('button', { name: 'Correct by an addendum' }).click()
        const words = ownName('For twelve lamps read ten')
        await page.getByLabel('What is to be corrected?').fill(words)
        await expectNoAxeViolations(page)
        await page.getByRole('button', { name: 'Keep the addendum' }).click()
        await page.getByText('The addendum is kept with the minutes.').waitFor()
        expect(await page.getByText(words, { exact: true }).count()).toBe(1)
        await expectNoAxeViolations(page)
        await keepScreenshot(page, `minutes-${name}`)

        await page.emulateMedia({ media: 'print' })
        expect(await page.getByRole('button').count()).toBe(0)
        expect(await page.getByText(words, { exact: true }).isVisible()).toBe(true)
      },
      { as: 'coordinator' },
    ),
    120_000,
  )

test(
  'Part B asks why, speaks of children and of nothing else, takes notes while it is open, and never goes on paper',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      const id = await openMeeting('in_session_b')
      await page.goto(`${address}/meetings/${id}/children`)
      const dialog = page.getByRole('dialog', { name: 'Why are you looking?' })
      const child = page.locator('.app-child').first()
      await expect.poll(async () => (await dialog.count()) + (await child.count())).toBeGreaterThan(0)
      if (await dialog.isVisible()) {
        expect(await page.locator('main').innerText()).not.toContain('YP-')
        await dialog.getByRole('radio').first().check()
        await dialog.getByRole('button', { name: 'Continue' }).click()
      }
      await child.waitFor()
      await page.getByText('Part B: children, need to know.').waitFor()
      expect(page.url()).not.toContain('YP-')
      expect(await page.title()).not.toContain('YP-')
      const reference = await child.getByRole('heading').innerText()
      expect(reference).toMatch(/^YP-\d+$/)
      const words = ownName('A strategy meeting is held this week')
      await child.getByRole('button', { name: `Add a note on ${reference}` }).click()
      await page.getByLabel(`What was said of ${reference}?`).fill(words)
      await child.getByRole('button', { name: 'Keep the note' }).click()
      const note = page.getByLabel(new RegExp(`^Note on ${reference}, by`)).last()
      await expect.poll(() => note.inputValue()).toBe(words)
      await expectNoAxeViolations(page)
      await keepScreenshot(page, 'children')

      for (const name of [/print/i, /download/i, /pdf|csv/i])
        expect(
          await page
            .locator('main')
            .getByRole('button', { name })
            .or(page.locator('main').getByRole('link', { name }))
            .count(),
        ).toBe(0)
      await page.emulateMedia({ media: 'print' })
      expect((await page.locator('main').innerText()).trim()).toBe(
        'Part B is about children. It is read on the screen only, by those who need to know, and is not printed.',
      )
      const visible = await page.evaluate(() => document.body.innerText)
      expect(visible).not.toContain('YP-')
      await page.emulateMedia({ media: 'screen' })

      // What is begun here and not kept is not shown on a page of Part A.
      await child.getByRole('button', { name: `Add a note on ${reference}` }).click()
      await page.getByLabel(`What was said of ${reference}?`).fill('Only for Part B.')
      await page.getByRole('link', { name: 'Meeting', exact: true }).last().click()
      await page.getByRole('heading', { level: 1, name: 'Monthly meeting: June 2023' }).waitFor()
      await page.getByText('A note of Part B: not sent.').waitFor()
      expect(await page.evaluate(() => document.body.innerText)).not.toMatch(/YP-|Only for Part B\./)
      await page.getByRole('link', { name: 'Go there' }).click()
      await expect.poll(() => page.getByLabel(`What was said of ${reference}?`).inputValue()).toBe('Only for Part B.')
      await page.getByRole('button', { name: 'Cancel' }).click()
      expect(await page.getByText('not saved yet').count()).toBe(0)
      await openMeeting('in_session')
    },
    { as: 'coordinator', allow: /status of 403/ },
  ),
  120_000,
)

test(
  'Part B on a phone: axe finds nothing, nothing scrolls sideways, and nothing can be written while it is closed',
  withPage(
    PHONE,
    async ({ page, address }) => {
      const id = await openMeeting('in_session')
      await withReasonForPartB('group_chair')
      await page.goto(`${address}/meetings/${id}/children`)
      await page.locator('.app-child').first().waitFor()
      expect(await page.getByRole('textbox').count()).toBe(0)
      await page.getByText('Notes are written while Part B is open in the meeting.').waitFor()
      await expectNoAxeViolations(page)
      await expectNoSidewaysScrolling(page)
      await keepScreenshot(page, 'children-phone')
    },
    { as: 'group_chair' },
  ),
  120_000,
)

test(
  'a meeting says before what has to be ready, and when it is can be changed',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      const { meetings } = (await (await demoApi()).get('/api/meetings?limit=500')).body
      const known = meetings.find(({ month }: { month: string }) => month === '2023-07')
      if (known) {
        await page.goto(`${address}/meetings/${known.id}`)
      } else {
        await page.goto(`${address}/meetings`)
        await page.getByRole('button', { name: 'Call a meeting' }).click()
        await page.getByRole('button', { name: 'Call it' }).click()
        await page.getByText('Choose the day').first().waitFor()
        await expectNoAxeViolations(page)
        await page.getByLabel('Which month does it look back on?').fill('2023-07')
        await page.getByLabel('On which day is it?').fill('2023-08-15')
        await page.getByRole('button', { name: 'Call it' }).click()
      }
      await page.getByRole('heading', { level: 1, name: 'Monthly meeting: July 2023' }).waitFor()
      const ready = page.getByRole('region', { name: 'Before the meeting' })
      expect(await ready.getByRole('listitem').count()).toBe(6)
      await ready.getByText('Not yet: store it under Runs').waitFor()
      await ready.getByText('The chair freezes it').waitFor()
      const venue = ownName('Room')
      await page.getByRole('button', { name: 'Change when and where' }).click()
      await page.getByLabel('Where?').fill(venue)
      await page.getByRole('button', { name: 'Change it' }).click()
      await page.getByText(venue).waitFor()
      await expectNoAxeViolations(page)
      await keepScreenshot(page, 'meeting-before')
    },
    { as: 'coordinator' },
  ),
  120_000,
)
