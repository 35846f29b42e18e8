import type { Columns } from '../csv/columns.ts'

const NAMES = [
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
] as const
export type ReportColumn = (typeof NAMES)[number]

/** Location reports CSV v1 (contracts.md). */
export const REPORT_COLUMNS: Columns<ReportColumn> = {
  names: NAMES,
  required: [
    [['report_ref']],
    [['basis']],
    [['is_private_address']],
    [['observed_from'], ['episode_source_id']],
    [['longitude', 'latitude'], ['easting', 'northing'], ['grid_ref'], ['postcode'], ['place_name']],
  ],
}
