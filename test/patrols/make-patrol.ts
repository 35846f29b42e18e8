import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { GivenApp, TestApi } from '../support/app.ts'
import { makeTwoAreas } from '../access/two-areas.ts'

export const PATROL_PLAN = {
  // Monday to Friday, 18:00 to 22:00: the tests' day is a Tuesday.
  windows: [18, 42, 66, 90, 114].map((fromHour) => ({ fromHour, hours: 4 })),
  dwellMinutes: 15,
  visitsADay: 2,
  activities: ['visible_foot_patrol', 'engagement', 'safeguarding_check'],
  riskNotes: 'Go in pairs after dark.',
  briefing: 'Speak to the security staff at the south door.',
}

export const VISIT_REPORT = {
  how: 'foot',
  engagements: 4,
  safeguardingActions: 1,
  stopAndSearch: 0,
  otherEnforcement: 0,
  isIntelligenceSubmitted: false,
}

export const SHIFT = { day: '2023-07-11', from: '17:00', to: '23:00', how: 'foot' }

/** Sets the service’s clock. @param at local time of the tests’ day, HH:MM */
export const setClock = ({ service }: GivenApp, at: string) => {
  service.now = () => new Date(`2023-07-11T${at}:00+01:00`)
}

/** Two police neighbourhoods, a stored month, a planner and an officer in each, and a co-ordinator who asks. */
export const withPlaces = async ({ api, as, db }: GivenApp) => {
  const areas = await makeTwoAreas(db)
  const { westArea, eastArea } = areas
  expect((await api.post('/api/runs', { kind: 'month', month: '2023-06' })).status).toBe(201)
  return {
    ...areas,
    coordinator: api,
    planner: await as('snt_planner', { areaIds: [westArea] }),
    officer: await as('snt_officer', { areaIds: [westArea] }),
    stranger: await as('snt_planner', { areaIds: [eastArea] }),
    strangeOfficer: await as('snt_officer', { areaIds: [eastArea] }),
  }
}

export const requestPatrol = async (api: TestApi, hotspotId: string, given: object = {}) => {
  const body = { hotspotId, objective: 'Be seen, and talk to young people.', why: 'Minuted in July.', ...given }
  const answer = await api.post('/api/patrols', body)
  expect(answer.status, answer.text).toBe(201)
  return answer.body
}

export const takeStep = async (api: TestApi, patrol: { id: string; version: number }, step: string, why?: string) => {
  const answer = await api.post(`/api/patrols/${patrol.id}/steps`, {
    step,
    version: patrol.version,
    ...(why && { why }),
  })
  expect(answer.status, answer.text).toBe(200)
  return answer.body
}

/** Asked for, taken up and planned. */
export const plannedPatrol = async (api: TestApi, planner: TestApi, hotspotId: string, given: object = {}) => {
  const patrol = await takeStep(planner, await requestPatrol(api, hotspotId), 'triage')
  const answer = await planner.patch(`/api/patrols/${patrol.id}`, { ...PATROL_PLAN, version: patrol.version, ...given })
  expect(answer.status, answer.text).toBe(200)
  return answer.body
}

/** Given out: visits can be logged. */
export const taskedPatrol = async (api: TestApi, planner: TestApi, hotspotId: string, given: object = {}) =>
  takeStep(planner, await plannedPatrol(api, planner, hotspotId, given), 'task')

export const startVisit = (api: TestApi, patrolId: string, id = randomUUID(), agoSeconds = 0) =>
  api.post('/api/visits', { id, patrolId, how: 'foot', agoSeconds })

/** A whole visit: begun some minutes ago (the task has to be given out by then), ended now, and said what was done. */
export const wholeVisit = async (api: TestApi, patrolId: string, report: object = {}, minutes = 0) => {
  const id = randomUUID()
  expect((await startVisit(api, patrolId, id, minutes * 60)).status).toBe(201)
  const { body } = await api.post(`/api/visits/${id}/end`, { agoSeconds: 0 })
  const answer = await api.patch(`/api/visits/${id}`, { ...VISIT_REPORT, ...report, version: body.version })
  expect(answer.status, answer.text).toBe(200)
  return answer.body
}
