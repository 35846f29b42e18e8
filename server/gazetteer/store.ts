import { execute, query, queryOne } from '../db.ts'
import type { PlaceCategory } from '../shared-schema.ts'
import type { OutlineCheck } from './outline.ts'
import type { Area, Place, PlaceHistory } from './schema.ts'

export interface PlaceValues {
  name: string
  category: PlaceCategory
  seedGroup: string | null
  /** GeoJSON text, WGS84. */
  geometry: string | null
  positionAccuracyMetres: number | null
  positionNote: string
  source: string
}

interface PageOfPlaces {
  search: string | null
  category: string | null
  retired: 'false' | 'true' | 'only'
  afterName: string | null
  afterId: string | null
  limit: number
}

export const pageOfPlaces = query<PageOfPlaces, { id: string; name: string }>('gazetteer/page-of-places')
export const placesById = query<{ ids: string[] }, Place>('gazetteer/places-by-id')
export const placeRevisions = query<{ id: string }, PlaceHistory['revisions'][number]>('gazetteer/revisions')

export const lockPlaces = execute<object>('gazetteer/lock-places')
export const namesTaken = query<
  { comparedNames: string[]; exceptId: string | null },
  { name: string; placeName: string }
>('gazetteer/names-taken')
export const checkOutline = queryOne<{ geometry: string }, OutlineCheck>('gazetteer/check-outline')
export const sameOutline = queryOne<{ id: string; geometry: string }, { same: boolean }>('gazetteer/same-outline')

export const placeBySource = queryOne<{ sourceRef: string }, { id: string }>('gazetteer/place-by-source')
export const isChangedByHand = queryOne<{ id: string }, { isChanged: boolean }>('gazetteer/is-changed-by-hand')

export const insertPlace = queryOne<PlaceValues & { sourceRef: string | null }, { id: string }>(
  'gazetteer/insert-place',
)
export const updatePlace = execute<PlaceValues & { id: string }>('gazetteer/update-place')
export const retireOrRestore = execute<{ id: string; reason: string | null }>('gazetteer/retire-place')
export const keepRevision = execute<{ id: string; version: number; was: string; change: string }>(
  'gazetteer/keep-revision',
)
export const dropPlaceNames = execute<{ id: string; comparedNames: string[] }>('gazetteer/drop-place-names')
export const putPlaceNames = execute<{ id: string; names: string[]; comparedNames: string[] }>(
  'gazetteer/put-place-names',
)

export const reportsNearPlace = query<{ id: string }, { id: string }>('gazetteer/reports-near-place')
export const moveNamedReports = execute<{ id: string }>('gazetteer/move-named-reports')
export const assignPlaces = execute<{ reportIds: string[] }>('locations/assign-places')

export const areas = query<
  { kind: string | null; withGeometry: boolean },
  Omit<Area, 'geometry'> & { geometry: Area['geometry'] | null }
>('gazetteer/areas')
