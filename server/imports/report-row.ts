import { hash } from 'node:crypto'
import { choicesOf, readCells, type CellIssue, type Cells } from '../csv/cells.ts'
import { startOfLondonDay, londonDay, type Moment } from '../csv/wall-time.ts'
import { CONCERNS, SOURCE_TYPES, TIME_PRECISIONS } from '../locations/schema.ts'
import { BASES, PLACE_CATEGORIES } from '../shared-schema.ts'
import type { ReportColumn } from './report-columns.ts'
import { readPoints, readPostcode, requireSomeWay, type GivenPoint } from './report-places.ts'

/** One location report as its row has it; where it stands is decided with the gazetteer (report-placing.ts). */
export interface ReportRow {
  reportRef: string
  childSourceId: string | null
  episodeSourceId: string | null
  basis: string
  observedFrom: Moment | null
  observedTo: Moment | null
  timePrecision: string
  placeName: string | null
  placeCategory: string | null
  points: GivenPoint[]
  postcode: string | null
  accuracyMetres: number | null
  isPrivateAddress: boolean
  foundOnPatrol: boolean
  sourceType: string | null
  sourceEval: number | null
  infoAssess: string | null
  handling: string | null
  handlingConditions: string | null
  concerns: string[]
  controllerAgency: string | null
  narrative: string | null
}

const BASIS = choicesOf(BASES)
const PRECISION = choicesOf(TIME_PRECISIONS)
const CATEGORY = choicesOf(PLACE_CATEGORIES)
const SOURCE = choicesOf(SOURCE_TYPES)
const CONCERN = choicesOf(CONCERNS)
const EVALUATION = choicesOf(['1', '2', '3'])
const ASSESSMENT = choicesOf(['A', 'B', 'C', 'D', 'E'])
const HANDLING = choicesOf(['P', 'C'])

const LONGEST = { ref: 100, id: 100, name: 200, short: 500, narrative: 20_000 }
const LARGEST_ACCURACY = 100_000

/**
 * Reads a row. The report is null where it has issues.
 * @param latest the last moment, UTC milliseconds, that is not the future
 */
export const readReportRow = (
  values: readonly string[],
  positions: Partial<Record<ReportColumn, number>>,
  latest: number,
): { report: ReportRow | null; issues: CellIssue[] } => {
  const cells = readCells<ReportColumn>(values, positions)
  const reportRef = required(cells, 'report_ref', cells.text('report_ref', LONGEST.ref))
  const basis = required(cells, 'basis', cells.choice('basis', BASIS))
  const isPrivateAddress = required(cells, 'is_private_address', cells.yesOrNo('is_private_address'))
  const sourceEval = cells.choice('source_eval', EVALUATION)
  requireSomeWay(cells)

  const rest = {
    childSourceId: cells.text('child_source_id', LONGEST.id),
    episodeSourceId: cells.text('episode_source_id', LONGEST.id),
    ...readTimes(cells, latest),
    placeName: cells.text('place_name', LONGEST.name),
    placeCategory: cells.choice('place_category', CATEGORY),
    points: readPoints(cells),
    postcode: readPostcode(cells),
    accuracyMetres: readAccuracy(cells),
    foundOnPatrol: cells.yesOrNo('found_on_patrol') ?? false,
    sourceType: cells.choice('source_type', SOURCE),
    sourceEval: sourceEval === null ? null : Number(sourceEval),
    infoAssess: cells.choice('info_assess', ASSESSMENT),
    handling: cells.choice('handling', HANDLING),
    handlingConditions: cells.text('handling_conditions', LONGEST.short),
    concerns: readConcerns(cells),
    controllerAgency: cells.text('controller_agency', LONGEST.short),
    narrative: cells.text('narrative', LONGEST.narrative),
  }
  const { issues } = cells
  if (issues.length > 0 || reportRef === null || basis === null || isPrivateAddress === null)
    return { report: null, issues }
  return { report: { reportRef, basis, isPrivateAddress, ...rest }, issues }
}

const required = <Value>(cells: Cells<ReportColumn>, column: ReportColumn, value: Value | null): Value | null => {
  if (value === null && !cells.isThere(column))
    cells.refuse(column, `${column.replaceAll('_', '-')}-missing`, `Fill in ${column}: every row needs it.`)
  return value
}

const MINUTE_MS = 60_000

const readTimes = (cells: Cells<ReportColumn>, latest: number) => {
  const observedFrom = cells.moment('observed_from', latest)
  const until = cells.moment('observed_to', latest)
  const precision = cells.choice('time_precision', PRECISION)

  // A date as the end is the whole of that day.
  const observedTo: Moment | null =
    until?.precision === 'date' ? { ...until, at: startOfLondonDay(londonDay(until.at) + 1) - MINUTE_MS } : until
  if (!cells.isThere('observed_from') && !cells.isThere('episode_source_id'))
    cells.refuse(null, 'day-missing', 'Say when it was: give observed_from, or the episode_source_id of its episode.')
  else if (observedTo && !cells.isThere('observed_from'))
    cells.refuse('observed_from', 'observed-from-missing', 'Give observed_from beside observed_to, or leave both out.')
  if (observedFrom && observedTo && observedTo.at < observedFrom.at)
    cells.refuse('observed_to', 'observed-to-before-from', 'Correct observed_to: it lies before observed_from.')

  return { observedFrom, observedTo, timePrecision: precisionOf(observedFrom, precision) }
}

/** No finer than what is written: a date without a time is known to the day, whatever the row says beside it. */
const precisionOf = (from: Moment | null, precision: string | null) => {
  if (!from) return 'unknown'
  if (from.precision === 'date') return precision === 'unknown' ? 'unknown' : 'date'
  return precision ?? 'exact'
}

const readAccuracy = (cells: Cells<ReportColumn>): number | null => {
  const metres = cells.number('accuracy_m')
  if (metres === null || (metres >= 0 && metres <= LARGEST_ACCURACY)) return metres === null ? null : Math.ceil(metres)
  cells.refuse('accuracy_m', 'accuracy-m-out-of-range', 'Give accuracy_m in metres, from 0 to 100,000.')
  return null
}

const readConcerns = (cells: Cells<ReportColumn>): string[] => {
  const words = (cells.text('concerns', LONGEST.short) ?? '').split(';').map((word) => word.trim())
  const known = words
    .filter((word) => word !== '')
    .map((word) => CONCERN.byWord.get(word.toLowerCase().replace(/[\s_-]+/g, '')))
  if (known.includes(undefined))
    cells.refuse(
      'concerns',
      'concerns-unknown',
      `Give concerns from ${CONCERNS.join(', ')}, with semicolons between them.`,
    )
  return [...new Set(known.filter((concern) => concern !== undefined))].sort()
}

/** What the row says, however it was written: equal for the same data in another file format, different where anything differs. */
export const hashReport = (report: ReportRow, childHmac: Buffer | null, episodeHmac: Buffer | null): Buffer => {
  const { childSourceId: _child, episodeSourceId: _episode, observedFrom, observedTo, ...said } = report
  const parts = [childHmac?.toString('hex'), episodeHmac?.toString('hex'), observedFrom?.at, observedTo?.at, said]
  return hash('sha256', JSON.stringify(parts), 'buffer')
}
