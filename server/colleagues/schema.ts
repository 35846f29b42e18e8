import { z } from 'zod'
import type { Operation } from '../shared-schema.ts'

export const Colleague = z.object({ id: z.uuid(), name: z.string(), role: z.string(), agency: z.string() })
export type Colleague = z.infer<typeof Colleague>
export const ColleagueList = z.object({ colleagues: z.array(Colleague) })
export type ColleagueList = z.infer<typeof ColleagueList>

export const operations: Operation[] = [
  {
    method: 'get',
    path: '/api/colleagues',
    summary: 'Whom something can be given to, by agency',
    answer: ColleagueList,
  },
]
