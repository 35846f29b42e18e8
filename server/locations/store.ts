import { execute, query, queryOne } from '../db.ts'
import type { PlaceCategory } from '../shared-schema.ts'
import type { GridPoint } from './national-grid.ts'
import type { Report } from './schema.ts'

export const lockPublishing = execute<object>('locations/lock-publishing')
export const reportsById = query<{ ids: string[] }, Report>('locations/reports-by-id')

// One report by hand

export interface ReportValues {
  reportRef: string
  childId: string | null
  basis: string
  /** Instants, ISO 8601; `observedUntil` is the last that the report may mean. */
  observedFrom: string
  observedTo: string | null
  observedUntil: string
  timePrecision: string
  placeName: string | null
  placeCategory: string | null
  postcode: string | null
  easting: number | null
  northing: number | null
  placeMethod: PlaceMethod | null
  namedPlaceId: string | null
  isPlacedByHand: boolean
  accuracyMetres: number | null
  isPrivateAddress: boolean
  foundOnPatrol: boolean
  sourceType: string | null
  concerns: string[]
  narrative: string | null
  rowHash: Buffer
  enteredBy: string
  controllerAgency: string
}

export type PlaceMethod = 'map_click' | 'gazetteer' | 'postcode'
export type KnownPlace = GridPoint & { placeId: string; name: string }

export const childOfSource = queryOne<{ sourceHmac: Buffer }, { id: string }>('locations/child-of-source')
export const insertReport = queryOne<ReportValues, { id: string }>('locations/insert-report')
export const livePlace = queryOne<{ id: string }, KnownPlace>('locations/live-place')
export const placesCalled = query<{ comparedName: string }, KnownPlace>('locations/places-called')
export const postcodePoint = queryOne<{ postcode: string }, GridPoint>('locations/postcode')

// The queue

export interface ReportToPlace {
  id: string
  version: number
  isPlaced: boolean
  isPlacedByHand: boolean
  isSetAside: boolean
  isPrivateAddress: boolean
  placeName: string | null
}

type QueuePage = { isSetAside: boolean; afterTime: string | null; afterId: string | null; limit: number }
type LikelyPlace = KnownPlace & { comparedName: string; category: PlaceCategory; similarity: number }

export const pageOfQueue = query<QueuePage, { id: string; createdAt: string }>('locations/page-of-queue')
export const countWaiting = queryOne<object, { waiting: number }>('locations/count-waiting')
export const waitingWords = query<object, { words: string; reports: number }>('locations/waiting-words')
export const suggestPlaces = query<{ comparedNames: string[]; leastSimilarity: number }, LikelyPlace>(
  'locations/suggest-places',
)
export const reportToPlace = queryOne<{ id: string }, ReportToPlace>('locations/report-to-place')
export const waitingWithWords = query<{ words: string[]; exceptId: string }, { id: string }>(
  'locations/waiting-with-words',
)
export const keepReportRevisions = execute<{ reportIds: string[]; change: string }>('locations/keep-report-revisions')
export const placeReports = execute<
  GridPoint & { reportIds: string[]; placeMethod: PlaceMethod; namedPlaceId: string | null }
>('locations/place-reports')
export const setAside = execute<{ id: string; reason: string }>('locations/set-aside')
export const returnToQueue = execute<{ id: string }>('locations/return-to-queue')
export const rememberName = execute<{ placeId: string; name: string; comparedName: string }>('locations/remember-name')
export const assignPlaces = execute<{ reportIds: string[] }>('locations/assign-places')

// Likely duplicates

export interface PairIds {
  firstReportId: string
  secondReportId: string
}
export type PairState = 'waiting' | 'joined' | 'kept_apart'

type PairPage = { afterTime: string | null; afterFirst: string | null; afterSecond: string | null; limit: number }

export const waitingPairs = query<PairPage, PairIds & { at: string }>('locations/waiting-pairs')
export const decidedPairs = query<PairPage, PairIds & { at: string }>('locations/decided-pairs')
export const countWaitingPairs = queryOne<object, { waiting: number }>('locations/count-waiting-pairs')
export const pairsById = query<
  { firstReportIds: string[]; secondReportIds: string[] },
  PairIds & { state: PairState; metresApart: number | null }
>('locations/pairs-by-id')
export const decidePair = execute<PairIds & { state: PairState }>('locations/decide-pair')
export const reportsOfOccurrences = query<{ reportIds: string[] }, { id: string; occurrenceId: string }>(
  'locations/reports-of-occurrences',
)
export const decidedAmong = query<{ reportIds: string[] }, PairIds & { state: PairState }>('locations/decided-among')
export const addOccurrences = execute<{ ids: string[] }>('locations/add-occurrences')
export const moveToOccurrences = execute<{ reportIds: string[]; occurrenceIds: string[] }>(
  'locations/move-to-occurrences',
)
export const dropEmptyOccurrences = execute<{ ids: string[] }>('locations/drop-empty-occurrences')
export const dropWaitingPairs = execute<{ reportIds: string[] }>('locations/drop-waiting-pairs')
export const suggestDuplicates = execute<{ reportIds: string[] }>('locations/suggest-duplicates')
