import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { LATE_REPORTS } from '../../data/demo/work.ts'

/** They tell of these days, and come when the pack of May is frozen already. */
const TOLD_LATE = { from: '2023-03-01', to: '2023-06-01' }

/** The file of reports in two: what came in time, and the last of the return interviews about spring, which did not. */
export const apart = (reportsCsv: string): { inTime: string; late: string } => {
  const [header = [], ...rows] = parse(reportsCsv) as string[][]
  const [source, day] = [header.indexOf('source_type'), header.indexOf('observed_from')]
  const isTold = (row: string[]) =>
    row[source] === 'return_interview' && row[day]! >= TOLD_LATE.from && row[day]! < TOLD_LATE.to
  const late = new Set(rows.filter(isTold).slice(-LATE_REPORTS))
  return {
    inTime: stringify([header, ...rows.filter((row) => !late.has(row))]),
    late: stringify([header, ...late]),
  }
}
