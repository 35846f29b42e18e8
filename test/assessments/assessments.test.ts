import { expect, test } from 'vitest'
import type { Scope } from '../../server/access/matrix.ts'
import { underRole } from '../../server/access/under-role.ts'
import { ASSESSMENT } from '../access/requests.ts'
import { withApp, type GivenApp } from '../support/app.ts'
import { makeArea } from '../support/make.ts'
import { makeReview } from '../support/reviews.ts'

const people = async ({ as }: GivenApp) => ({
  member: await as('group_member', { username: 'mel' }),
  chair: await as('group_chair', { username: 'charlie' }),
})

test(
  'an assessment is written by the group, agreed by the chair, and a draft again once it is rewritten; what it was is kept',
  withApp(async (given) => {
    const { member, chair } = await people(given)
    const path = `/api/assessments/${await makeReview(given.db, { state: 'confirmed' })}`
    expect((await member.get(path)).body).toMatchObject({
      assessment: null,
      summary: null,
      canWrite: true,
      canAgree: false,
    })

    const { status, body: draft } = await member.put(path, ASSESSMENT)
    expect(status).toBe(200)
    expect(draft).toMatchObject({
      assessment: { ...withoutVersion(ASSESSMENT), version: 1, agreedOn: null, writtenBy: 'mel' },
      summary: null,
    })
    const { body: agreed } = await chair.post(`${path}/agree`, { version: 1, agreedOn: '2023-07-04' })
    expect(agreed).toMatchObject({
      assessment: { version: 2, agreedOn: '2023-07-04', agreedBy: 'charlie' },
      summary: { safetyGoals: ASSESSMENT.safetyGoals, agreedOn: '2023-07-04', reviewOn: '2023-10-01' },
      canWrite: false,
      canAgree: false,
    })
    expect((await chair.post(`${path}/agree`, { version: 2, agreedOn: '2023-07-04' })).status).toBe(409)

    const goals = [{ goal: 'The path is lit.', measure: 'Lights that work.' }]
    const { body: rewritten } = await member.put(path, { ...ASSESSMENT, safetyGoals: goals, version: 2 })
    expect(rewritten).toMatchObject({
      assessment: { version: 3, agreedOn: null, safetyGoals: goals },
      // Whoever works there goes by what was agreed.
      summary: { safetyGoals: ASSESSMENT.safetyGoals },
    })
    const { body: history } = await member.get(`${path}/history`)
    expect(history.revisions).toMatchObject([
      { version: 2, agreedOn: '2023-07-04' },
      { version: 1, agreedOn: null },
    ])
  }),
)

const withoutVersion = ({ version: _version, ...rest }: typeof ASSESSMENT) => rest

test(
  'of two who write at once nothing is overwritten',
  withApp(async (given) => {
    const { member } = await people(given)
    const path = `/api/assessments/${await makeReview(given.db, { state: 'under_assessment' })}`
    const first = await Promise.all([member.put(path, ASSESSMENT), given.api.put(path, ASSESSMENT)])
    expect(first.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    const second = await Promise.all([
      member.put(path, { ...ASSESSMENT, version: 1, trigger: 'One' }),
      given.api.put(path, { ...ASSESSMENT, version: 1, trigger: 'Other' }),
    ])
    expect(second.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    const stale = await member.put(path, { ...ASSESSMENT, version: 1 })
    expect(stale.body.type).toBe('urn:place-risk:problem:changed-meanwhile')
  }),
)

test(
  'a place is assessed once it is confirmed, and not when it is over',
  withApp(async ({ api, db }) => {
    for (const [state, status] of [
      ['candidate', 409],
      ['dismissed', 409],
      ['closed', 409],
      ['lapsed', 409],
      ['confirmed', 200],
      ['plan_active', 200],
      ['monitoring', 200],
    ] as const) {
      const path = `/api/assessments/${await makeReview(db, { state })}`
      expect((await api.put(path, ASSESSMENT)).status, state).toBe(status)
    }
  }),
)

test(
  'what is missing or out of range is named: sides, ratings, one to five goals, agencies, a review after today',
  withApp(async ({ api, db }) => {
    const path = `/api/assessments/${await makeReview(db, { state: 'confirmed' })}`
    const [goal] = ASSESSMENT.safetyGoals
    for (const [change, pointer] of [
      [{ youngPeople: { ...ASSESSMENT.youngPeople, rating: 5 } }, '/youngPeople/rating'],
      [{ guardianship: undefined }, '/guardianship'],
      [{ environment: { strengths: ' ', needs: '', rating: 2 } }, '/environment/needs'],
      [{ safetyGoals: [] }, '/safetyGoals'],
      [{ safetyGoals: Array(6).fill(goal) }, '/safetyGoals'],
      [{ safetyGoals: [{ ...goal, measure: ' ' }] }, '/safetyGoals/0/measure'],
      [{ assessors: [] }, '/assessors'],
      [{ assessors: ['Derby City Council', 'Jayden Smith'] }, '/assessors/1'],
      [{ observationDates: ['2023-02-30'] }, '/observationDates/0'],
      [{ reviewOn: '2023-07-11' }, '/reviewOn'],
      [{ child: 'YP-0001' }, '/child'],
    ] as const) {
      const { status, body } = await api.put(path, { ...ASSESSMENT, ...change })
      expect([status, body.errors[0].pointer]).toEqual([422, pointer])
    }
    await api.put(path, ASSESSMENT)
  }),
)

test(
  'it is agreed on a day that has come, and reviewed after it',
  withApp(async (given) => {
    const { chair } = await people(given)
    const path = `/api/assessments/${await makeReview(given.db, { state: 'confirmed' })}`
    expect((await chair.post(`${path}/agree`, { version: 1, agreedOn: '2023-07-04' })).status).toBe(404)
    await given.api.put(path, ASSESSMENT)
    expect((await chair.post(`${path}/agree`, { version: 1, agreedOn: '2023-07-12' })).status).toBe(422)
    expect((await chair.post(`${path}/agree`, { version: 9, agreedOn: '2023-07-04' })).status).toBe(409)
  }),
)

test(
  'whom an area or a list reaches is given the agreed goals and the review, and not a word more; of elsewhere nothing',
  withApp(async (given) => {
    const { chair } = await people(given)
    const [north, south] = [
      await makeArea(given.db, { kind: 'police_neighbourhood' }),
      await makeArea(given.db, { kind: 'police_neighbourhood' }),
    ]
    const hotspotId = await makeReview(given.db, { state: 'confirmed', areaIds: [north] })
    const path = `/api/assessments/${hotspotId}`
    await given.api.put(path, { ...ASSESSMENT, trigger: 'A secret of the group.' })
    const planner = await given.as('snt_planner', { areaIds: [north] })
    expect((await planner.get(path)).body).toEqual({
      hotspotId,
      assessment: null,
      summary: null,
      canWrite: false,
      canAgree: false,
    })

    await chair.post(`${path}/agree`, { version: 1, agreedOn: '2023-07-04' })
    await given.api.put(path, { ...ASSESSMENT, trigger: 'Another secret.', version: 2 })
    const { body, text } = await planner.get(path)
    expect(body.summary).toEqual({
      safetyGoals: ASSESSMENT.safetyGoals,
      agreedOn: '2023-07-04',
      reviewOn: '2023-10-01',
    })
    expect(text).not.toMatch(/secret|youth club|at night/)
    expect((await planner.get(`${path}/history`)).body.revisions).toEqual([])
    expect((await (await given.as('snt_planner', { areaIds: [south] })).get(path)).status).toBe(404)
    expect((await (await given.as('csp_analyst')).get(path)).status).toBe(404)
  }),
)

test(
  'the database itself gives no narrative to whom an area reaches, whatever a query asks for',
  withApp(async (given) => {
    const { chair } = await people(given)
    const north = await makeArea(given.db, { kind: 'police_neighbourhood' })
    const path = `/api/assessments/${await makeReview(given.db, { state: 'confirmed', areaIds: [north] })}`
    await given.api.put(path, ASSESSMENT)
    await chair.post(`${path}/agree`, { version: 1, agreedOn: '2023-07-04' })

    const count = async (reach: Scope, table: string) =>
      (await underRole(given.db, { role: 'group', reach, areas: [north] }).query(`select * from ${table}`)).rows.length
    for (const table of ['assessment', 'assessment_revision']) {
      expect(await count('areas', table), table).toBe(0)
      expect(await count('all', table), table).toBe(1)
    }
    expect(await count('areas', 'assessment_summary')).toBe(1)
    expect(await count('listed', 'assessment_summary')).toBe(0)
  }),
)
