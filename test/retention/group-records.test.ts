import { expect, test } from 'vitest'
import { applyRetention } from '../../server/retention/apply-retention.ts'
import { dueForDeletion } from '../../server/retention/due-for-deletion.ts'
import { policyFrom } from '../../server/settings/policy.ts'
import { withApp } from '../support/app.ts'
import { freezeFor, meetingStep } from '../meetings/meeting.ts'

const policy = policyFrom([])
/** Six years and more after the meeting of July 2023. */
const MUCH_LATER = '2029-07-20'

test(
  'meetings go six years after their day, with pack and minutes, and what is over with its record; what is open stays',
  withApp(async ({ api, as, db, service }) => {
    const chair = await as('group_chair')
    let meeting = await freezeFor(api, as, db)
    const item = meeting.items[3]
    await api.post(`/api/meetings/${meeting.id}/decisions`, { itemId: item.id, words: 'So decided.' })
    const { colleagues } = (await api.get('/api/colleagues')).body
    const action = {
      title: 'Count the lamps.',
      ownerId: colleagues[0].id,
      dueOn: '2023-07-12',
      hotspotId: item.hotspotId,
    }
    const { body: open } = await api.post('/api/actions', action)
    const { body: done } = await api.post('/api/actions', action)
    await api.post(`/api/actions/${done.id}/notes`, { words: 'Twelve of them.' })
    await api.post(`/api/actions/${done.id}/steps`, { step: 'complete', version: done.version, evidence: 'Counted.' })
    for (const name of ['open', 'end']) meeting = (await meetingStep(api, meeting, name)).body
    await meetingStep(chair, meeting, 'agree')

    const dueOf = async (today: string) =>
      (await dueForDeletion(db, policy, today)).find(({ kind }) => kind === 'groupRecords')
    expect(await dueOf('2029-07-10')).toEqual({ kind: 'groupRecords', months: 72, now: 0, inThreeMonths: 2 })
    expect(await dueOf(MUCH_LATER)).toMatchObject({ now: 2 })
    expect((await applyRetention(db, service.scribe, policy, MUCH_LATER)).groupRecords).toBe(2)

    for (const table of [
      'meeting',
      'pack',
      'pack_place',
      'pack_exact',
      'agenda_item',
      'decision',
      'minutes_section',
      'meeting_attendance',
      'action_note',
    ])
      expect((await db.query(`select from ${table}`)).rowCount, table).toBe(0)
    expect((await db.query('select id from action')).rows).toEqual([{ id: open.id }])
    // Places stay under review, and the step of what is open with it.
    const { rows } = await db.query('select distinct thing from step order by thing')
    expect(rows).toEqual([{ thing: 'action' }, { thing: 'review' }])
    expect((await applyRetention(db, service.scribe, policy, MUCH_LATER)).groupRecords).toBe(0)
  }),
)
