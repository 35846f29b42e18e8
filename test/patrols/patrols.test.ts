import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { withApp } from '../support/app.ts'
import {
  PATROL_PLAN,
  plannedPatrol,
  requestPatrol,
  setClock,
  startVisit,
  takeStep,
  taskedPatrol,
  wholeVisit,
  withPlaces,
} from './make-patrol.ts'

const problem = (body: { type: string }) => body.type.split(':').at(-1)

test(
  'a request of the meeting becomes a task that is planned, given out, visited, completed and debriefed, each step on record',
  withApp(async (given) => {
    const { coordinator, planner, officer, west } = await withPlaces(given)
    setClock(given, '09:00')
    const meetingId = randomUUID()
    const asked = await requestPatrol(coordinator, west.placeId, { meetingId })
    expect(asked).toMatchObject({
      ref: expect.stringMatching(/^P-\d+$/),
      hotspotName: 'West Park',
      state: 'requested',
      stateWords: 'Requested',
      meetingId,
      steps: [],
      planned: null,
      visits: null,
    })

    let patrol = (await planner.get(`/api/patrols/${asked.id}`)).body
    expect(patrol.steps).toEqual([
      { step: 'triage', says: 'Take it up', needsWhy: false },
      { step: 'reject', says: 'Reject it', needsWhy: true },
    ])
    patrol = await takeStep(planner, patrol, 'triage')
    const { status, body } = await planner.patch(`/api/patrols/${asked.id}`, {
      ...PATROL_PLAN,
      version: patrol.version,
    })
    expect(status).toBe(200)
    expect(body.task).toEqual(PATROL_PLAN)
    patrol = await takeStep(planner, body, 'task')
    expect(patrol).toMatchObject({ state: 'tasked', validFrom: '2023-07-11', validTo: '2023-08-07' })
    expect(patrol.planned).toEqual({ soFar: { visits: 2, minutes: 30 }, inAll: { visits: 40, minutes: 600 } })

    setClock(given, '18:30')
    await wholeVisit(officer, asked.id, {}, 12)
    patrol = (await planner.get(`/api/patrols/${asked.id}`)).body
    expect(patrol).toMatchObject({ state: 'active', delivered: { visits: 1, minutes: 12, engagements: 4 } })
    expect(patrol.visits).toHaveLength(1)
    patrol = await takeStep(planner, patrol, 'complete')
    patrol = await takeStep(planner, patrol, 'debrief', 'Young people said that the lights are out.')
    expect(patrol.state).toBe('debriefed')
    expect(patrol.taken.map(({ step, from, to, agency }: Record<string, string>) => [step, from, to, agency])).toEqual([
      ['begin', null, 'requested', 'Derby City Council'],
      ['triage', 'requested', 'triaged', 'Derbyshire Constabulary'],
      ['task', 'triaged', 'tasked', 'Derbyshire Constabulary'],
      ['start', 'tasked', 'active', 'Derbyshire Constabulary'],
      ['complete', 'active', 'completed', 'Derbyshire Constabulary'],
      ['debrief', 'completed', 'debriefed', 'Derbyshire Constabulary'],
    ])
  }),
)

test(
  'a planner or an officer of another area gets nothing: lists are empty and ids are not known',
  withApp(async (given) => {
    const { coordinator, planner, stranger, strangeOfficer, officer, west } = await withPlaces(given)
    const { id, version } = await taskedPatrol(coordinator, planner, west.placeId)
    const visit = randomUUID()
    expect((await startVisit(officer, id, visit)).status).toBe(201)
    const shift = { day: '2023-07-11', from: '17:00', to: '23:00', how: 'foot', order: [id] }
    const { body: kept } = await planner.post('/api/shifts', shift)

    for (const person of [stranger, strangeOfficer]) {
      expect((await person.get('/api/patrols')).body.patrols).toEqual([])
      expect((await person.get('/api/visits')).body).toMatchObject({ tasks: [], underWay: null, ended: [] })
      expect((await person.get('/api/shifts')).body).toMatchObject({ shifts: [], tasks: [] })
      for (const path of ['', '/briefing', '/briefing.gpx', '/briefing.ics'])
        expect((await person.get(`/api/patrols/${id}${path}`)).status, path).toBe(404)
      expect((await person.get(`/api/shifts/${kept.id}`)).status).toBe(404)
      expect((await startVisit(person, id)).status).toBe(404)
      expect((await person.post(`/api/visits/${visit}/end`, { agoSeconds: 0 })).status).toBe(404)
      // The id of somebody else's visit opens nothing either.
      expect((await startVisit(person, id, visit)).status).toBe(404)
    }
    expect((await stranger.post(`/api/patrols/${id}/steps`, { step: 'complete', version })).status).toBe(404)
    expect((await stranger.patch(`/api/patrols/${id}`, { ...PATROL_PLAN, version })).status).toBe(404)
    expect((await stranger.post('/api/shifts/route', { ...shift, order: undefined, patrolIds: [id] })).status).toBe(404)
    expect((await stranger.post('/api/shifts', shift)).status).toBe(404)
    expect((await stranger.patch(`/api/shifts/${kept.id}`, { ...shift, version: 1 })).status).toBe(404)
    expect((await stranger.delete(`/api/shifts/${kept.id}`)).status).toBe(404)
  }),
)

test(
  'a step that the state does not allow is a 409 that names the legal ones; a rejection needs a reason',
  withApp(async (given) => {
    const { coordinator, planner, west } = await withPlaces(given)
    const { id, version } = await requestPatrol(coordinator, west.placeId)
    const step = (body: object) => planner.post(`/api/patrols/${id}/steps`, { version, ...body })

    const illegal = await step({ step: 'complete' })
    expect([illegal.status, problem(illegal.body)]).toEqual([409, 'illegal-step'])
    expect(illegal.body.errors).toEqual([{ detail: 'Take it up' }, { detail: 'Reject it' }])
    expect((await step({ step: 'expire' })).status).toBe(409)
    expect((await step({ step: 'fly' })).status).toBe(422)
    expect((await step({ step: 'reject' })).body.errors).toEqual([{ pointer: '/why', detail: 'Say why.' }])
    expect((await step({ step: 'triage', version: 7 })).body.type).toMatch(/changed-meanwhile/)
    expect((await step({ step: 'reject', why: 'Covered by the wardens.' })).body.state).toBe('rejected')
  }),
)

test(
  'a task is given out only once it is planned, and what was given out says when and how',
  withApp(async (given) => {
    const { coordinator, planner, west } = await withPlaces(given)
    const patrol = await takeStep(planner, await requestPatrol(coordinator, west.placeId), 'triage')
    const early = await planner.post(`/api/patrols/${patrol.id}/steps`, { step: 'task', version: patrol.version })
    expect([early.status, problem(early.body)]).toEqual([422, 'not-planned'])
    expect((await planner.get(`/api/patrols/${patrol.id}/briefing`)).status).toBe(409)

    const plan = (change: object) =>
      planner.patch(`/api/patrols/${patrol.id}`, { ...PATROL_PLAN, ...change, version: patrol.version })
    const pointers = async (change: object) =>
      ((await plan(change)).body.errors ?? []).map(({ pointer }: { pointer: string }) => pointer)
    expect(await pointers({ dwellMinutes: 20 })).toEqual(['/dwellMinutes'])
    expect(await pointers({ windows: [] })).toEqual(['/windows'])
    expect(
      await pointers({
        windows: [
          { fromHour: 167, hours: 3 },
          { fromHour: 0, hours: 1 },
        ],
      }),
    ).toEqual(['/windows'])
    // Four hours hold two visits with two hours from start to start.
    expect(await pointers({ visitsADay: 3 })).toEqual(['/visitsADay'])
    expect(await pointers({ activities: ['cctv_liaison', 'premises_visit'] })).toEqual(['/activities'])
    expect(await pointers({ activities: ['stop_and_search'] })).toEqual(['/activities/0'])
  }),
)

test(
  'two planners at one task: the second is told, and nothing of the first is lost',
  withApp(async (given) => {
    const { coordinator, planner, west, westArea } = await withPlaces(given)
    const other = await given.as('snt_planner', { areaIds: [westArea] })
    const { id, version } = await plannedPatrol(coordinator, planner, west.placeId)

    const plan = (api: typeof other, briefing: string) =>
      api.patch(`/api/patrols/${id}`, { ...PATROL_PLAN, briefing, version })
    expect((await plan(planner, 'The first.')).status).toBe(200)
    const second = await plan(other, 'The second.')
    expect([second.status, problem(second.body)]).toEqual([409, 'changed-meanwhile'])
    expect((await other.get(`/api/patrols/${id}`)).body.task.briefing).toBe('The first.')
  }),
)

test(
  'requests to triage come first, then what runs, then what waits for a debrief; pages go on where they ended',
  withApp(async (given) => {
    const { coordinator, planner, officer, west, border } = await withPlaces(given)
    const running = await taskedPatrol(coordinator, planner, west.placeId)
    const done = await takeStep(planner, await taskedPatrol(coordinator, planner, border.placeId), 'complete')
    const asked = await requestPatrol(coordinator, west.placeId)
    const rejected = await takeStep(planner, await requestPatrol(coordinator, border.placeId), 'reject', 'No.')

    const order: string[] = []
    for (let cursor = ''; ;) {
      const { body } = await officer.get(`/api/patrols?limit=1${cursor}`)
      order.push(...body.patrols.map(({ id }: { id: string }) => id))
      if (body.next === null) break
      cursor = `&cursor=${body.next}`
    }
    expect(order).toEqual([asked.id, running.id, done.id, rejected.id])
    const only = async (query: string) =>
      (await planner.get(`/api/patrols?${query}`)).body.patrols.map(({ id }: { id: string }) => id)
    expect(await only(`hotspot=${border.placeId}`)).toEqual([done.id, rejected.id])
    expect(await only('state=tasked')).toEqual([running.id])
    expect((await planner.get('/api/patrols?state=lost')).status).toBe(400)
  }),
)

test(
  'nobody asks for visits to a place that they do not reach, that is not there, or that was dismissed',
  withApp(async (given) => {
    const { coordinator, planner, west } = await withPlaces(given)
    const ask = (hotspotId: string) =>
      coordinator.post('/api/patrols', { hotspotId, objective: 'Be seen.', why: 'So.' })
    expect((await ask(randomUUID())).status).toBe(404)
    await given.db.transaction(async (tx) => {
      await tx.query(`update hotspot_review set state = 'dismissed' where id = $1`, [west.placeId])
      await tx.query(
        `insert into step (thing, thing_id, step, to_state, at, person_name) values ('review', $1, 'dismiss', 'dismissed', now(), 'x')`,
        [west.placeId],
      )
    })
    expect(problem((await ask(west.placeId)).body)).toBe('place-not-open')
    expect((await planner.post('/api/patrols', { hotspotId: west.placeId, objective: 'x', why: 'x' })).status).toBe(403)
  }),
)

test(
  'outside the police of the area visits are seen in sums, and some see no more than sums',
  withApp(async (given) => {
    const { coordinator, planner, officer, west } = await withPlaces(given)
    await coordinator.post('/api/runs', { kind: 'quarter', month: '2023-06' })
    const { id } = await taskedPatrol(coordinator, planner, west.placeId)
    await wholeVisit(officer, id)
    const seen = async (role: 'group_member' | 'csp_analyst' | 'cre_team' | 'qa_auditor' | 'police_missing') =>
      (await (await given.as(role)).get(`/api/patrols/${id}`)).body

    for (const role of ['group_member', 'police_missing'] as const)
      expect(await seen(role)).toMatchObject({ visits: null, delivered: { visits: 1 }, task: PATROL_PLAN })
    for (const role of ['csp_analyst', 'cre_team', 'qa_auditor'] as const) {
      const patrol = await seen(role)
      expect(patrol).toMatchObject({ visits: null, task: null, why: null, taken: null, delivered: { engagements: 4 } })
      expect(JSON.stringify(patrol)).not.toMatch(/south door|pairs after dark/)
      for (const path of ['briefing', 'briefing.gpx', 'briefing.ics'])
        expect((await (await given.as(role)).get(`/api/patrols/${id}/${path}`)).status).toBe(404)
    }
  }),
)

test(
  'a planner is warned where the last visits enforced and spoke to nobody',
  withApp(async (given) => {
    const { coordinator, planner, officer, west } = await withPlaces(given)
    const { id } = await taskedPatrol(coordinator, planner, west.placeId)
    const enforced = { engagements: 0, safeguardingActions: 0, stopAndSearch: 2 }
    const warned = async () => (await planner.get(`/api/patrols/${id}`)).body.isEnforcementOnly

    await wholeVisit(officer, id, enforced)
    expect(await warned()).toBe(false)
    await wholeVisit(officer, id, enforced)
    expect(await warned()).toBe(true)
    await wholeVisit(officer, id, { engagements: 1 })
    expect(await warned()).toBe(false)
  }),
)
