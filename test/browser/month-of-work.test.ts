import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Stage } from '../../server/demo/stage.ts'
import { cleanTables } from '../support/app.ts'
import { expectNoAxeViolations, keepScreenshot, PHONE } from '../support/browser.ts'
import { db, lateReports, load, playedUntil, press, sitDown } from './played-year.ts'

const WALL = { width: 1920, height: 1080 }
const PLACE = 'Derby Bus Station'
/** Each test is a person's whole sitting. */
const SITTING = { timeout: 120_000 }

let stage: Stage
let meetingId: string

beforeAll(async () => {
  // The meeting on May is called; its pack is not frozen.
  stage = await playedUntil('2023-06-10')
  const { meetings } = await (await stage.as('coordinator')).ask('GET', '/api/meetings')
  meetingId = meetings.find(({ month }: { month: string }) => month === '2023-05').id
}, 300_000)
afterAll(async () => {
  stage?.close()
  await cleanTables(db)
})

const as = (
  username: string,
  path: string,
  work: (page: Page) => Promise<void>,
  given?: Parameters<typeof sitDown>[4],
) => sitDown(stage, username, path, work, given)

test('the co-ordinator prepares the meeting: what has to be ready, and who comes', SITTING, async () => {
  stage.setClock('2023-06-13T09:00:00Z')
  await as('coordinator', '/meetings', async (page) => {
    await page.getByRole('link', { name: 'May 2023', exact: true }).click()
    await page.getByRole('heading', { name: 'Before the meeting' }).waitFor()
    await page.getByText('The chair freezes it').waitFor()
    for (const [partner, role, agency] of [
      ['chair', 'Head of Early Help', 'Derby City Council'],
      ['council', 'Team manager, children in care', 'Derby City Council'],
      ['police', 'Sergeant, missing team', 'Derbyshire Constabulary'],
    ]) {
      await press(page, 'Note somebody')
      await page.getByLabel('Role', { exact: true }).fill(role!)
      await page.getByLabel('Agency', { exact: true }).fill(agency!)
      await page.getByLabel('Stands for').selectOption(partner!)
      await press(page, 'Note')
      await page.getByRole('rowheader', { name: role! }).waitFor()
    }
    await page.getByText('Quorate: the chair, the council and the police are here.').waitFor()
    await keepScreenshot(page, 'work-1-prepared')
    await expectNoAxeViolations(page)
  })
})

let frozen: { hash: string; text: string }
const packText = async () => JSON.stringify(await (await stage.as('chair')).ask('GET', `/api/packs/${meetingId}`))

test(
  'the chair freezes the pack, and its numbers do not move when fifty late reports are loaded',
  SITTING,
  async () => {
    stage.setClock('2023-06-14T09:00:00Z')
    await as('chair', `/meetings/${meetingId}`, async (page) => {
      await press(page, 'Freeze the pack')
      await page.getByText('The numbers of the pack are fixed from then on').waitFor()
      await press(page, 'Freeze the pack')
      await page.getByText('The meeting is now: Pack frozen.').waitFor()
    })
    const text = await packText()
    frozen = { text, hash: JSON.parse(text).hash }

    await load('reports', lateReports(50))
    expect(await packText()).toBe(frozen.text)
    await as('chair', `/packs/${meetingId}`, async (page) => {
      await page.getByRole('heading', { name: 'Since the pack' }).waitFor()
      const since = page.getByRole('region', { name: 'Since the pack' })
      await since.getByText('50', { exact: true }).first().waitFor()
      await keepScreenshot(page, 'work-2-pack')
      await expectNoAxeViolations(page)
    })
  },
)

test(
  'in the room the chair goes from place to place by keys, and decides, asks and gives where the place is spoken of',
  SITTING,
  async () => {
    stage.setClock('2023-06-18T13:00:00Z')
    await as('chair', `/meetings/${meetingId}`, async (page) => {
      await press(page, 'Open the meeting, Part A')
      await page.getByText('The meeting is now: In session, Part A.').waitFor()
    })
    await as(
      'chair',
      `/meetings/${meetingId}/room`,
      async (page) => {
        await page.getByText('Part A: places, all partners').waitFor()
        expect(await page.getByText(/Part B/).count()).toBe(0)
        const title = page.getByRole('heading', { level: 1 })
        for (let at = 0; at < 12 && (await title.textContent()) !== PLACE; at++) {
          const before = await title.textContent()
          await page.keyboard.press('PageDown')
          await expect.poll(() => title.textContent()).not.toBe(before)
        }
        expect(await title.textContent()).toBe(PLACE)

        await press(page, 'Decision')
        await page
          .getByLabel(`What is decided about “${PLACE}”?`)
          .fill('Visits over the summer, and youth work with them.')
        // Typing moves nothing.
        await page.keyboard.press('ArrowRight')
        await press(page, 'Minute the decision')
        await page.getByText('The decision is minuted.').waitFor()

        await press(page, 'Patrol')
        await page
          .getByLabel('Why should the police visit this place?')
          .fill('Children wait there late, and the holidays begin.')
        await press(page, 'Ask for visits')
        await page.getByText(/^Visits to Derby Bus Station are asked for/).waitFor()

        await press(page, 'Action')
        await page.getByLabel('What is to be done?').fill('Ask for one late bus on Saturdays.')
        const names = await page.getByLabel('Who does it?').locator('option').allTextContents()
        await page
          .getByLabel('Who does it?')
          .selectOption({ label: names.find((name) => /Safety Analyst/.test(name))! })
        await press(page, 'Give the action')
        await page.getByText(/^Action 2023-\d+ is given to Demo Safety Analyst/).waitFor()

        await press(page, 'Refer')
        await page.getByLabel(/^Why/).first().fill('Many different children wait there on Friday evenings.')
        await press(page, /^Send/)
        await page
          .getByText(/referr/i)
          .first()
          .waitFor()
        await keepScreenshot(page, 'work-3-room')
        await expectNoAxeViolations(page)
      },
      { size: WALL },
    )
  },
)

test(
  'the planner of the area gives the visits out; an officer logs one on a phone with a tap each',
  SITTING,
  async () => {
    stage.setClock('2023-06-20T07:30:00Z')
    const { patrols } = await (await stage.as('planner')).ask('GET', '/api/patrols')
    const asked = patrols.find(
      ({ state, hotspotName }: { state: string; hotspotName: string }) =>
        state === 'requested' && hotspotName === PLACE,
    )
    await as('planner', `/patrols/${asked.id}`, async (page) => {
      await press(page, 'Take it up')
      await page.getByRole('button', { name: 'Give it out' }).first().waitFor()
      await expectNoAxeViolations(page)
      await press(page, 'Give it out')
      await page
        .getByText(/given out|Being visited|Tasked|Given out/i)
        .first()
        .waitFor()
    })
    stage.setClock('2023-06-23T19:10:00Z')
    await as(
      'officer',
      '/visit',
      async (page) => {
        await page.getByRole('button', { name: new RegExp(`^Start visit.*${PLACE}`) }).click()
        await page.getByRole('button', { name: 'End the visit' }).waitFor()
        await keepScreenshot(page, 'work-4-visit')
        await expectNoAxeViolations(page)
        stage.setClock('2023-06-23T19:24:00Z')
        await page.getByRole('button', { name: 'End the visit' }).click()
        await page.getByRole('button', { name: 'One more: People spoken to' }).first().click()
        await page.getByRole('button', { name: 'Save', exact: true }).click()
        await expect
          .poll(async () => (await db.query('select from patrol_visit where engagements = 1')).rowCount)
          .toBe(1)
      },
      { size: PHONE },
    )
  },
)

test('the youth provider accepts the referral, plans its sessions and records one on a phone', SITTING, async () => {
  stage.setClock('2023-06-21T10:00:00Z')
  const youth = await stage.as('youth')
  const { referrals } = await youth.ask('GET', '/api/referrals')
  const { id } = referrals.find(
    ({ state, hotspotName }: { state: string; hotspotName: string }) => state === 'submitted' && hotspotName === PLACE,
  )
  await as('youth', `/referrals/${id}`, async (page) => {
    await press(page, 'Accept')
    await page.getByRole('button', { name: /Schedule these sessions/ }).click()
    await expect
      .poll(async () => (await youth.ask('GET', `/api/referrals/${id}`)).state, { timeout: 10_000 })
      .toBe('scheduled')
    await expectNoAxeViolations(page)
  })
  stage.setClock('2023-06-30T22:30:00Z')
  await as(
    'youth',
    `/sessions/${id}`,
    async (page) => {
      await page.getByRole('button', { name: 'Save', exact: true }).waitFor()
      await keepScreenshot(page, 'work-5-session')
      await expectNoAxeViolations(page)
      const greeted = page.getByRole('button', { name: /^One more: / }).first()
      for (let i = 0; i < 4; i++) await greeted.click()
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await expect
        .poll(async () => (await youth.ask('GET', `/api/outreach/${id}`)).sessions.length, { timeout: 10_000 })
        .toBe(1)
    },
    { size: PHONE },
  )
})

test('the community safety partnership proposes a measure into a plan of a place that is listed', SITTING, async () => {
  stage.setClock('2023-07-01T10:00:00Z')
  const { plans } = await (await stage.as('analyst')).ask('GET', '/api/plans')
  await as('analyst', `/plans/${plans[0].id}`, async (page) => {
    await press(page, 'Propose a measure')
    await page.getByLabel(/^Which measure/).selectOption({ label: 'Lighting' })
    await page.getByLabel(/^What is to be done/).fill('Two more lamps by the gate.')
    await page.getByLabel(/lead/i).first().fill('Derby City Council')
    await press(page, 'Propose the measure')
    await page.getByText('Two more lamps by the gate.').first().waitFor()
    await expectNoAxeViolations(page)
  })
})

test('the minutes are written from what happened, agreed, and then locked', SITTING, async () => {
  stage.setClock('2023-06-25T10:00:00Z')
  await as('coordinator', `/meetings/${meetingId}`, async (page) => {
    await press(page, 'End the meeting and draft its minutes')
    await press(page, 'End the meeting and draft its minutes')
    await page.getByText('The meeting is now: Minutes in draft.').waitFor()
    await page.getByRole('link', { name: 'Minutes', exact: true }).click()
    const section = page.getByLabel(`Minutes of “${PLACE}”`)
    const words = await section.inputValue()
    expect(words).toContain('Visits over the summer, and youth work with them.')
    expect(words).toMatch(/Action 2023-\d+: Ask for one late bus on Saturdays\./)
    expect(words).toMatch(/Patrol request P-\d+/)
    expect(words).toMatch(/Referral R-\d+ to Youth Alliance/)
    await section.fill(`${words}\nThe group thanks the bus company.`)
    await press(page, 'Save')
    await page.getByText('Saved.').first().waitFor()
    await keepScreenshot(page, 'work-7-minutes')
    await expectNoAxeViolations(page)
  })
  await as('chair', `/meetings/${meetingId}`, async (page) => {
    await press(page, 'Agree the minutes')
    await press(page, 'Agree the minutes')
    await page.getByText('The meeting is now: Minutes agreed.').waitFor()
    await page.getByRole('link', { name: 'Minutes', exact: true }).click()
    await page.getByText(/Agreed by Demo Chair on 25 Jun 2023/).waitFor()
    await page.getByText('The group thanks the bus company.').waitFor()
    expect(await page.getByRole('textbox').count()).toBe(0)
    await expectNoAxeViolations(page)
  })
})

test('the next pack shows the actions, each difference with its reason, and a plan’s effect', SITTING, async () => {
  // The late interviews of the demo, June’s run and meeting, and the working out of the plans’ effects; not what the demo plays in May’s meeting.
  stage.setClock('2023-07-05T08:00:00Z')
  const coordinator = await stage.as('coordinator')
  await coordinator.ask('POST', '/api/runs', { kind: 'month', month: '2023-06' })
  stage.setClock('2023-07-06T13:00:00Z')
  const { plans } = await coordinator.ask('GET', '/api/plans')
  const plan = plans.find(({ hotspotName }: { hotspotName: string }) => hotspotName === 'University Bus Park')
  await as('coordinator', `/plans/${plan.id}`, async (page) => {
    await press(page, /^Work it out/)
    await page.getByText('Fewer than expected').first().waitFor({ timeout: 20_000 })
    await expectNoAxeViolations(page)
  })
  const june = await coordinator.ask('POST', '/api/meetings', { month: '2023-06', heldOn: '2023-07-18' })
  stage.setClock('2023-07-14T09:00:00Z')
  await (await stage.as('chair')).ask('POST', `/api/meetings/${june.id}/freeze`, { version: june.version })

  await as('chair', `/packs/${june.id}`, async (page) => {
    const pack = page.getByRole('article')
    for (const words of [/Ask for one late bus on Saturdays/, /late data/i, /Fewer .*than expected/i])
      await pack.getByText(words).first().waitFor()
    await keepScreenshot(page, 'work-8-next-pack')
    await expectNoAxeViolations(page)
  })
  expect(JSON.parse(await packText()).hash).toBe(frozen.hash)
})
