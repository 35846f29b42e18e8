import { query, queryOne } from '../db.ts'
import type { NamedPlace, Surroundings } from './find-hotspots.ts'
import type { Occurrence } from './occurrence.ts'
import type { Selection } from './question.ts'

export const occurrencesInPeriod = query<Selection, Occurrence>('hotspots/in-period')
export const placesById = query<{ ids: string[] }, NamedPlace>('hotspots/places')
export const surroundingsOf = query<{ eastings: number[]; northings: number[] }, Surroundings>('hotspots/name-clusters')
export const areaExists = queryOne<{ id: string }, { known: boolean }>('hotspots/area-exists')
