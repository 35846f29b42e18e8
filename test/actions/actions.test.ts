import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import type { Db } from '../../server/db.ts'
import { ACTION, isActionStep } from '../../server/actions/lifecycle.ts'
import { makeArea } from '../support/make.ts'
import { withApp, type TestApi } from '../support/app.ts'
import { makeReview } from '../support/reviews.ts'

const colleague = async (api: TestApi, role: string): Promise<string> => {
  const { body } = await api.get('/api/colleagues')
  return body.colleagues.find((one: { role: string }) => one.role === role).id
}

const raise = async (api: TestApi, given: Record<string, unknown> = {}) => {
  const ownerId = given.ownerId ?? (await colleague(api, 'coordinator'))
  const answer = await api.post('/api/actions', {
    title: 'Ask the owner for light.',
    ownerId,
    dueOn: '2023-08-01',
    ...given,
  })
  expect(answer.status, answer.text).toBe(201)
  return answer.body
}

const step = (api: TestApi, { id, version }: { id: string; version: number }, name: string, more = {}) =>
  api.post(`/api/actions/${id}/steps`, { step: name, version, ...more })

test(
  'an action has a number of its year, an owner with role and agency, and a day',
  withApp(async ({ api }) => {
    expect(await raise(api)).toMatchObject({
      number: '2023-01',
      title: 'Ask the owner for light.',
      state: 'open',
      stateWords: 'Open',
      ownerRole: 'coordinator',
      ownerAgency: 'Derby City Council',
      priority: 'normal',
      raisedOn: '2023-07-11',
      isOverdue: false,
      isMine: true,
      version: 1,
      taken: [{ step: 'begin', from: null, to: 'open', role: 'coordinator' }],
    })
  }),
)

test(
  'actions that are raised at the same time have numbers without a gap and none twice',
  withApp(async ({ api }) => {
    const ownerId = await colleague(api, 'coordinator')
    const made = await Promise.all(Array.from({ length: 8 }, () => raise(api, { ownerId })))

    expect(made.map(({ number }: { number: string }) => number).toSorted()).toEqual(
      Array.from({ length: 8 }, (_, i) => `2023-0${i + 1}`),
    )
    // One that is refused takes no number.
    await api.post('/api/actions', { title: 'For Jayden', ownerId, dueOn: '2023-08-01' })
    expect((await raise(api, { ownerId })).number).toBe('2023-09')
  }),
)

test(
  'what is late comes first, then by day, then what is over; pages hold together',
  withApp(async ({ api, service }) => {
    const days = ['2023-09-01', '2023-07-20', '2023-08-10', '2023-07-15']
    for (const dueOn of days) await raise(api, { dueOn, title: `By ${dueOn}` })
    service.today = () => '2023-07-18'
    const first = (await api.get('/api/actions?limit=3')).body
    const rest = (await api.get(`/api/actions?limit=3&cursor=${first.next}`)).body

    expect([...first.actions, ...rest.actions].map(({ dueOn }: { dueOn: string }) => dueOn)).toEqual(days.toSorted())
    expect(first.actions.map(({ isOverdue }: { isOverdue: boolean }) => isOverdue)).toEqual([true, false, false])
    expect(first.counts).toEqual({ toDo: 4, overdue: 1, mine: 4 })
    expect(rest.next).toBeNull()
    expect((await api.get('/api/actions?state=overdue')).body.actions).toHaveLength(1)
    const [late] = first.actions
    await step(api, late, 'complete', { evidence: 'The lamps are lit.' })
    expect((await api.get('/api/actions')).body.actions.at(-1)).toMatchObject({ id: late.id, isOverdue: false })
  }),
)

test(
  'an action is completed with what shows it, verified by the group, reopened with a reason; anything else is refused',
  withApp(async ({ api, as }) => {
    const police = await as('police_missing', { agency: 'Derbyshire Constabulary' })
    const action = await raise(api, { ownerId: await colleague(api, 'police_missing') })
    expect((await step(police, action, 'complete')).body.errors).toEqual([
      { pointer: '/evidence', detail: 'Say what shows that it was done.' },
    ])
    expect((await step(police, action, 'verify')).body).toMatchObject({
      status: 409,
      detail: 'An action that is “Open” cannot take that step. What can be done: Start; Complete; Escalate.',
    })
    expect((await step(police, action, 'escalate', { why: 'No answer' })).status).toBe(422)
    const escalated = (await step(police, action, 'escalate', { why: 'No answer', escalatedTo: 'the licensing team' }))
      .body
    expect(escalated).toMatchObject({ state: 'in_progress', escalatedTo: 'the licensing team', version: 2 })
    const done = (await step(police, escalated, 'complete', { evidence: 'The lamps are lit.' })).body
    expect(done.steps).toEqual([])
    expect((await step(police, done, 'verify')).status).toBe(403)
    const verified = (await step(api, done, 'verify')).body
    expect(verified.state).toBe('verified')
    expect((await step(api, verified, 'reopen')).status).toBe(422)
    const again = (await step(api, verified, 'reopen', { why: 'They are out again' })).body
    expect(again.taken.map(({ step: name, why }: { step: string; why: string }) => [name, why])).toEqual([
      ['begin', null],
      ['escalate', 'No answer'],
      ['complete', null],
      ['verify', null],
      ['reopen', 'They are out again'],
    ])
    expect((await step(api, again, 'fly')).status).toBe(422)
  }),
)

test(
  'somebody else’s change is not overwritten',
  withApp(async ({ api }) => {
    const action = await raise(api)
    const change = (title: string) => api.patch(`/api/actions/${action.id}`, { version: 1, title })
    expect((await change('Ask the owner for two lamps.')).body.version).toBe(2)
    expect(await change('Ask again.')).toMatchObject({
      status: 409,
      body: { type: expect.stringMatching(/changed-meanwhile$/) },
    })
    expect((await step(api, action, 'start')).status).toBe(409)
    expect((await api.get(`/api/actions/${action.id}`)).body.title).toBe('Ask the owner for two lamps.')
  }),
)

test(
  'what a change changed stays with the action, with who changed it; what is over is reopened first',
  withApp(async ({ api, as }) => {
    await as('snt_planner', { agency: 'Derbyshire Constabulary' })
    const action = await raise(api)
    const change = (version: number, given: object) => api.patch(`/api/actions/${action.id}`, { version, ...given })
    const ownerId = await colleague(api, 'snt_planner')
    const { body } = await change(1, { ownerId, dueOn: '2023-09-01', priority: 'high', title: 'Ask for two lamps.' })

    expect(body.notes).toMatchObject([{ by: action.raisedBy, agency: 'Derby City Council' }])
    expect(body.notes[0].words).toBe(
      `Given to ${body.ownerName}; before it was ${action.ownerName}’s. Due 1 September 2023; before it was 1 August 2023. ` +
        'Priority high; before it was normal. Before, it said: “Ask the owner for light.”',
    )
    expect((await change(2, { priority: 'high' })).body.notes).toHaveLength(1)
    const over = (await step(api, { ...action, version: 3 }, 'cancel', { why: 'The owner has gone' })).body
    expect(over.canChange).toBe(false)
    expect((await change(over.version, { priority: 'low' })).body).toMatchObject({
      status: 409,
      type: expect.stringMatching(/action-over$/),
    })
  }),
)

test(
  'a title that may name somebody is asked about before it is kept',
  withApp(async ({ api }) => {
    const ownerId = await colleague(api, 'coordinator')
    const input = { title: 'Speak to Ashton Motors about the yard.', ownerId, dueOn: '2023-08-01' }
    const asked = await api.post('/api/actions', input)
    expect(asked).toMatchObject({ status: 422, body: { errors: [{ pointer: '/title', phrase: 'Ashton Motors' }] } })
    expect((await api.post('/api/actions', { ...input, checkedWords: ['Ashton Motors'] })).status).toBe(201)
    expect((await api.post('/api/actions', input)).status).toBe(201)
    expect((await api.get('/api/actions')).body.actions).toHaveLength(2)
  }),
)

describe('who sees which', () => {
  const titlesFor = async (api: TestApi) =>
    (await api.get('/api/actions')).body.actions.map(({ title }: { title: string }) => title).toSorted()

  const setUp = async (api: TestApi, as: (role: never, given?: never) => Promise<TestApi>, db: Db) => {
    const person = as as unknown as (role: string, given?: object) => Promise<TestApi>
    const [west, east] = [await makeArea(db, { name: 'West' }), await makeArea(db, { name: 'East' })]
    const hotspotId = await makeReview(db, { areaIds: [west] })
    const POLICE = 'Derbyshire Constabulary'
    const people = {
      west: await person('snt_planner', { agency: POLICE, areaIds: [west] }),
      east: await person('snt_officer', { agency: POLICE, areaIds: [east] }),
      youth: await person('youth_provider', { agency: 'Youth Alliance' }),
      member: await person('group_member', { agency: 'Derby City Council' }),
    }
    await raise(api, { title: 'Visit at night', ownerId: await colleague(api, 'snt_planner'), hotspotId })
    await raise(api, { title: 'Count the lamps', ownerId: await colleague(api, 'snt_planner') })
    await raise(api, { title: 'Ask young people', ownerId: await colleague(api, 'youth_provider'), hotspotId })
    return people
  }

  test(
    'the group all, an owner their own, their agency what is its, neighbourhood police of another area nothing of the place',
    withApp(async ({ api, as, db }) => {
      const people = await setUp(api, as as never, db)
      expect(await titlesFor(people.member)).toEqual(['Ask young people', 'Count the lamps', 'Visit at night'])
      expect(await titlesFor(people.west)).toEqual(['Count the lamps', 'Visit at night'])
      expect(await titlesFor(people.east)).toEqual(['Count the lamps'])
      expect(await titlesFor(people.youth)).toEqual(['Ask young people'])
    }),
  )

  test(
    'what is not theirs to see is not theirs to change, and reads as not there',
    withApp(async ({ api, as, db }) => {
      const people = await setUp(api, as as never, db)
      const { actions } = (await api.get('/api/actions')).body
      const visit = actions.find(({ title }: { title: string }) => title === 'Visit at night')
      for (const person of [people.east, people.youth]) {
        expect((await person.get(`/api/actions/${visit.id}`)).status).toBe(404)
        expect((await step(person, visit, 'start')).status).toBe(404)
        expect((await person.post(`/api/actions/${visit.id}/notes`, { words: 'Seen.' })).status).toBe(404)
      }
      expect(
        (await people.west.post(`/api/actions/${visit.id}/notes`, { words: 'Twice so far.' })).body.notes,
      ).toMatchObject([{ words: 'Twice so far.', agency: 'Derbyshire Constabulary' }])
    }),
  )
})

test(
  'the log of actions leaves as CSV, marked, with formulas made harmless, and the download is logged',
  withApp(async ({ api, db }) => {
    await raise(api, { title: '=1+1 lamps' })
    const { text, headers } = await api.get('/api/actions/log.csv')

    expect(headers.get('content-disposition')).toBe('attachment; filename="OS_actions_2023-07-11.csv"')
    expect(text).toContain(`'=1+1 lamps`)
    expect(text).toContain('OFFICIAL-SENSITIVE')
    const { rows } = await db.query('select action from audit_line order by seq desc limit 1')
    expect(rows).toEqual([{ action: 'disclosure' }])
  }),
)

test(
  'whatever steps are tried in whatever order, states follow the table and every change has its record',
  withApp(async ({ api, db }) => {
    const ownerId = await colleague(api, 'coordinator')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...Object.keys(ACTION.steps)), { maxLength: 6 }), async (tried) => {
        let action = await raise(api, { ownerId })
        let taken = 1
        for (const name of tried) {
          if (!isActionStep(name)) continue
          const { from, to } = ACTION.steps[name]
          const isLegal = from.includes(action.state)
          const answer = await step(api, action, name, {
            why: 'So it is.',
            evidence: 'Seen.',
            escalatedTo: 'the board',
          })
          expect(answer.status).toBe(isLegal ? 200 : 409)
          if (!isLegal) continue
          action = answer.body
          taken += 1
          expect(action.state).toBe(to)
        }
        const { rows } = await db.query(
          'select from_state, to_state, person_name, at from step where thing_id = $1 order by id',
          [action.id],
        )
        expect(rows).toHaveLength(taken)
        expect(rows.at(-1)).toMatchObject({ to_state: action.state, person_name: expect.any(String) })
      }),
      { numRuns: 12 },
    )
  }),
)

test(
  'a colleague of the same agency sees what the agency owns at a place, and nothing fails',
  withApp(async ({ api, as, db }) => {
    const hotspotId = await makeReview(db)
    const [one, other] = [
      await as('csp_analyst', { agency: 'Community Safety Partnership' }),
      await as('csp_analyst', { agency: 'Community Safety Partnership' }),
    ]
    await raise(api, { ownerId: await colleague(api, 'csp_analyst'), hotspotId })
    for (const person of [one, other]) expect((await person.get('/api/actions')).body.actions).toHaveLength(1)
    expect((await (await as('practitioner')).get('/api/actions')).body.actions).toEqual([])
  }),
)

test(
  'what no row can have, or a character that was cut in two, is answered in words',
  withApp(async ({ api }) => {
    const action = await raise(api)
    expect((await api.patch(`/api/actions/${action.id}`, { version: 2 ** 31, title: 'Ask.' })).status).toBe(409)
    const kept = await api.patch(`/api/actions/${action.id}`, { version: 1, title: 'Ask for light \ud83d' })
    expect(kept).toMatchObject({ status: 200, body: { title: 'Ask for light \ufffd' } })
  }),
)
