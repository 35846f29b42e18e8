import { execute, query, queryOne } from '../db.ts'
import type { SettingChange, SettingProposal } from './schema.ts'

export interface StoredSetting {
  name: string
  value: unknown
  changedBy: string
  changedAt: string
}

export interface StoredProposal {
  id: string
  name: string
  value: unknown
  state: 'proposed' | 'approved' | 'refused' | 'applied' | 'withdrawn'
  /** The id of a person. */
  proposedBy: string
}

export const storedSettings = query<object, StoredSetting>('settings/stored')
/** Gives no row where the value is the one that stands already. `value` is JSON text. */
export const storeSetting = execute<{ name: string; value: string; changedBy: string }>('settings/store')
export const historyOf = query<{ name: string }, SettingChange>('settings/history')

export const openProposals = query<object, SettingProposal & { name: string }>('settings/open-proposals')
export const proposalById = queryOne<{ id: string }, StoredProposal>('settings/proposal')
/** `value` is JSON text. */
export const addProposal = execute<{
  id: string
  name: string
  value: string
  reason: string
  personId: string
  personName: string
}>('settings/propose')
/** These give 0 where the proposal is in another state by now. */
export const decideProposal = execute<{
  id: string
  state: 'approved' | 'refused'
  personId: string
  personName: string
}>('settings/decide-proposal')
export const withdrawProposal = execute<{ id: string; personName: string }>('settings/withdraw-proposal')
export const markApplied = execute<{ id: string; personName: string }>('settings/mark-applied')
