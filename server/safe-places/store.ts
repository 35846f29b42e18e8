import { execute, query, queryOne } from '../db.ts'
import type { OutlineCheck } from '../gazetteer/outline.ts'
import type { HoursOfWeek, SafePlace, SafePlacesNear } from './schema.ts'

interface PageOfSafePlaces {
  retired: 'false' | 'true' | 'only'
  afterName: string | null
  afterId: string | null
  limit: number
}

interface SafePlaceValues {
  kind: string
  name: string
  /** GeoJSON text, WGS84; null leaves it as it is. */
  geometry: string | null
  /** JSON text. */
  openHours: string
  contactRole: string
  notes: string
  changedBy: string
  at: Date
}

export const pageOfSafePlaces = query<PageOfSafePlaces, SafePlace>('safe-places/page')
export const safePlaceById = queryOne<{ id: string }, SafePlace>('safe-places/one')
export const revisionsOf = query<{ id: string }, { was: SafePlace }>('safe-places/revisions')
export const safePlacesNear = query<
  { reviewId: string; metres: number },
  SafePlacesNear['safePlaces'][number] & { distanceMetres: number }
>('safe-places/near')
export const placeUnderReview = queryOne<{ reviewId: string }, { placeId: string | null; windows: HoursOfWeek[] }>(
  'safe-places/place-under-review',
)

export const checkOutline = queryOne<{ geometry: string }, OutlineCheck>('gazetteer/check-outline')
export const addSafePlace = queryOne<SafePlaceValues, { id: string }>('safe-places/add')
/** These give 0 where it is of another version by now. */
export const changeSafePlace = execute<SafePlaceValues & { id: string; version: number }>('safe-places/change')
export const retireOrRestore = execute<{
  id: string
  version: number
  why: string | null
  changedBy: string
  at: Date
}>('safe-places/retire')
/** `was` is JSON text. */
export const keepRevision = execute<{ id: string; version: number; was: string }>('safe-places/keep-revision')
