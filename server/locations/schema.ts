import { z } from 'zod'
import { Basis, Cursor, Latitude, Limit, Longitude, PlaceCategory, type Operation } from '../shared-schema.ts'

export const TIME_PRECISIONS = ['exact', 'hour', 'day_part', 'date', 'unknown'] as const
export const TimePrecision = z.enum(TIME_PRECISIONS)

export const SOURCE_TYPES = [
  'return_interview',
  'prevention_interview',
  'police_found_report',
  'police_intel',
  'carer_philomena',
  'social_worker',
  'residential_staff',
  'youth_worker',
  'partner_cctv',
  'school',
  'public',
] as const
export const SourceType = z.enum(SOURCE_TYPES)

export const CONCERNS = [
  'cse',
  'cce',
  'county_lines',
  'trafficking',
  'serious_violence',
  'substance',
  'self_harm',
  'radicalisation',
  'none',
] as const
export const Concern = z.enum(CONCERNS)

const localTime = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/, 'Give a date, or a date and a time, such as 2023-06-30T21:15.')

/**
 * One report by hand. Everything that may not be known may be left out; a place is a point, a named place, or words for the queue.
 * Times are wall-clock times, Europe/London.
 */
export const ReportInput = z.strictObject({
  basis: Basis,
  /** The case system's number, turned into a reference at once and not kept; left out: not known, or no one child. */
  childSourceId: z.string().trim().min(1).max(100).optional(),
  observedFrom: localTime,
  observedTo: localTime.optional(),
  timePrecision: TimePrecision,
  point: z.object({ longitude: Longitude, latitude: Latitude }).optional(),
  placeId: z.uuid().optional(),
  placeName: z.string().trim().min(1).max(200).optional(),
  placeCategory: PlaceCategory.optional(),
  accuracyMetres: z.int().min(0).max(100_000).optional(),
  isPrivateAddress: z.boolean(),
  foundOnPatrol: z.boolean().default(false),
  sourceType: SourceType.optional(),
  concerns: z.array(Concern).max(9).default([]),
  narrative: z.string().trim().max(4000).optional(),
})
export type ReportInput = z.infer<typeof ReportInput>

/** A report as the co-ordinator sees it: with the child's reference, never the case number. */
export const Report = z.object({
  id: z.uuid(),
  reportRef: z.string(),
  childReference: z.string().nullable(),
  basis: Basis,
  observedFrom: z.string().nullable(),
  observedTo: z.string().nullable(),
  timePrecision: TimePrecision,
  /** The place in the words of the report. */
  placeName: z.string().nullable(),
  placeCategory: PlaceCategory.nullable(),
  /** The gazetteer's place it stands at. */
  placeId: z.uuid().nullable(),
  placeKnownAs: z.string().nullable(),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
  accuracyMetres: z.int().nullable(),
  isPrivateAddress: z.boolean(),
  foundOnPatrol: z.boolean(),
  isInArea: z.boolean().nullable(),
  sourceType: z.string().nullable(),
  narrative: z.string().nullable(),
  setAsideReason: z.string().nullable(),
  version: z.int(),
})
export type Report = z.infer<typeof Report>

export const Suggestion = z.object({
  placeId: z.uuid(),
  name: z.string(),
  category: PlaceCategory,
  longitude: z.number(),
  latitude: z.number(),
  /** Trigram similarity, 0 to 1. */
  similarity: z.number(),
})
export type Suggestion = z.infer<typeof Suggestion>

export const QueueQuery = z.strictObject({
  /** `set_aside` lists what a person gave up on, so that it can be taken back. */
  state: z.enum(['waiting', 'set_aside']).default('waiting'),
  limit: Limit,
  cursor: Cursor,
})
export const UnplacedList = z.object({
  /** All that wait, not only this page. */
  waiting: z.int(),
  reports: z.array(Report.extend({ suggestions: z.array(Suggestion), sameName: z.int() })),
  next: z.string().nullable(),
})
export type UnplacedList = z.infer<typeof UnplacedList>

/** Where a person says it was. `alsoSameName` places every waiting report that uses the same words, and remembers the words as a name of the place. */
export const Placement = z.strictObject({
  version: z.int().min(1),
  point: z.object({ longitude: Longitude, latitude: Latitude }).optional(),
  placeId: z.uuid().optional(),
  alsoSameName: z.boolean().default(false),
})
export const PlacementAnswer = z.object({ report: Report, placedAlso: z.int() })
export const SettingAside = z.strictObject({
  version: z.int().min(1),
  reason: z.string().trim().min(1, 'Say in a few words why it cannot be placed.').max(500),
})
export const ReportVersion = z.strictObject({ version: z.int().min(1) })

export const DuplicateQuery = z.strictObject({
  state: z.enum(['waiting', 'decided']).default('waiting'),
  limit: Limit,
  cursor: Cursor,
})
export const DuplicatePair = z.object({
  first: Report,
  second: Report,
  state: z.enum(['waiting', 'joined', 'kept_apart']),
  metresApart: z.number().nullable(),
})
export type DuplicatePair = z.infer<typeof DuplicatePair>
export const DuplicateList = z.object({ waiting: z.int(), pairs: z.array(DuplicatePair), next: z.string().nullable() })
export type DuplicateList = z.infer<typeof DuplicateList>
export const DuplicateDecision = z.strictObject({
  firstReportId: z.uuid(),
  secondReportId: z.uuid(),
  /** `undecided` takes a decision back. */
  decision: z.enum(['join', 'keep_apart', 'undecided']),
})

export const operations: Operation[] = [
  {
    method: 'post',
    path: '/api/reports',
    summary: 'Enter one location report by hand',
    body: ReportInput,
    answer: Report,
    status: 201,
  },
  { method: 'get', path: '/api/reports/:id', summary: 'One location report', answer: Report },
  {
    method: 'get',
    path: '/api/queue/unplaced',
    summary: 'Reports that wait to be placed, with suggestions',
    query: QueueQuery,
    answer: UnplacedList,
  },
  {
    method: 'post',
    path: '/api/reports/:id/place',
    summary: 'Say where a report was',
    body: Placement,
    answer: PlacementAnswer,
  },
  {
    method: 'post',
    path: '/api/reports/:id/set-aside',
    summary: 'Give up placing a report, with the reason',
    body: SettingAside,
    answer: Report,
  },
  {
    method: 'post',
    path: '/api/reports/:id/return-to-queue',
    summary: 'Take back a placing by hand or a setting aside',
    body: ReportVersion,
    answer: Report,
  },
  {
    method: 'get',
    path: '/api/queue/duplicates',
    summary: 'Pairs of reports that may tell of one occurrence',
    query: DuplicateQuery,
    answer: DuplicateList,
  },
  {
    method: 'post',
    path: '/api/queue/duplicates',
    summary: 'Join a pair into one occurrence, keep it apart, or take that back',
    body: DuplicateDecision,
    answer: DuplicatePair,
  },
]
