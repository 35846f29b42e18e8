import { z } from 'zod'
import type { Operation } from '../shared-schema.ts'

/** In the order in which they are deleted. */
export const RETAINED = [
  'reports',
  'uncorroborated',
  'episodes',
  'children',
  'refusedRows',
  'groupRecords',
  'sessions',
  'logLines',
] as const
export type Retained = (typeof RETAINED)[number]

export const RetentionDue = z.object({
  kind: z.enum(RETAINED),
  /** How long it is kept, in months; null: a day. */
  months: z.int().nullable(),
  /** Due today. */
  now: z.int(),
  /** Falls due in the three months from today. */
  inThreeMonths: z.int(),
})
export type RetentionDue = z.infer<typeof RetentionDue>

export const Retention = z.object({ today: z.string(), due: z.array(RetentionDue) })
export type Retention = z.infer<typeof Retention>

export const operations: Operation[] = [
  { method: 'get', path: '/api/retention', summary: 'What falls due for deletion, in counts', answer: Retention },
]
