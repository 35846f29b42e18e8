import { execute, query, queryOne } from '../db.ts'
import type { NamedPlace, Surroundings } from '../hotspots/find-hotspots.ts'
import type { Occurrence } from '../hotspots/occurrence.ts'
import type { Selection } from '../hotspots/question.ts'
import type { Ancestor } from '../findings/lineage.ts'
import type { FindingsTask, Outline } from '../findings/task.ts'
import type { Band } from './bands.ts'
import type { ListedRow, RunHotspot, SharedHotspot, StoredRun } from './run-hotspot.ts'
import type { RunKind, SharedHistory } from './schema.ts'

// Making a run

export const occurrencesInPeriod = query<Selection, Occurrence>('hotspots/in-period')
export const placesById = query<{ ids: string[] }, NamedPlace>('hotspots/places')
export const surroundingsOf = query<{ eastings: number[]; northings: number[]; protectedMetres: number }, Surroundings>(
  'runs/surroundings',
)
export const touchProtected = query<{ shapes: string[]; protectedMetres: number }, { touches: boolean }>(
  'runs/touch-protected',
)
export const areasOfShapes = query<
  { shapes: string[]; eastings: number[]; northings: number[] },
  { areaIds: string[]; ward: string | null; sntCode: string | null }
>('runs/areas-of-shapes')
export const approvedPlaces = query<object, { id: string }>('runs/approved-places')
export const addRun = queryOne<
  {
    kind: RunKind
    from: string
    to: string
    method: string
    methodVersion: string
    dataHash: Buffer
    leftOut: string
    withheldG2: number
    withheldG3: number
    madeBy: string
    madeAt: Date
  },
  { id: string }
>('runs/add-run')
export const addHotspots = execute<Record<string, unknown>>('runs/add-hotspots')
export const addShared = execute<Record<string, unknown>>('runs/add-shared')
export const addListed = execute<Record<string, unknown>>('runs/add-listed')

export const outlines = query<object, Outline>('runs/outlines')
export const partnershipArea = queryOne<object, NonNullable<FindingsTask['area']>>('runs/partnership-area')
export const keptHot = query<{ before: string }, { placeId: string }>('runs/kept-hot')
export const membersOfNeighbour = query<{ kind: RunKind; to: string }, Ancestor>('runs/members-of-neighbour')
export const addMembers = execute<{ runId: string; hotspotIds: string[]; occurrenceIds: string[] }>('runs/add-members')
export const addPicture = execute<{ runId: string; picture: string; surface: string; backtest: string }>(
  'runs/add-picture',
)

/** Every report that is there, with its version. */
export const knownReports = queryOne<object, { reportIds: string[]; reportVersions: number[] }>('runs/known-reports')
export const addKnown = execute<{ runId: string; reportIds: string[]; reportVersions: number[] }>('runs/add-known')

// Hotspots under review

export const openReviews = execute<{ runId: string; now: Date }>('runs/open-reviews')
export const lapseReviews = execute<{ runId: string; now: Date; candidateMonths: number }>('runs/lapse-reviews')

// Reading runs

/** What a run keeps of a hotspot for whoever may see exact counts. */
export type StoredHotspot = Omit<RunHotspot, 'shared' | 'listed' | 'members' | 'sites'>

export const runs = query<{ kind: RunKind | null }, StoredRun>('runs/runs')
export const countsOfRuns = query<object, { id: string; shared: number; listed: number }>('runs/counts')
export const hotspotsOfRun = query<
  { runId: string },
  { hotspotId: string; rank: number; isFew: boolean; hotspot: StoredHotspot; sharedRank: number | null }
>('runs/hotspots')
export const sharedOfRun = query<{ runId: string }, { id: string; hotspot: SharedHotspot }>('runs/shared')
export const sharedPlace = queryOne<
  { id: string },
  { id: string; name: string; category: NamedPlace['category']; geometry: NamedPlace['geometry'] }
>('runs/shared-place')
export const monthsOfPlace = query<
  { id: string },
  { month: string; childrenBand: Band | null; reportsBand: Band | null }
>('runs/months-of-place')
export const historyOfShared = query<{ hotspotId: string }, SharedHistory['history'][number]>('runs/history-of-shared')
export const listedOfRun = query<{ runId: string }, ListedRow>('runs/listed')
export const listedCounts = query<object, { id: string; rows: number }>('runs/listed-counts')
