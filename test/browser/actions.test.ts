import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { Role } from '../../server/access/roles.ts'
import { apiAt } from '../support/app.ts'
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

beforeAll(sharedDemo)

const apiOf = async (role: Role) => apiAt((await sharedDemo()).address, { token: await demoToken(role) })

/** An action of the demo that this test alone works with. */
const give = async (title: string, owner: Role, dueOn = '2023-08-01') => {
  const api = await apiOf('coordinator')
  const { body: list } = await api.get('/api/colleagues')
  const ownerId = list.colleagues.find(({ role }: { role: string }) => role === owner).id
  const { status, text, body } = await api.post('/api/actions', { title, ownerId, dueOn })
  expect(status, text).toBe(201)
  return body as { id: string; number: string; version: number }
}

const cardOf = (page: Page, title: string): Locator =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name: title, exact: true }) })

const open = async (page: Page, address: string, path = '/actions') => {
  await page.goto(address + path)
  await page.getByText(/to do, |Nothing is to do/).waitFor()
}

for (const [name, size] of Object.entries({ laptop: LAPTOP, phone: PHONE }))
  test(
    `one’s own actions come first, the overdue first among them, whole on a ${name}`,
    withPage(
      size,
      async ({ page, address }) => {
        await give('Count the lamps', 'group_chair', '2023-08-20')
        await give('Ask the owner for light', 'group_chair', '2023-07-01')
        await give('Walk the path at night', 'snt_planner', '2023-06-20')
        await open(page, address)

        const groups = page.getByRole('heading', { level: 2 })
        expect(await groups.allInnerTexts()).toEqual(['Yours', 'Everybody else’s'])
        const yours = page.getByRole('region', { name: 'Yours' })
        const titles = await yours.getByRole('heading', { level: 3 }).allInnerTexts()
        expect(titles.indexOf('Ask the owner for light')).toBeLessThan(titles.indexOf('Count the lamps'))
        expect(titles).not.toContain('Walk the path at night')
        expect(await cardOf(page, 'Ask the owner for light').first().innerText()).toContain(
          'Was due 1 Jul 2023, 10 days ago',
        )
        await keepScreenshot(page, `actions-list-${name}`)
        await expectNoSidewaysScrolling(page)
        await expectNoAxeViolations(page)
      },
      { as: 'group_chair' },
    ),
  )

test(
  'an action is given in one form, and a name in it is asked about before it is kept: with the keyboard alone',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      await open(page, address)
      await page.getByRole('button', { name: 'Give an action' }).press('Enter')
      const title = page.getByRole('textbox', { name: 'What is to be done?' })
      await expect.poll(() => title.evaluate((field) => field === document.activeElement)).toBe(true)
      await page.keyboard.type('Ask Ashton Brothers about the yard')
      await page.keyboard.press('Tab')
      await page.getByRole('option', { name: 'Demo Neighbourhood Planner, SNT planner' }).waitFor({ state: 'attached' })
      // A list of the browser goes to what is typed.
      await page.keyboard.type('Demo Neighbourhood P')
      await page.getByRole('button', { name: 'Give the action' }).press('Enter')

      const dialog = page.getByRole('dialog', { name: 'Look at these words first' })
      await dialog.waitFor()
      expect(await dialog.locator('mark').innerText()).toBe('Ashton Brothers')
      await keepScreenshot(page, 'actions-wording-dialog')
      await expectNoAxeViolations(page)
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'hidden' })
      // Nothing was kept, nothing was lost: the field says what is wrong with it.
      await page.getByRole('alert').getByText('“Ashton Brothers” may be somebody’s name.').waitFor()
      expect(await title.inputValue()).toBe('Ask Ashton Brothers about the yard')

      await title.press('Enter')
      await dialog.waitFor()
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Keep these words/)
      await page.keyboard.press('Enter')
      await page
        .getByRole('status')
        .getByText(/^Action 2023-\d+ is given to Demo Neighbourhood Planner/)
        .waitFor()

      await page.getByRole('button', { name: 'Give an action' }).click()
      await title.fill('Ask Ashton Brothers about the gate')
      await page.getByRole('combobox', { name: 'Who does it?' }).selectOption({ label: 'Demo Co-ordinator, you' })
      await page.getByRole('button', { name: 'Give the action' }).click()
      // They are remembered: nobody is asked again.
      await cardOf(page, 'Ask Ashton Brothers about the gate').waitFor()
    },
    { allow: /status of 422/ },
  ),
)

test(
  'an owner says how it goes, completes it with what shows it, and the group verifies it, on a phone',
  withPage(
    PHONE,
    async ({ page, address }) => {
      const title = 'Ask the youth club for a late evening'
      const { number } = await give(title, 'youth_provider')
      await open(page, address)
      expect(await page.getByRole('button', { name: 'Give an action' }).count()).toBe(0)
      const card = cardOf(page, title)
      await card.getByRole('button', { name: `Add a note to action ${number}` }).click()
      await card.getByRole('textbox').fill('Asked; they answer on Friday.')
      await card.getByRole('button', { name: 'Keep the note' }).click()
      await card.getByText(`Your note to action ${number} is kept.`).waitFor()
      await card.getByRole('button', { name: `Complete action ${number}` }).click()
      await card.getByRole('button', { name: 'Complete', exact: true }).click()
      await card.getByRole('alert').getByText('Say what shows that it was done').waitFor()
      await keepScreenshot(page, 'actions-complete-phone')
      await expectNoAxeViolations(page)
      await card.getByRole('textbox').fill('Open until 22:00 on Fridays since July.')
      await card.getByRole('button', { name: 'Complete', exact: true }).click()
      // It is no longer in the list of what is to do.
      await page.getByText(`Action ${number} is complete.`).waitFor()
      await card.waitFor({ state: 'detached' })
      expect(await page.getByText(`Action ${number} is complete.`).isVisible()).toBe(true)

      const chair = await apiOf('group_chair')
      const { actions } = (await chair.get('/api/actions?state=complete')).body
      const { id, version } = actions.find((one: { number: string }) => one.number === number)
      expect((await chair.post(`/api/actions/${id}/steps`, { step: 'verify', version })).body.state).toBe('verified')
      await open(page, address, '/actions?state=verified')
      await card.getByRole('button', { name: `History of action ${number}` }).click()
      await expect
        .poll(() => card.locator('.app-timeline__item strong').allInnerTexts())
        .toEqual(['Verified', 'Completed', 'Note', 'Given'])
      await keepScreenshot(page, 'actions-history-phone')
      await expectNoSidewaysScrolling(page)
    },
    { as: 'youth_provider' },
  ),
)

test(
  'two who change an action at once do not overwrite each other: the second sees what stands now, and loses nothing',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      const { id, number, version } = await give('Measure the light', 'coordinator')
      await open(page, address)
      const card = cardOf(page, 'Measure the light')
      await card.getByRole('button', { name: `Change action ${number}` }).click()
      await card.getByRole('textbox', { name: 'What is to be done?' }).fill('Measure the light on the ramp')
      const chair = await apiOf('group_chair')
      await chair.patch(`/api/actions/${id}`, { version, title: 'Measure the light at the doors' })

      await card.getByRole('button', { name: 'Keep the change' }).click()

      const now = cardOf(page, 'Measure the light at the doors')
      await now.getByText('What you typed is still here').waitFor()
      expect(await now.getByRole('textbox', { name: 'What is to be done?' }).inputValue()).toBe(
        'Measure the light on the ramp',
      )
      await keepScreenshot(page, 'actions-conflict')
      await expectNoAxeViolations(page)
      await now.getByRole('button', { name: 'Put mine in its place' }).click()
      await cardOf(page, 'Measure the light on the ramp').getByText(`Action ${number} is changed.`).waitFor()
    },
    { allow: /status of 409/ },
  ),
)

test(
  'the whole log is a table, and leaves as a marked file',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      await give('Paint the underpass', 'csp_analyst')
      await open(page, address, '/actions?print=all')

      const rows = page.getByRole('table', { name: /^Actions/ }).getByRole('row')
      expect(await rows.filter({ hasText: 'Paint the underpass' }).count()).toBe(1)
      const download = page.waitForEvent('download')
      await page.getByRole('link', { name: 'download the log as CSV' }).click()
      expect((await download).suggestedFilename()).toBe('OS_actions_2023-07-11.csv')
      await keepScreenshot(page, 'actions-log')
      await expectNoAxeViolations(page)
    },
    { as: 'group_member' },
  ),
)

test(
  'whose part it is not is told so in a sentence',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      await page.goto(`${address}/actions`)
      await page.getByText('This page is not part of your role').waitFor()
    },
    { as: 'ig_auditor' },
  ),
)
