import { expect, test } from 'vitest'
import { withApp } from '../support/app.ts'

const HEADER = 'report_ref,child_source_id,episode_source_id,basis,observed_from,longitude,latitude,place_name,is_private_address'
const csv = (...rows: string[]) => [HEADER, ...rows].join('\n')
const asCsv = { 'content-type': 'text/csv' }

test(
  'a row with coordinates is accepted, one with a name that nobody knows waits unplaced',
  withApp(async ({ api, db }) => {
    const file = csv(
      'R1,C1,,found,2023-06-30T21:15,-1.476868,52.919422,,N',
      'R2,C1,,suspected,30/06/2023,,,Behind the old mill,N',
    )

    const { status, body } = await api.post('/api/imports/reports', file, asCsv)

    expect(status).toBe(201)
    expect(body).toEqual({
      batch: expect.any(String), accepted: 1, changed: 0, unchanged: 0, unplaced: 1, rejected: 0, issues: [], ignoredColumns: [],
    })
    const { rows } = await db.query<{ observed_from: Date; time_precision: string }>(
      'select observed_from, time_precision from location_report order by report_ref',
    )
    expect(rows.map((row) => [row.observed_from.toISOString(), row.time_precision])).toEqual([
      ['2023-06-30T20:15:00.000Z', 'exact'],
      ['2023-06-29T23:00:00.000Z', 'date'],
    ])
  }),
)
