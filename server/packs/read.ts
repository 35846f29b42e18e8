import type { ReviewState } from '../reviews/schema.ts'
import type { SharedHotspot } from '../runs/run-hotspot.ts'
import type { Days } from '../statistics/child-weeks.ts'
import type { Counted } from '../differences/explain.ts'
import type { PackEpisode } from './figures.ts'
import type { PackCountContent, PackGroupContent, PackPlaceContent } from './schema.ts'

/** What the freezing of a pack reads, as the store gives it. */

export interface RunOfMonth {
  id: string
  from: string
  to: string
  method: { minPoints: number; minChildren: number; protectedMetres: number }
  version: string
  madeAt: string
  leftOut: {
    privateAddress: number
    outsideArea: number
    unplaced: number
    foundOnPatrol: number
    notCounted: number
  }
  withheldG2: number
  /** Null where the run was stored before there were findings. */
  windows: { before: Days; after: Days } | null
}

export interface PackBefore {
  meetingId: string
  month: string
  frozenAt: string
  runId: string
  to: string
  method: RunOfMonth['method']
  version: string
  countedEpisodes: number
  /** Whether it is known which reports its run counted where. */
  hasMembers: boolean
}

export interface PackHotspot {
  hotspotId: string
  /** False: of the month before. */
  isNow: boolean
  rank: number
  isFew: boolean
  name: string
  reports: number
  children: number
  withheld: string | null
  shared: SharedHotspot | null
}

export interface Quality {
  dateOnly: number
  late: number
  waitingToPlace: number
  likelyDuplicates: number
}

/** What is done at a place. */
export type WorkAtPlace = Pick<PackPlaceContent, 'plans'> & Pick<PackCountContent, 'referrals' | 'patrols' | 'actions'>

/** A hotspot under review. */
export interface ReviewedPlace {
  hotspotId: string
  name: string
  category: PackPlaceContent['category']
  placeId: string | null
  geometry: SharedHotspot['geometry']
  isApproximate: boolean
  state: ReviewState
  /** The first stored month that showed it, YYYY-MM. */
  firstMonth: string
}

export interface CityWork {
  sessions: number
  contacts: number
  visits: number
  visitMinutes: number
  plans: { state: string; words: string; plans: number }[]
  actions: { open: number; overdue: number }
}

export interface PackRead {
  run: RunOfMonth
  before: PackBefore | null
  episodes: PackEpisode[]
  hotspots: PackHotspot[]
  members: Counted[]
  quality: Quality
  reviewed: ReviewedPlace[]
  /** By hotspot. */
  workAt: ReadonlyMap<string, WorkAtPlace>
  work: CityWork
  /** What hangs on no place. */
  group: PackGroupContent
}
