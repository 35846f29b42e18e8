import type { Db } from '../db.ts'
import { emptyStaging, sweepBatches, sweepStagedRows } from './store.ts'

const PROBLEM = 'The service stopped in the middle of this import. Nothing of it was taken; load the file again.'

/**
 * Clears away what imports that a crash ended have left behind; gives how many there were. A start calls it. On the embedded database
 * (`kind`) the caller holds the folder, so whatever is staging is dead; on a server's, what has shown no sign of life for two minutes.
 */
export const sweepStaged = (db: Db, kind: 'embedded' | 'server'): Promise<number> =>
  db.transaction(async (tx) => {
    const isAlone = kind === 'embedded'
    const swept = await sweepBatches(tx, { isAlone, problem: PROBLEM })
    await sweepStagedRows(tx, {})
    if (isAlone) await emptyStaging(tx, {})
    return swept
  })
