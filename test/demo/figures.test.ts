import { expect, test } from 'vitest'
import { SEED_PLACES, TOLD_TWICE, TOO_FEW } from '../../data/demo/stories.ts'
import type { Db } from '../../server/db.ts'
import type { HotspotAnswer } from '../../server/hotspots/schema.ts'
import { withApp, type TestApi } from '../support/app.ts'
import { loadDemo } from '../support/demo.ts'

/** Domain.md 5.3: the seed's figures, counted by SQL in what the imports stored. Period A is July 2022 to June 2023, B the year before. */
const started = (from: string, to: string) =>
  `e.started_at >= '${from}'::timestamp at time zone 'Europe/London' and e.started_at < '${to}'::timestamp at time zone 'Europe/London'`
const inA = started('2022-07-01', '2023-07-01')
const inB = started('2021-07-01', '2022-07-01')

const rowsOf = async (db: Db, text: string) => (await db.query<Record<string, unknown>>(text)).rows

const checkFigures = async (db: Db) => {
  const perChild = `select child_id, count(*)::int as n from missing_episode e where ${inA} group by child_id`

  expect(
    await rowsOf(
      db,
      `select count(*)::int as episodes, count(distinct child_id)::int as children from missing_episode e where ${inA}`,
    ),
  ).toEqual([{ episodes: 684, children: 89 }])
  expect(
    await rowsOf(
      db,
      `select count(*)::int as episodes, count(distinct child_id)::int as children from missing_episode e where ${inB}`,
    ),
  ).toEqual([{ episodes: 525, children: 69 }])
  expect(
    await rowsOf(
      db,
      `select gender_category as gender, count(distinct child_id)::int as children, count(*)::int as episodes
       from missing_episode e where ${inA} group by gender_category order by episodes desc`,
    ),
  ).toEqual([
    { gender: 'male', children: 48, episodes: 336 },
    { gender: 'female', children: 37, episodes: 256 },
    { gender: 'transgender', children: 4, episodes: 92 },
  ])
  expect(
    await rowsOf(db, `select count(*)::int as children, sum(n)::int as episodes from (${perChild}) c where n >= 3`),
  ).toEqual([{ children: 42, episodes: 618 }])
  expect((await rowsOf(db, `select n from (${perChild}) c order by n desc limit 12`)).map(({ n }) => n)).toEqual([
    54, 49, 43, 38, 32, 28, 27, 27, 22, 22, 22, 22,
  ])
  expect(
    await rowsOf(db, `select n, count(*)::int as children from (${perChild}) c where n < 3 group by n order by n`),
  ).toEqual([
    { n: 1, children: 28 },
    { n: 2, children: 19 },
  ])
  expect(
    await rowsOf(
      db,
      `select i.bucket, count(*)::int as n from missing_episode e join return_interview i on i.episode_id = e.id where ${inA} group by i.bucket order by n desc`,
    ),
  ).toEqual([
    { bucket: 'in_timescales', n: 420 },
    { bucket: 'incomplete', n: 131 },
    { bucket: 'out_of_timescales', n: 110 },
    { bucket: 'voided', n: 21 },
    { bucket: 'not_recorded', n: 2 },
  ])
}

const checkRanking = async (db: Db, api: TestApi) => {
  const body = (await api.get('/api/hotspots')).body as HotspotAnswer
  const names = body.hotspots.map(({ name }) => name)
  const { rows } = await db.query<{ n: number }>(
    `select count(*)::int as n from location_report r left join missing_episode e on e.id = r.episode_id
     where coalesce(r.observed_from, e.started_at) >= '2022-07-01'::timestamp at time zone 'Europe/London'
       and coalesce(r.observed_from, e.started_at) < '2023-07-01'::timestamp at time zone 'Europe/London'
       -- Handling code C stays with the police: the co-ordinator is not shown it.
       and r.handling is distinct from 'C'`,
  )
  const accounted = [...body.hotspots, ...body.fewChildren].reduce((sum, { reports }) => sum + reports, 0)

  expect(body.period).toEqual({ from: '2022-07-01', to: '2023-07-01' })
  const seedPlaces = Object.values(SEED_PLACES)
    .flat()
    .filter((place) => place !== TOO_FEW.placeName)
  for (const place of seedPlaces) expect(names).toContain(place)
  expect(body.hotspots.filter(({ method }) => method === 'cluster')).toHaveLength(1)
  expect(accounted + Object.values(body.leftOut).reduce((a, b) => a + b, 0)).toBe(rows[0]!.n)
  expect(Math.min(...Object.values(body.leftOut))).toBeGreaterThan(0)
  expect(body.fewChildren).toMatchObject([{ children: 1, topChildShare: 1 }])
}

test(
  'the seed’s figures come out of the database, its places out of the ranking, and every report is accounted for once',
  withApp(async ({ db, api }) => {
    const { episodes, reports } = await loadDemo(db)
    expect([episodes.rejected, reports.rejected]).toEqual([0, 0])

    await checkFigures(db)
    await checkRanking(db, api)

    const waiting = await rowsOf(db, `select count(*)::int as pairs from likely_duplicate where state = 'waiting'`)
    expect(waiting[0]!.pairs).toBe(TOLD_TWICE.pairsInPeriodA + TOLD_TWICE.pairsInPeriodB)

    const again = await loadDemo(db)
    expect(again.reports).toMatchObject({ accepted: 0, changed: 0, unplaced: 0, rejected: 0, unchanged: 1024 })
    expect(again.episodes).toMatchObject({ accepted: 0, changed: 0, rejected: 0, unchanged: 1217 })
  }),
  120_000,
)
