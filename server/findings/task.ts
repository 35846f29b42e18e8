import type { Occurrence } from '../hotspots/occurrence.ts'
import type { Weighing } from '../hotspots/score.ts'
import type { SharedFindings } from '../runs/schema.ts'
import type { AreaGeometry } from '../shared-schema.ts'
import type { Findings, NewClusters, RunBacktest, RunFindings, RunSurface } from './schema.ts'

/** A named place as the thread gets it. */
export interface Outline {
  placeId: string
  name: string
  /** British National Grid, metres. */
  geometry: AreaGeometry
  squareMetres: number
}

/** All that the findings of a stored month are worked out from: nothing else is asked, so that the same task gives the same bytes. */
export interface FindingsTask {
  /** Those that may be shared, from the first that is kept to the end of the period. */
  occurrences: readonly Occurrence[]
  /** Local days, `to` exclusive. */
  period: { from: string; to: string }
  /** The first day of the months in which return interviews are still due. */
  firstIncomplete: string
  method: { minPoints: number; minChildren: number }
  weighing: Weighing
  /** Every named place that is not retired, the smallest first; ties by id. */
  outlines: readonly Outline[]
  /** The partnership's area, British National Grid; null where none is loaded. */
  area: { geometry: AreaGeometry; squareMetres: number } | null
  /** Named places with a hot month among the reports that were deleted by age. */
  hotBefore: readonly string[]
}

/** A report cluster by what stands in it: ids of named places, and keys of squares. */
export type SitedCluster = Omit<NewClusters['clusters'][number], 'names' | 'hotspotIds'> & { sites: string[] }

export interface WorkedOut {
  /** Of each group of `groupForRun` over the period, in its order; null for a pattern of few children. */
  groups: (GroupFindings | null)[]
  windows: RunFindings['windows']
  completeUntil: string
  newClusters: Omit<NewClusters, 'clusters'> & { clusters: SitedCluster[] }
  surface: RunSurface
  backtest: RunBacktest['backtest']
}

export interface GroupFindings {
  exact: Omit<Findings, 'lineage'>
  shared: SharedFindings
}
