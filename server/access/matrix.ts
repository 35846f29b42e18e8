import type { Role } from './roles.ts'

/** What can be done: create, read, update, approve, export. */
export type Action = 'create' | 'read' | 'update' | 'approve' | 'export'

/**
 * Which rows a grant reaches. `agency`: what the person's agency controls. `own`: what the person entered or is shared with them.
 * `flagged`, `sample`: children shared with the role. `areas`: the police neighbourhoods that the person belongs to.
 * `referred`: places referred to the person's agency.
 * `listed`: places that stand in a quarter's list.
 */
export type Scope = 'all' | 'agency' | 'own' | 'flagged' | 'sample' | 'areas' | 'referred' | 'listed'

type Grants = Partial<Record<Role, Partial<Record<Action, Scope>>>>

/** `CRUX` with a scope: the letters of domain.md 6.3. */
const of = (letters: string, scope: Scope = 'all'): Partial<Record<Action, Scope>> =>
  Object.fromEntries(letters.split('').map((letter) => [ACTION_OF[letter]!, scope]))

const ACTION_OF: Record<string, Action> = { C: 'create', R: 'read', U: 'update', A: 'approve', X: 'export' }

/** Role x data x action: the only place that grants anything. What stands in no row is refused. */
export const MATRIX = {
  /** A hotspot under review: its states, who decided them and why (G2). */
  review: {
    coordinator: of('RUA'),
    group_chair: of('RUA'),
    group_member: of('R'),
    practitioner: of('R'),
    police_missing: of('R'),
    snt_planner: of('R', 'areas'),
    snt_officer: of('R', 'areas'),
    csp_analyst: of('R', 'listed'),
    youth_provider: of('R', 'referred'),
    cre_team: of('R'),
    qa_auditor: of('R'),
  },
  /** The assessment of a place; a summary of it for those it reaches by area, list or referral. */
  assessment: {
    coordinator: of('CRU'),
    group_chair: of('RA'),
    group_member: of('CRU'),
    practitioner: of('R'),
    police_missing: of('R'),
    snt_planner: of('R', 'areas'),
    csp_analyst: of('R', 'listed'),
    youth_provider: of('R', 'referred'),
    cre_team: of('CRU'),
    qa_auditor: of('R'),
  },
  /** Safe places and guardians, with the hours they cover: nothing about a child. */
  safePlace: {
    coordinator: of('CRU'),
    group_chair: of('R'),
    group_member: of('CRU'),
    practitioner: of('R'),
    police_missing: of('R'),
    snt_planner: of('R'),
    snt_officer: of('R'),
    csp_analyst: of('CRU'),
    youth_provider: of('CRU'),
    cre_team: of('CRU'),
    qa_auditor: of('R'),
  },
  /** Disruption plans (G2); a summary for those they reach by area, list or referral. */
  plan: {
    coordinator: of('CRU'),
    group_chair: of('CRUA'),
    group_member: of('CRU'),
    practitioner: of('R'),
    police_missing: of('CRU'),
    snt_planner: of('R', 'areas'),
    snt_officer: of('R', 'areas'),
    csp_analyst: of('R', 'listed'),
    youth_provider: of('R', 'referred'),
    cre_team: of('R'),
    qa_auditor: of('R'),
  },
  /** Place-based measures of a plan. */
  measure: {
    coordinator: of('CRU'),
    group_chair: of('CRUA'),
    group_member: of('CRU'),
    practitioner: of('R'),
    police_missing: of('CRU'),
    snt_planner: of('R', 'areas'),
    snt_officer: of('R', 'areas'),
    csp_analyst: of('CRU', 'listed'),
    youth_provider: of('R', 'referred'),
    cre_team: of('R'),
    qa_auditor: of('R'),
  },
  /** That there is a measure about a person, by the owning agency's reference: no name. */
  personMeasure: {
    coordinator: of('R'),
    group_chair: of('R'),
    police_missing: of('CRU'),
    cre_team: of('R'),
  },
  /** The working out of a plan's effect; its words are read with the plan, its exact counts as `storedRun`. */
  planEffect: { coordinator: of('C'), group_chair: of('C') },
  /** Patrol tasks, shifts and their briefings (G2); their visits in sums for those outside the police. */
  patrol: {
    coordinator: of('R'),
    group_chair: of('R'),
    group_member: of('R'),
    police_missing: of('R'),
    snt_planner: of('CRUA', 'areas'),
    snt_officer: of('R', 'areas'),
    csp_analyst: of('R', 'listed'),
    cre_team: of('R'),
    qa_auditor: of('R'),
  },
  /** A request for a patrol, before a planner takes it up. */
  patrolRequest: {
    coordinator: of('C'),
    group_chair: of('C'),
    group_member: of('C'),
    police_missing: of('C'),
  },
  /** A visit on the street. */
  patrolVisit: {
    snt_planner: of('CRU', 'areas'),
    snt_officer: of('CRU', 'areas'),
  },
  /** Referrals of a place to a youth provider (G2, no child data). */
  referral: {
    coordinator: of('CRU'),
    group_chair: of('CRUA'),
    group_member: of('CRU'),
    police_missing: of('R'),
    snt_planner: of('R', 'areas'),
    csp_analyst: of('R', 'listed'),
    youth_provider: of('RU', 'referred'),
    cre_team: of('R'),
    qa_auditor: of('R'),
  },
  /** A provider's sessions at a referred place: contacts and themes, nothing about a child. */
  outreachSession: {
    coordinator: of('R'),
    group_chair: of('R'),
    group_member: of('R'),
    youth_provider: of('CRU', 'referred'),
    cre_team: of('R'),
    qa_auditor: of('R'),
  },
  /** The monthly meeting's Part A: places (G2). */
  meeting: {
    coordinator: of('CRU'),
    group_chair: of('CRUA'),
    group_member: of('R'),
    police_missing: of('R'),
    snt_planner: of('R', 'areas'),
    csp_analyst: of('R', 'listed'),
    youth_provider: of('R', 'referred'),
    cre_team: of('R'),
  },
  /** The minutes of Part A as a whole. */
  minutes: {
    coordinator: of('CRU'),
    group_chair: of('CRUA'),
    group_member: of('R'),
    police_missing: of('R'),
    cre_team: of('R'),
  },
  /** The meeting's Part B: children, need to know (G0). */
  meetingChildren: {
    coordinator: of('CRU'),
    group_chair: of('CRUA'),
    group_member: of('R'),
    police_missing: of('R', 'agency'),
    cre_team: of('R', 'flagged'),
  },
  /** The frozen pack of a month (G2); its exact counts are read as `storedRun`. */
  meetingPack: {
    coordinator: of('R'),
    group_chair: of('RA'),
    group_member: of('R'),
    police_missing: of('R'),
    snt_planner: of('R', 'areas'),
    youth_provider: of('R', 'referred'),
    cre_team: of('R'),
  },
  /** Actions: all of them, or one's own and those of one's agency. */
  action: {
    coordinator: of('CRU'),
    group_chair: of('CRUA'),
    group_member: of('CRU'),
    practitioner: of('RU', 'own'),
    police_missing: of('RU', 'own'),
    snt_planner: of('RU', 'own'),
    snt_officer: of('RU', 'own'),
    csp_analyst: of('RU', 'own'),
    youth_provider: of('RU', 'own'),
    cre_team: of('RU', 'own'),
  },
  /** Names, roles and agencies of colleagues, so that something can be given to somebody. */
  colleague: {
    coordinator: of('R'),
    group_chair: of('R'),
    group_member: of('R'),
    police_missing: of('R'),
    snt_planner: of('R'),
    csp_analyst: of('R'),
    youth_provider: of('R'),
    cre_team: of('R'),
  },
  /** Children, episodes and what leads to them: references, placements, counts of few children (G0). */
  child: {
    coordinator: of('CRUX'),
    group_chair: of('R'),
    group_member: of('R'),
    practitioner: of('R', 'own'),
    police_missing: of('R', 'agency'),
    cre_team: of('R', 'flagged'),
    qa_auditor: of('R', 'sample'),
  },
  /** Exact reports at public places, with their words, and answers with free choice of dates and parameters (G1). */
  exactReport: {
    coordinator: of('CRUX'),
    group_chair: of('RX'),
    group_member: of('R'),
    practitioner: of('CR', 'own'),
    police_missing: of('CRU', 'agency'),
    cre_team: of('R'),
    qa_auditor: of('R', 'sample'),
  },
  /** Exact reports at private addresses (G1). */
  privateReport: {
    coordinator: of('CRU'),
    group_chair: of('R'),
    practitioner: of('CR', 'own'),
    police_missing: of('CRU', 'agency'),
    cre_team: of('R'),
  },
  /** The stored run as partners see it (G2). */
  hotspot: {
    coordinator: of('CRUA'),
    group_chair: of('RA'),
    group_member: of('R'),
    practitioner: of('R'),
    police_missing: of('R'),
    snt_planner: of('R', 'areas'),
    snt_officer: of('R', 'areas'),
    youth_provider: of('R', 'referred'),
    cre_team: of('R'),
    qa_auditor: of('R'),
  },
  /** The stored run with exact counts, and its making (G1). */
  storedRun: { coordinator: of('CR'), group_chair: of('R') },
  /** The depersonalised list of whole quarters (G3). */
  hotspotList: { coordinator: of('RX'), group_chair: of('RX'), csp_analyst: of('RX') },
  /** Whether a named place near a protected setting is independently public. */
  publicPlace: { coordinator: of('R'), group_chair: of('RA') },
  /** Files of episodes and reports, and their refused rows (G0). */
  fileImport: { coordinator: of('CR') },
  /** Care homes, placements, refuges and schools (G0). */
  protectedSetting: { coordinator: of('CRU'), group_chair: of('R') },
  /** Case numbers into references (G0). */
  reference: { coordinator: of('R') },
  /** Which children are shared with whom (G0). */
  childShare: { coordinator: of('CRU') },
  /** Named places and areas as a gazetteer has them: public geography. */
  gazetteer: {
    coordinator: of('CRU'),
    group_chair: of('R'),
    group_member: of('R'),
    practitioner: of('R'),
    police_missing: of('R'),
    snt_planner: of('R'),
    snt_officer: of('R'),
    csp_analyst: of('R'),
    youth_provider: of('R'),
    cre_team: of('R'),
    qa_auditor: of('R'),
    // The areas that police neighbourhood people belong to.
    sysadmin: of('R'),
  },
  /** Thresholds, weights and periods: proposed, approved, applied. */
  policy: {
    coordinator: of('CR'),
    group_chair: of('RA'),
    ig_auditor: of('R'),
    sysadmin: of('RU'),
  },
  people: { sysadmin: of('CRU'), ig_auditor: of('R') },
  /** The lines of the log. */
  auditLog: { ig_auditor: of('R') },
  /** Whether the log's chain is whole, without a line of it. */
  auditHealth: { ig_auditor: of('R'), sysadmin: of('R') },
  /** What falls due for deletion, in counts. */
  retention: { coordinator: of('R'), ig_auditor: of('R'), sysadmin: of('R') },
} satisfies Record<string, Grants>

export type Data = keyof typeof MATRIX

/** How far a role's grant reaches, or undefined: not granted. */
export const scopeOf = (role: Role, data: Data, action: Action): Scope | undefined =>
  (MATRIX[data] as Grants)[role]?.[action]
