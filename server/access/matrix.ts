import type { Role } from './roles.ts'

/** What can be done: create, read, update, approve, export. */
export type Action = 'create' | 'read' | 'update' | 'approve' | 'export'

/**
 * Which rows a grant reaches. `agency`: what the person's agency controls. `own`: what the person entered or is shared with them.
 * `flagged`, `sample`: children shared with the role. `areas`: the police neighbourhoods that the person belongs to.
 * `referred`: places referred to the person's agency.
 */
export type Scope = 'all' | 'agency' | 'own' | 'flagged' | 'sample' | 'areas' | 'referred'

/** The tiers of domain.md 6.1, most to least telling; `none` holds nothing about a child or a place of children. */
export type Tier = 'G0' | 'G1' | 'G2' | 'G3' | 'none'

type Grants = Partial<Record<Role, Partial<Record<Action, Scope>>>>

/** `CRUX` with a scope: the letters of domain.md 6.3. */
const of = (letters: string, scope: Scope = 'all'): Partial<Record<Action, Scope>> =>
  Object.fromEntries(letters.split('').map((letter) => [ACTION_OF[letter]!, scope]))

const ACTION_OF: Record<string, Action> = { C: 'create', R: 'read', U: 'update', A: 'approve', X: 'export' }

/** Role x data x action: the only place that grants anything. What stands in no row is refused. */
export const MATRIX = {
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

/** The tier of each kind of data, the database role that its requests run under, and whether a look is logged. */
export const DATA: Record<Data, { tier: Tier; databaseRole: DatabaseRole; isLogged: boolean }> = {
  child: { tier: 'G0', databaseRole: 'case', isLogged: true },
  exactReport: { tier: 'G1', databaseRole: 'case', isLogged: true },
  privateReport: { tier: 'G1', databaseRole: 'case', isLogged: true },
  hotspot: { tier: 'G2', databaseRole: 'partner', isLogged: true },
  storedRun: { tier: 'G1', databaseRole: 'case', isLogged: true },
  hotspotList: { tier: 'G3', databaseRole: 'list', isLogged: true },
  publicPlace: { tier: 'none', databaseRole: 'keeper', isLogged: true },
  fileImport: { tier: 'G0', databaseRole: 'intake', isLogged: true },
  protectedSetting: { tier: 'G0', databaseRole: 'case', isLogged: true },
  reference: { tier: 'G0', databaseRole: 'case', isLogged: true },
  childShare: { tier: 'G0', databaseRole: 'case', isLogged: true },
  gazetteer: { tier: 'none', databaseRole: 'partner', isLogged: false },
  policy: { tier: 'none', databaseRole: 'keeper', isLogged: false },
  people: { tier: 'none', databaseRole: 'keeper', isLogged: true },
  auditLog: { tier: 'none', databaseRole: 'scribe', isLogged: true },
  auditHealth: { tier: 'none', databaseRole: 'scribe', isLogged: true },
  retention: { tier: 'none', databaseRole: 'intake', isLogged: true },
}

/** The roles of sql/migrations/0006-database-roles.sql, without their prefix. */
export type DatabaseRole = 'entry' | 'scribe' | 'case' | 'intake' | 'partner' | 'list' | 'keeper'

/** How far a role's grant reaches, or undefined: not granted. */
export const scopeOf = (role: Role, data: Data, action: Action): Scope | undefined =>
  (MATRIX[data] as Grants)[role]?.[action]
