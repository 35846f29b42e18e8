import { beforeAll, expect, test } from 'vitest'
import {
  expectNoAxeViolations,
  expectNoSidewaysScrolling,
  keepScreenshot,
  LAPTOP,
  PHONE,
  sharedDemo,
  withPage,
  type OpenPage,
} from '../support/browser.ts'
import { demoApi, ownName } from './steps.ts'

beforeAll(sharedDemo)

interface Listed {
  id: string
  name: string
  state: string
  version: number
}

/** A place that nobody reviewed yet; one of the demo is reopened where there is none. */
const candidate = async (): Promise<Listed> => {
  const api = await demoApi()
  const { reviews } = (await api.get('/api/reviews')).body as { reviews: Listed[] }
  const waiting = reviews.find(({ state }) => state === 'candidate')
  if (waiting) return waiting
  const over = reviews.find(({ state }) => ['dismissed', 'lapsed', 'closed'].includes(state))!
  const { status, body } = await api.post(`/api/reviews/${over.id}/steps`, {
    step: 'reopen',
    version: over.version,
    why: 'To be looked at again.',
  })
  expect(status).toBe(200)
  return body
}

const open = async ({ page, address }: OpenPage, path: string) => {
  await page.goto(address + path)
  await page.waitForLoadState('networkidle')
  await page.locator('[data-map="drawing"]').waitFor({ state: 'detached' })
}

test('the chair confirms a place with a reason, and what was decided stands there', async () => {
  const { id, name } = await candidate()
  await withPage(
    LAPTOP,
    async (opened) => {
      const { page } = opened
      await open(opened, '/reviews')
      await page.getByRole('link', { name, exact: true }).click()
      await page.getByRole('heading', { level: 1, name }).waitFor()
      await page.getByText('Children found here are to be treated as victims.').waitFor()

      await page.getByRole('button', { name: 'Confirm', exact: true }).click()
      const why = page.getByRole('textbox', { name: 'Confirm: why?' })
      expect(await why.evaluate((field) => field === document.activeElement)).toBe(true)
      await page.getByRole('button', { name: 'Confirm', exact: true }).click()
      await page.getByRole('link', { name: 'Say why' }).waitFor()
      await expectNoAxeViolations(page)
      await why.fill('Three agencies know it.')
      await page.getByRole('button', { name: 'Confirm', exact: true }).click()
      await page.getByText(`${name} is confirmed.`).waitFor()
      await page.getByText('Three agencies know it.').waitFor()

      // No reason is asked for what needs none.
      await page.getByRole('button', { name: 'Start an assessment' }).click()
      await page.getByText(`${name} is under assessment.`).waitFor()
      await keepScreenshot(page, 'review-decided')
      await expectNoAxeViolations(page)
    },
    { as: 'group_chair' },
  )()

  await withPage(
    LAPTOP,
    async (opened) => {
      const { page } = opened
      await open(opened, `/reviews/${id}`)
      await page.getByRole('button', { name: 'Write the assessment' }).click()
      await page.getByRole('button', { name: 'Keep this assessment' }).click()
      await page.getByRole('link', { name: 'Young people here: choose how it stands' }).waitFor()
      await expectNoAxeViolations(page)
      await page.getByLabel('What led to the assessment?').fill('Confirmed by the group.')
      for (const side of ['youngPeople', 'guardianship', 'environment'])
        await page.locator(`#${side}-rating-3`).check({ force: true })
      await page.getByLabel('What do young people need here?').fill('Somewhere warm in the evening.')
      await page.getByLabel('When and where is nobody?').fill('After eight in the evening.')
      await page.getByLabel('What in the place, its services and its rules protects?').fill('Cameras at the front.')
      await page.getByLabel('Medium').check({ force: true })
      await page.getByLabel('Goal 1: what should become safer?').fill('An adult is there until 23:00.')
      await page.getByLabel('How will anybody know?').fill('Hours covered in a week.')
      await page.getByLabel('Which agencies assessed it?').fill('Derby City Council')
      for (const [part, value] of [
        ['Day', '2'],
        ['Month', '10'],
        ['Year', '2023'],
      ] as const)
        await page.getByRole('group', { name: 'When is it reviewed?' }).getByLabel(part).fill(value)
      await page.getByRole('button', { name: 'Keep this assessment' }).click()
      await page.getByText('The assessment is kept as a draft until the chair agrees it.').waitFor()
      await page.getByText('After eight in the evening.').waitFor()
      await page.getByText('They were not asked yet.').waitFor()
      await keepScreenshot(page, 'review-assessed')
      await expectNoAxeViolations(page)
    },
    { as: 'group_member' },
  )()
})

test(
  'a youth provider puts a safe place on the map from a phone, without drawing',
  withPage(
    PHONE,
    async (opened) => {
      const { page } = opened
      await open(opened, '/safe-places/new')
      await page.getByRole('button', { name: 'Keep it' }).click()
      await page.getByRole('link', { name: 'Click on the map where it is, or search for it' }).waitFor()
      await expectNoAxeViolations(page)
      await page.getByLabel('Safe place', { exact: true }).check({ force: true })
      await page.getByLabel('Name', { exact: true }).fill('Riverside youth hub')
      await page.getByLabel('Who to ask for').fill('lead youth worker')
      await page.getByLabel('From', { exact: true }).fill('6pm')
      await page.getByLabel('To', { exact: true }).fill('9.30pm')
      await page.getByLabel('Search for it, or click on the map').fill('River Gardens')
      await page.locator('.app-search__match').first().click()
      await page.getByRole('button', { name: 'Keep it' }).click()
      await page.getByText('It is on the map.').waitFor()
      await page.getByText('Monday to Friday 18:00–21:30').first().waitFor()
      await keepScreenshot(page, 'safe-place-phone')
      await expectNoSidewaysScrolling(page)
      await expectNoAxeViolations(page)

      await page.getByRole('link', { name: 'Safe places', exact: true }).click()
      await page.getByRole('link', { name: 'Riverside youth hub' }).waitFor()
      await expectNoSidewaysScrolling(page)
    },
    { as: 'youth_provider' },
  ),
)

test(
  'a place says who is near and when nobody is, on a phone too',
  withPage(PHONE, async (opened) => {
    const { page } = opened
    const { body } = await (await demoApi()).get('/api/reviews')
    const river = body.reviews.find(({ name }: Listed) => name === 'River Gardens')
    const name = ownName('Wardens')
    const made = await (
      await demoApi()
    ).post('/api/safe-places', {
      kind: 'guardian',
      name,
      geometry: { type: 'Point', coordinates: [-1.472, 52.9225] },
      openHours: [{ day: 5, from: '20:00', to: '02:00' }],
    })
    expect(made.status, made.text).toBe(201)
    await open(opened, `/reviews/${river.id}`)
    await page.getByRole('link', { name }).waitFor()
    await page.getByText(/^Gaps: at (this|these) best times? nobody is there|^At all of the best times/).waitFor()
    await page.getByRole('img', { name: /^The week by day and hour/ }).waitFor()
    await keepScreenshot(page, 'review-phone')
    await expectNoSidewaysScrolling(page)
    await expectNoAxeViolations(page)
  }),
)

test(
  'somebody of the police sees their places and has nothing to decide',
  withPage(
    PHONE,
    async (opened) => {
      const { page } = opened
      await open(opened, '/reviews')
      const links = page.getByRole('table').getByRole('link')
      await links.first().waitFor()
      await links.first().click()
      await page.waitForURL(/\/reviews\/[0-9a-f-]+$/)
      await page.getByRole('heading', { name: /^What partners are told/ }).waitFor()
      expect(await page.getByRole('button', { name: /Confirm|Dismiss|Close|Merge/ }).count()).toBe(0)
      await expectNoSidewaysScrolling(page)
      await expectNoAxeViolations(page)
    },
    { as: 'snt_officer' },
  ),
)
