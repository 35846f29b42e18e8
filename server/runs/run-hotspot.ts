import type { Counts } from '../hotspots/count.ts'
import type { NamedPlace } from '../hotspots/find-hotspots.ts'
import type { GridPoint } from '../locations/national-grid.ts'
import type { AreaGeometry, PlaceCategory } from '../shared-schema.ts'
import type { Findings } from '../findings/schema.ts'
import type { RunKind, SharedFindings } from './schema.ts'
import type { Band, ListedBand } from './bands.ts'
import type { WithheldG2, WithheldG3 } from './share.ts'
import type { SharedGeometry } from './shared-shape.ts'

/** A hotspot as operational partners (G2) see it: bands, and a shape that no single report can be read from. */
export interface SharedHotspot {
  method: 'place' | 'cluster'
  placeId: string | null
  name: string
  category: PlaceCategory
  seedGroup: NamedPlace['seedGroup']
  /** Among what G2 is shown. */
  rank: number
  childrenBand: Band
  reportsBand: Band
  /** WGS84: the place's polygon; a cluster's squares, or its anchor. */
  geometry: SharedGeometry
  isApproximate: boolean
  /** Null in runs that were stored before there were findings. */
  findings: SharedFindings | null
  /** Whole metres, British National Grid: a point in the place, or the centre of the cluster's first square. */
  anchor: GridPoint
}

/** A hotspot in the depersonalised list (G3). British National Grid, whole metres. */
export interface ListedHotspot {
  name: string
  category: PlaceCategory
  /** Among what G3 is shown. */
  rank: number
  childrenBand: ListedBand
  reportsRounded5: number
  easting: number
  northing: number
  isApproximate: boolean
}

/** A hotspot, or a pattern of few children, of a stored run, with what each tier sees of it. */
export interface RunHotspot {
  method: 'place' | 'cluster'
  placeId: string | null
  name: string
  category: PlaceCategory
  seedGroup: NamedPlace['seedGroup']
  /** Hotspots and patterns of few children are ranked apart, each from 1. */
  rank: number
  counts: Counts
  /** Fewer children than the policy's `minChildren`: listed apart, without a shape. */
  isFew: boolean
  /** WGS84, for G1 only; null where `isFew`. */
  geometryExact: AreaGeometry | null
  areaHectares: number | null
  /** Null where `isFew`, and in runs of a quarter. */
  findings: Omit<Findings, 'lineage'> | null
  /** Ids of its occurrences, and the sites that they stand at (`siteOf`). */
  members: string[]
  sites: string[]
  shared: SharedHotspot | null
  withheldG2: WithheldG2 | null
  listed: ListedHotspot | null
  withheldG3: WithheldG3 | null
}

/** A stored run, without its hotspots. */
export interface StoredRun {
  id: string
  kind: RunKind
  /** The last month of its period, YYYY-MM. */
  month: string
  from: string
  to: string
  method: { minPoints: number; minChildren: number; protectedMetres: number }
  methodVersion: string
  withheldG2: number
  withheldG3: number
  madeBy: string
  madeAt: string
}

/** A row of the depersonalised list as it is stored, with the ward and police neighbourhood of its point. */
export interface ListedRow {
  id: string
  hotspot: ListedHotspot & { ward: string | null; sntCode: string | null }
}
