import { seeded } from './measure.ts'

/** The columns of the bench's file, as contracts.md has them. */
export const COLUMNS = [
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
  'concerns',
  'controller_agency',
  'narrative',
]

const BASES = ['found', 'disclosed', 'sighted', 'suspected', 'frequented']
const SOURCES = ['return_interview', 'police_found_report', 'carer_philomena', 'youth_worker']
const ROWS_PER_EPISODE = 3
const EPISODES_PER_CHILD = 8

/** A seeded file of invented reports round Derby: `rows` lines under a header, each a child's, an episode's, with coordinates. */
export function* reportLines(rows: number, seed = 1): Generator<string> {
  const random = seeded(seed)
  const pick = (values: string[]) => values[Math.floor(random() * values.length)] ?? ''
  yield COLUMNS.join(',') + '\n'
  for (let row = 1; row <= rows; row++) {
    const episode = Math.floor(row / ROWS_PER_EPISODE)
    const child = Math.floor(episode / EPISODES_PER_CHILD)
    const from = new Date(Date.UTC(2022, 3, 1) + Math.floor(random() * 260_000) * 60_000).toISOString().slice(0, 16)
    const longitude = (-1.56 + random() * 0.17).toFixed(6)
    const latitude = (52.86 + random() * 0.11).toFixed(6)
    const cells = [
      `R${row}`,
      `C${child}`,
      `E${episode}`,
      pick(BASES),
      from,
      '',
      'exact',
      '',
      'park',
      '',
      '',
      longitude,
      latitude,
      '',
      '25',
      random() < 0.05 ? 'Y' : 'N',
      'N',
      pick(SOURCES),
      '2',
      'B',
      'P',
      '"cse;substance"',
      'Derby City Council',
      '"Said to have met friends there, and to have gone home by bus."',
    ]
    yield cells.join(',') + '\n'
  }
}
