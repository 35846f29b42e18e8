import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { withApp } from '../support/app.ts'
import { startVisit, taskedPatrol, withPlaces } from './make-patrol.ts'

const problem = (body: { type: string }) => body.type.split(':').at(-1)

test(
  'a task expires after 28 days whoever looks first: the service records it, and no visit can be logged against it',
  withApp(async (given) => {
    const { coordinator, planner, officer, west } = await withPlaces(given)
    const { id } = await taskedPatrol(coordinator, planner, west.placeId)
    expect((await coordinator.get(`/api/patrols/${id}`)).body.isExpiring).toBe(false)
    const day = (to: string) => {
      given.service.today = () => to
      given.service.now = () => new Date(`${to}T12:00:00+01:00`)
    }

    day('2023-08-07')
    expect((await coordinator.get(`/api/patrols/${id}`)).body).toMatchObject({ state: 'tasked', isExpiring: true })
    day('2023-08-08')
    const { status, body } = await startVisit(officer, id)
    expect([status, problem(body)]).toEqual([409, 'patrol-expired'])
    expect(body.detail).toMatch(/cannot be logged against it any more/)

    const patrol = (await planner.get(`/api/patrols/${id}`)).body
    expect(patrol).toMatchObject({ state: 'expired', since: '2023-08-07T23:00:00Z' })
    expect(patrol.taken.at(-1)).toEqual({
      step: 'expire',
      from: 'tasked',
      to: 'expired',
      at: '2023-08-07T23:00:00Z',
      by: 'The service',
      role: null,
      agency: null,
      why: null,
    })
    expect(patrol.steps.map(({ step }: { step: string }) => step)).toEqual(['debrief'])
    expect((await officer.get('/api/visits')).body.tasks).toEqual([])
  }),
)

test(
  'how long a task is valid is a setting of the partnership',
  withApp(async (given) => {
    const { coordinator, planner, west } = await withPlaces(given)
    await given.db.query(`insert into policy_setting (name, value, changed_by) values ('patrolValidDays', '7', 'x')`)

    expect((await taskedPatrol(coordinator, planner, west.placeId)).validTo).toBe('2023-07-17')
  }),
)

test(
  'a visit that is under way when the task expires can still be ended',
  withApp(async (given) => {
    const { coordinator, planner, officer, west } = await withPlaces(given)
    const { id } = await taskedPatrol(coordinator, planner, west.placeId)
    const visit = randomUUID()
    await startVisit(officer, id, visit)
    given.service.today = () => '2023-08-08'
    given.service.now = () => new Date('2023-08-08T00:10:00+01:00')

    expect((await officer.post(`/api/visits/${visit}/end`, { agoSeconds: 0 })).status).toBe(200)
    expect((await planner.get(`/api/patrols/${id}`)).body.state).toBe('expired')
  }),
)
