import { execute, query, queryOne } from '../db.ts'
import type { ActionRow } from './action-answer.ts'
import type { ActionState } from './schema.ts'

export interface Asked {
  id: string | null
  hotspot: string | null
  meeting: string | null
  owner: string | null
  states: readonly ActionState[] | null
  dueBefore: string | null
  afterKey: string | null
  afterId: string | null
  limit: number
}

export const actions = query<Asked, ActionRow>('actions/actions')
export const counts = queryOne<{ today: string; person: string }, { toDo: number; overdue: number; mine: number }>(
  'actions/counts',
)
export const nextNumber = queryOne<{ year: number }, { number: number }>('actions/next-number')
export const addAction = execute<Record<string, unknown>>('actions/add')
export const changeAction = execute<Record<string, unknown>>('actions/change')
export const changeState = execute<Record<string, unknown>>('actions/change-state')
export const addNote = execute<{ id: string; at: Date; by: string; agency: string; words: string }>('actions/add-note')
export const owner = queryOne<{ id: string }, { id: string; name: string; role: string; agency: string }>(
  'actions/owner',
)
