import type { Basis, PlaceCategory } from '../shared-schema.ts'

/** One occurrence of the period, as the store gives it: British National Grid metres, null where nobody knows. */
export interface Occurrence {
  id: string
  childId: string | null
  basis: Basis
  /** The instant whose local day it belongs to. */
  at: Date
  observedFrom: Date | null
  observedTo: Date | null
  timePrecision: 'exact' | 'hour' | 'day_part' | 'date' | 'unknown'
  easting: number | null
  northing: number | null
  /** How far from there it may have been; null where nobody recorded it. */
  accuracyMetres: number | null
  placeId: string | null
  placeCategory: PlaceCategory | null
  isPrivateAddress: boolean
  foundOnPatrol: boolean
  /** Null where no area of the partnership is loaded: then nothing is outside it. */
  isInArea: boolean | null
}

export interface PlacedOccurrence extends Occurrence {
  easting: number
  northing: number
}
