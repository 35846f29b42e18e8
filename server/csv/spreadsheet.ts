import { stringify } from 'csv-stringify/sync'

/** What everything that leaves the service carries (Government Security Classifications). */
export const MARKING = 'OFFICIAL-SENSITIVE'

/** RFC 4180 CSV, UTF-8 with a BOM so that Excel reads it; a cell that a spreadsheet would take for a formula is escaped. */
export const toSpreadsheetCsv = (rows: readonly object[], columns: string[]): string =>
  stringify([...rows], { header: true, columns, bom: true, escape_formulas: true, record_delimiter: 'windows' })
