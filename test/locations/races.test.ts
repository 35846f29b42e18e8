import { afterEach, expect, test } from 'vitest'
import { overPool } from '../../server/db.ts'
import { createPlace } from '../../server/gazetteer/keep-place.ts'
import { PlaceInput } from '../../server/gazetteer/schema.ts'
import { decideDuplicate } from '../../server/locations/duplicates.ts'
import { placeReport } from '../../server/locations/place-report.ts'
import { testPool } from '../support/app.ts'
import { makeReports } from '../support/make.ts'
import { square } from '../support/shapes.ts'

const db = overPool(testPool())

// These commit, so that several connections see them.
afterEach(async () => {
  for (const table of [
    'likely_duplicate',
    'location_report_revision',
    'location_report',
    'occurrence',
    'place',
    'child',
  ])
    await db.query(`delete from ${table}`)
})

const outcomes = async (work: Promise<unknown>[]) =>
  (await Promise.allSettled(work)).map((result) =>
    result.status === 'fulfilled' ? 'done' : (result.reason as { slug?: string }).slug,
  )

test('of people who draw a place of one name at once, one does and the others are told', async () => {
  const place = PlaceInput.parse({ name: 'Kiosk', category: 'park', geometry: square(435_000, 336_000) })

  const told = await outcomes(Array.from({ length: 4 }, () => createPlace(db, place)))

  expect(told.filter((outcome) => outcome === 'done')).toHaveLength(1)
  expect(told.filter((outcome) => outcome === 'name-taken')).toHaveLength(3)
})

test('of people who place one report at once, one does and the others are told', async () => {
  const [id] = await makeReports(db, { position: null, placeName: 'somewhere' })
  const point = { longitude: -1.47, latitude: 52.92 }

  const told = await outcomes(
    Array.from({ length: 4 }, () => placeReport(db, id!, { version: 1, point, alsoSameName: false })),
  )

  expect(told.filter((outcome) => outcome === 'done')).toHaveLength(1)
  expect(told.filter((outcome) => outcome === 'changed-meanwhile')).toHaveLength(3)
})

test('pairs of one chain that are joined at once end as one occurrence', async () => {
  const ids = (await makeReports(db, { count: 6 })).toSorted((a, b) => (a < b ? -1 : 1))
  const pairs = ids.slice(1).map((id, i) => ({ firstReportId: ids[i]!, secondReportId: id }))
  for (const { firstReportId, secondReportId } of pairs)
    await db.query('insert into likely_duplicate (first_report_id, second_report_id) values ($1, $2)', [
      firstReportId,
      secondReportId,
    ])

  expect(await outcomes(pairs.map((pair) => decideDuplicate(db, { ...pair, decision: 'join' })))).toEqual(
    pairs.map(() => 'done'),
  )

  const { rows } = await db.query(
    'select count(distinct occurrence_id) as joined, (select count(*) from occurrence) as kept from location_report',
  )
  expect(rows).toEqual([{ joined: 1, kept: 1 }])
})

test('of two people who decide a pair at once, one joining and one keeping apart, one is told', async () => {
  const [firstReportId, secondReportId] = (await makeReports(db, { count: 2 })).toSorted((a, b) =>
    a < b ? -1 : 1,
  ) as [string, string]
  await db.query('insert into likely_duplicate (first_report_id, second_report_id) values ($1, $2)', [
    firstReportId,
    secondReportId,
  ])
  const decide = (decision: 'join' | 'keep_apart') => decideDuplicate(db, { firstReportId, secondReportId, decision })

  expect(new Set(await outcomes([decide('join'), decide('keep_apart')]))).toEqual(
    new Set(['decided-meanwhile', 'done']),
  )
})
