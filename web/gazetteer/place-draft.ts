import type { z } from 'zod'
import type { Place, PlaceChange, PlaceInput } from '../../server/gazetteer/schema.ts'
import type { AreaGeometry, PlaceCategory } from '../../server/shared-schema.ts'
import type { FieldErrors } from '../form/errors.tsx'

/** A place as it stands in the form. */
export interface PlaceDraft {
  name: string
  /** One name a line. */
  otherNames: string
  category: PlaceCategory | ''
  seedGroup: NonNullable<Place['seedGroup']> | ''
  accuracy: string
  note: string
  geometry: AreaGeometry | undefined
}

export const EMPTY_PLACE: PlaceDraft = {
  name: '',
  otherNames: '',
  category: '',
  seedGroup: '',
  accuracy: '',
  note: '',
  geometry: undefined,
}

/** The other names are those beside the place’s own. */
export const toDraft = (place: Place): PlaceDraft => ({
  name: place.name,
  otherNames: place.alternativeNames.join('\n'),
  category: place.category,
  seedGroup: place.seedGroup ?? '',
  accuracy: place.positionAccuracyMetres === null ? '' : String(place.positionAccuracyMetres),
  note: place.positionNote,
  geometry: place.geometry,
})

const linesOf = (text: string) => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
]

export const errorsOf = (draft: PlaceDraft): FieldErrors => ({
  ...(draft.name.trim() === '' && { name: 'Give the place a name' }),
  ...(linesOf(draft.otherNames).some((name) => name.length > 120) && {
    otherNames: 'Each name must be 120 characters or fewer',
  }),
  ...(!draft.category && { category: 'Choose the kind of place' }),
  ...(!draft.geometry && { outline: 'Draw the outline of the place, or type it in' }),
})

/** A whole place, of a draft without errors. */
export const toPlaceInput = (draft: PlaceDraft): z.input<typeof PlaceInput> => ({
  name: draft.name.trim(),
  alternativeNames: linesOf(draft.otherNames),
  category: draft.category as PlaceCategory,
  seedGroup: draft.seedGroup || null,
  geometry: draft.geometry!,
  positionAccuracyMetres: draft.accuracy === '' ? null : Number(draft.accuracy),
  positionNote: draft.note.trim(),
})

/** Only what differs from the place that was opened: what nobody touched is nobody’s change. */
export const toPlaceChange = (draft: PlaceDraft, place: Place): z.input<typeof PlaceChange> => {
  const whole = toPlaceInput(draft)
  const before = toPlaceInput(toDraft(place))
  const changed = (Object.keys(whole) as (keyof typeof whole)[]).filter(
    (key) => JSON.stringify(whole[key]) !== JSON.stringify(before[key]),
  )
  return { version: place.version, ...Object.fromEntries(changed.map((key) => [key, whole[key]])) }
}
