import { expect } from 'vitest'
import type { Role } from '../../server/access/roles.ts'
import type { Db } from '../../server/db.ts'
import type { Answer, TestApi } from '../support/app.ts'
import { makeTwoAreas } from '../access/two-areas.ts'

/** Makers of meetings for tests, through the API. */

// oxlint-disable-next-line typescript/no-explicit-any -- a test states what it expects of an answer
type Meeting = any

export const callMeeting = async (api: TestApi, month = '2023-06', heldOn = '2023-07-18'): Promise<Meeting> => {
  const answer = await api.post('/api/meetings', { month, heldOn, startsAt: '14:00', venue: 'The Council House' })
  expect(answer.status, answer.text).toBe(201)
  return answer.body
}

export const meetingStep = (
  api: TestApi,
  { id, version }: { id: string; version: number },
  step: string,
  more: Record<string, unknown> = {},
): Promise<Answer> => api.post(`/api/meetings/${id}/steps`, { step, version, ...more })

/** A meeting whose pack is frozen, of three places in two areas. */
export const freezeFor = async (
  api: TestApi,
  as: (role: Role) => Promise<TestApi>,
  db: Db,
  { isMade = false }: { isMade?: boolean } = {},
): Promise<Meeting> => {
  if (!isMade) await makeTwoAreas(db)
  expect((await api.post('/api/runs', { kind: 'month', month: '2023-06' })).status).toBe(201)
  return freezeCalled(api, as)
}

/** A meeting on June 2023, whose run is stored, with its pack. */
export const freezeCalled = async (api: TestApi, as: (role: Role) => Promise<TestApi>): Promise<Meeting> => {
  const meeting = await callMeeting(api)
  const chair = await as('group_chair')
  const frozen = await chair.post(`/api/meetings/${meeting.id}/freeze`, { version: meeting.version })
  expect(frozen.status, frozen.text).toBe(200)
  return (await api.get(`/api/meetings/${meeting.id}`)).body
}
