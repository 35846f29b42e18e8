import { expect, test } from 'vitest'
import type { Db } from '../../server/db.ts'
import { withApp, type TestApi } from '../support/app.ts'
import { makeTwoAreas } from '../access/two-areas.ts'
import { callMeeting, freezeFor, meetingStep } from './meeting.ts'

test(
  'a meeting is called with its standing items, once a month, and another one when that is called off',
  withApp(async ({ api }) => {
    const meeting = await callMeeting(api)
    expect(meeting).toMatchObject({
      month: '2023-06',
      state: 'scheduled',
      stateWords: 'Scheduled',
      hasPack: false,
      canWrite: true,
      missing: ['chair', 'council', 'police'],
      items: [
        { title: 'Attendance and apologies' },
        { title: 'Minutes and actions of the last meeting' },
        { title: 'Headline and direction of travel' },
        { title: 'Any other business' },
      ],
      taken: [{ step: 'begin', from: null, to: 'scheduled' }],
      ready: { isMonthStored: false, isAnythingToPlace: false, actionsOverdue: 0 },
    })
    const again = await api.post('/api/meetings', { month: '2023-06', heldOn: '2023-07-20' })
    expect(again).toMatchObject({ status: 409, body: { detail: expect.stringMatching(/has a meeting already/) } })
    expect((await meetingStep(api, meeting, 'cancel')).status).toBe(422)
    expect((await meetingStep(api, meeting, 'cancel', { why: 'Nobody can come' })).body.state).toBe('cancelled')
    await callMeeting(api)
  }),
)

test(
  'where a meeting is, is asked about before it is kept where it may be a home or name somebody',
  withApp(async ({ api }) => {
    const venue = 'Jayden Smith, 12 Acacia Road'
    const asked = {
      status: 422,
      body: { errors: [{ pointer: '/venue', phrase: 'Jayden Smith' }, { phrase: '12 Acacia Road' }] },
    }
    const given = { month: '2023-06', heldOn: '2023-07-18', venue }
    expect(await api.post('/api/meetings', given)).toMatchObject(asked)
    const { id, version } = await callMeeting(api)
    expect(await api.patch(`/api/meetings/${id}`, { version, venue })).toMatchObject(asked)
    const checkedWords = ['Jayden Smith', '12 Acacia Road']
    expect((await api.patch(`/api/meetings/${id}`, { version, venue, checkedWords })).body.venue).toBe(venue)
  }),
)

test(
  'only the chair freezes the pack, only of a stored month, and its places are on the agenda by rank from then on',
  withApp(async ({ api, as, db }) => {
    const chair = await as('group_chair')
    const meeting = await callMeeting(api)
    const freeze = (who: TestApi) => who.post(`/api/meetings/${meeting.id}/freeze`, { version: meeting.version })
    expect((await freeze(api)).status).toBe(403)
    expect((await freeze(chair)).body.type).toMatch(/month-not-stored$/)
    expect((await api.get(`/api/meetings/${meeting.id}`)).body.state).toBe('scheduled')

    await makeTwoAreas(db)
    await api.post('/api/runs', { kind: 'month', month: '2023-06' })
    expect((await freeze(chair)).body).toMatchObject({
      state: 'pack_frozen',
      hasPack: true,
      canFreeze: false,
      canWrite: true,
      steps: [{ step: 'open' }, { step: 'cancel' }],
    })
    expect((await freeze(chair)).status).toBe(409)
    const { items } = (await api.get(`/api/meetings/${meeting.id}`)).body
    expect(
      items
        .map(({ title }: { title: string }) => title)
        .slice(3, -1)
        .toSorted(),
    ).toEqual(['Border Park', 'East Park', 'West Park'])
    expect(items.at(-1).title).toBe('Any other business')
  }),
)

test(
  'a decision is minuted where it is taken, with who and when; what was made there stands beside it',
  withApp(async ({ api, as, db }) => {
    const meeting = await freezeFor(api, as, db)
    const item = meeting.items.find(({ title }: { title: string }) => title === 'West Park')
    const answer = await api.post(`/api/meetings/${meeting.id}/decisions`, {
      itemId: item.id,
      words: 'Confirm the place and ask for visits on Friday evenings.',
    })
    expect(answer.status).toBe(201)
    const { colleagues } = (await api.get('/api/colleagues')).body
    await api.post('/api/actions', {
      title: 'Count the lamps.',
      ownerId: colleagues[0].id,
      dueOn: '2023-08-01',
      hotspotId: item.hotspotId,
      meetingId: meeting.id,
    })
    const { version } = (await api.get(`/api/reviews/${item.hotspotId}`)).body
    await api.post(`/api/reviews/${item.hotspotId}/steps`, {
      step: 'confirm',
      version,
      why: 'Seen by two agencies',
      meetingId: meeting.id,
    })

    const now = (await api.get(`/api/meetings/${meeting.id}`)).body.items.find(
      ({ id }: { id: string }) => id === item.id,
    )
    expect(now.decisions).toMatchObject([
      { words: 'Confirm the place and ask for visits on Friday evenings.', version: 1 },
    ])
    expect(now.made).toMatchObject([
      { kind: 'action', words: expect.stringMatching(/^2023-01: Count the lamps\./), stateWords: 'Open' },
      { kind: 'review', words: 'Seen by two agencies', stateWords: 'Confirm' },
    ])
  }),
)

test(
  'two people who minute at once do not overwrite each other: the second is told, and what stands there is still there to read',
  withApp(async ({ api, as, db }) => {
    const meeting = await freezeFor(api, as, db)
    const chair = await as('group_chair')
    const item = meeting.items[3]
    const write = (who: TestApi, notes: string, version = item.version) =>
      who.patch(`/api/meetings/${meeting.id}/items/${item.id}`, { version, notes })
    const [first, second] = await Promise.all([write(api, 'The lamps are out.'), write(chair, 'The gate is open.')])
    expect([first.status, second.status].toSorted((a, b) => a - b)).toEqual([200, 409])

    const kept = (await api.get(`/api/meetings/${meeting.id}`)).body.items[3]
    expect(['The lamps are out.', 'The gate is open.']).toContain(kept.notes)
    expect((await write(chair, `${kept.notes} The gate is open.`, kept.version)).status).toBe(200)
    // Different items do not disturb each other, nor does moving one.
    const [other, last] = [meeting.items[4], meeting.items.at(-1)]
    await api.patch(`/api/meetings/${meeting.id}/items/${last.id}`, { version: last.version, position: 1 })
    await api.patch(`/api/meetings/${meeting.id}/items/${other.id}`, { version: other.version, position: 1 })
    const moved = await chair.patch(`/api/meetings/${meeting.id}/items/${other.id}`, {
      version: other.version,
      notes: 'Said.',
    })
    expect(moved.status).toBe(200)
    expect(moved.body.items[0].id === other.id || moved.body.items[1].id === other.id).toBe(true)
  }),
)

test(
  'a meeting is quorate with the chair, the council and the police there',
  withApp(async ({ api }) => {
    const meeting = await callMeeting(api)
    const add = async (partner: string | null, role: string, agency: string, status = 'present') =>
      (await api.post(`/api/meetings/${meeting.id}/attendance`, { partner, role, agency, status })).body
    await add('chair', 'Head of Early Help', 'Derby City Council')
    await add('council', 'Team manager, children in care', 'Derby City Council')
    const missing = await add('police', 'Missing team sergeant', 'Derbyshire Constabulary', 'apologies')
    expect(missing.missing).toEqual(['police'])
    const sergeant = missing.attendance.find(({ partner }: { partner: string }) => partner === 'police')
    const there = await api.patch(`/api/meetings/${meeting.id}/attendance/${sergeant.id}`, {
      version: 1,
      status: 'present',
    })
    expect(there.body.missing).toEqual([])
    const twice = await api.post(`/api/meetings/${meeting.id}/attendance`, {
      role: 'Missing team sergeant',
      agency: 'Derbyshire Constabulary',
    })
    expect(twice).toMatchObject({ status: 409, body: { detail: expect.stringMatching(/on the list already/) } })
  }),
)

test(
  'whom only some places are for is told of those, and of nothing else that was said',
  withApp(async ({ api, as, db }) => {
    const { westArea } = await makeTwoAreas(db)
    const meeting = await freezeFor(api, as, db, { isMade: true })
    for (const item of meeting.items)
      await api.post(`/api/meetings/${meeting.id}/decisions`, {
        itemId: item.id,
        words: `Of ${item.title}, so decided.`,
      })
    const planner = await as('snt_planner', { areaIds: [westArea] })
    const youth = await as('youth_provider')
    const told = (await planner.get(`/api/meetings/${meeting.id}`)).body
    expect(told.items.map(({ title }: { title: string }) => title).toSorted()).toEqual(['Border Park', 'West Park'])
    expect(JSON.stringify(told)).not.toContain('East Park')
    expect(told).toMatchObject({ canWrite: false, steps: [], ready: null })
    expect((await youth.get(`/api/meetings/${meeting.id}`)).body.items).toEqual([])
    expect((await planner.get(`/api/minutes/${meeting.id}`)).status).toBe(403)
  }),
)

test(
  'what was not yet said can be said until the minutes are agreed, and not after',
  withApp(async ({ api, as, db }) => {
    const chair = await as('group_chair')
    let meeting = await freezeFor(api, as, db)
    const [item] = meeting.items
    for (const name of ['open', 'open_children', 'back_to_places', 'end'])
      meeting = (await meetingStep(api, meeting, name)).body
    await api.post(`/api/meetings/${meeting.id}/decisions`, { itemId: item.id, words: 'One more.' })
    expect((await meetingStep(api, meeting, 'agree')).status).toBe(403)
    meeting = (await meetingStep(chair, meeting, 'agree')).body
    expect(meeting.state).toBe('minutes_agreed')
    for (const answer of [
      await chair.post(`/api/meetings/${meeting.id}/decisions`, { itemId: item.id, words: 'Too late.' }),
      await chair.post(`/api/meetings/${meeting.id}/items`, { title: 'Too late' }),
      await chair.patch(`/api/meetings/${meeting.id}/items/${item.id}`, { version: item.version, notes: 'Too late.' }),
      await chair.patch(`/api/meetings/${meeting.id}`, { version: meeting.version, venue: 'Too late' }),
      await chair.post('/api/actions', {
        title: 'Too late.',
        ownerId: (await chair.get('/api/colleagues')).body.colleagues[0].id,
        dueOn: '2023-08-01',
        meetingId: meeting.id,
      }),
    ])
      expect(answer).toMatchObject({ status: 409, body: { type: expect.stringMatching(/meeting-over$/) } })
    for (const sql of [
      `update decision set words = 'x'`,
      'delete from decision',
      `update agenda_item set notes = 'x'`,
      `update minutes_section set words = 'x'`,
      'delete from minutes_section',
      `update meeting_attendance set status = 'absent'`,
    ])
      if (await hasRows(db, sql)) await expect(db.query(sql), sql).rejects.toMatchObject({ code: 'PR004' })
  }),
)

const hasRows = async (db: Db, sql: string) => {
  const [, table] = /(?:update|from) (\w+)/.exec(sql)!
  return (await db.query(`select from ${table}`)).rowCount > 0
}
