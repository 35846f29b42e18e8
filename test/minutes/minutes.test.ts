import { expect, test } from 'vitest'
import type { Role } from '../../server/access/roles.ts'
import { withApp, type TestApi } from '../support/app.ts'
import { freezeFor, meetingStep } from '../meetings/meeting.ts'
import { endedMeeting, minutesOf } from './ended-meeting.ts'

test(
  'the draft is written from what happened when the meeting ends',
  withApp(async (app) => {
    const { meeting } = await endedMeeting(app)
    const minutes = await minutesOf(app.api, meeting.id)

    expect(minutes).toMatchObject({
      month: '2023-06',
      heldOn: '2023-07-18',
      isAgreed: false,
      canWrite: true,
      canAdd: false,
    })
    const words = Object.fromEntries(
      minutes.sections.map((one: { title: string; words: string }) => [one.title, one.words]),
    )
    expect(Object.keys(words)).toEqual([
      'Attendance',
      'Minutes and actions of the last meeting',
      'Headline and direction of travel',
      'West Park',
      'Any other business',
    ])
    expect(words.Attendance).toBe(
      [
        'Present:\n- Head of Early Help, Derby City Council\n- Team manager, Derby City Council',
        'Apologies:\n- Inspector, Derbyshire Constabulary',
        'The meeting was not quorate: the police not present. Its decisions are to be confirmed by the next meeting that is.',
      ].join('\n\n'),
    )
    expect(words['West Park']).toMatch(
      /^The lamps are out\.\n\nDecided:\n- Ask for visits on Friday evenings\.\n\nAgreed to be done:\n- Action 2023-01: Count the lamps\. \(.+, by 1 Aug 2023\)$/,
    )
    expect(words['Any other business']).toBe('Nothing was raised.')
  }),
)

test(
  'a place that was referred to a youth provider stands in the minutes by the number of its referral',
  withApp(async (app) => {
    const { api, as, db } = app
    const chair = await as('group_chair')
    await as('youth_provider', { agency: 'Derby Youth Alliance' })
    let meeting = await freezeFor(api, as, db)
    const item = meeting.items.find(({ title }: { title: string }) => title === 'East Park')
    const referred = await api.post('/api/referrals', {
      hotspotId: item.hotspotId,
      meetingId: meeting.id,
      serviceType: 'detached',
      rationale: 'Young people meet there in the evenings.',
      aims: 'Build trust and offer something to do.',
      windows: [{ fromHour: 112, hours: 3 }],
      ageBand: '13_to_15',
      sessionsRequested: 6,
      startBy: '2023-08-01',
      safetyNotes: null,
      otherAgencies: null,
      priority: 'routine',
      providerAgency: 'Derby Youth Alliance',
    })
    expect(referred.status, referred.text).toBe(201)
    meeting = (await api.get(`/api/meetings/${meeting.id}`)).body
    for (const name of ['open', 'end']) meeting = (await meetingStep(chair, meeting, name)).body
    const { sections } = await minutesOf(api, meeting.id)
    expect(sections.find(({ title }: { title: string }) => title === 'East Park').words).toMatch(
      /^Agreed to be done:\n- Referral R-\d+ to Derby Youth Alliance: Build trust and offer something to do\.$/,
    )
  }),
)

test(
  'a section has a version of its own: who is second is told, and nobody’s section is disturbed by another’s',
  withApp(async (app) => {
    const { api, as } = app
    const chair = await as('group_chair')
    const { meeting } = await endedMeeting(app)
    const { sections } = await minutesOf(api, meeting.id)
    const [first, second] = sections
    const write = (who: TestApi, section: { id: string; version: number }, words: string) =>
      who.patch(`/api/minutes/${meeting.id}/sections/${section.id}`, { version: section.version, words })

    const answers = await Promise.all([
      write(api, first, 'The co-ordinator’s words.'),
      write(chair, first, 'The chair’s words.'),
      write(chair, second, 'Of another section.'),
    ])
    expect(
      answers
        .slice(0, 2)
        .map(({ status }) => status)
        .toSorted((a, b) => a - b),
    ).toEqual([200, 409])
    expect(answers[2]!.status).toBe(200)
    expect(answers.find(({ status }) => status === 409)!.body.type).toMatch(/changed-meanwhile$/)

    const now = (await minutesOf(api, meeting.id)).sections
    expect(['The co-ordinator’s words.', 'The chair’s words.']).toContain(now[0].words)
    expect(now[1].words).toBe('Of another section.')
    expect((await write(chair, now[0], 'Both: theirs and mine.')).body.sections[0].words).toBe('Both: theirs and mine.')
    expect((await write(api, { id: meeting.id, version: 1 }, 'Nowhere.')).status).toBe(404)
  }),
)

test(
  'what is decided after the draft is said to be missing from it; it is drafted again only where nobody has changed it',
  withApp(async (app) => {
    const { api } = app
    const { meeting, item } = await endedMeeting(app)
    expect((await minutesOf(api, meeting.id)).decisionsLeftOut).toEqual([])
    await api.post(`/api/meetings/${meeting.id}/decisions`, { itemId: item.id, words: 'Ask the owner for light.' })
    expect((await minutesOf(api, meeting.id)).decisionsLeftOut).toEqual(['Ask the owner for light.'])

    const again = await api.post(`/api/minutes/${meeting.id}/draft`, {})
    expect(again.body.decisionsLeftOut).toEqual([])
    expect(again.body.sections[3].words).toContain('- Ask the owner for light.')

    const [section] = again.body.sections
    await api.patch(`/api/minutes/${meeting.id}/sections/${section.id}`, { version: 1, words: 'By hand.' })
    const refused = await api.post(`/api/minutes/${meeting.id}/draft`, {})
    expect(refused).toMatchObject({ status: 409, body: { type: expect.stringMatching(/draft-changed$/) } })
    const kept = await minutesOf(api, meeting.id)
    expect(kept.sections.map(({ words }: { words: string }) => words)).toEqual([
      'By hand.',
      ...again.body.sections.slice(1).map(({ words }: { words: string }) => words),
    ])
  }),
)

test(
  'minutes hold no child’s reference, and ask about what may name somebody',
  withApp(async (app) => {
    const { api } = app
    const { meeting } = await endedMeeting(app)
    const [section] = (await minutesOf(api, meeting.id)).sections
    const write = (words: string, more = {}) =>
      api.patch(`/api/minutes/${meeting.id}/sections/${section.id}`, { version: 1, words, ...more })
    expect((await write('YP-1001 was there.', { checkedWords: ['YP-1001'] })).status).toBe(422)
    expect((await write('Ring 07700 900123.')).body.type).toMatch(/words-to-check$/)
    expect((await write('Ring 07700 900123.', { checkedWords: ['07700 900123'] })).status).toBe(200)
  }),
)

test(
  'the whole minutes are for those who see all places; whom only some are for reads the meeting’s items of those',
  withApp(async (app) => {
    const { as } = app
    const { meeting } = await endedMeeting(app)
    const asRole = async (role: Role) => (await (await as(role)).get(`/api/minutes/${meeting.id}`)).status
    for (const role of ['group_chair', 'group_member', 'police_missing', 'cre_team'] as const)
      expect(await asRole(role), role).toBe(200)
    for (const role of [
      'snt_planner',
      'snt_officer',
      'csp_analyst',
      'youth_provider',
      'practitioner',
      'qa_auditor',
    ] as const)
      expect(await asRole(role), role).toBe(403)
    expect((await (await as('group_member')).get(`/api/minutes/${meeting.id}`)).body).toMatchObject({
      canWrite: false,
      canAdd: false,
      decisionsLeftOut: [],
    })
  }),
)

test(
  'minutes of a meeting that is not there, or has not ended, are not there to change',
  withApp(async ({ api, as, db }) => {
    const meeting = await freezeFor(api, as, db)
    expect((await api.get('/api/minutes/11111111-1111-4111-8111-111111111111')).status).toBe(404)
    expect(await minutesOf(api, meeting.id)).toMatchObject({
      sections: [],
      isAgreed: false,
      agreed: null,
      canWrite: false,
    })
    expect((await api.post(`/api/minutes/${meeting.id}/draft`, {})).body.type).toMatch(/no-draft$/)
  }),
)
