import { queryOne, type Db } from '../db.ts'
import type { Service } from '../service.ts'

const expirePatrols = queryOne<{ today: string }, { expired: number }>('patrols/expire')

/** Lets every task expire whose last day is over, with the step on record: to be called before a patrol is read or changed. */
export const expireDue = async (db: Db, { today }: Pick<Service, 'today'>): Promise<void> => {
  await expirePatrols(db, { today: today() })
}
