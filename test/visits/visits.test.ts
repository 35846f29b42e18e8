import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isEnforcementOnly } from '../../server/visits/enforcement-only.ts'
import { withApp } from '../support/app.ts'
import { setClock, startVisit, taskedPatrol, VISIT_REPORT, wholeVisit, withPlaces } from '../patrols/make-patrol.ts'

const problem = (body: { type: string }) => body.type.split(':').at(-1)

test(
  'a visit takes one request to begin and one to end, and is there again after the page was lost',
  withApp(async (given) => {
    const { coordinator, planner, officer, west } = await withPlaces(given)
    const { id: patrolId } = await taskedPatrol(coordinator, planner, west.placeId)
    const before = (await officer.get('/api/visits')).body
    expect(before).toMatchObject({ today: '2023-07-11', underWay: null, ended: [] })
    expect(before.tasks).toMatchObject([{ patrolId, hotspotName: 'West Park', dwellMinutes: 15, visitsToday: 0 }])
    expect(before.childFirst[0]).toMatch(/victims/)

    const id = randomUUID()
    expect((await startVisit(officer, patrolId, id)).status).toBe(201)
    expect((await officer.get('/api/visits')).body.underWay).toMatchObject({
      id,
      hotspotName: 'West Park',
      endedAt: null,
    })
    expect((await officer.post(`/api/visits/${id}/end`, { agoSeconds: 0 })).status).toBe(200)

    const after = (await officer.get('/api/visits')).body
    expect(after.underWay).toBe(null)
    expect(after.ended).toMatchObject([{ id, engagements: null }])
    expect(after.tasks[0].visitsToday).toBe(1)
  }),
)

test(
  'a visit that is sent twice is kept once, at the same moment too, and so are its end and what was done',
  withApp(async (given) => {
    const { coordinator, planner, officer, west } = await withPlaces(given)
    setClock(given, '09:00')
    const { id: patrolId } = await taskedPatrol(coordinator, planner, west.placeId)
    setClock(given, '18:00')
    const id = randomUUID()
    const starts = await Promise.all([1, 2, 3].map(() => startVisit(officer, patrolId, id, 60)))
    expect(starts.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 200, 201])
    expect(new Set(starts.map(({ body }) => body.startedAt)).size).toBe(1)

    const ends = [await officer.post(`/api/visits/${id}/end`, { agoSeconds: 0 })]
    ends.push(await officer.post(`/api/visits/${id}/end`, { agoSeconds: 300 }))
    expect(ends.map(({ status }) => status)).toEqual([200, 200])
    expect(ends[1]!.body).toEqual(ends[0]!.body)

    const report = { ...VISIT_REPORT, version: ends[0]!.body.version }
    const said = [await officer.patch(`/api/visits/${id}`, report), await officer.patch(`/api/visits/${id}`, report)]
    expect(said.map(({ status }) => status)).toEqual([200, 200])
    expect(said[1]!.body).toEqual(said[0]!.body)
    expect((await officer.patch(`/api/visits/${id}`, { ...report, engagements: 9 })).status).toBe(409)
    // A late second sending of the beginning changes nothing either.
    expect((await startVisit(officer, patrolId, id)).body).toEqual(said[0]!.body)

    const { rows } = await given.db.query('select id from patrol_visit')
    expect(rows).toEqual([{ id }])
    const { rows: steps } = await given.db.query(`select step from step where thing = 'patrol' and step = 'start'`)
    expect(steps).toHaveLength(1)
  }),
)

test(
  'what was sent late is dated by how long ago it was, whatever the clock of the phone says',
  withApp(async (given) => {
    const { coordinator, planner, officer, west } = await withPlaces(given)
    setClock(given, '09:00')
    const { id: patrolId } = await taskedPatrol(coordinator, planner, west.placeId)
    setClock(given, '20:30')
    const id = randomUUID()

    expect((await startVisit(officer, patrolId, id, 25 * 60)).body.startedAt).toBe('2023-07-11T19:05:00Z')
    const { body } = await officer.post(`/api/visits/${id}/end`, { agoSeconds: 10 * 60 })
    expect(body.endedAt).toBe('2023-07-11T19:20:00Z')
    expect((await planner.get(`/api/patrols/${patrolId}`)).body.delivered).toMatchObject({
      visits: 1,
      minutes: 15,
      // 20:05 on a Tuesday: within 18:00 to 22:00.
      inWindows: 1,
      unsaid: 1,
      lastOn: '2023-07-11',
    })
    expect((await startVisit(officer, patrolId, randomUUID(), 13 * 3600)).status).toBe(422)
  }),
)

test(
  'one visit at a time; each belongs to whoever makes it, and cannot be told of before it has ended',
  withApp(async (given) => {
    const { coordinator, planner, officer, west, border, westArea } = await withPlaces(given)
    const colleague = await given.as('snt_officer', { areaIds: [westArea] })
    const { id: patrolId } = await taskedPatrol(coordinator, planner, west.placeId)
    const { id: other } = await taskedPatrol(coordinator, planner, border.placeId)
    const id = randomUUID()
    await startVisit(officer, patrolId, id)

    expect(problem((await startVisit(officer, other)).body)).toBe('visit-under-way')
    expect(problem((await officer.patch(`/api/visits/${id}`, { ...VISIT_REPORT, version: 1 })).body)).toBe(
      'visit-under-way',
    )
    expect((await colleague.post(`/api/visits/${id}/end`, { agoSeconds: 0 })).status).toBe(404)
    expect((await colleague.patch(`/api/visits/${id}`, { ...VISIT_REPORT, version: 1 })).status).toBe(404)
    expect(problem((await startVisit(colleague, patrolId, id)).body)).toBe('already-there')
    expect((await startVisit(colleague, patrolId)).status).toBe(201)
  }),
)

test(
  'no visit is logged against a task that was not given out, or is over',
  withApp(async (given) => {
    const { coordinator, planner, officer, west } = await withPlaces(given)
    const patrol = await taskedPatrol(coordinator, planner, west.placeId)
    await planner.post(`/api/patrols/${patrol.id}/steps`, { step: 'complete', version: patrol.version })
    const { status, body } = await startVisit(officer, patrol.id)

    expect([status, problem(body)]).toEqual([409, 'patrol-not-running'])
    expect((await startVisit(officer, randomUUID())).status).toBe(404)
  }),
)

test(
  'single visits are for the police of the area alone, in the database too; sums go as far as the place does',
  withApp(async (given) => {
    const { coordinator, planner, officer, west } = await withPlaces(given)
    const { id } = await taskedPatrol(coordinator, planner, west.placeId)
    await wholeVisit(officer, id)
    const rowsFor = (reach: string, areas = '') =>
      given.db.transaction(async (tx) => {
        await tx.query(
          `select set_config('role', 'place_risk_group', true), set_config('app.reach', $1, true), set_config('app.areas', $2, true)`,
          [reach, areas],
        )
        const visits = await tx.query('select id from patrol_visit')
        const sums = await tx.query('select visits from patrol_dose($1, null, null)', [[id]])
        const tasks = await tx.query('select id from patrol')
        return [visits.rowCount, sums.rowCount, tasks.rowCount]
      })

    expect(await rowsFor('areas', given.db && (await westOf(given.db)))).toEqual([1, 1, 1])
    expect(await rowsFor('areas', randomUUID())).toEqual([0, 0, 0])
    expect(await rowsFor('all')).toEqual([0, 1, 1])
    expect(await rowsFor('listed')).toEqual([0, 0, 0])
    expect(await rowsFor('')).toEqual([0, 0, 0])
    expect((await rowsFor('referred'))[2]).toBe(0)
  }),
)

const westOf = async (db: { query: <Row>(text: string) => Promise<{ rows: Row[] }> }) =>
  (await db.query<{ id: string }>(`select id from area where name = 'West'`)).rows[0]!.id

describe('a welfare plan that has become enforcement only', () => {
  const count = fc.integer({ min: 0, max: 20 })

  test('is warned of from the second visit on, where some enforced and none met anybody', () => {
    expect(isEnforcementOnly({ recentVisits: 1, recentWelfare: 0, recentEnforcement: 5 })).toBe(false)
    expect(isEnforcementOnly({ recentVisits: 2, recentWelfare: 0, recentEnforcement: 1 })).toBe(true)
  })

  test('never where somebody was spoken to or made safe, nor where nothing was enforced', () => {
    fc.assert(
      fc.property(count, count, count, (recentVisits, recentWelfare, recentEnforcement) => {
        const warned = isEnforcementOnly({ recentVisits, recentWelfare, recentEnforcement })
        return !warned || (recentWelfare === 0 && recentEnforcement > 0 && recentVisits >= 2)
      }),
    )
  })
})

test(
  'a visit that began before its task was given out is not one of the task',
  withApp(async (given) => {
    const { coordinator, planner, officer, west } = await withPlaces(given)
    const { id } = await taskedPatrol(coordinator, planner, west.placeId)
    const { status, body } = await startVisit(officer, id, randomUUID(), 3_600)

    expect([status, problem(body)]).toEqual([409, 'patrol-not-running'])
    expect(body.detail).toMatch(/before the task was given out/)
  }),
)
