import { z } from 'zod'
import { AreaGeometry, Cursor, Latitude, Limit, Longitude, type Operation } from '../shared-schema.ts'
import { CheckedWords } from '../wording/schema.ts'

export const SAFE_PLACE_KINDS = ['safe_place', 'guardian'] as const
export const SafePlaceKind = z.enum(SAFE_PLACE_KINDS, 'Say whether it is a safe place or a guardian.')
export type SafePlaceKind = z.infer<typeof SafePlaceKind>

const PointGeometry = z.strictObject({ type: z.literal('Point'), coordinates: z.tuple([Longitude, Latitude]) })
const SafePlaceGeometry = z.union([PointGeometry, AreaGeometry], 'Give a point or an outline as GeoJSON.')
export type SafePlaceGeometry = z.infer<typeof SafePlaceGeometry>

const A_TIME = 'Give a time as HH:MM, such as 18:30.'
const Time = z.string(A_TIME).regex(/^([01]\d|2[0-3]):[0-5]\d$/, A_TIME)
const EndTime = z.string(A_TIME).regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, A_TIME)

/** Hours of the local week: a day, 0 is Monday; where `to` is not after `from`, it ends on the next day. */
export const OpenHours = z.strictObject({ day: z.int().min(0).max(6), from: Time, to: EndTime })
export type OpenHours = z.infer<typeof OpenHours>

const GIVE_NAME = 'Give it a name of 1 to 120 characters.'

export const SafePlaceInput = z.strictObject({
  kind: SafePlaceKind,
  name: z.string(GIVE_NAME).trim().min(1, GIVE_NAME).max(120, GIVE_NAME),
  geometry: SafePlaceGeometry,
  openHours: z.array(OpenHours).max(50, 'Give at most 50 spans of hours.'),
  /** A role, never a person: “duty manager”. */
  contactRole: z.string().trim().max(120, 'Give the role in at most 120 characters.').default(''),
  notes: z.string().trim().max(1000, 'Keep the notes to 1,000 characters.').default(''),
  checkedWords: CheckedWords,
})
export type SafePlaceInput = z.infer<typeof SafePlaceInput>

/** The whole of it, of the version that was looked at. */
export const SafePlaceChange = SafePlaceInput.extend({ version: z.int().min(1) })

const SAY_WHY = 'Say in a few words why it is retired.'
export const SafePlaceRetirement = z.strictObject({
  version: z.int().min(1),
  why: z.string(SAY_WHY).trim().min(1, SAY_WHY).max(500, SAY_WHY),
  checkedWords: CheckedWords,
})
export const SafePlaceVersion = z.strictObject({ version: z.int().min(1) })

export const SafePlace = z.object({
  id: z.uuid(),
  kind: SafePlaceKind,
  name: z.string(),
  geometry: SafePlaceGeometry,
  openHours: z.array(OpenHours),
  contactRole: z.string(),
  notes: z.string(),
  version: z.int(),
  retiredAt: z.string().nullable(),
  retiredWhy: z.string().nullable(),
  changedBy: z.string(),
  changedAt: z.string(),
})
export type SafePlace = z.infer<typeof SafePlace>

export const SafePlaceQuery = z.strictObject({
  retired: z.enum(['false', 'true', 'only']).default('false'),
  limit: Limit,
  cursor: Cursor,
})
export const SafePlaceList = z.object({ safePlaces: z.array(SafePlace), next: z.string().nullable() })
export type SafePlaceList = z.infer<typeof SafePlaceList>

/** What it was before, the latest first. */
export const SafePlaceHistory = z.object({ revisions: z.array(SafePlace) })
export type SafePlaceHistory = z.infer<typeof SafePlaceHistory>

/** Hours of the local week: 0 is Monday 00:00 to 01:00; a span may run over its end. */
const HoursOfWeek = z.object({ fromHour: z.int(), hours: z.int() })
export type HoursOfWeek = z.infer<typeof HoursOfWeek>

/** What keeps young people safe near a place under review, and when nobody does. */
export const SafePlacesNear = z.object({
  /** As far as they count, metres. */
  metres: z.int(),
  /** The nearest first; the distance from its edge, to 10 metres; null: where it is is not told. */
  safePlaces: z.array(SafePlace.extend({ distanceMetres: z.int().nullable() })),
  /** The hours that somebody is there for their whole length. */
  covered: z.array(z.int()),
  /** The best times of the latest month's reports, and the hours of them in which nobody is there; null: not told. */
  windows: z.array(HoursOfWeek).nullable(),
  gaps: z.array(HoursOfWeek).nullable(),
})
export type SafePlacesNear = z.infer<typeof SafePlacesNear>

export const operations: Operation[] = [
  {
    method: 'get',
    path: '/api/safe-places',
    summary: 'Safe places and guardians, by name',
    query: SafePlaceQuery,
    answer: SafePlaceList,
  },
  {
    method: 'post',
    path: '/api/safe-places',
    summary: 'Put a safe place or a guardian on the map',
    body: SafePlaceInput,
    answer: SafePlace,
    status: 201,
  },
  { method: 'get', path: '/api/safe-places/:id', summary: 'One safe place or guardian', answer: SafePlace },
  {
    method: 'put',
    path: '/api/safe-places/:id',
    summary: 'Change a safe place or a guardian; what it was is kept',
    body: SafePlaceChange,
    answer: SafePlace,
  },
  {
    method: 'get',
    path: '/api/safe-places/:id/history',
    summary: 'What a safe place or a guardian was before',
    answer: SafePlaceHistory,
  },
  {
    method: 'post',
    path: '/api/safe-places/:id/retire',
    summary: 'Retire a safe place or a guardian, with the reason',
    body: SafePlaceRetirement,
    answer: SafePlace,
  },
  {
    method: 'post',
    path: '/api/safe-places/:id/restore',
    summary: 'Bring a retired one back',
    body: SafePlaceVersion,
    answer: SafePlace,
  },
  {
    method: 'get',
    path: '/api/safe-places/near/:reviewId',
    summary: 'Safe places and guardians near a place under review, the hours they cover and the gaps',
    answer: SafePlacesNear,
  },
]
