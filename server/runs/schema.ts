import { z } from 'zod'
import { AreaGeometry, Day, PlaceCategory, SeedGroup, type Operation } from '../shared-schema.ts'
import { CHANGE_WORDS, TREND_CLASSES } from '../statistics/schema.ts'

export const RUN_KINDS = ['month', 'quarter'] as const
export const RunKind = z.enum(RUN_KINDS, 'A run is of a month or of a quarter.')
export type RunKind = z.infer<typeof RunKind>

export const Month = z.string().regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/, 'Give a month as YYYY-MM, such as 2023-06.')

/** A month: the twelve months up to its end. A quarter: its three months, named by its last. */
export const RunInput = z.strictObject({ kind: RunKind, month: Month })

const Period = z.object({ from: Day, to: Day })
const RunMethod = z.object({ minPoints: z.int(), minChildren: z.int(), protectedMetres: z.number() })

export const Run = z.object({
  id: z.uuid(),
  kind: RunKind,
  /** The last month of its period. */
  month: Month,
  period: Period,
  method: RunMethod,
  version: z.string(),
  madeBy: z.string(),
  madeAt: z.string(),
  withheldG2: z.int(),
  withheldG3: z.int(),
  /** How many hotspots operational partners see, and how many stand in the depersonalised list. */
  shared: z.int(),
  listed: z.int(),
})
export type Run = z.infer<typeof Run>

export const RunList = z.object({
  runs: z.array(Run),
  /** What is over and has not been stored. */
  canMake: z.array(RunInput),
})
export type RunList = z.infer<typeof RunList>

/** A stored run as the co-ordinator and the chair see it: who sees what, and why the others do not. */
export const RunDetail = z.object({
  run: Run,
  hotspots: z.array(
    z.object({
      hotspotId: z.uuid(),
      placeId: z.uuid().nullable(),
      rank: z.int(),
      name: z.string(),
      method: z.enum(['place', 'cluster']),
      reports: z.int(),
      children: z.int(),
      topChildShare: z.number(),
      isFew: z.boolean(),
      sharedRank: z.int().nullable(),
      withheldG2: z.string().nullable(),
      withheldG3: z.string().nullable(),
    }),
  ),
})
export type RunDetail = z.infer<typeof RunDetail>

const Band = z.enum(['3-4', '5-9', '10-14', '15+'])
const PointGeometry = z.object({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) })

const ChangeWord = z.enum(CHANGE_WORDS)
const TrendClass = z.enum(TREND_CLASSES)

/** What operational partners (G2) are told of a hotspot beside its bands. Nothing in it depends on where in its square a report lies. */
export const SharedFindings = z.object({
  change: ChangeWord,
  trend: TrendClass,
  /** Whether it is still a hotspot without any single one of its children, and with the method varied. */
  isFirm: z.boolean(),
  /** One child gives over half of the reports, or two over three quarters: a pattern of very few children. */
  isOfFewChildren: z.boolean(),
  /** The twelve months, the earliest first; null: fewer than three children. */
  months: z.array(z.object({ month: Month, childrenBand: Band.nullable(), isComplete: z.boolean() })),
  /** The best times to visit, the best first: hours of the local week (0 is Monday 00:00 to 01:00), three children at least in each. */
  windows: z.array(z.object({ fromHour: z.int(), hours: z.int() })),
  /** Parts of the week with ten reports and five children at least; of others nothing is said. */
  dayParts: z.array(
    z.object({
      isWeekend: z.boolean(),
      dayPart: z.enum(['00-06', '06-12', '12-18', '18-24']),
      reportsBand: z.enum(['10-14', '15+']),
    }),
  ),
})
export type SharedFindings = z.infer<typeof SharedFindings>

/** A hotspot as operational partners see it (G2). */
export const SharedHotspot = z.object({
  id: z.uuid(),
  placeId: z.uuid().nullable(),
  rank: z.int(),
  name: z.string(),
  category: PlaceCategory,
  seedGroup: SeedGroup.nullable(),
  method: z.enum(['place', 'cluster']),
  childrenBand: Band,
  reportsBand: Band,
  /** A named place's outline; else the 200 m squares of the National Grid with at least three children each, or the centre of one. */
  geometry: z.union([AreaGeometry, PointGeometry]),
  isApproximate: z.boolean(),
  /** Null in runs that were stored before there were findings. */
  findings: SharedFindings.nullable(),
})
export type SharedHotspot = z.infer<typeof SharedHotspot>

export const RunName = z.object({ id: z.uuid(), month: Month })

export const SharedQuery = z.strictObject({ run: z.uuid('Give the id of a stored run.').optional() })
export const SharedAnswer = z.object({
  /** Null before the first run. */
  run: RunName.extend({
    period: Period,
    madeAt: z.string(),
    method: RunMethod.extend({ version: z.string() }),
  }).nullable(),
  runs: z.array(RunName),
  hotspots: z.array(SharedHotspot),
  /** How many places of the whole partnership are not shown. */
  withheld: z.int(),
  /** Why places may be withheld, in general. */
  why: z.array(z.string()),
})
export type SharedAnswer = z.infer<typeof SharedAnswer>

export const SharedPlace = z.object({
  place: z.object({ id: z.uuid(), name: z.string(), category: PlaceCategory, geometry: AreaGeometry }),
  months: z.array(z.object({ month: Month, childrenBand: Band.nullable(), reportsBand: Band.nullable() })),
})
export type SharedPlace = z.infer<typeof SharedPlace>

/** One hotspot in every stored month, the earliest first; null: not shown in that month, which is not “none”. */
export const SharedHistory = z.object({
  history: z.array(
    z.object({
      runId: z.uuid(),
      month: Month,
      childrenBand: Band.nullable(),
      reportsBand: Band.nullable(),
      change: ChangeWord.nullable(),
      trend: TrendClass.nullable(),
    }),
  ),
})
export type SharedHistory = z.infer<typeof SharedHistory>

export const QuarterLists = z.object({
  lists: z.array(
    z.object({
      id: z.uuid(),
      /** Such as 2023 Q2. */
      quarter: z.string(),
      period: Period,
      releaseId: z.string(),
      rows: z.int(),
      withheld: z.int(),
      madeAt: z.string(),
    }),
  ),
  why: z.array(z.string()),
})
export type QuarterLists = z.infer<typeof QuarterLists>

export const operations: Operation[] = [
  { method: 'get', path: '/api/runs', summary: 'The stored runs, and what can be stored next', answer: RunList },
  {
    method: 'post',
    path: '/api/runs',
    summary: 'Store the run of a month or of a quarter, once',
    body: RunInput,
    answer: RunDetail,
    status: 201,
  },
  {
    method: 'get',
    path: '/api/runs/:id',
    summary: 'A stored run with exact counts: what partners see of it, and why not',
    answer: RunDetail,
  },
  {
    method: 'get',
    path: '/api/shared/hotspots',
    summary: 'The hotspots of a stored run as operational partners see them',
    query: SharedQuery,
    answer: SharedAnswer,
  },
  {
    method: 'get',
    path: '/api/shared/places/:id',
    summary: 'A named place as operational partners see it, month by month',
    answer: SharedPlace,
  },
  {
    method: 'get',
    path: '/api/shared/history/:hotspotId',
    summary: 'A hotspot from stored month to stored month as operational partners see it',
    answer: SharedHistory,
  },
  { method: 'get', path: '/api/lists', summary: 'The depersonalised lists of whole quarters', answer: QuarterLists },
  { method: 'get', path: '/api/lists/:id.csv', summary: 'A quarter’s list as CSV', answer: 'text/csv' },
  {
    method: 'get',
    path: '/api/lists/:id.geojson',
    summary: 'A quarter’s list as GeoJSON (WGS84)',
    answer: 'application/geo+json',
  },
]
