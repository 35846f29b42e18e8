import type { Role } from '../access/roles.ts'

export interface DemoAccount {
  username: string
  password: string
  role: Role
  name: string
}

/** Everybody may know it: it opens nothing but invented data. */
export const DEMO_PASSWORD = 'demo-only-derby-2023'

const NAMES: [username: string, role: Role, name: string][] = [
  ['coordinator', 'coordinator', 'Demo Co-ordinator'],
  ['chair', 'group_chair', 'Demo Chair'],
  ['member', 'group_member', 'Demo Group Member'],
  ['practitioner', 'practitioner', 'Demo Practitioner'],
  ['police-missing', 'police_missing', 'Demo Police Missing Team'],
  ['planner', 'snt_planner', 'Demo Neighbourhood Planner'],
  ['officer', 'snt_officer', 'Demo Neighbourhood Officer'],
  ['analyst', 'csp_analyst', 'Demo Safety Analyst'],
  ['youth', 'youth_provider', 'Demo Youth Provider'],
  ['exploitation', 'cre_team', 'Demo Exploitation Team'],
  ['quality', 'qa_auditor', 'Demo Quality Auditor'],
  ['committee', 'committee_reader', 'Demo Committee Reader'],
  ['auditor', 'ig_auditor', 'Demo Governance Auditor'],
  ['admin', 'sysadmin', 'Demo Administrator'],
]

/** One account a role, as the demo's sign-in page lists them. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = NAMES.map(([username, role, name]) => ({
  username,
  password: DEMO_PASSWORD,
  role,
  name,
}))
