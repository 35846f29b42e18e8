import fc from 'fast-check'
import { expect, test } from 'vitest'
import { execute, type Db } from '../../server/db.ts'
import type { FewChildren, HotspotAnswer } from '../../server/hotspots/schema.ts'
import { BASES } from '../../server/shared-schema.ts'
import { withApp } from '../support/app.ts'
import { makeArea, makeChild, makePlace } from '../support/make.ts'

const assignPlaces = execute<{ reportIds: string[] | null }>('locations/assign-places')

const CHILDREN = ['YP-0001', 'YP-0002', 'YP-0003', 'YP-0004', 'YP-0005']

/** Inside a place, inside the smaller place in it, on their edges, at no place, on one spot at no place, outside the area, nowhere. */
const SPOTS = [
  [435_010, 336_010],
  [435_055, 336_055],
  [435_050, 336_055],
  [435_100, 336_050],
  [435_600, 336_600],
  [435_600, 336_600],
  [435_650, 336_600],
  [449_000, 336_000],
  [null, null],
] as const

const report = fc.record({
  child: fc.option(fc.constantFrom(...CHILDREN)),
  spot: fc.constantFrom(...SPOTS),
  basis: fc.constantFrom(...BASES),
  // A quarter of the hours of two months fall outside June, and some on its first and last midnight.
  hour: fc.integer({ min: -180, max: 900 }),
  isPrivate: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  onPatrol: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  /** Reports of one number tell of one occurrence. */
  told: fc.integer({ min: 0, max: 40 }),
})

type Given = typeof report extends fc.Arbitrary<infer Value> ? Value : never

const JUNE_MS = Date.parse('2023-05-31T23:00:00Z')

const keep = async (db: Db, reports: Given[], childIds: Map<string, string>) => {
  await db.query('delete from location_report')
  const { rows } = await db.query<{ id: string }>(
    'insert into occurrence select gen_random_uuid() from generate_series(0, 40) returning id',
  )
  await db.query(
    `insert into location_report (report_ref, occurrence_id, child_id, basis, observed_from, time_precision, geom, place_method,
       is_private_address, found_on_patrol, row_hash)
     select gen_random_uuid()::text, o, c, b, t, 'exact', st_setsrid(st_makepoint(x, y), 27700), case when x is not null then 'coordinates' end, p, f, '\\x00'
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::float8[], $6::float8[], $7::bool[], $8::bool[]) as g (o, c, b, t, x, y, p, f)`,
    [
      reports.map(({ told }) => rows[told]!.id),
      reports.map(({ child }) => (child === null ? null : childIds.get(child))),
      reports.map(({ basis }) => basis),
      reports.map(({ hour }) => new Date(JUNE_MS + hour * 3_600_000).toISOString()),
      reports.map(({ spot }) => spot[0]),
      reports.map(({ spot }) => spot[1]),
      reports.map(({ isPrivate }) => isPrivate),
      reports.map(({ onPatrol }) => onPatrol),
    ],
  )
  await assignPlaces(db, { reportIds: null })
}

/** The occurrences whose strongest report, the earliest of equals, falls into June. */
const countInJune = async (db: Db) => {
  const { rows } = await db.query<{ reports: number }>(
    `select count(*) as reports from (
       select distinct on (occurrence_id) observed_from as at from location_report
       order by occurrence_id, array_position($1::text[], basis), observed_from, id
     ) told where at >= '2023-06-01T00:00+01:00' and at < '2023-07-01T00:00+01:00'`,
    [BASES],
  )
  return rows[0]!.reports
}

const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0)
const reportsOf = (groups: FewChildren[]) => sum(groups.map(({ reports }) => reports))

const expectOrder = (groups: FewChildren[]) => {
  expect(groups.map(({ rank }) => rank)).toEqual(groups.map((_, i) => i + 1))
  const inOrder = groups.toSorted(
    (a, b) => b.score - a.score || b.reports - a.reports || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  )
  expect(groups).toEqual(inOrder)
}

test(
  'whatever the reports are, each occurrence of the period stands in one hotspot, in one pattern of few children, or in one count of what was left out',
  withApp(async ({ api, db }) => {
    await makeArea(db, { kind: 'partnership' })
    await makePlace(db, { name: 'Park' })
    await makePlace(db, { name: 'Bandstand', easting: 435_050, northing: 336_050, sideMetres: 20 })
    const childIds = new Map<string, string>()
    for (const reference of CHILDREN) childIds.set(reference, await makeChild(db, reference))

    await fc.assert(
      fc.asyncProperty(
        fc.array(report, { minLength: 1, maxLength: 80 }),
        fc.integer({ min: 2, max: 6 }),
        fc.integer({ min: 3, max: 5 }),
        async (reports, minPoints, minChildren) => {
          await keep(db, reports, childIds)

          const { body } = await api.get(
            `/api/hotspots?from=2023-06-01&to=2023-07-01&minPoints=${minPoints}&minChildren=${minChildren}`,
          )
          const { hotspots, fewChildren, leftOut } = body as HotspotAnswer

          expect(reportsOf(hotspots) + reportsOf(fewChildren) + sum(Object.values(leftOut))).toBe(await countInJune(db))
          expectOrder(hotspots)
          expectOrder(fewChildren)
          for (const { children } of hotspots) expect(children).toBeGreaterThanOrEqual(minChildren)
          for (const { children } of fewChildren) expect(children).toBeLessThan(minChildren)
          for (const group of [...hotspots, ...fewChildren]) {
            expect(group.reports).toBeGreaterThanOrEqual(minPoints)
            expect(sum(BASES.map((basis) => group[basis]))).toBe(group.reports)
            expect(group.topChildShare).toBeLessThanOrEqual(1)
          }
        },
      ),
      { numRuns: 25 },
    )
  }),
)
