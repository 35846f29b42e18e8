import { expect, test } from 'vitest'
import { PLAN_DESIGN } from '../access/requests.ts'
import { makePlanFor, started, takeStep, withConfirmed } from '../plans/make-plan.ts'
import { withApp, type GivenApp } from '../support/app.ts'
import { makePlace, makeReports } from '../support/make.ts'
import { makePlan, makeReview, squareAt } from '../support/reviews.ts'

/** One report each of so many children at a place, on so many days from a first one. */
const reportsOf = async (
  { db }: GivenApp,
  placeId: string,
  { from, children, first, easting }: { from: string; children: number; first: number; easting: number },
) => {
  for (let i = 0; i < children; i++) {
    const at = new Date(Date.parse(`${from}T12:00:00Z`) + i * 3 * 86_400_000).toISOString()
    await makeReports(db, { child: `YP-${first + i}`, placeId, at, position: { easting, northing: 336_050 } })
  }
}

/** West Park falls from 40 child-weeks to 4, East Park stays at 20; a plan started in between, judged against East Park. */
const withFall = async (given: GivenApp, more: object = {}) => {
  const all = await withConfirmed(given)
  const west = { easting: 433_050 }
  const east = { easting: 437_050 }
  await reportsOf(given, all.westId, { ...west, from: '2022-07-04', children: 40, first: 4000 })
  await reportsOf(given, all.westId, { ...west, from: '2023-01-10', children: 4, first: 4100 })
  await reportsOf(given, all.eastId, { ...east, from: '2022-07-04', children: 20, first: 4200 })
  await reportsOf(given, all.eastId, { ...east, from: '2023-01-10', children: 20, first: 4300 })
  const design = { ...PLAN_DESIGN, comparatorPlaceIds: [all.eastId], ...more }
  const plan = await makePlanFor(all.coordinator, { hotspotId: all.westId, ownerId: all.ownerId }, design)
  return { ...all, plan: await started(all, plan) }
}

test(
  'whether a plan did anything is worked out once it started, told in words, and kept with its counts',
  withApp(async (given) => {
    const { plan, coordinator, chair } = await withFall(given)
    const before = await coordinator.get(`/api/plans/${plan.id}/effect`)
    expect(before.body).toEqual({ effect: null, canWorkOut: true })

    const { status, body } = await coordinator.post(`/api/plans/${plan.id}/effect`)
    expect(status).toBe(201)
    expect(body.effect).toMatchObject({
      planId: plan.id,
      workedOutOn: '2023-07-11',
      word: 'fewer',
      reason: null,
      sentence: expect.stringMatching(/^Fewer reports of children than expected/),
      smallest: expect.stringMatching(/about three quarters of the reports/),
      isMoved: false,
      childrenBands: { before: '15+', after: '3-4' },
      doses: { patrols: null, outreach: null },
      windows: { before: { from: '2022-07-04', to: '2023-01-02', weeks: 26 }, after: { weeks: 17 } },
    })

    const { effect } = (await chair.get(`/api/plans/${plan.id}/effect/exact`)).body
    expect(effect).toMatchObject({
      weeks: { before: 26, after: 17 },
      counts: { treated: [40, 4], control: [20, 20], buffer: [0, 0], bufferControl: [0, 0] },
      children: { before: 40, after: 4, all: 44 },
      comparators: [{ name: 'East Park' }],
      divisors: { before: 26 / 17, control: 1 },
      inflation: 1,
      episodes: [0, 0],
      near: [],
      inputHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    const k = 26 / 17
    expect(effect.difference.estimate).toBeCloseTo(4 - 40 / k - (20 - 20 / k), 9)
    expect(effect.difference.variance).toBeCloseTo(4 + 40 / k ** 2 + 20 + 20 / k ** 2, 9)
    expect((await coordinator.get(`/api/plans/${plan.id}`)).body.effect).toMatchObject({ word: 'fewer' })
  }),
)

test(
  'children who give many reports widen the interval until it cannot be told: the inflated figures come out',
  withApp(async (given) => {
    const { plan, coordinator, eastId } = await withFall(given)
    for (let week = 0; week < 25; week++) {
      const at = new Date(Date.parse('2022-07-06T12:00:00Z') + week * 7 * 86_400_000).toISOString()
      for (const child of ['YP-4999', 'YP-4998', 'YP-4997'])
        await makeReports(given.db, { child, placeId: eastId, at, position: { easting: 437_060, northing: 336_050 } })
    }

    const { body } = await coordinator.post(`/api/plans/${plan.id}/effect`)
    const { effect } = (await coordinator.get(`/api/plans/${plan.id}/effect/exact`)).body
    expect(effect.counts.control).toEqual([95, 20])
    // 84 children once, and three 25 times.
    expect(effect.inflation).toBeCloseTo((84 + 3 * 25 ** 2) / (84 + 75), 9)
    expect(effect.difference.low).toBeLessThan(0)
    expect(effect.difference.high).toBeGreaterThan(0)
    expect(body.effect).toMatchObject({ word: 'cannot_tell', reason: 'no_power' })
  }),
)

test(
  'finds made on patrol, reports of handling code C and private addresses are not counted',
  withApp(async (given) => {
    const { plan, coordinator, westId } = await withFall(given)
    const at = '2023-02-01T12:00:00Z'
    const position = { easting: 433_050, northing: 336_050 }
    await makeReports(given.db, { child: 'YP-5001', placeId: westId, at, position, foundOnPatrol: true })
    await makeReports(given.db, { child: 'YP-5002', placeId: westId, at, position, isPrivateAddress: true })
    const [secret] = await makeReports(given.db, { child: 'YP-5003', placeId: westId, at, position })
    await given.db.query(`update location_report set handling = 'C' where id = $1`, [secret])

    await coordinator.post(`/api/plans/${plan.id}/effect`)
    const { effect } = (await coordinator.get(`/api/plans/${plan.id}/effect/exact`)).body
    expect(effect.counts.treated).toEqual([40, 4])
  }),
)

test(
  'an answer stands as it was worked out, late reports or not; the same reports give the same hash',
  withApp(async (given) => {
    const { plan, coordinator, westId } = await withFall(given)
    const exact = async () => (await coordinator.get(`/api/plans/${plan.id}/effect/exact`)).body.effect
    await coordinator.post(`/api/plans/${plan.id}/effect`)
    const first = await exact()
    const position = { easting: 433_050, northing: 336_050 }
    await makeReports(given.db, { child: 'YP-5001', count: 30, placeId: westId, at: '2023-02-01T12:00:00Z', position })
    expect(await exact()).toEqual(first)

    await coordinator.post(`/api/plans/${plan.id}/effect`)
    const second = await exact()
    expect(second.counts.treated).toEqual([40, 5])
    expect(second.inputHash).not.toBe(first.inputHash)
    await coordinator.post(`/api/plans/${plan.id}/effect`)
    const third = await exact()
    expect(third.id).not.toBe(second.id)
    expect(third.inputHash).toBe(second.inputHash)
    const { rows } = await given.db.query('select from plan_effect')
    expect(rows).toHaveLength(3)
  }),
)

test(
  'a place with a plan of the same time within 300 metres cannot be told apart, unless the two are judged together',
  withApp(async (given) => {
    const nextDoor = await makePlace(given.db, { name: 'Next Door', easting: 433_300, northing: 336_000 })
    const all = await withFall(given)
    const { plan, coordinator } = all
    const { rows } = await given.db.query<{ shape: unknown }>(
      `select st_asgeojson(st_transform(geom, 4326))::json as shape from place where id = $1`,
      [nextDoor],
    )
    await makeReview(given.db, {
      id: nextDoor,
      placeId: nextDoor,
      name: 'Next Door',
      state: 'confirmed',
      geometry: rows[0]!.shape,
    })
    await makePlan(given.db, nextDoor)

    const { body } = await coordinator.post(`/api/plans/${plan.id}/effect`)
    expect(body.effect).toMatchObject({ word: 'cannot_tell', reason: 'cannot_separate' })
    expect(body.effect.sentence).not.toContain('Next Door')
    expect((await coordinator.get(`/api/plans/${plan.id}/effect/exact`)).body.effect.near).toEqual(['Next Door'])

    await takeStep(coordinator, plan, 'withdraw', { why: 'Anew, together.' })
    const design = { ...PLAN_DESIGN, comparatorPlaceIds: [all.eastId], togetherPlaceIds: [nextDoor] }
    const given_ = { hotspotId: all.westId, ownerId: all.ownerId }
    const together = await started(all, await makePlanFor(coordinator, given_, design))
    expect((await coordinator.post(`/api/plans/${together.id}/effect`)).body.effect).toMatchObject({ word: 'fewer' })
    const { effect } = (await coordinator.get(`/api/plans/${together.id}/effect/exact`)).body
    // One comparator stands for two treated places.
    expect(effect).toMatchObject({ together: [{ name: 'Next Door' }], divisors: { control: 0.5 } })
  }),
)

test(
  'what has a plan itself is no measure of what would have been; and without a comparator nothing can be told',
  withApp(async (given) => {
    const { plan, coordinator, eastId } = await withFall(given)
    await makePlan(given.db, eastId)
    expect((await coordinator.post(`/api/plans/${plan.id}/effect`)).body.effect.reason).toBe('comparator_treated')
  }),
)

test(
  'of a plan whose days are not over, or that compares with nothing, it cannot be told; of one that has not started nothing is worked out',
  withApp(async (given) => {
    const all = await withFall(given, { comparatorPlaceIds: [] })
    const { coordinator, plan, eastId, ownerId } = all
    const { effect } = (await coordinator.post(`/api/plans/${plan.id}/effect`)).body
    expect(effect).toMatchObject({ reason: 'no_comparator', smallest: null })

    const draft = await makePlanFor(
      coordinator,
      { hotspotId: eastId, ownerId },
      { comparatorPlaceIds: [all.border.placeId] },
    )
    expect((await coordinator.post(`/api/plans/${draft.id}/effect`)).body.type).toMatch(/plan-not-under-way$/)
    await started(all, draft)
    expect((await coordinator.post(`/api/plans/${draft.id}/effect`)).body.effect.reason).toBe('not_over')
  }),
)

test(
  'operational partners are told words, bands and doses; whom a list reaches words alone; counts only the co-ordinator and the chair',
  withApp(async (given) => {
    const { plan, coordinator, westArea } = await withFall(given)
    await coordinator.post(`/api/plans/${plan.id}/effect`)
    const planner = await given.as('snt_planner', { areaIds: [westArea] })
    const analyst = await given.as('csp_analyst', { agency: 'Derby Community Safety Partnership' })
    const told = (await planner.get(`/api/plans/${plan.id}/effect`)).body
    expect(told).toMatchObject({ effect: { word: 'fewer', childrenBands: { before: '15+' } }, canWorkOut: false })
    expect((await analyst.get(`/api/plans/${plan.id}/effect`)).body.effect).toMatchObject({
      word: 'fewer',
      childrenBands: null,
      doses: null,
    })

    for (const role of ['group_member', 'police_missing', 'snt_planner', 'csp_analyst', 'cre_team'] as const) {
      const person = await given.as(role, { areaIds: [westArea] })
      expect((await person.get(`/api/plans/${plan.id}/effect/exact`)).status, role).toBe(403)
      expect((await person.post(`/api/plans/${plan.id}/effect`)).status, role).toBe(403)
      const { text } = await person.get(`/api/plans/${plan.id}/effect`)
      expect(text).not.toMatch(/"counts"|"inflation"|"difference"|YP-|\b40\b/)
    }
  }),
)

test(
  'a cluster is judged by its squares, and a hotspot told as a point by the square round it',
  withApp(async (given) => {
    const all = await withConfirmed(given)
    const hotspotId = await makeReview(given.db, { name: 'Around a lane', state: 'confirmed', geometry: squareAt() })
    const point = { type: 'Point', coordinates: [-1.47, 52.93] }
    const pointId = await makeReview(given.db, { name: 'Around a yard', state: 'confirmed', geometry: point })
    const { rows } = await given.db.query<{ e: number; n: number }>(
      `select st_x(p) as e, st_y(p) as n from (values (st_setsrid(st_makepoint(-1.479, 52.921), 4326)), (st_setsrid(st_makepoint(-1.4705, 52.9303), 4326))) as given (geom),
         lateral st_transform(geom, 27700) as p`,
    )
    for (const [i, { e, n }] of rows.entries())
      for (let child = 0; child < 3; child++)
        await makeReports(given.db, {
          child: `YP-60${i}${child}`,
          at: '2022-08-01T12:00:00Z',
          position: { easting: e, northing: n },
        })
    for (const id of [hotspotId, pointId]) {
      const design = { ...PLAN_DESIGN, comparatorPlaceIds: [all.eastId] }
      const plan = await started(
        all,
        await makePlanFor(all.coordinator, { hotspotId: id, ownerId: all.ownerId }, design),
      )
      await all.coordinator.post(`/api/plans/${plan.id}/effect`)
      const { effect } = (await all.coordinator.get(`/api/plans/${plan.id}/effect/exact`)).body
      expect(effect.counts.treated).toEqual([3, 0])
    }
  }),
)
