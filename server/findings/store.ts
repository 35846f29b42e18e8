import { query, queryOne } from '../db.ts'
import type { StoredRun } from '../runs/run-hotspot.ts'
import type { RunKind } from '../runs/schema.ts'
import type { StoredPicture } from './picture.ts'
import type { HotspotHistory, Lineage, RunBacktest, RunFindings, RunSurface } from './schema.ts'
import type { StoredFindingsHotspot } from './answer.ts'

export const runs = query<{ kind: RunKind | null }, StoredRun>('runs/runs')
export const countsOfRuns = query<object, { id: string; shared: number; listed: number }>('runs/counts')
export const hotspotsOfRun = query<{ runId: string }, StoredFindingsHotspot>('runs/hotspots')
export const leftOutOf = queryOne<{ runId: string }, Pick<RunFindings, 'leftOut'>>('findings/left-out')
export const pictureOf = queryOne<{ runId: string }, { picture: StoredPicture }>('findings/picture')
export const surfaceOf = queryOne<{ runId: string }, { surface: RunSurface }>('findings/surface')
export const backtestOf = queryOne<{ runId: string }, Pick<RunBacktest, 'backtest'>>('findings/backtest')
export const historyOf = query<{ hotspotId: string }, HotspotHistory['history'][number] & { lineage: Lineage | null }>(
  'findings/history',
)
