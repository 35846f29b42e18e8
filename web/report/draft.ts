import { signal } from '@preact/signals'
import type { ReportInput } from '../../server/locations/schema.ts'
import type { Basis, PlaceCategory } from '../../server/shared-schema.ts'
import { NO_DAY, type TypedDay } from '../form/date-field.tsx'

export type TimeKind = 'exact' | 'hour' | 'between' | 'day_part' | 'date' | 'unknown'
export type DayPart = '00' | '06' | '12' | '18'

/** What is typed so far, as it was typed. It lives outside the page, so that an error, a lost connection or a look at the map loses nothing. */
export interface Draft {
  basis: Basis | ''
  foundOnPatrol: '' | 'yes' | 'no'
  day: TypedDay
  lastDay: TypedDay
  timeKind: TimeKind | ''
  time: string
  endTime: string
  dayPart: DayPart | ''
  whereKind: '' | 'map' | 'words'
  /** A named place or a spot on the map. */
  spot: { placeId?: string; name: string; longitude: number; latitude: number } | undefined
  placeName: string
  placeCategory: PlaceCategory | ''
  accuracy: '' | '20' | '100' | '500' | 'unknown'
  isPrivateAddress: '' | 'yes' | 'no'
  childKind: '' | 'number' | 'unknown'
  childSourceId: string
  sourceType: NonNullable<ReportInput['sourceType']> | ''
  concerns: string[]
  narrative: string
}

export const EMPTY: Draft = {
  basis: '',
  foundOnPatrol: '',
  day: NO_DAY,
  lastDay: NO_DAY,
  timeKind: '',
  time: '',
  endTime: '',
  dayPart: '',
  whereKind: '',
  spot: undefined,
  placeName: '',
  placeCategory: '',
  accuracy: '',
  isPrivateAddress: '',
  childKind: '',
  childSourceId: '',
  sourceType: '',
  concerns: [],
  narrative: '',
}

export const draft = signal<Draft>(EMPTY)

export const fill = (change: Partial<Draft>) => {
  draft.value = { ...draft.value, ...change }
}

export const isEmpty = () => JSON.stringify(draft.value) === JSON.stringify(EMPTY)
