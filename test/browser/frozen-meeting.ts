import { expect } from 'vitest'
import { apiAt } from '../support/app.ts'
import { demoToken, sharedDemo } from '../support/browser.ts'
import { demoApi } from './steps.ts'

/** The meeting of a month with its pack frozen: the demo's own, else one that is called and frozen here. */
export const frozenMeeting = (month: string): Promise<string> => {
  const known = frozen.get(month) ?? freeze(month)
  frozen.set(month, known)
  return known
}

/** Each once, whoever asks at the same time. */
const frozen = new Map<string, Promise<string>>()

const freeze = async (month: string): Promise<string> => {
  const chair = apiAt((await sharedDemo()).address, { token: await demoToken('group_chair') })
  const { body } = await chair.get('/api/meetings?limit=500')
  const known = body.meetings.find((one: { month: string }) => one.month === month)
  const { id } = known ?? (await (await demoApi()).post('/api/meetings', { month, heldOn: '2023-07-11' })).body
  const meeting = (await chair.get(`/api/meetings/${id}`)).body
  if (meeting.state === 'scheduled') {
    const { status, text } = await chair.post(`/api/meetings/${id}/freeze`, { version: meeting.version })
    expect(status, text).toBe(200)
  }
  return id
}
