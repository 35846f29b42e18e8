import { z } from 'zod'
import type { Operation } from '../shared-schema.ts'

/** A change that waits: for the chair while it is proposed, for an administrator once it is approved. */
export const SettingProposal = z.object({
  id: z.uuid(),
  value: z.number(),
  reason: z.string(),
  state: z.enum(['proposed', 'approved']),
  proposedBy: z.string(),
  proposedAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
})
export type SettingProposal = z.infer<typeof SettingProposal>

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
  proposal: SettingProposal.nullable(),
})
export type Setting = z.infer<typeof Setting>

export const SettingList = z.object({ settings: z.array(Setting) })
export type SettingList = z.infer<typeof SettingList>

/** `was` is null where the default had held. */
export const SettingChange = z.object({
  was: z.number().nullable(),
  value: z.number(),
  changedBy: z.string(),
  changedAt: z.string(),
})
export type SettingChange = z.infer<typeof SettingChange>

export const SettingHistory = z.object({ changes: z.array(SettingChange) })
export type SettingHistory = z.infer<typeof SettingHistory>

const SAY_WHY = 'Say in 1 to 500 characters why the setting should change.'

export const NewProposal = z.strictObject({
  value: z.number('Give a number.'),
  reason: z.string(SAY_WHY).trim().min(1, SAY_WHY).max(500, SAY_WHY),
})

const step = (word: string, summary: string): Operation => ({
  method: 'post',
  path: `/api/settings/proposals/:id/${word}`,
  summary,
  answer: Setting,
})

export const operations: Operation[] = [
  { method: 'get', path: '/api/settings', summary: 'The policy settings', answer: SettingList },
  {
    method: 'get',
    path: '/api/settings/:name/history',
    summary: 'What a policy setting was before',
    answer: SettingHistory,
  },
  {
    method: 'post',
    path: '/api/settings/:name/proposals',
    summary: 'Propose a change of a policy setting',
    body: NewProposal,
    answer: Setting,
    status: 201,
  },
  step('approve', 'Approve a proposed change'),
  step('refuse', 'Refuse a proposed change'),
  step('withdraw', 'Withdraw a proposed change'),
  step('apply', 'Put an approved change into force'),
]
