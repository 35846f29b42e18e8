import { execute, query, queryOne } from '../db.ts'

/** An instant, ISO 8601: what is older is due. */
interface Before {
  before: string
}
interface Count {
  count: number
}
type Reports = Before & { isUncorroborated: boolean }

export const lockPublishing = execute<object>('retention/lock-publishing')

export const reportsDue = queryOne<Reports, Count>('retention/reports-due')
/** Keeps their counts by month, place and basis. */
export const deleteReports = execute<Reports>('retention/delete-reports')
export const dropEmptyOccurrences = execute<object>('retention/drop-empty-occurrences')

export const episodesDue = queryOne<Before, Count>('retention/episodes-due')
export const deleteEpisodes = execute<Before>('retention/delete-episodes')

export const childrenDue = queryOne<Before & { episodesBefore: string; uncorroboratedBefore: string }, Count>(
  'retention/children-due',
)
export const deleteChildren = execute<Before>('retention/delete-children')

export const refusedRowsDue = queryOne<Before, Count>('retention/refused-rows-due')
export const deleteRefusedRows = execute<Before>('retention/delete-refused-rows')

export const groupRecordsDue = queryOne<Before, Count>('retention/group-records-due')
/** Gives an id of each that was deleted. */
export const deleteGroupRecords = query<Before, { id: string }>('retention/delete-group-records')

export const sessionsDue = queryOne<object, Count>('retention/sessions-due')
export const deleteSessions = execute<object>('retention/delete-sessions')
export const deleteSignInLeftovers = execute<object>('retention/delete-sign-in-leftovers')
export const deleteReadings = execute<object>('retention/delete-readings')

/** `throughSeq` and `hash`: of the last line that is due; null where the log is empty, `hash` where none is due. */
export const linesDue = queryOne<Before, Count & { throughSeq: number | null; hash: string | null }>(
  'retention/lines-due',
)
export const letLinesGo = execute<object>('retention/let-lines-go')
export const deleteLines = execute<{ throughSeq: number }>('retention/delete-lines')
export const keepLines = execute<object>('retention/keep-lines')
