import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { withApp, type TestApi } from '../support/app.ts'
import { endPlan, makeMonth, makePlan, makeReview } from '../support/reviews.ts'

const take = (
  api: TestApi,
  id: string,
  step: string,
  version: number,
  given: object = { why: 'Two agencies know it' },
) => api.post(`/api/reviews/${id}/steps`, { step, version, ...given })

test(
  'a candidate is confirmed by a person, with the reason, and goes its way to the end and back',
  withApp(async ({ api, as, db, service }) => {
    service.now = () => new Date('2023-07-11T10:30:00Z')
    const chair = await as('group_chair', { username: 'charlie' })
    const id = await makeReview(db)

    const { body: candidate } = await api.get(`/api/reviews/${id}`)
    expect(candidate).toMatchObject({
      state: 'candidate',
      stateWords: 'To be reviewed',
      version: 1,
      lapsesOn: '2023-10-03',
    })
    expect(candidate.steps).toEqual([
      { step: 'confirm', says: 'Confirm', needsWhy: true },
      { step: 'dismiss', says: 'Dismiss', needsWhy: true },
    ])

    const walk = ['confirm', 'assess', 'plan', 'monitor', 'close', 'reopen', 'dismiss', 'reopen_confirmed'] as const
    for (const [i, step] of walk.entries()) {
      if (step === 'plan') await makePlan(db, id)
      if (step === 'close') await endPlan(db, id)
      expect((await take(chair, id, step, i + 1)).status, step).toBe(200)
    }

    const { body } = await api.get(`/api/reviews/${id}`)
    expect(body).toMatchObject({ state: 'confirmed', since: '2023-07-11T10:30:00Z', version: 9, lapsesOn: null })
    expect(body.taken.map(({ step, to, by }: Record<string, string>) => `${step} ${to} ${by}`)).toEqual([
      'begin candidate The service',
      'confirm confirmed charlie',
      'assess under_assessment charlie',
      'plan plan_active charlie',
      'monitor monitoring charlie',
      'close closed charlie',
      'reopen candidate charlie',
      'dismiss dismissed charlie',
      'reopen_confirmed confirmed charlie',
    ])
    expect(body.taken[1]).toMatchObject({
      at: '2023-07-11T10:30:00Z',
      why: 'Two agencies know it',
      toWords: 'Confirmed',
    })
  }),
)

test(
  'a place is called planned for once its plan is active, and is not closed or dismissed over an open one',
  withApp(async ({ api, db }) => {
    const id = await makeReview(db, { state: 'confirmed' })
    const stepsNow = async () =>
      (await api.get(`/api/reviews/${id}`)).body.steps.map(({ step }: { step: string }) => step)
    expect(await stepsNow()).toEqual(['assess', 'monitor', 'close', 'dismiss'])
    expect((await take(api, id, 'plan', 1)).body.type).toBe('urn:place-risk:problem:no-active-plan')

    await makePlan(db, id, 'agreed')
    expect((await api.get(`/api/reviews/${id}`)).body.planState).toBe('agreed')
    expect((await take(api, id, 'plan', 1)).status).toBe(409)
    expect((await take(api, id, 'dismiss', 1)).body.type).toBe('urn:place-risk:problem:plan-still-open')
    await endPlan(db, id)
    await makePlan(db, id)
    expect(await stepsNow()).toEqual(['assess', 'plan', 'monitor'])
    expect((await take(api, id, 'plan', 1)).body.state).toBe('plan_active')
  }),
)

test(
  'an illegal step is a 409 that names the legal ones, and changes nothing',
  withApp(async ({ api, db }) => {
    const id = await makeReview(db)
    const { status, body } = await take(api, id, 'close', 1)

    expect(status).toBe(409)
    expect(body).toMatchObject({
      type: 'urn:place-risk:problem:illegal-step',
      detail:
        'A place that is “To be reviewed” cannot take that step. What can be done: Confirm; Dismiss; Merge into another place.',
    })
    expect((await api.get(`/api/reviews/${id}`)).body).toMatchObject({ state: 'candidate', version: 1 })
  }),
)

test(
  'a step that nobody knows, or that is not for people to take, is a 422; so is a reason that is missing',
  withApp(async ({ api, db }) => {
    const id = await makeReview(db)
    for (const step of ['fly', 'lapse', 'return', 'merge', 'part', 'constructor'])
      expect((await take(api, id, step, 1)).status, step).toBe(422)
    const { status, body } = await take(api, id, 'confirm', 1, {})
    expect([status, body.errors]).toEqual([422, [{ pointer: '/why', detail: 'Say why.' }]])
  }),
)

test(
  'of two who decide at once the second is told, and nothing of the first is lost',
  withApp(async ({ api, as, db }) => {
    const chair = await as('group_chair')
    const id = await makeReview(db)
    const answers = await Promise.all([take(api, id, 'confirm', 1), take(chair, id, 'dismiss', 1)])

    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)!.body.type).toBe('urn:place-risk:problem:changed-meanwhile')
    expect((await api.get(`/api/reviews/${id}`)).body).toMatchObject({ version: 2, taken: { length: 2 } })
  }),
)

test(
  'what a meeting decided is kept with the meeting, and each decision is in the log',
  withApp(async ({ api, db }) => {
    const [id, meetingId] = [await makeReview(db), randomUUID()]
    await take(api, id, 'confirm', 1, { why: 'Agreed', meetingId })
    await take(api, id, 'assess', 2, {})

    const { rows } = await db.query('select hotspot_id, step, why from review_decision where meeting_id = $1', [
      meetingId,
    ])
    expect(rows).toEqual([{ hotspot_id: id, step: 'confirm', why: 'Agreed' }])
    const { rows: lines } = await db.query(
      `select action, details::jsonb -> 'step' as step from audit_line where object_id = $1 order by seq`,
      [id],
    )
    expect(lines).toEqual([
      { action: 'alteration', step: 'confirm' },
      { action: 'alteration', step: 'assess' },
    ])
  }),
)

test(
  'the list begins with what waits for a decision: what the latest month shows first, by its rank',
  withApp(async ({ api, db }) => {
    const confirmed = await makeReview(db, { name: 'Bus station', state: 'confirmed' })
    const second = await makeReview(db, { name: 'A park' })
    const gone = await makeReview(db, { name: 'An alley', lastMonth: '2023-06' })
    const first = await makeReview(db, { name: 'Square' })
    const closed = await makeReview(db, { name: 'Old mill', state: 'closed' })
    await makeMonth(db, '2023-05', [{ hotspotId: gone }])
    await makeMonth(db, '2023-06', [{ hotspotId: first }, { hotspotId: confirmed }, { hotspotId: second }])

    const { body } = await api.get('/api/reviews')
    expect(body.month).toBe('2023-06')
    expect(body.reviews.map(({ id }: { id: string }) => id)).toEqual([first, second, gone, confirmed, closed])
    expect(body.reviews.map(({ isShownNow }: { isShownNow: boolean }) => isShownNow)).toEqual([
      true,
      true,
      false,
      true,
      false,
    ])
    expect(body.reviews[0].now).toMatchObject({ rank: 1, childrenBand: '5-9', reportsBand: '10-14' })

    const open = await api.get('/api/reviews?state=open')
    expect(open.body.reviews).toHaveLength(4)
    expect((await api.get('/api/reviews?state=closed')).body.reviews).toMatchObject([{ id: closed }])
    expect((await api.get('/api/reviews?state=odd')).status).toBe(400)
  }),
)

test(
  'a reason that may say who somebody is is asked about before it is kept, and a child’s reference is never kept',
  withApp(async ({ api, db }) => {
    const id = await makeReview(db)
    const why = 'Jordan was seen here twice'
    const asked = await take(api, id, 'confirm', 1, { why })
    expect([asked.status, asked.body.type]).toEqual([422, 'urn:place-risk:problem:words-to-check'])
    expect(asked.body.errors).toMatchObject([{ pointer: '/why', phrase: 'Jordan' }])

    expect((await take(api, id, 'confirm', 1, { why: 'YP-0001 again', checkedWords: ['YP-0001'] })).status).toBe(422)
    expect((await take(api, id, 'confirm', 1, { why, checkedWords: ['Jordan'] })).status).toBe(200)
  }),
)
