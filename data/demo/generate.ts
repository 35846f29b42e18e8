/**
 * The demo's data: children, episodes, interviews and reports that nobody ever lived. Only sums and placement labels are real: those that
 * Derby City Council's committee report printed for July 2022 to June 2023.
 */
import { stringify } from 'csv-stringify/sync'
import { makeChildren } from './children.ts'
import { makeEpisodes, type Episode } from './episodes.ts'
import { makeInterviews, type Interview } from './interviews.ts'
import { makeReports, type ReportRow } from './reports.ts'
import { localDate, localTime } from './time.ts'

const DEFAULT_SEED = 20230711

/** Episodes CSV v1. */
const EPISODE_COLUMNS = [
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

/** Location reports CSV v1. */
const REPORT_COLUMNS = [
  'report_ref',
  'child_source_id',
  'episode_source_id',
  'basis',
  'observed_from',
  'observed_to',
  'time_precision',
  'place_name',
  'place_category',
  'easting',
  'northing',
  'grid_ref',
  'longitude',
  'latitude',
  'postcode',
  'accuracy_m',
  'is_private_address',
  'found_on_patrol',
  'source_type',
  'source_eval',
  'info_assess',
  'handling',
  'handling_conditions',
  'concerns',
  'controller_agency',
  'narrative',
] as const satisfies readonly (keyof ReportRow)[]

type EpisodeRow = Record<(typeof EPISODE_COLUMNS)[number], string | undefined>

const episodeRow = (episode: Episode, interview: Interview = {}): EpisodeRow => {
  const { child, endedAt } = episode
  const write = episode.isDateOnly ? localDate : localTime
  return {
    episode_source_id: episode.sourceId,
    child_source_id: child.sourceId,
    category: 'M',
    started_at: write(episode.startedAt),
    ended_at: endedAt === undefined ? undefined : write(endedAt),
    gender_category: child.gender,
    placement_label: child.placementLabel,
    placement_location: child.placementLocation,
    host_la: child.hostAuthority,
    missing_from: episode.missingFrom,
    police_reported: episode.policeRef === undefined ? 'N' : 'Y',
    police_ref: episode.policeRef,
    risk_level: episode.riskLevel,
    found_by: episode.foundBy,
    interview_offered_at: interview.offeredAt,
    interview_held_at: interview.heldAt,
    interview_outcome: interview.outcome,
    interview_recorded_at: interview.recordedAt,
    interviewer_role: interview.interviewerRole,
    interviewer_trained_on: interview.trainedOn,
  }
}

/**
 * The two files of the demo as the contract has them, times in London with their offset. The same seed gives the same bytes; any seed
 * gives the published figures. Throws when a seed's episodes can't tell the stories of `stories.ts`.
 */
export const generateDemo = (seed = DEFAULT_SEED): { episodesCsv: string; reportsCsv: string } => {
  const children = makeChildren(seed)
  const episodes = makeEpisodes(seed, children)
  const interviews = makeInterviews(seed, episodes)
  const reports = makeReports(seed, children, episodes, interviews)
  const episodeRows = episodes.map((episode) => episodeRow(episode, interviews.get(episode)))
  return {
    episodesCsv: stringify(episodeRows, { header: true, columns: [...EPISODE_COLUMNS] }),
    reportsCsv: stringify(reports, { header: true, columns: [...REPORT_COLUMNS] }),
  }
}
