import { query, queryOne } from '../db.ts'
import type { Basis } from '../shared-schema.ts'
import type { NamedPlace, Surroundings } from './find-hotspots.ts'
import type { Occurrence } from './occurrence.ts'

/** Instants, ISO 8601; `hours` are local hours of the day, null for any. */
export interface Selection {
  from: string
  to: string
  bases: readonly Basis[]
  category: string | null
  hours: readonly number[] | null
  area: string | null
}

export const occurrencesInPeriod = query<Selection, Occurrence>('hotspots/in-period')
export const placesById = query<{ ids: string[] }, NamedPlace>('hotspots/places')
export const surroundingsOf = query<{ eastings: number[]; northings: number[] }, Surroundings>('hotspots/name-clusters')
export const areaExists = queryOne<{ id: string }, { known: boolean }>('hotspots/area-exists')
