import type { ImportBatch } from '../../server/imports/schema.ts'

type Kind = ImportBatch['kind']

export interface Column {
  name: string
  meaning: string
  isRequired?: boolean
}

const REPORT_COLUMNS: Column[] = [
  { name: 'report_ref', meaning: 'Your own number for the report', isRequired: true },
  { name: 'child_source_id', meaning: 'The case number: turned into a reference at once, not kept. May be empty' },
  { name: 'episode_source_id', meaning: 'The number of the missing episode; gives the day where no time is given' },
  { name: 'basis', meaning: 'found, disclosed, sighted, suspected or frequented', isRequired: true },
  { name: 'observed_from', meaning: 'When, such as 2023-06-30 21:15 or 30/06/2023; or give the episode' },
  { name: 'observed_to', meaning: 'Until when, if it was not one moment' },
  { name: 'time_precision', meaning: 'exact, hour, day_part, date or unknown' },
  { name: 'place_name', meaning: 'The place in words' },
  { name: 'place_category', meaning: 'What kind of place, such as park or bus_station' },
  { name: 'easting', meaning: 'British National Grid, metres, with northing' },
  { name: 'northing', meaning: 'British National Grid, metres, with easting' },
  { name: 'grid_ref', meaning: 'A grid reference, such as SK 354 363' },
  { name: 'longitude', meaning: 'Degrees, with latitude' },
  { name: 'latitude', meaning: 'Degrees, with longitude' },
  { name: 'postcode', meaning: 'A full postcode, such as DE1 2PL' },
  { name: 'accuracy_m', meaning: 'How far out the position may be, in metres' },
  { name: 'is_private_address', meaning: 'Y or N', isRequired: true },
  { name: 'found_on_patrol', meaning: 'Y where the child was found because a patrol was there' },
  { name: 'source_type', meaning: 'Where the information comes from, such as return_interview' },
  { name: 'source_eval', meaning: '1, 2 or 3' },
  { name: 'info_assess', meaning: 'A to E' },
  { name: 'handling', meaning: 'P (sharing permitted) or C (with conditions)' },
  { name: 'handling_conditions', meaning: 'The conditions, in words' },
  { name: 'concerns', meaning: 'One or more, with semicolons between, such as cce;county_lines' },
  { name: 'controller_agency', meaning: 'Whose information it is' },
  { name: 'narrative', meaning: 'What is told, without names' },
]

const EPISODE_COLUMNS: Column[] = [
  { name: 'episode_source_id', meaning: 'The number of the missing episode', isRequired: true },
  {
    name: 'child_source_id',
    meaning: 'The case number: turned into a reference at once, not kept',
    isRequired: true,
  },
  { name: 'category', meaning: 'M (missing) or A (away without authorisation)', isRequired: true },
  { name: 'started_at', meaning: 'When it began; a date alone is taken', isRequired: true },
  { name: 'ended_at', meaning: 'When it ended; empty while it is open' },
  { name: 'gender_category', meaning: 'male, female, transgender, other or not_stated' },
  { name: 'placement_label', meaning: 'The kind of placement at the time' },
  { name: 'placement_location', meaning: 'IN or OUT of the area' },
  { name: 'host_la', meaning: 'The authority where the placement is' },
  { name: 'missing_from', meaning: 'Such as placement, home or school' },
  { name: 'police_reported', meaning: 'Y or N' },
  { name: 'police_ref', meaning: 'The number the police gave it' },
  { name: 'risk_level', meaning: 'no_apparent, low, medium, high or unknown' },
  { name: 'found_by', meaning: 'Such as police, carer or self_return' },
  { name: 'interview_offered_at', meaning: 'When the return interview was offered' },
  { name: 'interview_held_at', meaning: 'When it was held' },
  { name: 'interview_outcome', meaning: 'held, declined, unable_to_contact or void' },
  { name: 'interview_recorded_at', meaning: 'When it was recorded' },
  { name: 'interviewer_role', meaning: 'Who held it, by role' },
  { name: 'interviewer_trained_on', meaning: 'When that person was trained' },
]

export const COLUMNS: Record<Kind, Column[]> = { reports: REPORT_COLUMNS, episodes: EPISODE_COLUMNS }

const comparable = (name: string) => name.toLowerCase().replace(/[\s_"\uFEFF]/g, '')

/** What a file seems to hold, by the names in its first line; undefined where nothing tells. */
export const guessKind = (firstLine: string): Kind | undefined => {
  const names = new Set(firstLine.split(/[,;\t]/).map(comparable))
  if (names.has('reportref') || names.has('basis')) return 'reports'
  return names.has('startedat') || names.has('interviewoutcome') ? 'episodes' : undefined
}
