import type { z } from 'zod'
import type { AreaKind } from '../server/gazetteer/schema.ts'
import type { ImportBatch } from '../server/imports/schema.ts'
import type { Concern, SourceType } from '../server/locations/schema.ts'
import type { Basis, PlaceCategory, SeedGroup } from '../server/shared-schema.ts'

/** The plain words for what the service keeps as codes: one place, so that every page says the same. */

/** How a place came to be known, in one word or two, for lists and counts. */
export const BASIS_WORDS: Record<Basis, string> = {
  found: 'Found there',
  disclosed: 'Child said so',
  sighted: 'Seen there',
  suspected: 'Thought to be there',
  frequented: 'Goes there often',
}

/** The same, as an answer to “What is known?”. */
export const BASIS_ANSWERS: Record<Basis, { label: string; hint: string }> = {
  found: { label: 'The child was found there', hint: 'By police, a carer or anybody else who met them there.' },
  disclosed: { label: 'The child said they were there', hint: 'In a return interview, or to somebody they trust.' },
  sighted: { label: 'The child was seen there', hint: 'By a person or a camera, but not met.' },
  suspected: { label: 'The child is thought to have been there', hint: 'Information or a good reason, not seen.' },
  frequented: { label: 'The child goes there often', hint: 'A habit, not tied to one missing episode.' },
}

export const PLACE_CATEGORY_WORDS: Record<PlaceCategory, string> = {
  shopping_centre: 'Shopping centre',
  park: 'Park',
  riverside_garden: 'Riverside garden',
  bus_station: 'Bus station',
  rail_station: 'Railway station',
  street_or_square: 'Street or square',
  takeaway_or_cafe: 'Takeaway or café',
  licensed_premises: 'Pub, bar or club',
  hotel: 'Hotel',
  vacant_site: 'Empty building or site',
  car_park: 'Car park',
  leisure: 'Leisure or sports',
  school_college: 'School or college',
  private_address_area: 'Area of private addresses',
  online_context: 'Online',
  other: 'Other',
}

/** The groups of the committee’s list of top locations. */
export const SEED_GROUP_WORDS: Record<z.infer<typeof SeedGroup>, string> = {
  A: 'A: Derbion',
  B: 'B: River Gardens',
  C: 'C: Bus stations',
  D: 'D: Parks',
  E: 'E: Private addresses',
}

export const SOURCE_WORDS: Record<z.infer<typeof SourceType>, string> = {
  return_interview: 'Return interview',
  prevention_interview: 'Police prevention interview',
  police_found_report: 'Police found report',
  police_intel: 'Police intelligence',
  carer_philomena: 'Carer (Philomena Protocol)',
  social_worker: 'Social worker',
  residential_staff: 'Residential staff',
  youth_worker: 'Youth worker',
  partner_cctv: 'CCTV of a partner',
  school: 'School',
  public: 'Member of the public',
}

/** A source as it came: one that is not in the list is shown as it was written. */
export const sourceWords = (source: string | null): string =>
  source === null ? 'Not recorded' : ((SOURCE_WORDS as Record<string, string>)[source] ?? source)

export const CONCERN_WORDS: Record<z.infer<typeof Concern>, string> = {
  cse: 'Child sexual exploitation',
  cce: 'Child criminal exploitation',
  county_lines: 'County lines',
  trafficking: 'Trafficking',
  serious_violence: 'Serious violence',
  substance: 'Drugs or alcohol',
  self_harm: 'Self-harm',
  radicalisation: 'Radicalisation',
  none: 'None of these',
}

export const AREA_KIND_WORDS: Record<z.infer<typeof AreaKind>, string> = {
  partnership: 'Partnership’s area',
  ward: 'Ward',
  police_neighbourhood: 'Police neighbourhood',
}

export const IMPORT_KIND_WORDS: Record<ImportBatch['kind'], string> = {
  reports: 'Location reports',
  episodes: 'Missing episodes',
}

export const IMPORT_STATE_WORDS: Record<ImportBatch['state'], string> = {
  staging: 'Being read',
  published: 'Taken in',
  failed: 'Failed: nothing taken',
}

/** The roles, as people call them. */
export const ROLE_WORDS: Record<string, string> = {
  coordinator: 'Co-ordinator',
  group_chair: 'Chair',
  group_member: 'Group member',
  practitioner: 'Practitioner',
  police_missing: 'Police missing team',
  snt_planner: 'SNT planner',
  snt_officer: 'SNT officer',
  csp_analyst: 'Community safety analyst',
  youth_provider: 'Youth provider',
  cre_team: 'Exploitation team',
  qa_auditor: 'Quality auditor',
  committee_reader: 'Committee reader',
  ig_auditor: 'Information governance auditor',
  sysadmin: 'System administrator',
}
export const roleWords = (role: string): string => ROLE_WORDS[role] ?? role

/** Why somebody looks. */
export const REASON_WORDS: Record<string, string> = {
  monthly_meeting: 'To prepare or hold the monthly meeting',
  data_quality: 'To mend or place reports',
  safeguarding_enquiry: 'A safeguarding enquiry',
  missing_now: 'A child is missing now',
  plan_or_review: 'To make or review a plan for a place',
  audit: 'An audit',
  other: 'Another reason',
}

/** What a reason is asked for, as it goes on after “You are about to see”. */
const SUBJECT_WORDS: Record<string, string> = {
  child: 'which children are meant, and their episodes',
  exactReport: 'exact places that children were reported at',
  privateReport: 'reports at private addresses',
  storedRun: 'exact counts of the places of a stored month',
  fileImport: 'files of children’s episodes and reports',
  protectedSetting: 'care homes, placements, refuges and schools',
  reference: 'which case number goes with which reference',
  report: 'one report in full',
  childShare: 'which children are shared with whom',
}
export const subjectWords = (subject: string): string =>
  SUBJECT_WORDS[subject.split(' ')[0] ?? ''] ?? 'what children were reported with'

/** “1 report”, “1,012 reports”. */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`

/** The entries of one of the tables above, in its order, for a list of choices. */
export const choices = <Key extends string>(words: Record<Key, string>): { value: Key; label: string }[] =>
  (Object.entries(words) as [Key, string][]).map(([value, label]) => ({ value, label }))
