import { query, type Db } from '../db.ts'
import { policyFrom, type Policy } from './policy.ts'

const storedValues = query<object, { name: string; value: unknown }>('settings/values')

/** Every policy setting as it stands now, in one query. */
export const readPolicy = async (db: Db): Promise<Policy> => policyFrom(await storedValues(db, {}))
