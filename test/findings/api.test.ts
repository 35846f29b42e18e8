import { describe, expect, test } from 'vitest'
import type { Db } from '../../server/db.ts'
import { withApp, type TestApi } from '../support/app.ts'
import { makeArea, makePlace, makeReports } from '../support/make.ts'

const store = async (api: TestApi, month: string): Promise<string> => {
  const { status, body } = await api.post('/api/runs', { kind: 'month', month })
  expect(status).toBe(201)
  return body.run.id
}

const findings = async (api: TestApi, id: string) => {
  const { status, body } = await api.get(`/api/runs/${id}/findings`)
  expect(status).toBe(200)
  return body
}

/** Reports of some children at one spot (British National Grid metres), one each. */
const atSpot = async (
  db: Db,
  children: string,
  at: string,
  spot: { easting: number; northing: number; placeId?: string },
) => {
  for (const child of children)
    await makeReports(db, {
      child: `YP-10${child.charCodeAt(0)}`,
      at: `${at}T12:00:00Z`,
      position: { easting: spot.easting, northing: spot.northing },
      placeId: spot.placeId ?? null,
      accuracyMetres: 20,
    })
}

const SPOT = { easting: 435_100, northing: 336_100 }
const OTHER_SPOT = { easting: 437_100, northing: 336_100 }

test(
  'a stored month says of every hotspot what, when, whether it changes and how sure that is',
  withApp(async ({ api, db }) => {
    await makeArea(db, { kind: 'partnership', name: 'Derby' })
    const placeId = await makePlace(db, { name: 'Mill Park', easting: 433_000, northing: 336_000 })
    for (const day of ['2022-12-05', '2022-12-19', '2023-06-08'])
      await atSpot(db, 'abcdefgh', day, { easting: 433_050, northing: 336_050, placeId })
    await atSpot(db, 'ab', '2023-06-08', OTHER_SPOT)
    await atSpot(db, 'ab', '2023-06-18', OTHER_SPOT)
    await atSpot(db, 'ab', '2023-06-28', OTHER_SPOT)
    const id = await store(api, '2023-06')

    const { run, months, hotspots, fewChildren, completeUntil, newClusters, lapsed } = await findings(api, id)
    expect(run).toMatchObject({ id, kind: 'month', month: '2023-06', shared: 1 })
    expect([months, completeUntil, lapsed]).toEqual([[{ id, month: '2023-06' }], '2023-05-01', []])
    expect(hotspots).toMatchObject([
      {
        hotspotId: placeId,
        rank: 1,
        name: 'Mill Park',
        reports: 24,
        children: 8,
        withheldG2: null,
        findings: {
          trend: 'intermittent',
          change: { word: 'improving', before: 16, after: 0, children: 8, rateRatio: 0 },
          stability: { withoutOneChild: true },
          patrol: { finds: 0, rank: 1 },
          lineage: { event: 'first', from: [] },
          windows: [{ fromHour: 11, hours: 2, weight: 16, share: 0.6667 }, { fromHour: 84 }],
        },
      },
    ])
    expect(hotspots[0].geometry.type).toMatch(/Polygon/)
    expect(fewChildren).toMatchObject([{ reports: 6, children: 2 }])
    expect(newClusters.clusters.length).toBeGreaterThan(0)
  }),
)

test(
  'surface and backtest of the month are there to be asked for, and the whole area is known',
  withApp(async ({ api, db }) => {
    await makeArea(db, { kind: 'partnership', name: 'Derby' })
    for (let month = 0; month < 24; month++) {
      const day = new Date(Date.UTC(2021, 6 + month, 14)).toISOString().slice(0, 10)
      await atSpot(db, 'abcd', day, SPOT)
    }
    const id = await store(api, '2023-06')

    const { body: surface } = await api.get(`/api/runs/${id}/surface`)
    expect(surface.density).toMatchObject({ bandwidthMetres: 400, edges: [10, 30, 100, 300] })
    // Forty-eight reports on one spot: 3 / (pi h^2) each at the spot itself; the nearest cell lies under half its side away.
    const peak = (48 * 3 * 1e6) / (Math.PI * 400 ** 2)
    const highest = Math.max(
      ...surface.density.cells.map((cell: { perSquareKilometre: number }) => cell.perSquareKilometre),
    )
    expect(highest).toBeGreaterThan(0.8 * peak)
    expect(highest).toBeLessThanOrEqual(peak)
    expect(surface.density.cells[0].ring).toHaveLength(6)
    expect(surface.significant).toMatchObject({ replications: 999, events: 4 })

    const { body } = await api.get(`/api/runs/${id}/backtest`)
    expect(body.backtest.wholeAreaHectares).toBe(10_000)
    expect(body.backtest.months).toHaveLength(12)
    for (const { reports, shown, lastMonth, twelveMonths } of body.backtest.months)
      expect([reports, shown.hits, lastMonth.hits, twelveMonths.hits]).toEqual([4, 4, 4, 4])
    expect(body.backtest.months[0].shown).toMatchObject({ places: 1, hitRate: 1, areaShare: 0.0004, pai: 2500, pei: 1 })
  }),
)

test(
  'with less than two years of reports there is no backtest, and that is said',
  withApp(async ({ api, db }) => {
    await makeArea(db, { kind: 'partnership', name: 'Derby' })
    await atSpot(db, 'abcde', '2023-06-08', SPOT)
    const id = await store(api, '2023-06')

    expect((await api.get(`/api/runs/${id}/backtest`)).body.backtest).toBeNull()
  }),
)

describe('identity', () => {
  test(
    'a cluster that wanders keeps its id from month to month, and its history is told',
    withApp(async ({ api, as, db }) => {
      await atSpot(db, 'abcdef', '2022-10-10', SPOT)
      const first = await store(api, '2023-04')
      // Now most of its children are in the next square, where its middle is from then on.
      await atSpot(db, 'ghijklmn', '2023-05-10', { easting: SPOT.easting + 200, northing: SPOT.northing })
      const second = await store(api, '2023-05')

      const [before, after] = [(await findings(api, first)).hotspots, (await findings(api, second)).hotspots]
      expect([before.length, after.length]).toEqual([1, 1])
      expect(after[0].hotspotId).toBe(before[0].hotspotId)
      expect(after[0].findings.lineage).toEqual({ event: 'continued', from: [] })

      const { body } = await api.get(`/api/runs/history/${after[0].hotspotId}`)
      expect(body.history).toMatchObject([
        { runId: first, month: '2023-04', rank: 1, reports: 6, children: 6, isFew: false, trend: 'intermittent' },
        { runId: second, month: '2023-05', rank: 1, reports: 14, children: 14, isFew: false },
      ])
      const member = await as('group_member')
      expect((await member.get(`/api/shared/history/${after[0].hotspotId}`)).body.history).toMatchObject([
        { runId: first, childrenBand: '5-9', reportsBand: '5-9', change: 'too few to tell', trend: 'intermittent' },
        { runId: second, childrenBand: '10-14', reportsBand: '10-14' },
      ])
    }),
  )

  test(
    'two clusters that grow together become one, and it is said which was taken in',
    withApp(async ({ api, db }) => {
      await atSpot(db, 'abcdef', '2023-03-10', SPOT)
      await atSpot(db, 'ghijk', '2023-03-10', { easting: SPOT.easting + 400, northing: SPOT.northing })
      const before = await findings(api, await store(api, '2023-04'))
      await atSpot(db, 'lmn', '2023-05-10', { easting: SPOT.easting + 200, northing: SPOT.northing })
      const after = await findings(api, await store(api, '2023-05'))

      const larger = before.hotspots.find(({ children }: { children: number }) => children === 6)
      const smaller = before.hotspots.find(({ children }: { children: number }) => children === 5)
      expect(after.hotspots).toHaveLength(1)
      expect(after.hotspots[0].hotspotId).toBe(larger.hotspotId)
      expect(after.hotspots[0].findings.lineage).toEqual({
        event: 'merged',
        from: [{ hotspotId: smaller.hotspotId, name: smaller.name }],
      })
    }),
  )

  test(
    'a hotspot that is not there any more is named among the lapsed of the next month',
    withApp(async ({ api, db }) => {
      await atSpot(db, 'abcdef', '2022-05-10', SPOT)
      await atSpot(db, 'abcdef', '2022-06-10', OTHER_SPOT)
      await atSpot(db, 'abcdef', '2023-01-10', OTHER_SPOT)
      const before = await findings(api, await store(api, '2023-04'))
      const after = await findings(api, await store(api, '2023-05'))

      const names = before.hotspots.map(({ hotspotId }: { hotspotId: string }) => hotspotId)
      const still = after.hotspots.map(({ hotspotId }: { hotspotId: string }) => hotspotId)
      expect(after.lapsed.map(({ hotspotId }: { hotspotId: string }) => hotspotId)).toEqual(
        names.filter((id: string) => !still.includes(id)),
      )
    }),
  )

  test(
    'the list of a quarter calls a cluster by the id that it has in the month',
    withApp(async ({ api, db }) => {
      await atSpot(db, 'abcdef', '2023-05-10', SPOT)
      await atSpot(db, 'abcdef', '2023-06-10', SPOT)
      const [hotspot] = (await findings(api, await store(api, '2023-06'))).hotspots
      const { body } = await api.post('/api/runs', { kind: 'quarter', month: '2023-06' })

      expect((await api.get(`/api/lists/${body.run.id}.csv`)).text).toContain(hotspot.hotspotId)
    }),
  )
})

test(
  'a run that is made again of the same reports is the same to the byte',
  withApp(async ({ api, db }) => {
    await makeArea(db, { kind: 'partnership', name: 'Derby' })
    await makePlace(db, { name: 'Mill Park', easting: 433_000, northing: 336_000 })
    for (const [i, day] of ['2022-12-05', '2023-02-19', '2023-04-08', '2023-06-08'].entries()) {
      await atSpot(db, 'abcdefgh'.slice(i), day, SPOT)
      await atSpot(db, 'cdefghijk', day, OTHER_SPOT)
    }
    const read = async () => {
      const id = await store(api, '2023-06')
      const answers = ['findings', 'surface', 'backtest'].map((what) => api.get(`/api/runs/${id}/${what}`))
      const texts = (await Promise.all(answers)).map(({ text }) =>
        text.replaceAll(id, 'RUN').replaceAll(/"madeAt":"[^"]+"/g, ''),
      )
      const shared = (await api.get('/api/shared/hotspots')).text
        .replaceAll(id, 'RUN')
        .replaceAll(/"madeAt":"[^"]+"/g, '')
      return [...texts, shared]
    }
    const first = await read()
    await db.query('delete from run')

    expect(await read()).toEqual(first)
  }),
)

test(
  'a month that was stored before there were findings has none, and the shared map shows it all the same',
  withApp(async ({ api, db }) => {
    await atSpot(db, 'abcdef', '2023-06-10', SPOT)
    const id = await store(api, '2023-06')
    await db.query('delete from run_picture')
    await db.query(`update run_hotspot set hotspot = hotspot - 'findings' - 'lineage'`)
    await db.query(`update run_shared set hotspot = hotspot - 'findings'`)

    for (const what of ['findings', 'surface', 'backtest'])
      expect((await api.get(`/api/runs/${id}/${what}`)).status, what).toBe(404)
    expect((await api.get('/api/shared/hotspots')).body.hotspots).toMatchObject([{ findings: null }])
    expect((await api.get(`/api/runs/${id}`)).status).toBe(200)
  }),
)

test(
  'a report that is deleted leaves the membership of its run, and no count of it changes',
  withApp(async ({ api, db }) => {
    await atSpot(db, 'abcdef', '2023-06-10', SPOT)
    const id = await store(api, '2023-06')
    const before = (await api.get(`/api/runs/${id}/findings`)).text
    await db.query('delete from location_report')
    await db.query('delete from occurrence')

    expect((await db.query('select from run_member')).rowCount).toBe(0)
    expect((await api.get(`/api/runs/${id}/findings`)).text).toBe(before)
  }),
)

test(
  'an id that is not there, not a month’s or no id at all is not found, in one sentence',
  withApp(async ({ api, db }) => {
    await atSpot(db, 'abcdef', '2023-06-10', SPOT)
    const { body } = await api.post('/api/runs', { kind: 'quarter', month: '2023-06' })
    for (const id of [body.run.id, '00000000-0000-4000-8000-000000000000', 'june'])
      for (const what of ['findings', 'surface', 'backtest']) {
        const answer = await api.get(`/api/runs/${id}/${what}`)
        expect([answer.status, answer.body.title], `${id}/${what}`).toEqual([404, expect.stringMatching(/\S/)])
      }
    for (const id of ['00000000-0000-4000-8000-000000000000', 'june'])
      expect((await api.get(`/api/runs/history/${id}`)).status).toBe(404)
    expect((await api.get('/api/shared/history/june')).status).toBe(404)
  }),
)

test(
  'to partners a hotspot that they are not shown reads as one that there never was',
  withApp(async ({ api, as, db }) => {
    await atSpot(db, 'ab', '2023-06-10', SPOT)
    await atSpot(db, 'ab', '2023-06-12', SPOT)
    await atSpot(db, 'ab', '2023-06-14', SPOT)
    const [few] = (await findings(api, await store(api, '2023-06'))).fewChildren
    const member = await as('group_member')

    expect((await api.get(`/api/runs/history/${few.hotspotId}`)).body.history).toMatchObject([
      { isFew: true, trend: null },
    ])
    const [hidden, unknown] = [few.hotspotId, '00000000-0000-4000-8000-000000000000']
    const never = await member.get(`/api/shared/history/${unknown}`)
    expect([never.status, (await member.get(`/api/shared/history/${hidden}`)).text]).toEqual([200, never.text])
  }),
)

test(
  'of two who store a month at once one does, and the other is told that it is stored',
  withApp(async ({ api, db }) => {
    await atSpot(db, 'abcdef', '2023-06-10', SPOT)
    const answers = await Promise.all([1, 2].map(() => api.post('/api/runs', { kind: 'month', month: '2023-06' })))

    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409])
    expect((await db.query('select from run_picture')).rowCount).toBe(1)
  }),
)
