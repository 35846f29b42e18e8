import { execute, query } from '../db.ts'
import type { ChildShare } from './schema.ts'

export const referencesOf = query<{ hashes: Buffer[] }, { reference: string; hash: Buffer }>('children/references')

/** `id` null: all of them. */
export const childShares = query<{ id: string | null }, ChildShare>('children/shares')
export const practitioners = query<object, { id: string; name: string }>('children/practitioners')
/** Gives 0 where there is no such child, or the person is no practitioner. */
export const addShare = execute<{ id: string; reference: string; personId: string | null; role: string | null }>(
  'children/add-share',
)
export const endShare = execute<{ id: string }>('children/end-share')
