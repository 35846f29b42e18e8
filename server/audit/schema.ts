import { z } from 'zod'
import { AUDIT_ACTIONS } from '../access/chain.ts'
import { Day, Limit, type Operation } from '../shared-schema.ts'

const NOT_OURS = 'That cursor is not one of ours. Start again without it.'

/** What can be asked of the log. Days of Europe/London; `to` is inclusive. `person`: the name they sign in with, or their id. */
export const AuditQuery = z.strictObject({
  from: Day.optional(),
  to: Day.optional(),
  person: z.string().trim().toLowerCase().min(1).max(100).optional(),
  action: z.enum(AUDIT_ACTIONS).optional(),
  objectType: z.string().trim().min(1).max(100).optional(),
  limit: Limit,
  cursor: z
    .string()
    .regex(/^[1-9]\d{0,14}$/, NOT_OURS)
    .transform(Number)
    .optional(),
})

export const AuditLogLine = z.object({
  seq: z.int(),
  at: z.string(),
  action: z.enum(AUDIT_ACTIONS),
  username: z.string().nullable(),
  role: z.string().nullable(),
  agency: z.string().nullable(),
  objectType: z.string(),
  objectId: z.string().nullable(),
  reasonCode: z.string().nullable(),
  reasonWords: z.string().nullable(),
  requestId: z.string(),
  /** Counts and names of settings, never the data. */
  details: z.record(z.string(), z.unknown()),
})
export type AuditLogLine = z.infer<typeof AuditLogLine>

export const AuditPage = z.object({ lines: z.array(AuditLogLine), next: z.string().nullable() })
export type AuditPage = z.infer<typeof AuditPage>

/** Whether every line follows from the one before, and every head that was written outside the database still stands in it. */
export const AuditHealth = z.object({
  isWhole: z.boolean(),
  lines: z.int(),
  /** The first line that is missing or was changed, in a sentence. */
  firstBreach: z.string().nullable(),
  head: z.object({ seq: z.int(), at: z.string() }).nullable(),
  /** When the head was last written outside the database; null: never. */
  headFileAt: z.string().nullable(),
})
export type AuditHealth = z.infer<typeof AuditHealth>

export const operations: Operation[] = [
  {
    method: 'get',
    path: '/api/audit',
    summary: 'Lines of the log, the newest first',
    query: AuditQuery,
    answer: AuditPage,
  },
  { method: 'get', path: '/api/audit/health', summary: 'Whether the log is whole', answer: AuditHealth },
]
