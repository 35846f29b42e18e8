import { expect, test } from 'vitest'
import type { Db } from '../../server/db.ts'
import { withApp } from '../support/app.ts'
import { meetingStep } from '../meetings/meeting.ts'
import { endedMeeting, minutesOf } from './ended-meeting.ts'

test(
  'only the chair agrees the minutes; agreed ones change by an addendum and by nothing else, and closing changes nothing',
  withApp(async (app) => {
    const { api, as, db } = app
    const chair = await as('group_chair')
    const { meeting } = await endedMeeting(app)
    expect((await api.post(`/api/minutes/${meeting.id}/addenda`, { words: 'Too early.' })).body.type).toMatch(
      /not-agreed$/,
    )
    expect((await meetingStep(api, meeting, 'agree')).status).toBe(403)
    const agreed = (await meetingStep(chair, meeting, 'agree')).body

    const before = await minutesOf(api, meeting.id)
    expect(before).toMatchObject({ isAgreed: true, canWrite: false, canAdd: true, agreed: { by: expect.any(String) } })
    const [section] = before.sections
    const change = { version: section.version, words: 'Otherwise.' }
    expect((await chair.patch(`/api/minutes/${meeting.id}/sections/${section.id}`, change)).body.type).toMatch(
      /no-draft$/,
    )
    expect((await chair.post(`/api/minutes/${meeting.id}/draft`, {})).body.type).toMatch(/no-draft$/)

    const added = await api.post(`/api/minutes/${meeting.id}/addenda`, { words: 'For twelve lamps read ten.' })
    expect(added).toMatchObject({
      status: 201,
      body: { addenda: [{ words: 'For twelve lamps read ten.', role: 'coordinator' }] },
    })
    await meetingStep(api, agreed, 'close')
    expect(await minutesOf(api, meeting.id)).toEqual({ ...before, addenda: added.body.addenda })
    await expectLocked(db, meeting.id)
  }),
)

const CHANGES = [
  `update minutes_section set words = 'Otherwise.'`,
  `update minutes_section set position = position + 100`,
  'delete from minutes_section',
  `insert into minutes_section (meeting_id, position, title, words) select id, 99, 'More', 'More.' from meeting`,
  `update decision set words = 'Otherwise.'`,
  'delete from decision',
  `insert into decision (meeting_id, item_id, words, at, by_name) select meeting_id, id, 'More.', now(), 'x' from agenda_item`,
  `update agenda_item set notes = 'Otherwise.'`,
  'delete from agenda_item',
  `update meeting_attendance set status = 'absent'`,
  'delete from meeting_attendance',
  `update minutes_addendum set words = 'Otherwise.'`,
  'delete from minutes_addendum',
  `update meeting set state = 'minutes_draft'`,
  `update meeting set held_on = held_on + 1`,
]

/** Nobody who asks the database changes what was agreed: a role has no right to it, or the row refuses; nor does who owns the tables. */
const expectLocked = async (db: Db, meetingId: string) => {
  const whole = async () =>
    (
      await db.query(
        `select (select jsonb_agg(to_jsonb(s) order by position) from minutes_section s) as sections,
           (select jsonb_agg(to_jsonb(d) order by d.id) from decision d) as decisions,
           (select jsonb_agg(to_jsonb(i) order by i.id) from agenda_item i) as items,
           (select jsonb_agg(to_jsonb(a) order by a.id) from meeting_attendance a) as attendance,
           (select jsonb_agg(to_jsonb(a) order by a.id) from minutes_addendum a) as addenda,
           (select to_jsonb(m) from meeting m where id = $1) as meeting`,
        [meetingId],
      )
    ).rows
  const before = await whole()
  for (const role of ['owner', 'entry', 'scribe', 'case', 'intake', 'partner', 'list', 'keeper', 'group'])
    for (const sql of CHANGES) {
      const done = db.transaction(async (tx) => {
        await tx.query(`select set_config('app.reach', 'all', true)`)
        if (role !== 'owner') await tx.query(`set local role place_risk_${role}`)
        return (await tx.query(sql)).rowCount
      })
      // Policies may leave a role no row to change; that changes nothing either.
      const changed = await done.catch((error: { code: string }) => {
        expect(['42501', 'PR004'], `${role}: ${sql}: ${error.code}`).toContain(error.code)
        return 0
      })
      expect(changed, `${role}: ${sql}`).toBe(0)
    }
  expect(await whole()).toEqual(before)
}
