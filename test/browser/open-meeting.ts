import { expect } from 'vitest'
import { apiAt, type TestApi } from '../support/app.ts'
import { demoToken, sharedDemo } from '../support/browser.ts'
import { frozenMeeting } from './frozen-meeting.ts'
import { demoApi } from './steps.ts'

/** The meeting of June 2023 as it is now. */
export const meetingNow = async (id: string) => (await (await demoApi()).get(`/api/meetings/${id}`)).body

const take = async (api: TestApi, id: string, step: string) => {
  const { version } = await meetingNow(id)
  const { status, text } = await api.post(`/api/meetings/${id}/steps`, { step, version })
  expect(status, text).toBe(200)
}

/** The meeting of June 2023 in Part A or B; it is never ended here, so that every test finds it open. */
export const openMeeting = (part: Part = 'in_session'): Promise<string> => {
  const opened = (before = before.then(() => comeTo(part)))
  // Whoever asks at the same time waits their turn.
  before = before.catch(() => '')
  return opened
}

type Part = 'in_session' | 'in_session_b'
let before: Promise<string> = Promise.resolve('')

const comeTo = async (part: Part): Promise<string> => {
  const id = await frozenMeeting('2023-06')
  const api = await demoApi()
  if ((await meetingNow(id)).state === 'pack_frozen') await take(api, id, 'open')
  const { state } = await meetingNow(id)
  if (state !== part) await take(api, id, part === 'in_session' ? 'back_to_places' : 'open_children')
  return id
}

/** Somebody of the demo who has said why they look at Part B too. */
export const withReasonForPartB = async (role: 'coordinator' | 'group_chair') => {
  const api = apiAt((await sharedDemo()).address, { token: await demoToken(role) })
  await api.post('/api/session/reasons', { subject: 'meetingChildren', code: 'monthly_meeting', words: '' })
}

/** A meeting whose minutes are agreed and that is closed. */
export const closedMeeting = async (): Promise<string> => {
  const { meetings } = (await (await demoApi()).get('/api/meetings?limit=500')).body
  return meetings.find(({ state }: { state: string }) => state === 'closed').id
}
