import { z } from 'zod'
import type { Operation } from '../shared-schema.ts'

export const Setting = z.object({
  name: z.string(),
  value: z.number(),
  default: z.number(),
  unit: z.string(),
  /** What it decides, in a sentence. */
  says: z.string(),
  /** Null where the default holds because nobody ever changed it. */
  changedBy: z.string().nullable(),
  changedAt: z.string().nullable(),
})
export type Setting = z.infer<typeof Setting>

export const SettingList = z.object({ settings: z.array(Setting) })
export type SettingList = z.infer<typeof SettingList>

export const SettingChange = z.strictObject({ value: z.number('Give a number.') })

export const operations: Operation[] = [
  { method: 'get', path: '/api/settings', summary: 'The policy settings', answer: SettingList },
  {
    method: 'put',
    path: '/api/settings/:name',
    summary: 'Change a policy setting',
    body: SettingChange,
    answer: Setting,
  },
]
