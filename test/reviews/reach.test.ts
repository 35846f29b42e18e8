import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { withApp, type GivenApp } from '../support/app.ts'
import { makeArea } from '../support/make.ts'
import { FINDINGS, makeMonth, makeReview } from '../support/reviews.ts'

const inTwoAreas = async ({ db }: GivenApp) => {
  const [north, south] = [
    await makeArea(db, { kind: 'police_neighbourhood', name: 'North' }),
    await makeArea(db, { kind: 'police_neighbourhood', name: 'South' }),
  ]
  const ward = await makeArea(db, { name: 'Abbey' })
  const here = await makeReview(db, { name: 'Here', areaIds: [north, ward] })
  const there = await makeReview(db, { name: 'There', areaIds: [south] })
  await makeMonth(db, '2023-06', [
    { hotspotId: here, areaIds: [north], findings: { ...FINDINGS, windows: [{ fromHour: 20, hours: 2 }] } },
    { hotspotId: there, areaIds: [south] },
  ])
  return { north, here, there }
}

test(
  'police neighbourhood people see the places of their areas, with what partners are told, and nothing of another’s',
  withApp(async (given) => {
    const { north, here, there } = await inTwoAreas(given)
    await given.api.post(`/api/reviews/${here}/split`, { part: there, version: 1, why: 'A part' })
    const planner = await given.as('snt_planner', { areaIds: [north] })

    const { body } = await planner.get('/api/reviews')
    expect(body.reviews).toMatchObject([{ id: here, name: 'Here', wards: ['Abbey'], steps: [], canMerge: false }])
    expect(body.reviews[0].now.findings.windows).toEqual([{ fromHour: 20, hours: 2 }])
    expect((await planner.get(`/api/reviews/${there}`)).status).toBe(404)
    const own = await planner.get(`/api/reviews/${here}`)
    expect(own.text).not.toContain('There')
    expect(own.body.history).toMatchObject([{ month: '2023-06', childrenBand: '5-9' }])

    const stranger = await given.as('snt_officer')
    expect((await stranger.get('/api/reviews')).body.reviews).toEqual([])
    expect((await stranger.get(`/api/reviews/${here}`)).status).toBe(404)
  }),
)

test(
  'whom a list reaches is told the state of a listed place, and neither bands nor months nor reasons nor a cluster’s squares',
  withApp(async (given) => {
    const { here, there } = await inTwoAreas(given)
    await given.api.post(`/api/reviews/${here}/steps`, { step: 'confirm', version: 1, why: 'Seen by two agencies' })
    const { rows } = await given.db.query<{ id: string }>(
      `insert into run (kind, period_from, period_to, method, method_version, data_hash, left_out, withheld_g2, withheld_g3, made_by)
       values ('quarter', '2023-04-01', '2023-07-01', '{}', '1', '\\x00', '{}', 0, 0, 'x') returning id`,
    )
    await given.db.query(`insert into run_listed (run_id, hotspot_id, rank, hotspot) values ($1, $2, 1, '{}')`, [
      rows[0]!.id,
      here,
    ])
    const analyst = await given.as('csp_analyst')

    const { body, text } = await analyst.get(`/api/reviews/${here}`)
    expect(body).toMatchObject({
      state: 'confirmed',
      geometry: null,
      firstMonth: null,
      lastMonth: null,
      isShownNow: null,
      now: null,
      history: null,
    })
    expect(text).not.toMatch(/5-9|10-14|Seen by two/)
    expect((await analyst.get('/api/reviews')).body.reviews).toHaveLength(1)
    expect((await analyst.get(`/api/reviews/${there}`)).status).toBe(404)
  }),
)

test(
  'who may not decide is refused, and the refusal is in the log',
  withApp(async ({ as, db }) => {
    const id = await makeReview(db)
    const body = { step: 'confirm', version: 1, why: 'x' }
    for (const role of ['group_member', 'police_missing', 'snt_planner', 'youth_provider', 'cre_team'] as const)
      expect((await (await as(role)).post(`/api/reviews/${id}/steps`, body)).status, role).toBe(403)
    expect((await (await as('group_member')).get(`/api/reviews/${id}`)).body.steps).toEqual([])
    expect((await (await as('coordinator')).get(`/api/reviews/${randomUUID()}`)).status).toBe(404)
  }),
)
