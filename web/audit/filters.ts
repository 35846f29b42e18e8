import type { AuditLogLine } from '../../server/audit/schema.ts'

export const FILTERS = ['from', 'to', 'person', 'action', 'objectType'] as const
export type LogFilters = Record<(typeof FILTERS)[number], string>

export const ACTION_WORDS: Record<AuditLogLine['action'], string> = {
  consultation: 'Looked at',
  collection: 'Entered',
  alteration: 'Changed',
  disclosure: 'Gave out',
  combination: 'Combined',
  erasure: 'Deleted',
  sign_in: 'Signed in or out',
  refusal: 'Was refused',
  configuration: 'Decided or set up',
}
