import { expect } from 'vitest'
import type { GivenApp, TestApi } from '../support/app.ts'
import { freezeFor, meetingStep } from '../meetings/meeting.ts'

/** A meeting that ended: somebody was there, something was noted, decided and made at West Park. */
export const endedMeeting = async ({ api, as, db }: Pick<GivenApp, 'api' | 'as' | 'db'>) => {
  let meeting = await freezeFor(api, as, db)
  const item = meeting.items.find(({ title }: { title: string }) => title === 'West Park')
  const add = (path: string, body: object) => api.post(`/api/meetings/${meeting.id}/${path}`, body)
  await add('attendance', { role: 'Head of Early Help', agency: 'Derby City Council', partner: 'chair' })
  await add('attendance', { role: 'Team manager', agency: 'Derby City Council', partner: 'council' })
  await add('attendance', {
    role: 'Inspector',
    agency: 'Derbyshire Constabulary',
    partner: 'police',
    status: 'apologies',
  })
  await api.patch(`/api/meetings/${meeting.id}/items/${item.id}`, {
    version: item.version,
    notes: 'The lamps are out.',
  })
  await add('decisions', { itemId: item.id, words: 'Ask for visits on Friday evenings.' })
  const { colleagues } = (await api.get('/api/colleagues')).body
  const raised = await api.post('/api/actions', {
    title: 'Count the lamps.',
    ownerId: colleagues[0].id,
    dueOn: '2023-08-01',
    hotspotId: item.hotspotId,
    meetingId: meeting.id,
  })
  expect(raised.status, raised.text).toBe(201)
  meeting = (await api.get(`/api/meetings/${meeting.id}`)).body
  for (const name of ['open', 'end']) meeting = (await meetingStep(api, meeting, name)).body
  return { meeting, item }
}

export const minutesOf = async (api: TestApi, id: string) => {
  const answer = await api.get(`/api/minutes/${id}`)
  expect(answer.status, answer.text).toBe(200)
  return answer.body
}
