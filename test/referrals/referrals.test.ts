import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { withApp } from '../support/app.ts'
import { makeReview } from '../support/reviews.ts'
import { plan, PROVIDER, recorded, refer, REFERRAL, scheduled, stepTo, takeStep, withSides } from './make-referral.ts'

const type = (slug: string) => expect.stringMatching(new RegExp(`${slug}$`))

test(
  'a form begins with the best times of the latest stored month, and with who can be asked',
  withApp(async (app) => {
    const { coordinator, hotspotId, otherId, windows } = await withSides(app)

    const { body } = await coordinator.get(`/api/referrals/proposal?hotspot=${hotspotId}`)
    expect(body).toMatchObject({
      hotspotName: 'Riverside',
      windows,
      month: '2023-06',
      providers: ['Another Youth Trust', PROVIDER],
      today: '2023-07-11',
    })
    expect(body.services).toContainEqual({ value: 'detached', words: 'Detached youth work' })
    expect((await coordinator.get(`/api/referrals/proposal?hotspot=${otherId}`)).body.windows).toEqual([])
    expect((await coordinator.get(`/api/referrals/proposal?hotspot=${otherId.replace(/^./, 'f')}`)).status).toBe(404)
  }),
)

test(
  'a referral that is sent at once has been a draft and was sent, by whom and when, with a day to be answered by',
  withApp(async (app) => {
    const { coordinator, hotspotId } = await withSides(app)

    expect(await refer(coordinator, hotspotId, { providerAgency: 'youth alliance' })).toMatchObject({
      ref: expect.stringMatching(/^R-\d+$/),
      hotspotName: 'Riverside',
      providerAgency: PROVIDER,
      serviceWords: 'Detached youth work',
      state: 'submitted',
      stateWords: 'Sent, to be answered',
      answerBy: '2023-07-21',
      late: null,
      words: { rationale: REFERRAL.rationale, safetyNotes: 'Go in pairs after dark.' },
      steps: [{ step: 'cancel', says: 'Cancel', needsWhy: true }],
      done: { planned: 0, sessions: 0, contacts: 0 },
      outcome: null,
      taken: [
        { step: 'begin', from: null, to: 'draft', role: 'coordinator' },
        { step: 'submit', from: 'draft', to: 'submitted', toWords: 'Sent, to be answered' },
      ],
    })
  }),
)

describe('what cannot be asked for is refused with a pointer', () => {
  test.each([
    ['/windows', { windows: [] }],
    [
      '/windows',
      {
        windows: [
          { fromHour: 114, hours: 4 },
          { fromHour: 116, hours: 1 },
        ],
      },
    ],
    ['/startBy', { startBy: '2023-07-10' }],
    ['/sessionsRequested', { sessionsRequested: 0 }],
    ['/rationale', { rationale: '  ' }],
    ['/providerAgency', { providerAgency: 'Somebody else' }],
    ['/serviceType', { serviceType: 'enforcement' }],
    ['/childReference', { childReference: 'YP-1001' }],
  ])('%s', async (pointer, given) => {
    await withApp(async (app) => {
      const { coordinator, hotspotId } = await withSides(app)
      const answer = await coordinator.post('/api/referrals', { ...REFERRAL, hotspotId, ...given })
      expect(answer.status).toBe(422)
      expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer)
    })()
  })

  test(
    'a place that was dismissed, or that is not there',
    withApp(async (app) => {
      const { coordinator } = await withSides(app)
      const dismissed = await makeReview(app.db, { state: 'dismissed' })
      const send = (id: string) => coordinator.post('/api/referrals', { ...REFERRAL, hotspotId: id })
      expect(await send(dismissed)).toMatchObject({ status: 409, body: { type: type('place-not-open') } })
      expect((await send(randomUUID())).status).toBe(404)
    }),
  )

  test(
    'words that may name somebody are asked about; a child’s reference is refused',
    withApp(async (app) => {
      const { coordinator, hotspotId } = await withSides(app)
      const send = (more: object) => coordinator.post('/api/referrals', { ...REFERRAL, hotspotId, ...more })
      const aims = 'Find Ashton Miller and his friends.'
      expect(await send({ aims })).toMatchObject({
        status: 422,
        body: { type: type('words-to-check'), errors: [{ pointer: '/aims' }] },
      })
      expect(await send({ rationale: 'YP-1001 was seen.' })).toMatchObject({ body: { type: type('words-refused') } })
    }),
  )
})

test(
  'a draft is changed until it is sent; then only where the provider has a question, and its answer goes with it',
  withApp(async (app) => {
    const { coordinator, provider, hotspotId } = await withSides(app)
    const change = (version: number, given: object) =>
      coordinator.patch(`/api/referrals/${draft.id}`, { ...REFERRAL, version, ...given })
    const draft = await refer(coordinator, hotspotId, { submit: false })
    expect(draft).toMatchObject({ state: 'draft', canChange: true })
    expect((await provider.get(`/api/referrals/${draft.id}`)).status).toBe(404)

    expect((await change(1, { sessionsRequested: 8 })).body).toMatchObject({ sessionsRequested: 8, version: 2 })
    expect(await change(1, {})).toMatchObject({ status: 409, body: { type: type('changed-meanwhile') } })
    const sent = await takeStep(coordinator, { id: draft.id, version: 2 }, 'submit')
    expect(await change(sent.version, {})).toMatchObject({ status: 409, body: { type: type('not-changeable') } })

    expect((await stepTo(provider, sent, 'ask')).body.errors).toEqual([
      { pointer: '/why', detail: 'Say what you need to know.' },
    ])
    const asked = await takeStep(provider, sent, 'ask', 'Which entrance do you mean?')
    expect((await change(asked.version, { providerAgency: 'Another Youth Trust' })).status).toBe(422)
    const changed = (await change(asked.version, { aims: 'At the south entrance.' })).body
    const answered = await takeStep(coordinator, changed, 'answer', 'The south one.')
    expect(answered.state).toBe('submitted')
    expect((await provider.get(`/api/referrals/${draft.id}`)).body).toMatchObject({
      words: { aims: 'At the south entrance.' },
      taken: [
        { step: 'submit' },
        { step: 'ask', why: 'Which entrance do you mean?', by: 'yasmin' },
        { step: 'answer', why: 'The south one.' },
      ],
    })
  }),
)

test(
  'from the answer to the outcome: accepted, planned, scheduled, delivered with the first session, completed, reviewed',
  withApp(async (app) => {
    const { coordinator, provider, colleague, hotspotId } = await withSides(app)
    const accepted = await takeStep(provider, await refer(coordinator, hotspotId), 'accept')
    expect(await stepTo(provider, accepted, 'schedule')).toMatchObject({
      status: 422,
      body: { type: type('not-planned') },
    })
    const { referral } = await plan(colleague, accepted)
    const ready = await takeStep(colleague, referral, 'schedule')
    expect(ready.done).toMatchObject({ planned: 2, nextOn: '2023-07-14' })
    await recorded(provider, ready)

    const running = (await coordinator.get(`/api/referrals/${ready.id}`)).body
    expect(running).toMatchObject({ state: 'in_delivery', done: { sessions: 1, minutes: 135, contacts: 8 } })
    const done = await takeStep(provider, running, 'complete', 'They know the workers now.')
    expect(done.steps).toEqual([])
    const reviewed = await takeStep(coordinator, done, 'review', 'The group thanks them.')
    expect(reviewed).toMatchObject({ state: 'outcome_reviewed', steps: [] })
    expect(reviewed.taken.map(({ step }: { step: string }) => step)).toEqual([
      'begin',
      'submit',
      'accept',
      'schedule',
      'start',
      'complete',
      'review',
    ])
  }),
)

test(
  'each side takes its own steps: what is the other’s is refused as not theirs',
  withApp(async (app) => {
    const { coordinator, provider, hotspotId } = await withSides(app)
    const sent = await refer(coordinator, hotspotId)
    for (const step of ['accept', 'decline', 'ask'])
      expect((await stepTo(coordinator, sent, step, 'because')).status, step).toBe(403)
    expect((await stepTo(provider, sent, 'cancel', 'because')).status).toBe(403)
    expect(await stepTo(provider, sent, 'complete', 'because')).toMatchObject({
      status: 409,
      body: {
        type: type('illegal-step'),
        errors: [{ detail: 'Accept' }, { detail: 'Ask for more information' }, { detail: 'Decline' }],
      },
    })
    expect((await stepTo(provider, sent, 'dance')).status).toBe(422)
    expect(await stepTo(provider, { ...sent, version: 1 }, 'accept')).toMatchObject({
      status: 409,
      body: { type: type('changed-meanwhile') },
    })
  }),
)

test(
  'nothing is completed without a session',
  withApp(async (app) => {
    const { coordinator, provider, hotspotId } = await withSides(app)
    const running = await takeStep(provider, await scheduled(coordinator, provider, hotspotId), 'start')
    expect(await stepTo(provider, running, 'complete', 'Done.')).toMatchObject({
      status: 422,
      body: { type: type('no-session') },
    })
    expect((await takeStep(coordinator, running, 'cancel', 'The place was closed.')).state).toBe('cancelled')
  }),
)

test(
  'late ones come first, then the first to start, and what is over last; page by page it is the same',
  withApp(async (app) => {
    const { coordinator, provider, hotspotId } = await withSides(app)
    const referrals = [
      await refer(coordinator, hotspotId, { startBy: '2023-09-01' }),
      await refer(coordinator, hotspotId, { startBy: '2023-08-01' }),
      await refer(coordinator, hotspotId, { startBy: '2023-10-01', priority: 'urgent' }),
      await refer(coordinator, hotspotId, { startBy: '2023-07-12', submit: false }),
    ]
    await takeStep(provider, referrals[1], 'decline', 'We have nobody.')
    app.service.today = () => '2023-07-14'
    const ids: string[] = referrals.map(({ id }) => id)
    /** Which of the four, in the order in which they were made. */
    const nth = (list: { referrals: { id: string }[] }) => list.referrals.map(({ id }) => ids.indexOf(id) + 1)

    const { body } = await coordinator.get('/api/referrals')
    expect(nth(body)).toEqual([3, 4, 1, 2])
    expect(body.referrals[0].late).toBe('Answer overdue')
    expect(body.counts).toEqual({ draft: 1, new: 2, underWay: 0, done: 1, late: 1 })
    const first = (await coordinator.get('/api/referrals?limit=3')).body
    const second = (await coordinator.get(`/api/referrals?limit=3&cursor=${first.next}`)).body
    expect([...nth(first), ...nth(second)]).toEqual(nth(body))
    expect(second.next).toBeNull()
    expect(nth((await provider.get('/api/referrals?state=new')).body)).toEqual([3, 1])
    expect(nth((await coordinator.get('/api/referrals?state=done')).body)).toEqual([2])
    expect(nth((await coordinator.get(`/api/referrals?hotspot=${hotspotId}&state=draft`)).body)).toEqual([4])
    app.service.today = () => '2023-09-02'
    expect((await coordinator.get('/api/referrals?state=new')).body.referrals[0]).toMatchObject({
      late: 'Not started in time',
    })
  }),
)

test(
  'a referral of a meeting says of which, and is found by it',
  withApp(async (app) => {
    const { coordinator, hotspotId, otherId } = await withSides(app)
    const meetingId = '5f5bfc52-6b57-4f7c-8a4f-6e6a4a1f0001'
    await refer(coordinator, hotspotId, { meetingId })
    await refer(coordinator, otherId)
    const { referrals } = (await coordinator.get(`/api/referrals?meeting=${meetingId}`)).body
    expect(referrals).toMatchObject([{ meetingId, hotspotId }])
  }),
)
