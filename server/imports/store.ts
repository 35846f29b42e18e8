import { execute, query, queryOne } from '../db.ts'
import type { ImportBatch, ImportCounts, ImportIssue } from './schema.ts'

type Batch = { batch: string }
type Columns = Record<string, unknown>
type StagedRow<Key> = { row: number; key: Key; rowHash: Buffer }
export type BatchRow = Omit<ImportBatch, 'startedAt' | 'finishedAt'> & { startedAt: Date; finishedAt: Date | null }
type NewBatch = Batch & { kind: string; filename: string | null; header: string[]; ignoredColumns: string[] }
type RefusedRow = { row: number; sealedCells: Buffer; problem: string | null }

export const startBatch = execute<NewBatch>('imports/start-batch')
export const recordProgress = execute<Batch & { rowsRead: number; rejected: number }>('imports/record-progress')
export const touchBatch = execute<Batch>('imports/touch-batch')
export const addIssues = execute<Batch & Columns>('imports/add-issues')
export const addRefusedRows = execute<Batch & Columns>('imports/add-refused-rows')

export const placesByName = query<
  { comparedNames: string[] },
  { comparedName: string; placeId: string; easting: number; northing: number }
>('imports/places-by-name')
export const postcodes = query<{ postcodes: string[] }, { postcode: string; easting: number; northing: number }>(
  'imports/postcodes',
)
export const farFromPlace = query<Columns, { row: number }>('imports/far-from-place')
export const episodesBySource = query<{ sourceHmacs: Buffer[] }, { sourceHmac: Buffer; childSourceHmac: Buffer }>(
  'imports/episodes-by-source',
)

export const stageReportRows = execute<Columns & Batch>('imports/stage-reports')
export const stageEpisodeRows = execute<Columns & Batch>('imports/stage-episodes')
export const stagedReports = query<Batch & { keys: string[] }, StagedRow<string>>('imports/staged-reports')
export const stagedEpisodes = query<Batch & { keys: Buffer[] }, StagedRow<Buffer>>('imports/staged-episodes')

export const lockPublishing = execute<object>('imports/lock-publishing')
export const withoutJit = execute<object>('imports/without-jit')
export const analyzeStaged = execute<object>('imports/analyze-staged')
export const claimBatch = queryOne<Batch, { staged: number }>('imports/claim-batch')
export const addChildren = execute<Batch>('imports/add-children')
export const dropUnchangedReports = execute<Batch>('imports/drop-unchanged-reports')
export const keepReportRevisions = execute<Batch>('imports/keep-report-revisions')
export const updateReports = execute<Batch>('imports/update-reports')
export const dropChangedReports = execute<Batch>('imports/drop-changed-reports')
export const addOccurrences = execute<Batch>('imports/add-occurrences')
export const addReports = queryOne<Batch, { accepted: number; unplaced: number }>('imports/add-reports')
export const dropWaitingDuplicates = execute<Batch>('imports/drop-waiting-duplicates')
export const reportsToCompare = query<Batch, { id: string }>('imports/reports-to-compare')
export const suggestDuplicates = execute<{ reportIds: string[] }>('locations/suggest-duplicates')

export const dropUnchangedEpisodes = execute<Batch>('episodes/drop-unchanged')
export const keepEpisodeRevisions = execute<Batch>('episodes/keep-revisions')
export const keepFollowingRevisions = execute<Batch>('episodes/keep-following-revisions')
export const followChildren = execute<Batch>('episodes/follow-children')
export const updateEpisodes = execute<Batch>('episodes/update')
export const addEpisodes = execute<Batch>('episodes/add')
export const putInterviews = execute<Batch>('episodes/put-interviews')
export const linkWaitingReports = query<Batch, { id: string }>('episodes/link-waiting-reports')

export const publishBatch = execute<Batch & ImportCounts & { rowsRead: number }>('imports/publish-batch')
export const dropStaged = execute<Batch>('imports/drop-staged')
export const dropBatch = execute<Batch>('imports/drop-batch')
export const dropIssues = execute<Batch>('imports/drop-issues')
export const failBatch = execute<Batch & { problem: string }>('imports/fail-batch')

export const batches = query<
  { startedBefore: string | null; idBefore: string | null; limit: number },
  BatchRow & { startedKey: string }
>('imports/batches')
export const batchById = queryOne<Batch, BatchRow & { header: string[] }>('imports/batch')
export const issuesOf = query<Batch & { limit: number }, ImportIssue>('imports/issues')
export const refusedRows = query<Batch & { after: number; limit: number }, RefusedRow>('imports/refused-rows')

export const sweepBatches = execute<{ isAlone: boolean; problem: string }>('imports/sweep-batches')
export const sweepStagedRows = execute<object>('imports/sweep-staged')
export const emptyStaging = execute<object>('imports/empty-staging')
