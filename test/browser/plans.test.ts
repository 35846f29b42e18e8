import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { Role } from '../../server/access/roles.ts'
import { changeOf, takeStep } from '../plans/make-plan.ts'
import { apiAt, type TestApi } from '../support/app.ts'
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

const asDemo = async (role: Role) => apiAt((await sharedDemo()).address, { token: await demoToken(role) })

let coordinator: TestApi
let chair: TestApi
let ownerId: string

beforeAll(async () => {
  coordinator = await asDemo('coordinator')
  chair = await asDemo('group_chair')
  const { colleagues } = (await coordinator.get('/api/colleagues')).body
  ownerId = colleagues.find(({ role }: { role: string }) => role === 'group_member').id
})

/** A draft for a confirmed place of the demo that has no open plan, withdrawing whatever an earlier test began there. */
const draft = async (): Promise<{ id: string; hotspotName: string }> => {
  const name = 'Caxton Park'
  const review = (await chair.get('/api/reviews')).body.reviews.find((one: { name: string }) => one.name === name)
  if (review.steps.some(({ step }: { step: string }) => step === 'confirm'))
    await chair.post(`/api/reviews/${review.id}/steps`, { step: 'confirm', version: review.version, why: 'Seen.' })
  const { plans } = (await coordinator.get(`/api/plans?hotspot=${review.id}&state=open`)).body
  for (const plan of plans) await takeStep(coordinator, plan, 'withdraw', { why: 'Made by a test.' })
  const answer = await coordinator.post('/api/plans', {
    hotspotId: review.id,
    ownerId,
    objective: 'By October the pavilion is open on three evenings a week.',
    leadAgency: 'Derby City Council',
    leadRole: 'Parks manager',
  })
  expect(answer.status, answer.text).toBe(201)
  return answer.body
}

const settle = async (page: Page) => {
  await page.waitForLoadState('networkidle')
  await page.locator('[data-map="drawing"]').waitFor({ state: 'detached' })
}

test(
  'plans are listed with who sees to them, and a plan tells in a sentence whether it did anything; its counts are opened apart',
  withPage(LAPTOP, async ({ page, address }) => {
    await page.goto(`${address}/plans`)
    await page.getByRole('row', { name: /University Bus Park .* Fewer than expected/ }).waitFor()
    await page.getByRole('link', { name: 'University Bus Park' }).first().click()
    const panel = page.getByRole('region', { name: 'Did it work?' })
    await panel.getByText(/^Fewer reports of children than expected/).waitFor()
    await panel
      .getByText(/four times in five/)
      .first()
      .waitFor()
    await panel.getByText(/^Places get plans after bad spells/).waitFor()

    await panel.getByRole('button', { name: 'Show the counts' }).click()
    await panel.getByRole('img', { name: /The plan started on 2 Jan 2023/ }).waitFor()
    await panel.getByText(/weighted displacement difference is −\d+\.\d child-weeks/).waitFor()
    await settle(page)
    await keepScreenshot(page, 'plan-counts-laptop')
    await expectNoAxeViolations(page)
  }),
)

test(
  'a draft is written, proposed and agreed; what it is compared with is chosen by likeness',
  withPage(LAPTOP, async ({ page, address }) => {
    const { id } = await draft()
    await page.goto(`${address}/plans/${id}`)
    await page.getByRole('button', { name: 'Change the plan' }).click()
    await page.getByLabel('Who is harmed here?').fill('Young people who wait there after dark.')
    await page.getByRole('button', { name: 'Add a safety goal' }).click()
    await page.getByLabel(/Safety goal 1/).fill('Somewhere dry to be.')
    await page.getByRole('button', { name: 'Show which places were most alike' }).click()
    await page.getByText('This place', { exact: true }).waitFor()
    await page.getByRole('group', { name: 'What is it compared with?' }).getByLabel('Stockbrook Park').check()
    await expectNoAxeViolations(page)
    await keepScreenshot(page, 'plan-form-laptop')

    await page.getByRole('button', { name: 'Keep the change' }).click()
    await page.getByRole('link', { name: 'Say how anybody will know' }).click()
    await page.keyboard.type('Evenings open, of those planned.')
    await page.getByRole('button', { name: 'Keep the change' }).click()
    await page.getByText('The change is kept').waitFor()
    await page.getByText('Young people who wait there after dark.').waitFor()
    await page.getByRole('button', { name: 'Propose to the group' }).click()
    await page.getByText('The plan is proposed.').waitFor()
    expect(await page.getByRole('button', { name: 'Agree' }).count()).toBe(0)

    expect((await takeStep(chair, { id }, 'agree')).body.comparators).toMatchObject([{ name: 'Stockbrook Park' }])
  }),
)

test(
  'two people change a plan at once: the second sees both versions, takes what is better, and nothing is lost',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      const { id } = await draft()
      await page.goto(`${address}/plans/${id}`)
      await page.getByRole('button', { name: 'Change the plan' }).click()
      await page.getByLabel('What is done?').fill('Wardens come at eight.')
      const now = (await chair.get(`/api/plans/${id}`)).body
      const theirs = { response: 'The pavilion opens at six.', leadRole: 'Head of parks' }
      expect((await chair.put(`/api/plans/${id}`, changeOf(now, theirs))).status).toBe(200)

      await page.getByRole('button', { name: 'Keep the change' }).click()
      const conflict = page.getByRole('alert').filter({ hasText: 'Somebody changed this plan first' })
      await conflict
        .getByRole('row', { name: /What is done Wardens come at eight. The pavilion opens at six./ })
        .waitFor()
      await keepScreenshot(page, 'plan-conflict-laptop')
      await expectNoAxeViolations(page)
      await conflict.getByRole('button', { name: /Take theirs ?: Lead role/ }).click()
      await page.getByRole('button', { name: 'Keep the change' }).click()
      await page.getByText('The change is kept').waitFor()

      const { body } = await coordinator.get(`/api/plans/${id}`)
      expect(body).toMatchObject({ response: 'Wardens come at eight.', leadRole: 'Head of parks', version: 3 })
      const { revisions } = (await coordinator.get(`/api/plans/${id}/history`)).body
      expect(revisions[0].was.response).toBe('The pavilion opens at six.')
    },
    { allow: /409/ },
  ),
)

test(
  'the community safety partnership proposes a measure into a plan, and is shown what is still to be confirmed of its law',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      const { plans } = (await (await asDemo('csp_analyst')).get('/api/plans?state=open')).body
      await page.goto(`${address}/plans/${plans[0].id}`)
      await page.getByRole('button', { name: 'Propose a measure' }).click()
      const choice = page.getByLabel('Which measure?')
      await choice.selectOption('Public spaces protection order')
      await page.getByText('To be confirmed: check the law').waitFor()
      expect(await choice.getByRole('option', { name: 'Civil injunction' }).count()).toBe(0)
      await page.getByLabel('What is to be done here?').fill('To be looked at if it goes on.')
      await expectNoAxeViolations(page)
      await keepScreenshot(page, 'plan-propose-laptop')
      await page.getByRole('button', { name: 'Propose the measure' }).click()
      await page.getByText('The measure is proposed.').waitFor()
      await page.getByText('To be looked at if it goes on.').waitFor()
      expect(await page.getByRole('region', { name: 'Measures about persons' }).count()).toBe(0)
    },
    { as: 'csp_analyst' },
  ),
)

test(
  'on a phone a planner of the area reads a plan and its answer, without counts and without what is the group’s own',
  withPage(
    PHONE,
    async ({ page, address }) => {
      const planner = await asDemo('snt_planner')
      const { plans } = (await planner.get('/api/plans')).body
      expect(plans.length).toBeGreaterThan(0)
      for (const path of ['/plans', `/plans/${plans[0].id}`]) {
        await page.goto(address + path)
        await page.getByRole('heading', { level: 1 }).waitFor()
        await settle(page)
        await expectNoSidewaysScrolling(page)
        await expectNoAxeViolations(page)
        await keepScreenshot(page, `${path === '/plans' ? 'plans' : 'plan'}-planner-phone`)
      }
      expect(await page.getByRole('button', { name: /Show the counts|Change the plan|Work it out/ }).count()).toBe(0)
      expect(await page.getByRole('heading', { name: 'Scanning' }).count()).toBe(0)
    },
    { as: 'snt_planner' },
  ),
)
