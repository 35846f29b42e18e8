import { z } from 'zod'

/** Shapes that more than one feature speaks in. */

/** A day, YYYY-MM-DD, that exists. */
export const Day = z.iso
  .date({ error: 'Give a date as YYYY-MM-DD, such as 2023-07-01.', abort: true })
  .refine((day) => day >= '1900-01-01' && day <= '2199-12-31', 'Give a date between 1900 and 2199.')

export const Longitude = z.number().min(-180).max(180)
export const Latitude = z.number().min(-90).max(90)

export const PLACE_CATEGORIES = [
  'shopping_centre',
  'park',
  'riverside_garden',
  'bus_station',
  'rail_station',
  'street_or_square',
  'takeaway_or_cafe',
  'licensed_premises',
  'hotel',
  'vacant_site',
  'car_park',
  'leisure',
  'school_college',
  'private_address_area',
  'online_context',
  'other',
] as const
export const PlaceCategory = z.enum(PLACE_CATEGORIES)
export type PlaceCategory = z.infer<typeof PlaceCategory>

export const SEED_GROUPS = ['A', 'B', 'C', 'D', 'E'] as const
export const SeedGroup = z.enum(SEED_GROUPS)

/** How a place came to be known, strongest first. */
export const BASES = ['found', 'disclosed', 'sighted', 'suspected', 'frequented'] as const
export const Basis = z.enum(BASES)
export type Basis = z.infer<typeof Basis>

/** GeoJSON per RFC 7946, WGS84. */
const Position = z.tuple([z.number(), z.number()])
const Ring = z.array(Position).min(4)
export const PolygonGeometry = z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1) })
export const MultiPolygonGeometry = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(Ring).min(1)).min(1),
})
export const AreaGeometry = z.discriminatedUnion('type', [PolygonGeometry, MultiPolygonGeometry])
export type AreaGeometry = z.infer<typeof AreaGeometry>

/** Paging by keyset: `limit` is clamped, `cursor` is what the last answer gave as `next`. */
export const DEFAULT_LIMIT = 50
export const MAX_LIMIT = 500
export const Limit = z.coerce
  .number('Give a whole number from 1 to 500.')
  .int('Give a whole number from 1 to 500.')
  .min(1, 'Give a whole number from 1 to 500.')
  .transform((limit) => Math.min(limit, MAX_LIMIT))
  .default(DEFAULT_LIMIT)
/** As long as the cursor of the longest name of a place can be: 120 characters, each six bytes in JSON at the most. */
export const Cursor = z.string().max(1100, 'That cursor is not one of ours. Start again without it.').optional()

/** What every error says (RFC 9457). */
export const ProblemAnswer = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z
    .array(
      z.object({
        pointer: z.string().optional(),
        parameter: z.string().optional(),
        row: z.int().optional(),
        /** The words of a text that it is about. */
        phrase: z.string().optional(),
        detail: z.string(),
      }),
    )
    .optional(),
})

/** A step that somebody takes with a thing that has states, of the version they saw. */
export const StepInput = z.strictObject({
  step: z.string().min(1, 'Name the step.').max(40),
  version: z.int().min(1),
  why: z.string().trim().min(1, 'Say why.').max(1000, 'Say why in at most 1,000 characters.').optional(),
})
export type StepInput = z.infer<typeof StepInput>

/** A step that can be taken now. */
export const OfferedStep = z.object({ step: z.string(), says: z.string(), needsWhy: z.boolean() })

/** A step that was taken. */
export const StepTaken = z.object({
  step: z.string(),
  from: z.string().nullable(),
  to: z.string(),
  at: z.string(),
  by: z.string(),
  role: z.string().nullable(),
  agency: z.string().nullable(),
  why: z.string().nullable(),
})

/** One operation of the API, for the OpenAPI document: the routes use the same schemas. */
export interface Operation {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** As Express has it, under /api, `:id` for a path parameter. */
  path: string
  summary: string
  query?: z.ZodObject
  /** The JSON body, or the media type of a body that is a file. */
  body?: z.ZodType | 'text/csv' | 'application/geo+json'
  /** The JSON answer, or its media type; none where the status says it all. */
  answer?: z.ZodType | string
  status?: number
}
