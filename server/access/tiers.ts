import type { Data } from './matrix.ts'

/** The tiers of domain.md 6.1, most to least telling; `none` holds nothing about a child or a place of children. */
export type Tier = 'G0' | 'G1' | 'G2' | 'G3' | 'none'

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
  review: { tier: 'G2', databaseRole: 'group', isLogged: true },
  assessment: { tier: 'G2', databaseRole: 'group', isLogged: true },
  safePlace: { tier: 'none', databaseRole: 'group', isLogged: false },
  plan: { tier: 'G2', databaseRole: 'group', isLogged: true },
  measure: { tier: 'G2', databaseRole: 'group', isLogged: true },
  personMeasure: { tier: 'G2', databaseRole: 'group', isLogged: true },
  planEffect: { tier: 'G1', databaseRole: 'intake', isLogged: true },
  patrol: { tier: 'G2', databaseRole: 'group', isLogged: true },
  patrolRequest: { tier: 'G2', databaseRole: 'group', isLogged: true },
  patrolVisit: { tier: 'G2', databaseRole: 'group', isLogged: true },
  referral: { tier: 'G2', databaseRole: 'group', isLogged: true },
  outreachSession: { tier: 'G2', databaseRole: 'group', isLogged: true },
  meeting: { tier: 'G2', databaseRole: 'group', isLogged: true },
  minutes: { tier: 'G2', databaseRole: 'group', isLogged: true },
  meetingChildren: { tier: 'G0', databaseRole: 'case', isLogged: true },
  meetingPack: { tier: 'G2', databaseRole: 'group', isLogged: true },
  action: { tier: 'G2', databaseRole: 'group', isLogged: true },
  colleague: { tier: 'none', databaseRole: 'group', isLogged: false },
  gazetteer: { tier: 'none', databaseRole: 'partner', isLogged: false },
  policy: { tier: 'none', databaseRole: 'keeper', isLogged: false },
  people: { tier: 'none', databaseRole: 'keeper', isLogged: true },
  auditLog: { tier: 'none', databaseRole: 'scribe', isLogged: true },
  auditHealth: { tier: 'none', databaseRole: 'scribe', isLogged: true },
  retention: { tier: 'none', databaseRole: 'intake', isLogged: true },
}

/** The roles of sql/migrations/0006-database-roles.sql and 0008-reviews.sql, without their prefix. */
export type DatabaseRole = 'entry' | 'scribe' | 'case' | 'intake' | 'partner' | 'list' | 'keeper' | 'group'
