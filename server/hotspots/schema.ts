import { z } from 'zod'
import { AreaGeometry, BASES, Day, PlaceCategory, SeedGroup, type Operation } from '../shared-schema.ts'

export const DAY_PARTS = ['06-12', '12-18', '18-24', '00-06', 'day', 'night'] as const

const bases = z
  .string()
  .transform((text) => text.split(',').map((word) => word.trim()))
  .pipe(z.array(z.enum(BASES, `Choose from ${BASES.join(', ')}, with commas between.`)).min(1))

const wholeNumber = (least: number, most: number) => {
  const message = `Give a whole number from ${least} to ${most}.`
  return z.coerce.number(message).int(message).min(least, message).max(most, message)
}

/** What can be asked of the hotspots (contracts.md). `to` is exclusive; both default to the last 12 complete months. */
export const HotspotQuery = z.strictObject({
  from: Day.optional(),
  to: Day.optional(),
  basis: bases.optional(),
  category: PlaceCategory.optional(),
  dayPart: z.enum(DAY_PARTS, `Choose one of ${DAY_PARTS.join(', ')}.`).optional(),
  area: z.uuid('Give the id of an area.').optional(),
  epsMetres: z.coerce
    .number('Give a number of metres from 25 to 1000.')
    .min(25, 'Give a number of metres from 25 to 1000.')
    .max(1000, 'Give a number of metres from 25 to 1000.')
    .optional(),
  minPoints: wholeNumber(2, 100).optional(),
  // It can only be raised: fewer than three children is never a hotspot.
  minChildren: wholeNumber(3, 1000).optional(),
})
export type HotspotQuery = z.infer<typeof HotspotQuery>

/** One hotspot of an answer, named by its rank, of the same query. */
export const ProfileQuery = HotspotQuery.extend({ rank: wholeNumber(1, 100_000) })

const counts = {
  reports: z.int(),
  found: z.int(),
  disclosed: z.int(),
  sighted: z.int(),
  suspected: z.int(),
  frequented: z.int(),
  /** Distinct children; a report with no child counts as a report, never as a child. */
  children: z.int(),
  /** The share of the reports that one child gives, 0 to 1. */
  topChildShare: z.number(),
  score: z.number(),
}

export const Hotspot = z.object({
  id: z.string().nullable(),
  placeId: z.string().nullable(),
  name: z.string(),
  category: PlaceCategory,
  seedGroup: SeedGroup.nullable(),
  method: z.enum(['place', 'cluster']),
  rank: z.int(),
  ...counts,
  areaHectares: z.number(),
  geometry: AreaGeometry,
})
export type Hotspot = z.infer<typeof Hotspot>

export const FewChildren = Hotspot.omit({ geometry: true, areaHectares: true })
export type FewChildren = z.infer<typeof FewChildren>

export const HotspotAnswer = z.object({
  period: z.object({ from: Day, to: Day }),
  method: z.object({ epsMetres: z.number(), minPoints: z.int(), minChildren: z.int(), version: z.string() }),
  hotspots: z.array(Hotspot),
  fewChildren: z.array(FewChildren),
  leftOut: z.object({
    privateAddress: z.int(),
    outsideArea: z.int(),
    unplaced: z.int(),
    foundOnPatrol: z.int(),
    notCounted: z.int(),
  }),
})
export type HotspotAnswer = z.infer<typeof HotspotAnswer>

export const HotspotProfile = z.object({
  hotspot: Hotspot,
  /** One entry a calendar month that the period touches, the earliest first. */
  months: z.array(
    z.object({
      month: z.string(),
      reports: z.int(),
      children: z.int(),
      /** False for the last two months before today, while return interviews are still due. */
      isComplete: z.boolean(),
    }),
  ),
  /** Aoristic weight of 168 hours from Monday 00:00, Europe/London. */
  week: z.array(z.number()).length(168),
  timeNotKnown: z.int(),
  /** Finds made on patrol here, left out of everything above. */
  foundOnPatrol: z.int(),
  repeatChildren: z.int(),
  effectiveChildren: z.number(),
})
export type HotspotProfile = z.infer<typeof HotspotProfile>

export const operations: Operation[] = [
  {
    method: 'get',
    path: '/api/hotspots',
    summary: 'Ranked hotspots of a period, what is known of few children only, and what was left out',
    query: HotspotQuery,
    answer: HotspotAnswer,
  },
  {
    method: 'get',
    path: '/api/hotspots/profile',
    summary: 'One hotspot of the same query: its months, its week, its children counted',
    query: ProfileQuery,
    answer: HotspotProfile,
  },
  {
    method: 'get',
    path: '/api/exports/hotspots.csv',
    summary: 'The hotspots of the same query as CSV, for the co-ordinator',
    query: HotspotQuery,
    answer: 'text/csv',
  },
  {
    method: 'get',
    path: '/api/exports/hotspots.geojson',
    summary: 'The hotspots of the same query as GeoJSON (WGS84), for the co-ordinator',
    query: HotspotQuery,
    answer: 'application/geo+json',
  },
]
