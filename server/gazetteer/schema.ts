import { z } from 'zod'
import { AreaGeometry, Cursor, Limit, PlaceCategory, SeedGroup, type Operation } from '../shared-schema.ts'

const trimmed = (least: number, most: number, message: string) =>
  z.string().trim().min(least, message).max(most, message)

export const PlaceInput = z.strictObject({
  name: trimmed(1, 120, 'Give the place a name of 1 to 120 characters.'),
  alternativeNames: z
    .array(trimmed(1, 120, 'A name has 1 to 120 characters.'))
    .max(50)
    .default([]),
  category: PlaceCategory,
  seedGroup: SeedGroup.nullable().default(null),
  geometry: AreaGeometry,
  /** How far the drawn place may be from the real one, metres; null: not known. */
  positionAccuracyMetres: z.int().min(0).max(5000).nullable().default(null),
  positionNote: z.string().trim().max(500).default(''),
  source: z.string().trim().max(500).default('drawn by hand'),
})
export type PlaceInput = z.infer<typeof PlaceInput>

/** Only what is given is changed. `version` is the one that was looked at: a newer one is a conflict, never overwritten. */
export const PlaceChange = z.strictObject({
  version: z.int().min(1),
  name: PlaceInput.shape.name.optional(),
  alternativeNames: z
    .array(trimmed(1, 120, 'A name has 1 to 120 characters.'))
    .max(50)
    .optional(),
  category: PlaceCategory.optional(),
  seedGroup: SeedGroup.nullable().optional(),
  geometry: AreaGeometry.optional(),
  positionAccuracyMetres: z.int().min(0).max(5000).nullable().optional(),
  positionNote: z.string().trim().max(500).optional(),
})
export type PlaceChange = z.infer<typeof PlaceChange>

export const PlaceRetirement = z.strictObject({
  version: z.int().min(1),
  reason: trimmed(1, 500, 'Say in a few words why the place is retired.'),
})
export const PlaceVersion = z.strictObject({ version: z.int().min(1) })

export const Place = z.object({
  id: z.uuid(),
  name: z.string(),
  alternativeNames: z.array(z.string()),
  category: PlaceCategory,
  seedGroup: SeedGroup.nullable(),
  geometry: AreaGeometry,
  positionAccuracyMetres: z.int().nullable(),
  positionNote: z.string(),
  source: z.string(),
  version: z.int(),
  retiredAt: z.string().nullable(),
  retiredReason: z.string().nullable(),
  updatedAt: z.string(),
})
export type Place = z.infer<typeof Place>

export const PlaceQuery = z.strictObject({
  search: z.string().max(120).optional(),
  category: PlaceCategory.optional(),
  retired: z.enum(['false', 'true', 'only']).default('false'),
  limit: Limit,
  cursor: Cursor,
})
export const PlaceList = z.object({ places: z.array(Place), next: z.string().nullable() })
export type PlaceList = z.infer<typeof PlaceList>

export const PlaceHistory = z.object({
  revisions: z.array(
    z.object({
      version: z.int(),
      change: z.string(),
      changedAt: z.string(),
      name: z.string(),
      category: PlaceCategory,
      geometry: AreaGeometry,
    }),
  ),
})
export type PlaceHistory = z.infer<typeof PlaceHistory>

export const AREA_KINDS = ['partnership', 'ward', 'police_neighbourhood'] as const
export const AreaKind = z.enum(AREA_KINDS)
export const AreaQuery = z.strictObject({
  kind: AreaKind.optional(),
  geometry: z.enum(['true', 'false']).default('false'),
})
export const Area = z.object({
  id: z.uuid(),
  kind: AreaKind,
  code: z.string(),
  name: z.string(),
  isInvented: z.boolean(),
  source: z.string(),
  geometry: AreaGeometry.optional(),
})
export type Area = z.infer<typeof Area>
export const AreaList = z.object({ areas: z.array(Area) })

/** What holds for every area of a file that does not say so itself. */
export const AreaImportQuery = z.strictObject({
  kind: AreaKind.optional(),
  source: z.string().trim().min(1).max(500).optional(),
})

/** A search box's question, and what it may have meant, likeliest first. */
export const GazetteerQuery = z.strictObject({ q: trimmed(1, 120, 'Type a name, a postcode or a grid reference.') })
export const GazetteerMatch = z.object({
  kind: z.enum(['place', 'postcode', 'grid_reference']),
  name: z.string(),
  placeId: z.uuid().nullable(),
  category: PlaceCategory.nullable(),
  longitude: z.number(),
  latitude: z.number(),
  /** 0 to 1, 1 for the same name. */
  similarity: z.number(),
})
export type GazetteerMatch = z.infer<typeof GazetteerMatch>
export const GazetteerMatches = z.object({ matches: z.array(GazetteerMatch) })

/** What a gazetteer file came to. */
export const GazetteerImport = z.object({
  read: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  issues: z.array(z.object({ item: z.int(), name: z.string().nullable(), message: z.string() })),
})
export type GazetteerImport = z.infer<typeof GazetteerImport>

export const operations: Operation[] = [
  { method: 'get', path: '/api/places', summary: 'Named places, by name', query: PlaceQuery, answer: PlaceList },
  { method: 'post', path: '/api/places', summary: 'Draw a place', body: PlaceInput, answer: Place, status: 201 },
  { method: 'get', path: '/api/places/:id', summary: 'One place', answer: Place },
  {
    method: 'patch',
    path: '/api/places/:id',
    summary: 'Move, rename or describe a place',
    body: PlaceChange,
    answer: Place,
  },
  { method: 'get', path: '/api/places/:id/history', summary: 'What a place was before', answer: PlaceHistory },
  {
    method: 'post',
    path: '/api/places/:id/retire',
    summary: 'Retire a place, with the reason',
    body: PlaceRetirement,
    answer: Place,
  },
  {
    method: 'post',
    path: '/api/places/:id/restore',
    summary: 'Bring a retired place back',
    body: PlaceVersion,
    answer: Place,
  },
  {
    method: 'get',
    path: '/api/areas',
    summary: 'Wards, police neighbourhoods and the partnership’s area',
    query: AreaQuery,
    answer: AreaList,
  },
  {
    method: 'get',
    path: '/api/gazetteer/search',
    summary: 'Find a place, a postcode or a grid reference',
    query: GazetteerQuery,
    answer: GazetteerMatches,
  },
  {
    method: 'post',
    path: '/api/gazetteer/imports/naptan',
    summary: 'Bus and rail stations from a NaPTAN stops file',
    body: 'text/csv',
    answer: GazetteerImport,
    status: 201,
  },
  {
    method: 'post',
    path: '/api/gazetteer/imports/postcodes',
    summary: 'Postcodes from a CSV file',
    body: 'text/csv',
    answer: GazetteerImport,
    status: 201,
  },
  {
    method: 'post',
    path: '/api/gazetteer/imports/places',
    summary: 'Places from GeoJSON polygons',
    body: 'application/geo+json',
    answer: GazetteerImport,
    status: 201,
  },
  {
    method: 'post',
    path: '/api/gazetteer/imports/areas',
    summary: 'Areas from GeoJSON polygons',
    query: AreaImportQuery,
    body: 'application/geo+json',
    answer: GazetteerImport,
    status: 201,
  },
]
