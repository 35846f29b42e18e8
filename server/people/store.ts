import { execute, query, queryOne } from '../db.ts'
import type { Person } from './schema.ts'

export const people = query<{ id: string | null; username: string | null }, Person>('people/people')
export const addPerson = queryOne<Pick<Person, 'username' | 'name' | 'role' | 'agency'>, { id: string }>(
  'people/add-person',
)
/** Gives 0 where the version is another one by now. */
export const changePerson = execute<Pick<Person, 'id' | 'version' | 'name' | 'role' | 'agency'>>('people/change-person')
export const setDisabled = execute<{ id: string; isDisabled: boolean }>('people/set-disabled')
export const dropAreas = execute<{ personId: string }>('people/drop-areas')
export const putAreas = execute<{ personId: string; areaIds: string[] }>('people/put-areas')
export const endSessions = execute<{ personId: string }>('people/end-sessions')
export const dropLinks = execute<{ personId: string }>('people/drop-links')
export const addLink = execute<{ digest: Buffer; personId: string; days: number }>('people/add-link')
export const takeTurn = execute<object>('people/take-turn')
export const otherAdministrators = queryOne<{ id: string }, { others: number }>('people/other-administrators')
export const removeCode = execute<{ id: string }>('people/remove-code')
export const areasByCode = query<{ codes: string[] }, { id: string; code: string }>('people/areas-by-code')
export const busiestAreas = query<object, { id: string }>('people/busiest-areas')
export const setDemoPassword = execute<{ id: string; passwordHash: string }>('people/set-demo-password')
