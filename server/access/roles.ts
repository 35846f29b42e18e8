/** The roles of domain.md 6.2, by those names. */
export const ROLES = [
  'coordinator',
  'group_chair',
  'group_member',
  'practitioner',
  'police_missing',
  'snt_planner',
  'snt_officer',
  'csp_analyst',
  'youth_provider',
  'cre_team',
  'qa_auditor',
  'committee_reader',
  'ig_auditor',
  'sysadmin',
] as const
export type Role = (typeof ROLES)[number]
