import { hash } from 'node:crypto'
import { choicesOf, readCells, type CellIssue, type Cells } from '../csv/cells.ts'
import type { Columns } from '../csv/columns.ts'
import { londonDay, type Moment } from '../csv/wall-time.ts'
import { INTERVIEW_OUTCOMES, type ReturnInterview } from './interview-bucket.ts'

const NAMES = [
  'episode_source_id',
  'child_source_id',
  'category',
  'started_at',
  'ended_at',
  'gender_category',
  'placement_label',
  'placement_location',
  'host_la',
  'missing_from',
  'police_reported',
  'police_ref',
  'risk_level',
  'found_by',
  'interview_offered_at',
  'interview_held_at',
  'interview_outcome',
  'interview_recorded_at',
  'interviewer_role',
  'interviewer_trained_on',
] as const
export type EpisodeColumn = (typeof NAMES)[number]

/** Episodes CSV v1 (contracts.md). */
export const EPISODE_COLUMNS: Columns<EpisodeColumn> = {
  names: NAMES,
  required: [[['episode_source_id']], [['child_source_id']], [['category']], [['started_at']]],
}

/** One missing episode with its return interview, as its row has it. */
export interface EpisodeRow {
  episodeSourceId: string
  childSourceId: string
  category: 'M' | 'A'
  started: Moment
  ended: Moment | null
  genderCategory: string | null
  placementLabel: string | null
  placementLocation: string | null
  hostLa: string | null
  missingFrom: string | null
  policeReported: boolean | null
  policeRef: string | null
  riskLevel: string | null
  foundBy: string | null
  interview: ReturnInterview
}

const CATEGORY = choicesOf(['M', 'A'], {
  missing: 'M',
  absent: 'A',
  away: 'A',
  'away from placement without authorisation': 'A',
})
const GENDER = choicesOf(['male', 'female', 'transgender', 'other', 'not_stated'], {
  m: 'male',
  f: 'female',
  boy: 'male',
  girl: 'female',
  trans: 'transgender',
  'not known': 'not_stated',
  unknown: 'not_stated',
})
const PLACEMENT = choicesOf(['IN', 'OUT'], { 'in area': 'IN', 'out of area': 'OUT' })
const MISSING_FROM = choicesOf(['placement', 'home', 'school', 'activity', 'other'])
const RISK = choicesOf(['no_apparent', 'low', 'medium', 'high', 'unknown'], {
  'no apparent risk': 'no_apparent',
  absent: 'no_apparent',
})
const FOUND_BY = choicesOf(
  ['self_return', 'police', 'carer', 'social_worker', 'family', 'youth_worker', 'public', 'other', 'unknown'],
  { self: 'self_return', returned: 'self_return' },
)
const OUTCOME = choicesOf(INTERVIEW_OUTCOMES, { refused: 'declined', voided: 'void', completed: 'held' })
const ROLE = choicesOf(
  ['independent_provider', 'social_worker', 'early_help', 'residential_staff', 'youth_worker', 'other'],
  { independent: 'independent_provider' },
)

const LONGEST_ID = 100
const LONGEST_TEXT = 200
const DAY_MS = 86_400_000

/**
 * Reads a row. The episode is null where it has issues.
 * @param latest the last moment, UTC milliseconds, that is not the future
 */
export const readEpisodeRow = (
  values: readonly string[],
  positions: Partial<Record<EpisodeColumn, number>>,
  latest: number,
): { episode: EpisodeRow | null; issues: CellIssue[] } => {
  const cells = readCells<EpisodeColumn>(values, positions)
  const episodeSourceId = required(cells, 'episode_source_id', cells.text('episode_source_id', LONGEST_ID))
  const childSourceId = required(cells, 'child_source_id', cells.text('child_source_id', LONGEST_ID))
  const category = required(cells, 'category', cells.choice('category', CATEGORY))
  const started = required(cells, 'started_at', cells.moment('started_at', latest))
  const rest = {
    ended: readEnd(cells, started, latest),
    genderCategory: cells.choice('gender_category', GENDER),
    placementLabel: cells.text('placement_label', LONGEST_TEXT),
    placementLocation: cells.choice('placement_location', PLACEMENT),
    hostLa: cells.text('host_la', LONGEST_TEXT),
    missingFrom: cells.choice('missing_from', MISSING_FROM),
    policeReported: cells.yesOrNo('police_reported'),
    policeRef: cells.text('police_ref', LONGEST_TEXT),
    riskLevel: cells.choice('risk_level', RISK),
    foundBy: cells.choice('found_by', FOUND_BY),
    interview: {
      offered: cells.moment('interview_offered_at', latest),
      held: cells.moment('interview_held_at', latest),
      outcome: cells.choice('interview_outcome', OUTCOME),
      recorded: cells.moment('interview_recorded_at', latest),
      interviewerRole: cells.choice('interviewer_role', ROLE),
      trainedOn: readDay(cells, 'interviewer_trained_on', latest),
    },
  }
  const { issues } = cells
  if (issues.length > 0 || !episodeSourceId || !childSourceId || !category || !started) return { episode: null, issues }
  return { episode: { episodeSourceId, childSourceId, category, started, ...rest }, issues }
}

const required = <Value>(cells: Cells<EpisodeColumn>, column: EpisodeColumn, value: Value | null): Value | null => {
  if (value === null && !cells.isThere(column))
    cells.refuse(column, `${column.replaceAll('_', '-')}-missing`, `Fill in ${column}: every row needs it.`)
  return value
}

/** An end on the day of the start, known by its date only, comes after the start, whenever that was. */
const readEnd = (cells: Cells<EpisodeColumn>, started: Moment | null, latest: number): Moment | null => {
  const ended = cells.moment('ended_at', latest)
  if (!ended || !started || ended.at >= started.at) return ended
  if (ended.precision === 'date' && londonDay(ended.at) === londonDay(started.at)) return { ...ended, at: started.at }
  cells.refuse('ended_at', 'ended-before-started', 'Correct ended_at: it lies before started_at.')
  return null
}

const readDay = (cells: Cells<EpisodeColumn>, column: EpisodeColumn, latest: number): string | null => {
  const moment = cells.moment(column, latest)
  return moment && new Date(londonDay(moment.at) * DAY_MS).toISOString().slice(0, 10)
}

/** What the row says, however it was written: equal for the same data in another file format, different where anything differs. */
export const hashEpisode = (episode: EpisodeRow, childHmac: Buffer): Buffer => {
  const { childSourceId: _child, episodeSourceId: _episode, ...said } = episode
  return hash('sha256', JSON.stringify([childHmac.toString('hex'), said]), 'buffer')
}
