import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { withApp, type TestApi } from '../support/app.ts'
import {
  plan,
  record,
  recorded,
  refer,
  scheduled,
  SESSION,
  stepTo,
  takeStep,
  withSides,
} from '../referrals/make-referral.ts'

const type = (slug: string) => expect.stringMatching(new RegExp(`${slug}$`))
const sessionsFor = async (api: TestApi, { id }: { id: string }) => (await api.get(`/api/outreach/${id}`)).body

test(
  'a session that is sent twice is stored once, and the first one begins the delivery',
  withApp(async (app) => {
    const { coordinator, provider, colleague, hotspotId } = await withSides(app)
    const referral = await scheduled(coordinator, provider, hotspotId)
    const id = randomUUID()
    const { planned } = await sessionsFor(provider, referral)
    app.service.today = () => '2023-07-14'

    const sent = { id, day: '2023-07-14', plannedId: planned[0].id }
    const first = await record(provider, referral, sent)
    expect(first).toMatchObject({ status: 201, body: { contacts: 8, minutes: 135, recorded: { isMine: true } } })
    expect(await record(provider, referral, sent)).toMatchObject({ status: 200, body: first.body })
    expect(await record(colleague, referral, sent)).toMatchObject({
      status: 409,
      body: { type: type('already-there') },
    })
    expect(await record(provider, referral, { ...sent, id: randomUUID() })).toMatchObject({
      status: 409,
      body: { detail: 'That planned session is recorded already.' },
    })

    const { sessions, planned: after } = await sessionsFor(provider, referral)
    expect(sessions).toHaveLength(1)
    expect(after.map(({ isHeld }: { isHeld: boolean }) => isHeld)).toEqual([true, false])
    expect((await provider.get(`/api/referrals/${referral.id}`)).body).toMatchObject({
      state: 'in_delivery',
      done: { sessions: 1, planned: 2, nextOn: '2023-07-21' },
    })
  }),
)

test(
  'sent at the same moment from two places it is stored once, with one beginning',
  withApp(async (app) => {
    const { coordinator, provider, hotspotId } = await withSides(app)
    const referral = await scheduled(coordinator, provider, hotspotId)
    const id = randomUUID()
    const answers = await Promise.all([1, 2, 3].map(() => record(provider, referral, { id })))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 200, 201])
    const { body } = await provider.get(`/api/referrals/${referral.id}`)
    expect(body.done.sessions).toBe(1)
    expect(body.taken.filter(({ step }: { step: string }) => step === 'start')).toHaveLength(1)
  }),
)

test.each([
  ['/day', { day: '2023-07-12' }],
  ['/day', { day: '2023-07-10' }],
  ['/to', { to: '18:30' }],
  ['/to', { to: '24:00' }],
  ['/staff', { staff: 0 }],
  ['/level1', { level1: -1 }],
  ['/level2', { level2: 1.5 }],
  ['/themes/0', { themes: ['a_person'] }],
  ['/onwardReferrals', { onwardReferrals: 101 }],
  ['/plannedId', { plannedId: '5f5bfc52-6b57-4f7c-8a4f-6e6a4a1f0001' }],
  ['/names', { names: 'Ashton' }],
])('what no session can be is refused: %s', async (pointer, given) => {
  await withApp(async (app) => {
    const { coordinator, provider, hotspotId } = await withSides(app)
    const answer = await record(provider, await scheduled(coordinator, provider, hotspotId), given)
    expect(answer.status).toBe(422)
    expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer)
  })()
})

test(
  'a session past midnight counts its hours, and observations that may name somebody are asked about',
  withApp(async (app) => {
    const { coordinator, provider, hotspotId } = await withSides(app)
    const referral = await scheduled(coordinator, provider, hotspotId)
    expect((await recorded(provider, referral, { from: '22:30', to: '01:00', observations: '' })).minutes).toBe(150)
    expect((await provider.get(`/api/referrals/${referral.id}`)).body.done.minutes).toBe(150)
    const observations = 'Ashton Miller was there again.'
    expect(await record(provider, referral, { observations })).toMatchObject({
      status: 422,
      body: { type: type('words-to-check'), errors: [{ pointer: '/observations', phrase: 'Ashton Miller' }] },
    })
  }),
)

test(
  'whoever recorded a session corrects it; what it said before is kept',
  withApp(async (app) => {
    const { coordinator, provider, colleague, otherProvider, hotspotId } = await withSides(app)
    const referral = await scheduled(coordinator, provider, hotspotId)
    const { id } = await recorded(provider, referral)
    const correct = (api: TestApi, version: number, given: object = {}) =>
      api.patch(`/api/outreach/sessions/${id}`, { ...SESSION, version, ...given })

    expect((await correct(provider, 1, { level1: 6 })).body).toMatchObject({ contacts: 10, version: 2 })
    expect(await correct(provider, 1)).toMatchObject({ status: 409, body: { type: type('changed-meanwhile') } })
    expect(await correct(colleague, 2)).toMatchObject({ status: 409, body: { type: type('not-yours-to-correct') } })
    expect((await correct(otherProvider, 2)).status).toBe(404)
    const { rows } = await app.db.query(`select version, was ->> 'contacts' as contacts from outreach_session_revision`)
    expect(rows).toEqual([{ version: 1, contacts: '8' }])
  }),
)

test(
  'sessions are planned by the provider while there is something to deliver; what was held stays',
  withApp(async (app) => {
    const { coordinator, provider, hotspotId } = await withSides(app)
    const sent = await refer(coordinator, hotspotId)
    const put = (version: number, planned: object[]) =>
      provider.put(`/api/outreach/${sent.id}/planned`, { version, planned })
    expect(await put(sent.version, [])).toMatchObject({ status: 409, body: { type: type('not-plannable') } })
    expect(await record(provider, sent)).toMatchObject({ status: 409, body: { type: type('not-running') } })

    const accepted = await takeStep(provider, sent, 'accept')
    expect(await record(provider, sent)).toMatchObject({
      status: 409,
      body: { detail: 'Plan the sessions and schedule the referral first.' },
    })
    const at = (day: string, from = '18:30', to = '20:30') => ({ day, from, to })
    const first = at('2023-07-11')
    expect((await put(accepted.version, [first, first])).body.errors[0].pointer).toBe('/planned/1/from')
    expect((await put(accepted.version, [at('2023-07-14', '18:00', '18:00')])).body.errors[0].pointer).toBe(
      '/planned/0/to',
    )
    const { referral, planned } = await plan(provider, accepted, ['2023-07-11', '2023-07-18'])
    expect(await put(accepted.version, [first])).toMatchObject({
      status: 409,
      body: { type: type('changed-meanwhile') },
    })
    const ready = await takeStep(provider, referral, 'schedule')
    expect((await put(ready.version, [])).status).toBe(422)

    await recorded(provider, sent, { plannedId: planned[0].id })
    const running = (await provider.get(`/api/referrals/${sent.id}`)).body
    const { body } = await put(running.version, [at('2023-07-25')])
    expect(body.planned).toMatchObject([
      { day: '2023-07-11', isHeld: true },
      { day: '2023-07-25', isHeld: false },
    ])
    expect((await put(body.referral.version, [first])).status).toBe(422)
    await takeStep(coordinator, body.referral, 'cancel', 'The place was closed.')
    expect(await record(provider, sent)).toMatchObject({ status: 409, body: { type: type('not-running') } })
    expect(await stepTo(provider, body.referral, 'complete', 'Done.')).toMatchObject({ status: 409 })
  }),
)

test(
  'the outcome goes back in sums, and a theme only where it is of the place: in two sessions, with five young people met',
  withApp(async (app) => {
    const { coordinator, provider, hotspotId } = await withSides(app)
    const referral = await scheduled(coordinator, provider, hotspotId)
    const contacts = (level1: number, level2: number, level3: number) => ({ level1, level2, level3 })
    const session = (themes: string[], given: object) =>
      recorded(provider, referral, { themes, observations: null, ...given })
    await session(['transport_home', 'online_contact'], { ...contacts(2, 1, 0), from: '16:00' })
    await session(['transport_home', 'feeling_low', 'online_contact'], { ...contacts(0, 2, 0), from: '18:00' })
    await session(['feeling_low', 'food_or_shelter'], { ...contacts(0, 0, 2), from: '20:00' })

    const { body } = await coordinator.get(`/api/referrals/${referral.id}`)
    expect(body.done).toMatchObject({ sessions: 3, contacts: 7, onwardReferrals: 3 })
    expect(body.outcome).toEqual({
      levels: [2, 3, 2],
      themes: [
        { theme: 'transport_home', words: 'Getting home', sessions: 2 },
        { theme: 'online_contact', words: 'Contact online', sessions: 2 },
      ],
      // Stress in two sessions, where four were met in all; hunger in one.
      rarerThemes: 2,
    })
    const text = JSON.stringify([body, await sessionsFor(coordinator, referral)])
    expect(text.replace(/"value":"[^"]+","words":"[^"]+"/g, '')).not.toMatch(
      /feeling_low|Stress|food_or_shelter|Hunger|yasmin.*level1/,
    )
    expect((await sessionsFor(coordinator, referral)).sessions[0].recorded).toBeNull()
  }),
)

test(
  'there is nowhere to put a child, and nothing that would tell of one in any answer',
  withApp(async (app) => {
    const { coordinator, provider, planner, hotspotId } = await withSides(app)
    const referral = await scheduled(coordinator, provider, hotspotId)
    await recorded(provider, referral)
    const answers: string[] = []
    for (const api of [coordinator, provider, planner])
      for (const path of ['/api/referrals', `/api/referrals/${referral.id}`, `/api/outreach/${referral.id}`])
        answers.push((await api.get(path)).text)
    answers.push((await coordinator.get(`/api/referrals/proposal?hotspot=${hotspotId}`)).text)
    for (const answer of answers) {
      expect(answer).not.toMatch(
        /YP-\d|"child|"episode|"report(?!s?By)|narrative|longitude|latitude|coordinates|easting/i,
      )
      expect(answer).not.toMatch(/"(reports|children)(Band)?"/)
    }
  }),
)
