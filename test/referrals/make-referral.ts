import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { Role } from '../../server/access/roles.ts'
import type { GivenApp, TestApi } from '../support/app.ts'
import { makeArea } from '../support/make.ts'
import { FINDINGS, makeMonth, makeReview } from '../support/reviews.ts'
import type { GivenPerson } from '../support/sign-in.ts'

export const PROVIDER = 'Youth Alliance'

/** The tests' day is 11 July 2023, a Tuesday. */
export const REFERRAL = {
  serviceType: 'detached',
  rationale: 'Young people gather here late and nobody is there for them.',
  aims: 'That they know a worker, and have somewhere else to go.',
  // Friday 18:00 to 22:00.
  windows: [{ fromHour: 114, hours: 4 }],
  ageBand: '13_to_15',
  sessionsRequested: 6,
  startBy: '2023-08-01',
  safetyNotes: 'Go in pairs after dark.',
  otherAgencies: 'Rangers of the business district.',
  priority: 'routine',
  providerAgency: PROVIDER,
}

export const SESSION = {
  day: '2023-07-11',
  from: '18:30',
  to: '20:45',
  staff: 2,
  level1: 4,
  level2: 3,
  level3: 1,
  themes: ['transport_home', 'activities_wanted'],
  onwardReferrals: 1,
  observations: 'The lights in the underpass are out.',
}

export const refer = async (api: TestApi, hotspotId: string, given: object = {}) => {
  const answer = await api.post('/api/referrals', { ...REFERRAL, hotspotId, submit: true, ...given })
  expect(answer.status, answer.text).toBe(201)
  return answer.body
}

interface Thing {
  id: string
  version: number
}

export const stepTo = (api: TestApi, { id, version }: Thing, step: string, why?: string) =>
  api.post(`/api/referrals/${id}/steps`, { step, version, ...(why !== undefined && { why }) })

export const takeStep = async (api: TestApi, referral: Thing, step: string, why?: string) => {
  const answer = await stepTo(api, referral, step, why)
  expect(answer.status, answer.text).toBe(200)
  return answer.body
}

export const plan = async (api: TestApi, { id, version }: Thing, days = ['2023-07-14', '2023-07-21']) => {
  const planned = days.map((day) => ({ day, from: '18:30', to: '20:30' }))
  const answer = await api.put(`/api/outreach/${id}/planned`, { version, planned })
  expect(answer.status, answer.text).toBe(200)
  return answer.body
}

/** Sent, accepted, planned and scheduled: sessions can be recorded. */
export const scheduled = async (api: TestApi, provider: TestApi, hotspotId: string, given: object = {}) => {
  const accepted = await takeStep(provider, await refer(api, hotspotId, given), 'accept')
  const { referral } = await plan(provider, accepted)
  return takeStep(provider, referral, 'schedule')
}

export const record = (provider: TestApi, { id }: { id: string }, given: object = {}) =>
  provider.post(`/api/outreach/${id}/sessions`, { id: randomUUID(), ...SESSION, ...given })

export const recorded = async (provider: TestApi, referral: { id: string }, given: object = {}) => {
  const answer = await record(provider, referral, given)
  expect(answer.status, answer.text).toBe(201)
  return answer.body
}

/** A place in the west with its best times, one in the east, and somebody of every side. */
export const withSides = async ({ api, as, db }: Pick<GivenApp, 'api' | 'as' | 'db'>) => {
  const [west, east] = [await makeArea(db, { name: 'West' }), await makeArea(db, { name: 'East' })]
  const hotspotId = await makeReview(db, { name: 'Riverside', areaIds: [west] })
  const otherId = await makeReview(db, { name: 'Market yard', areaIds: [east] })
  const windows = [
    { fromHour: 116, hours: 3 },
    { fromHour: 140, hours: 2 },
  ]
  const runId = await makeMonth(db, '2023-06', [
    { hotspotId, areaIds: [west], findings: { ...FINDINGS, windows } },
    { hotspotId: otherId, name: 'Market yard', areaIds: [east] },
  ])
  const person = (role: Role, given: GivenPerson) => as(role, given)
  return {
    hotspotId,
    otherId,
    windows,
    west,
    east,
    runId,
    coordinator: api,
    provider: await person('youth_provider', { username: 'yasmin', agency: PROVIDER }),
    colleague: await person('youth_provider', { username: 'yusuf', agency: ` ${PROVIDER} ` }),
    otherProvider: await person('youth_provider', { username: 'olive', agency: 'Another Youth Trust' }),
    planner: await person('snt_planner', { username: 'wes', agency: 'Derbyshire Constabulary', areaIds: [west] }),
    stranger: await person('snt_planner', { username: 'eve', agency: 'Derbyshire Constabulary', areaIds: [east] }),
  }
}
