import { z } from 'zod'
import type { Operation } from '../shared-schema.ts'

export const Health = z.object({
  status: z.literal('ok'),
  database: z.enum(['embedded', 'server']),
  version: z.string(),
})

export const operations: Operation[] = [
  { method: 'get', path: '/api/health', summary: 'Whether the service and its database answer', answer: Health },
]
