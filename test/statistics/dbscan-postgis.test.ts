import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dbscan } from '../../server/statistics/dbscan.ts'
import { withDb } from '../support/app.ts'

/** Points on a coarse grid, in metres of Derby's eastings: many at one distance, some at one spot. */
const input = fc.record({
  points: fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })), {
    minLength: 1,
    maxLength: 60,
  }),
  eps: fc.constantFrom(25, 50, 75, 100, 111.8034),
  minPoints: fc.integer({ min: 1, max: 7 }),
})

test(
  'PostGIS has the same cores in the same clusters, and the same noise',
  withDb(async (db) => {
    await fc.assert(
      fc.asyncProperty(input, async ({ points, eps, minPoints }) => {
        const x = points.map(([east]) => 435_000 + 50 * east)
        const y = points.map(([, north]) => 336_000 + 50 * north)
        const { rows } = await db.query<{ cluster: number | null }>(
          `select st_clusterdbscan(st_setsrid(st_makepoint(x, y), 27700), $3, $4) over () as cluster
           from unnest($1::float8[], $2::float8[]) with ordinality as given (x, y, ordinal) order by ordinal`,
          [x, y, eps, minPoints],
        )
        const ours = dbscan(Float64Array.from(x), Float64Array.from(y), eps, minPoints)

        const isCore = (i: number) =>
          x.filter((_, j) => Math.hypot(x[j]! - x[i]!, y[j]! - y[i]!) <= eps).length >= minPoints
        const cores = points.flatMap((_, i) => (isCore(i) ? [i] : []))
        for (const i of cores)
          for (const j of cores) expect(ours[i] === ours[j], `${i}, ${j}`).toBe(rows[i]!.cluster === rows[j]!.cluster)
        // A border between two clusters goes to the nearer core here, to the first one there: only whether it is one is compared.
        expect([...ours].map((label) => label < 0)).toEqual(rows.map(({ cluster }) => cluster === null))
      }),
      { numRuns: 60 },
    )
  }),
)
