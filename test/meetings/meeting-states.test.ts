import { expect, test } from 'vitest'
import { legalSteps } from '../../server/lifecycle.ts'
import { MEETING, type MeetingStep } from '../../server/meetings/lifecycle.ts'
import type { MeetingState } from '../../server/meetings/schema.ts'
import { makeTwoAreas } from '../access/two-areas.ts'
import { withApp, type TestApi } from '../support/app.ts'
import { callMeeting } from './meeting.ts'

const NAMES = Object.keys(MEETING.steps) as MeetingStep[]

/** As the page takes it: freezing has an address of its own. */
const take = (who: TestApi, { id, version }: { id: string; version: number }, step: MeetingStep) =>
  step === 'freeze'
    ? who.post(`/api/meetings/${id}/freeze`, { version })
    : who.post(`/api/meetings/${id}/steps`, { step, version, ...(MEETING.steps[step].needsWhy && { why: 'Snow.' }) })

/** Through every state, and in each of them every step that the table does not give. */
const WALKS: MeetingStep[][] = [
  ['cancel'],
  ['freeze', 'cancel'],
  ['freeze', 'open', 'open_children', 'back_to_places', 'open_children', 'end', 'agree', 'close'],
]

test(
  'in every state each step that the table does not give is refused with those that it does, and changes nothing; each taken is recorded with who, when and why',
  withApp(async ({ api, as, db }) => {
    await makeTwoAreas(db)
    expect((await api.post('/api/runs', { kind: 'month', month: '2023-06' })).status).toBe(201)
    const chair = await as('group_chair', { username: 'the.chair' })
    const seen = new Set<MeetingState>()

    for (const walk of WALKS) {
      let meeting = await callMeeting(api)
      const taken: { step: string; to: string }[] = [{ step: 'begin', to: 'scheduled' }]
      for (const next of [...walk, undefined]) {
        const state = meeting.state as MeetingState
        seen.add(state)
        const legal = legalSteps(MEETING, state, () => true).map(({ step }) => step)
        for (const name of NAMES.filter((one) => !legal.includes(one))) {
          const answer = await take(chair, meeting, name)
          expect(answer, `${state}: ${name}`).toMatchObject({
            status: 409,
            body: { type: expect.stringMatching(/illegal-step$/) },
          })
          for (const { says } of legalSteps(MEETING, state, () => true)) expect(answer.body.detail).toContain(says)
        }
        const now = (await chair.get(`/api/meetings/${meeting.id}`)).body
        expect(now).toMatchObject({ state, version: meeting.version })
        expect(now.taken.map(({ step, to }: { step: string; to: string }) => ({ step, to }))).toEqual(taken)
        if (!next) break

        expect((await take(chair, { ...meeting, version: meeting.version + 1 }, next)).body.type).toMatch(
          /changed-meanwhile$/,
        )
        const answer = await take(chair, meeting, next)
        expect(answer.status, answer.text).toBe(200)
        taken.push({ step: next, to: MEETING.steps[next].to })
        meeting = (await chair.get(`/api/meetings/${meeting.id}`)).body
        expect(meeting.state).toBe(MEETING.steps[next].to)
        expect(meeting.taken.at(-1)).toMatchObject({
          step: next,
          from: state,
          to: meeting.state,
          by: 'the.chair',
          role: 'group_chair',
          why: MEETING.steps[next].needsWhy ? 'Snow.' : null,
        })
      }
      if (!['cancelled', 'closed'].includes(meeting.state)) throw new Error('the walk has no end')
      if (meeting.state === 'closed')
        expect((await api.post('/api/meetings', { month: '2023-06', heldOn: '2023-07-20' })).status).toBe(409)
    }
    expect([...seen].toSorted()).toEqual(Object.keys(MEETING.states).toSorted())
  }),
  60_000,
)

test(
  'a state is not changed without a record of it, even by who owns the tables; an unknown step is no step',
  withApp(async ({ api, db }) => {
    const { id, version } = await callMeeting(api)
    await expect(db.query(`update meeting set state = 'pack_frozen' where id = $1`, [id])).rejects.toMatchObject({
      code: 'PR002',
    })
    expect((await api.post(`/api/meetings/${id}/steps`, { step: 'dance', version })).status).toBe(422)
    expect((await api.post(`/api/meetings/${id}/steps`, { step: 'freeze', version })).status).toBe(422)
    const named = await api.post(`/api/meetings/${id}/steps`, { step: 'cancel', version, why: 'Ring 07700 900123' })
    expect(named.body.type).toMatch(/words-to-check$/)
    expect((await api.get(`/api/meetings/${id}`)).body.state).toBe('scheduled')
  }),
)

test(
  'a decision that is sent twice, because the answer was lost, is minuted once',
  withApp(async ({ api }) => {
    const meeting = await callMeeting(api)
    const decision = { id: crypto.randomUUID(), itemId: meeting.items[0].id, words: 'So decided.' }
    await api.post(`/api/meetings/${meeting.id}/decisions`, decision)
    const again = await api.post(`/api/meetings/${meeting.id}/decisions`, decision)
    expect(again.status).toBe(201)
    expect(again.body.items[0].decisions).toMatchObject([{ id: decision.id, words: 'So decided.', version: 1 }])
  }),
)
