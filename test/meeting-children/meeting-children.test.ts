import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Db } from '../../server/db.ts'
import { withApp, type GivenApp, type TestApi } from '../support/app.ts'
import { makeChild, makePlace, makeReports } from '../support/make.ts'
import { callMeeting, freezeFor, meetingStep } from '../meetings/meeting.ts'

let turn = 0
const makeEpisode = async (
  db: Db,
  child: string,
  startedAt: string,
  { endedAt = startedAt, isReported = true }: { endedAt?: string | null; isReported?: boolean } = {},
) => {
  await db.query(
    `insert into missing_episode (source_hmac, child_id, category, started_at, ended_at, end_precision, start_precision, row_hash, police_reported)
     values (sha256(convert_to($1, 'UTF8')), $2, 'M', $3, $4::timestamptz + interval '1 hour', case when $4::timestamptz is not null then 'minute' end, 'minute', '\\x00', $5)`,
    [`episode ${turn++}`, await makeChild(db, child), startedAt, endedAt, isReported],
  )
}

const partB = async (api: TestApi, meetingId: string) => {
  const answer = await api.get(`/api/meeting-children/${meetingId}`)
  expect(answer.status, answer.text).toBe(200)
  return answer.body
}

const referencesOf = ({ children }: { children: { reference: string }[] }) => children.map(({ reference }) => reference)

test(
  'Part B speaks of children with two episodes in the month, or with the third of three within thirty days in it',
  withApp(async ({ api, db }) => {
    const meeting = await callMeeting(api)
    const placeId = await makePlace(db, { name: 'River Gardens' })
    // Twice in June.
    await makeEpisode(db, 'YP-1001', '2023-06-05T20:00:00Z')
    await makeEpisode(db, 'YP-1001', '2023-06-20T20:00:00Z')
    await makeReports(db, { child: 'YP-1001', placeId, at: '2023-06-20T21:00:00Z' })
    // Three in thirty days, one of them in June: the third begins a minute before the thirty days are over.
    await makeEpisode(db, 'YP-1002', '2023-05-06T12:00:00Z')
    await makeEpisode(db, 'YP-1002', '2023-05-20T12:00:00Z')
    await makeEpisode(db, 'YP-1002', '2023-06-05T11:59:00Z', { endedAt: null })
    // As that, a minute later: not within them.
    await makeEpisode(db, 'YP-1003', '2023-05-06T12:00:00Z')
    await makeEpisode(db, 'YP-1003', '2023-05-20T12:00:00Z')
    await makeEpisode(db, 'YP-1003', '2023-06-05T12:00:00Z')
    // Once in June; twice in May; the first of July here is the last of June in UTC.
    await makeEpisode(db, 'YP-1004', '2023-06-10T12:00:00Z')
    await makeEpisode(db, 'YP-1005', '2023-05-10T12:00:00Z')
    await makeEpisode(db, 'YP-1005', '2023-05-12T12:00:00Z')
    await makeEpisode(db, 'YP-1006', '2023-06-29T12:00:00Z')
    await makeEpisode(db, 'YP-1006', '2023-06-30T23:30:00Z')

    expect(await partB(api, meeting.id)).toMatchObject({
      month: '2023-06',
      isOpen: false,
      canWrite: false,
      children: [
        {
          reference: 'YP-1002',
          episodesInMonth: 1,
          episodesInYear: 3,
          mostInThirtyDays: 3,
          isThreeInThirty: true,
          isMissingNow: true,
          places: [],
          notes: [],
        },
        {
          reference: 'YP-1001',
          episodesInMonth: 2,
          mostInThirtyDays: 2,
          isThreeInThirty: false,
          isMissingNow: false,
          places: ['River Gardens'],
        },
      ],
    })
  }),
)

/** Two children who went missing again: one of them the police know of. */
const withTwoChildren = async ({ api, as, db }: Pick<GivenApp, 'api' | 'as' | 'db'>) => {
  for (const at of ['2023-06-05T20:00:00Z', '2023-06-20T20:00:00Z']) {
    await makeEpisode(db, 'YP-9001', at)
    await makeEpisode(db, 'YP-9002', at, { isReported: false })
  }
  let meeting = await freezeFor(api, as, db)
  for (const name of ['open', 'open_children']) meeting = (await meetingStep(api, meeting, name)).body
  return meeting
}

test(
  'a note is written while Part B is open, and only then; who is second is told, and what is sent twice is there once',
  withApp(async (app) => {
    const { api, as } = app
    const chair = await as('group_chair')
    let meeting = await withTwoChildren(app)
    const path = `/api/meeting-children/${meeting.id}/notes`
    const [child] = (await partB(api, meeting.id)).children
    const given = { id: randomUUID(), childId: child.childId, words: 'A strategy meeting is held this week.' }
    expect((await api.post(path, given)).status).toBe(201)
    const { children } = (await api.post(path, given)).body
    const [note, ...others] = children[0].notes
    expect(others).toEqual([])
    expect(note).toMatchObject({ words: given.words, version: 1, by: expect.any(String) })

    const answers = await Promise.all(
      [api, chair].map((who, i) => who.patch(`${path}/${note.id}`, { version: 1, words: `Words of ${i}.` })),
    )
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    expect((await api.post(path, { childId: randomUUID(), words: 'Of nobody.' })).status).toBe(404)

    meeting = (await meetingStep(api, meeting, 'back_to_places')).body
    const closed = await chair.post(path, { childId: child.childId, words: 'Too late.' })
    expect(closed).toMatchObject({ status: 409, body: { type: expect.stringMatching(/part-b-closed$/) } })
    expect((await partB(chair, meeting.id)).children[0].notes).toHaveLength(1)
  }),
)

test(
  'it is asked why before a child is shown',
  withApp(async (app) => {
    const { as } = app
    const meeting = await withTwoChildren(app)
    const chair = await as('group_chair', { reasons: [] })
    const answer = await chair.get(`/api/meeting-children/${meeting.id}`)
    expect(answer.body).toMatchObject({
      type: expect.stringMatching(/reason-needed$/),
      errors: [{ parameter: expect.any(String) }],
    })
    expect(answer.text).not.toContain('YP-')
  }),
)

test(
  'each sees the children that are theirs to see, and what was said of those alone; nobody else gets in',
  withApp(async (app) => {
    const { api, as, db } = app
    const meeting = await withTwoChildren(app)
    for (const { childId, reference } of (await partB(api, meeting.id)).children)
      await api.post(`/api/meeting-children/${meeting.id}/notes`, { childId, words: `Said of ${reference}.` })

    expect(referencesOf(await partB(await as('group_member'), meeting.id)).toSorted()).toEqual(['YP-9001', 'YP-9002'])
    const police = await partB(await as('police_missing'), meeting.id)
    expect(referencesOf(police)).toEqual(['YP-9001'])
    expect(police.canWrite).toBe(false)
    expect(JSON.stringify(police)).not.toContain('YP-9002')
    const team = await as('cre_team')
    expect(referencesOf(await partB(team, meeting.id))).toEqual([])
    await db.query(
      `insert into child_share (child_id, role) select id, 'cre_team' from child where reference = 'YP-9002'`,
    )
    expect(referencesOf(await partB(team, meeting.id))).toEqual(['YP-9002'])
    for (const role of ['snt_planner', 'csp_analyst', 'youth_provider', 'practitioner', 'qa_auditor'] as const)
      expect((await (await as(role)).get(`/api/meeting-children/${meeting.id}`)).status, role).toBe(403)
  }),
)

describe('Part B stays in Part B', () => {
  test(
    'no answer of Part A, of the minutes, the pack or an action tells of a child that Part B spoke of',
    withApp(async (app) => {
      const { api, as } = app
      const chair = await as('group_chair')
      let meeting = await withTwoChildren(app)
      const { children } = await partB(api, meeting.id)
      for (const { childId } of children)
        await api.post(`/api/meeting-children/${meeting.id}/notes`, { childId, words: 'Said in confidence.' })
      for (const name of ['end', 'agree']) meeting = (await meetingStep(chair, meeting, name)).body

      for (const path of [
        '/api/meetings',
        `/api/meetings/${meeting.id}`,
        `/api/minutes/${meeting.id}`,
        `/api/packs/${meeting.id}`,
        `/api/packs/${meeting.id}/since`,
        `/api/packs/${meeting.id}/exact`,
        `/api/actions?meeting=${meeting.id}`,
        '/api/reviews',
      ]) {
        const { status, text } = await chair.get(path)
        expect(status, `${path} ${text}`).toBe(200)
        expect(text, path).not.toMatch(/YP-|in confidence/)
        for (const { childId } of children) expect(text, path).not.toContain(childId)
      }
    }),
  )

  test(
    'there is no way to print or to download it',
    withApp(async (app) => {
      const meeting = await withTwoChildren(app)
      const id = meeting.id
      for (const path of [
        `/api/print/children/${id}.pdf`,
        `/api/print/meeting-children/${id}.pdf`,
        `/api/meeting-children/${id}.csv`,
        `/api/meeting-children/${id}.pdf`,
        `/api/meeting-children/${id}/export`,
      ])
        expect((await app.api.get(path)).status, path).toBeGreaterThanOrEqual(400)
      const { headers } = await app.api.get(`/api/meeting-children/${id}`)
      expect(headers.get('cache-control')).toContain('no-store')
      expect(headers.get('content-disposition')).toBeNull()
    }),
  )
})
