import { execute, queryOne, type Db } from '../db.ts'
import type { Secrets } from '../secrets.ts'

const noteSourceKey = execute<{ fingerprint: string }>('access/note-source-key')
const sourceKey = queryOne<object, { fingerprint: string }>('access/source-key')

/** Holds a database to the key file that it began with. @throws Error where the key file is another one */
export const checkSourceKey = async (db: Db, { fingerprint }: Pick<Secrets, 'fingerprint'>, secretFile: string) => {
  await noteSourceKey(db, { fingerprint })
  const noted = await sourceKey(db, {})
  if (noted?.fingerprint === fingerprint) return
  throw new Error(
    `${secretFile} is not the key that this database began with: every child would be taken for a new one. ` +
      'Put the right key file back, or name it in PLACE_RISK_SECRET_FILE.',
  )
}
