import { expect } from 'vitest'
import type { Db } from '../../server/db.ts'
import type { ImportCounts } from '../../server/imports/schema.ts'
import type { TestApi } from '../support/app.ts'

type Cells = Record<string, string>

/** A file with a column for everything that any of its rows names. */
export const csvOf = (rows: Cells[], delimiter = ','): string => {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const cell = (text = '') => (/["\n\r,;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return [columns, ...rows.map((row) => columns.map((column) => row[column]))]
    .map((cells) => cells.map(cell).join(delimiter))
    .join('\n')
}

/** A sound report in the middle of Derby but for what is given. */
export const reportOf = (given: Cells = {}): Cells => ({
  report_ref: 'R1',
  basis: 'found',
  observed_from: '2023-06-30T21:15',
  longitude: '-1.4769',
  latitude: '52.9194',
  is_private_address: 'N',
  ...given,
})

/** A sound report by words alone but for what is given. */
export const namedReportOf = (given: Cells = {}): Cells => ({
  report_ref: 'R1',
  basis: 'found',
  observed_from: '2023-06-30T21:15',
  place_name: 'Behind the mill',
  is_private_address: 'N',
  ...given,
})

/** A sound episode but for what is given. */
export const episodeOf = (given: Cells = {}): Cells => ({
  episode_source_id: 'E1',
  child_source_id: 'C1',
  category: 'M',
  started_at: '2023-06-30T18:00',
  ended_at: '2023-07-01T02:00',
  ...given,
})

export const importInto = (api: TestApi) => ({
  reports: (rows: Cells[] | string) => send(api, 'reports', rows),
  episodes: (rows: Cells[] | string) => send(api, 'episodes', rows),
})

const send = async (api: TestApi, kind: string, rows: Cells[] | string) => {
  const file = typeof rows === 'string' ? rows : csvOf(rows)
  return (await api.post(`/api/imports/${kind}`, file, { 'content-type': 'text/csv' })).body
}

/** The counts of an answer alone. */
export const counts = ({ accepted, changed, unchanged, unplaced, rejected }: ImportCounts): ImportCounts => ({
  accepted,
  changed,
  unchanged,
  unplaced,
  rejected,
})

export const NONE = { accepted: 0, changed: 0, unchanged: 0, unplaced: 0, rejected: 0 }

/** The one row that a query gives. */
export const only = async <Row>(db: Db, sql: string) => {
  const { rows } = await db.query<Row>(sql)
  expect(rows).toHaveLength(1)
  return rows[0]!
}
