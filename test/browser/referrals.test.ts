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
import { takeStep } from '../referrals/make-referral.ts'
import { hotspotOf, providerApi, referTo, scheduledAt } from './referral-in-delivery.ts'
import { demoApi, expectFocus } from './steps.ts'

beforeAll(sharedDemo)

test(
  'a place is referred without leaving it: one sentence to write, times proposed, and the form says that no child stands in it',
  withPage(LAPTOP, async ({ page, address }) => {
    const hotspot = await hotspotOf('Markeaton Park')
    await page.goto(`${address}/reviews/${hotspot.id}`)
    await page.getByRole('button', { name: 'Refer', exact: true }).click()
    const form = page.getByRole('region', { name: 'Refer Markeaton Park to a youth provider' })
    await form.getByText('A place is referred here, never a child.').waitFor()
    await expectFocus(form.getByLabel('Why this place?'))
    expect(await form.getByRole('checkbox', { checked: true }).count()).toBeGreaterThan(0)
    await expectNoAxeViolations(page)

    await form.getByRole('button', { name: /^Send to / }).click()
    await page.getByRole('alert').getByText('Say why the place is referred').waitFor()
    await form.getByLabel('Why this place?').fill('Groups stay until late and no adult is there.')
    await form.getByText(/^How many sessions/).click()
    await form.getByLabel('Sessions asked for').fill('4')
    await form.getByLabel('Urgent').check({ force: true })
    await keepScreenshot(page, 'referral-quick')
    await form.getByRole('button', { name: /^Send to / }).click()
    await page.getByText(/^Markeaton Park is referred to Youth Alliance \(R-\d+\)/).waitFor()

    const { referrals } = (await (await demoApi()).get(`/api/referrals?hotspot=${hotspot.id}`)).body
    expect(referrals[0]).toMatchObject({
      state: 'submitted',
      priority: 'urgent',
      sessionsRequested: 4,
      meetingId: null,
    })
    expect(referrals[0].windows.length).toBeGreaterThan(0)
  }),
)

test(
  'the provider answers in place: asks, is answered, accepts, and schedules the sessions that the times propose',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      const sent = await referTo('Caxton Park', { rationale: 'Cars wait at the far gate.', sessionsRequested: 3 })
      await page.goto(address)
      await page.waitForURL(`${address}/referrals`)
      await page.getByRole('heading', { level: 2, name: /^New/ }).waitFor()
      await page.locator(`a[href="/referrals/${sent.id}"]`).click()
      await page.getByText('Cars wait at the far gate.').waitFor()
      await page.getByRole('button', { name: 'Ask for more information' }).click()
      await expectFocus(page.getByLabel('What do you need to know?'))
      await page.getByLabel('What do you need to know?').fill('Which gate is the far one?')
      await page.getByRole('button', { name: 'Ask for more information' }).click()
      await page.getByText('Your question is sent to the group.').waitFor()
      await expectNoAxeViolations(page)

      const api = await demoApi()
      const asked = (await api.get(`/api/referrals/${sent.id}`)).body
      await takeStep(api, asked, 'answer', 'The one by the allotments.')
      await page.reload()
      await page.getByText('The one by the allotments.').waitFor()
      await page.getByRole('button', { name: 'Accept' }).click()
      await page.getByRole('heading', { name: 'When are the sessions?' }).waitFor()
      // Fridays from 18:00, as it was asked for: the next one is 14 July.
      expect(await page.getByLabel('Day').first().inputValue()).toBe('2023-07-14')
      expect(await page.getByLabel('From').nth(2).inputValue()).toBe('18:00')
      await page.getByRole('button', { name: 'Remove session 3' }).click()
      await keepScreenshot(page, 'referral-schedule')
      await expectNoAxeViolations(page)
      await page.getByRole('button', { name: 'Schedule these sessions' }).click()
      await page.getByText('It is scheduled, and the group sees when.').waitFor()
      await page.getByRole('button', { name: 'Record a session' }).waitFor()
      const { body } = await api.get(`/api/referrals/${sent.id}`)
      expect(body).toMatchObject({ state: 'scheduled', done: { planned: 2, nextOn: '2023-07-14' } })
    },
    { as: 'youth_provider' },
  ),
)

test(
  'a session is recorded on a phone in a dozen taps, and corrected afterwards',
  withPage(
    PHONE,
    async ({ page, address }) => {
      const referral = await scheduledAt('Stockbrook Park')
      await page.goto(`${address}/sessions/${referral.id}`)
      await page.getByRole('heading', { name: 'Record a session' }).waitFor()
      // The planned session of today is chosen, with its times.
      await page.getByText('Planned: Tue 11 Jul, 18:30–20:30').waitFor({ state: 'attached' })
      expect(await page.getByLabel('From').inputValue()).toBe('18:30')
      await expectNoSidewaysScrolling(page)
      await expectNoAxeViolations(page)

      const started = Date.now()
      const taps = ['One more: 1. Greeted', 'One more: 1. Greeted', 'One more: 2. Talked with', 'One more: 3. Helped']
      for (const name of taps) await page.getByRole('button', { name }).click()
      await page.getByText('4 young people met in all').waitFor()
      await page.getByLabel('Getting home').check({ force: true })
      await page.getByLabel('Activities wanted').check({ force: true })
      await keepScreenshot(page, 'session-phone')
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByText('It is recorded.').waitFor()
      expect(Date.now() - started).toBeLessThan(60_000)
      await page.getByRole('button', { name: 'Back to the referral' }).click()
      await page.getByText('4 young people met, 2 staff').waitFor()
      await keepScreenshot(page, 'referral-in-delivery-phone')
      await expectNoSidewaysScrolling(page)

      await page.getByRole('link', { name: /^Correct/ }).click()
      await page.getByRole('heading', { name: 'Correct a session' }).waitFor()
      await page.getByRole('button', { name: 'One more: 2. Talked with' }).click()
      await page.getByLabel(/^What you saw of the place/).fill('The lights at the steps are out.')
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByText('It is corrected.').waitFor()
      const { body } = await (await providerApi()).get(`/api/outreach/${referral.id}`)
      expect(body.sessions).toMatchObject([
        { contacts: 5, version: 2, observations: 'The lights at the steps are out.' },
      ])
      expect(body.planned[0].isHeld).toBe(true)
    },
    { as: 'youth_provider' },
  ),
)

test(
  'a lost connection keeps what was typed, says so, and sends it once when it is back, whichever page is open then',
  withPage(
    PHONE,
    async ({ page, address }) => {
      const referral = await scheduledAt('Derby Bus Station')
      await page.goto(`${address}/sessions/${referral.id}`)
      await page.getByRole('button', { name: 'One more: 2. Talked with' }).click()
      await page.context().setOffline(true)
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByText('No connection.').waitFor()
      await page.getByLabel('Feeling unsafe here').check({ force: true })
      await keepScreenshot(page, 'session-no-connection-phone')
      await expectNoAxeViolations(page)
      expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)

      await page.context().setOffline(false)
      await page.getByText('It is recorded.').waitFor()
      const { body } = await (await providerApi()).get(`/api/outreach/${referral.id}`)
      expect(body.sessions).toMatchObject([{ contacts: 1, recorded: { themes: ['feeling_unsafe'] } }])
    },
    { as: 'youth_provider', allow: /ERR_INTERNET_DISCONNECTED|Failed to load resource/ },
  ),
)

test(
  'an answer that was lost on the way does not make a second session',
  withPage(
    PHONE,
    async ({ page, address }) => {
      const referral = await scheduledAt('Derbion')
      await page.goto(`${address}/sessions/${referral.id}`)
      await page.getByRole('button', { name: 'One more: 1. Greeted' }).click()
      // The service keeps it; the phone never hears of it.
      await page.route('**/api/outreach/*/sessions', async (route) => {
        await route.fetch()
        await route.abort('connectionreset')
      })
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByText('No connection.').waitFor()
      await page.unroute('**/api/outreach/*/sessions')
      await page.getByRole('button', { name: 'Try again now' }).click()
      await page.getByText('It is recorded.').waitFor()
      expect((await (await providerApi()).get(`/api/outreach/${referral.id}`)).body.sessions).toHaveLength(1)
    },
    { as: 'youth_provider', allow: /ERR_CONNECTION_RESET|Failed to load resource/ },
  ),
)

test(
  'words that may name somebody are asked about before a session is kept',
  withPage(
    PHONE,
    async ({ page, address }) => {
      const referral = await scheduledAt('River Gardens')
      await page.goto(`${address}/sessions/${referral.id}`)
      await page.getByLabel(/^What you saw of the place/).fill('Ashton Miller was there with friends.')
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByRole('dialog').getByText('Ashton Miller', { exact: true }).waitFor()
      await page.getByRole('button', { name: 'Change the text' }).click()
      await page.getByLabel(/^What you saw of the place/).fill('A group was there.')
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByText('It is recorded.').waitFor()
    },
    { as: 'youth_provider', allow: /status of 422/ },
  ),
)

test(
  'the group reads what came of it in sums, changes a draft and reviews an outcome',
  withPage(LAPTOP, async ({ page, address }) => {
    const draft = await referTo('Caxton Park', { submit: false })
    await page.goto(`${address}/referrals/${draft.id}`)
    await page.getByRole('button', { name: 'Change what is asked for' }).click()
    await page.getByLabel('Sessions asked for').fill('9')
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('It is changed.').waitFor()
    await page.getByText('9 sessions, to start by').waitFor()
    await page.getByRole('button', { name: 'Send it' }).click()
    await page.getByText('It is sent: the provider answers it from here.').waitFor()

    await page.getByRole('link', { name: 'Referrals', exact: true }).first().click()
    await page.getByRole('heading', { level: 2, name: /^Waiting for an answer/ }).waitFor()
    await keepScreenshot(page, 'referrals-of-group')
    await expectNoAxeViolations(page)
  }),
)

test(
  'a referral of another agency, or a wrong link, says so',
  withPage(
    LAPTOP,
    async ({ page, address }) => {
      await page.goto(`${address}/referrals/00000000-0000-4000-8000-000000000000`)
      await page.getByRole('heading', { name: 'This referral is not known' }).waitFor()
      await page.goto(`${address}/sessions/00000000-0000-4000-8000-000000000000`)
      await page.getByText('That referral is not known here').waitFor()
      await expectNoAxeViolations(page)
    },
    { as: 'youth_provider', allow: /status of 404/ },
  ),
)
