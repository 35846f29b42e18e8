import { z } from 'zod'
import { Difference, ExactDifference, Reason } from '../differences/schema.ts'
import { AreaGeometry, Day, PlaceCategory, type Operation } from '../shared-schema.ts'
import { Month, SharedFindings, SharedHotspot } from '../runs/schema.ts'
import { CHANGE_WORDS } from '../statistics/schema.ts'

/** A count as operational partners (G2) are told it; the part that the whole would give away is said by what is left. */
const Told = z.union([z.int(), z.literal(['fewer than 5', 'all but fewer than 5'])])
export type ToldCount = z.infer<typeof Told>
/** Null: left untold, because the others and the whole would give it away. */
const ToldPart = Told.nullable()

const figuresOf = <T extends z.ZodType>(count: T) =>
  z.object({
    /** Episodes that started in the period, missing (M) and away (A) alike. */
    episodes: count,
    distinctChildren: count,
    /** Children with two episodes or more in the period. */
    repeatChildren: count,
    /** Children whose first episode that is kept here started in the period; null where nothing is kept from before it. */
    firstTimers: count.nullable(),
  })

export const INTERVIEW_BUCKETS = [
  'in_timescales',
  'out_of_timescales',
  'incomplete',
  'voided',
  'not_recorded',
  'not_returned',
] as const
export type PackBucket = (typeof INTERVIEW_BUCKETS)[number]

/** Return interviews of the episodes that started in a period; `not_returned`: the child was still missing. */
const interviewsOf = <T extends z.ZodType, Whole extends z.ZodType>(count: T, whole: Whole) =>
  z.object({
    episodes: whole,
    buckets: z.record(z.enum(INTERVIEW_BUCKETS), count),
    /** Whole percentages in time, each of the denominator that it names; none of fewer than 20. */
    inTime: z.array(z.object({ percent: z.int(), whole: z.int(), of: z.string() })),
  })

/** The whole and what is kept apart from it, about the reports of the twelve months. */
const qualityOf = <T extends z.ZodType>(count: T) =>
  z.object({
    reports: count,
    withoutPlace: count,
    dateOnly: count,
    privateAddress: count,
    outsideArea: count,
    foundOnPatrol: count,
    notCounted: count,
    /** Waiting for a person at the freezing, whatever their day. */
    waitingToPlace: count,
    likelyDuplicates: count,
    /** Came after the pack before was frozen, about days that it had counted. Null in a first pack. */
    late: count.nullable(),
    episodesWithoutReport: count,
  })

const outOfAreaOf = <T extends z.ZodType>(count: T) => z.object({ month: count, year: count, reports: count })

const Days = z.object({ from: Day, to: Day })
const Method = z.object({ minPoints: z.int(), minChildren: z.int(), protectedMetres: z.number() })

/** Counts of work, not of children: exact for everybody. */
const Delivered = z.object({ sessions: z.int(), contacts: z.int(), visits: z.int(), visitMinutes: z.int() })

/** City-wide: what everybody of Part A is told. */
export const PackContent = z.object({
  form: z.literal(1),
  meetingId: z.uuid(),
  month: Month,
  frozenAt: z.string(),
  frozenBy: z.object({ name: z.string(), role: z.string(), agency: z.string() }),
  run: z.object({ id: z.uuid(), period: Days, method: Method, version: z.string(), madeAt: z.string() }),
  previous: z.object({ meetingId: z.uuid(), month: Month, frozenAt: z.string() }).nullable(),
  headline: z.object({
    month: figuresOf(Told),
    year: figuresOf(Told),
    /** The day of the earliest episode that is kept here. */
    recordsFrom: Day.nullable(),
  }),
  /** Words only: child-weeks missing in the later 90 days against the 90 before, and how many places have which word. */
  direction: z.object({
    episodes: z.enum(CHANGE_WORDS),
    windows: z.object({ before: Days, after: Days }),
    places: z.array(z.object({ word: z.enum(CHANGE_WORDS), places: z.int() })),
  }),
  places: z.object({ shown: z.int(), isNew: z.int(), lapsed: z.int(), withheld: z.int() }),
  outOfArea: outOfAreaOf(Told),
  quality: qualityOf(Told),
  interviews: z.object({ month: interviewsOf(ToldPart, Told), year: interviewsOf(ToldPart, Told) }),
  /** Children with three episodes in thirty days: the register is kept elsewhere. */
  threeInThirty: z.null(),
  /** In the month, over all places. */
  delivered: Delivered,
  plans: z.array(z.object({ state: z.string(), words: z.string(), plans: z.int() })),
  actions: z.object({ open: z.int(), overdue: z.int() }),
  /** What of the method is other than in the pack before, a sentence each. */
  methodChanges: z.array(z.string()),
  /** Digests of the pack's other documents: a row that was changed matches none. */
  digests: z.array(z.string()),
})
export type PackContent = z.infer<typeof PackContent>

const PlanWords = z.object({
  id: z.uuid(),
  objective: z.string(),
  state: z.string(),
  stateWords: z.string(),
  owner: z.string(),
  reviewOn: Day.nullable(),
  /** What the latest working out of its effect says, in words. */
  effect: z.string().nullable(),
  /** About the place; of measures about persons nothing is said. */
  measures: z.array(z.object({ words: z.string(), stateWords: z.string() })),
})
const ReferralWords = z.object({
  id: z.uuid(),
  service: z.string(),
  stateWords: z.string(),
  sessions: z.int(),
  sessionsInMonth: z.int(),
  contactsInMonth: z.int(),
})
const PatrolWords = z.object({
  id: z.uuid(),
  stateWords: z.string(),
  validTo: Day.nullable(),
  visits: z.int(),
  visitsInMonth: z.int(),
  minutesInMonth: z.int(),
})
const ActionWords = z.object({
  id: z.uuid(),
  number: z.string(),
  what: z.string(),
  owner: z.string(),
  agency: z.string(),
  dueOn: Day,
  isOverdue: z.boolean(),
})

/** Drafts of plans, and what hangs on no place: for those alone whose grant reaches everything. */
export const PackGroupContent = z.object({
  /** Drafts, which nobody else is told of. */
  drafts: z.array(PlanWords.extend({ place: z.string() })),
  actions: z.array(ActionWords),
})
export type PackGroupContent = z.infer<typeof PackGroupContent>

/** shown: among the month's places. lapsed: it was in the pack before. followed: neither, yet something is done there. */
export const STANDINGS = ['shown', 'lapsed', 'followed'] as const

/** A place in the pack: what it is, where its review stands, what is planned there. Nothing that the months say of it. */
export const PackPlaceContent = z.object({
  hotspotId: z.uuid(),
  name: z.string(),
  category: PlaceCategory,
  placeId: z.uuid().nullable(),
  /** A named place's outline; an approximate one stands with what is counted. */
  outline: AreaGeometry.nullable(),
  reviewState: z.string(),
  reviewWords: z.string(),
  plans: z.array(PlanWords),
})
export type PackPlaceContent = z.infer<typeof PackPlaceContent>

const Bands = SharedHotspot.pick({ rank: true, childrenBand: true, reportsBand: true })

/** What the month says of a place, in bands and words (G2), and who is to do what there: not for those that a list or a referral reaches. */
export const PackCountContent = z.object({
  standing: z.enum(STANDINGS),
  /** The first stored month that showed it is the pack's; never in a first pack. */
  isNew: z.boolean(),
  geometry: SharedHotspot.shape.geometry,
  isApproximate: z.boolean(),
  /** Null where the month does not show it. */
  shown: Bands.extend({ findings: SharedFindings.nullable() }).nullable(),
  /** In the pack before; null where it did not show the place. */
  before: Bands.extend({ change: z.enum(CHANGE_WORDS).nullable() }).nullable(),
  referrals: z.array(ReferralWords),
  patrols: z.array(PatrolWords),
  actions: z.array(ActionWords),
  /** Why it is told otherwise than in the pack before; empty where it is told alike, or there is no pack before. */
  reasons: z.array(Reason),
})
export type PackCountContent = z.infer<typeof PackCountContent>

export const PackPlace = PackPlaceContent.extend({ counted: PackCountContent.nullable() })
export type PackPlace = z.infer<typeof PackPlace>

export const Pack = z.object({
  pack: PackContent.omit({ digests: true }),
  hash: z.string(),
  /** Whether everything that was read is still what was frozen. */
  isVerified: z.boolean(),
  group: PackGroupContent.nullable(),
  /** By rank, then lapsed and followed ones by name: those that the reader's grant reaches. `counted` is null where it reaches no count. */
  places: z.array(PackPlace),
})
export type Pack = z.infer<typeof Pack>

export const PackExactContent = z.object({
  headline: z.object({ month: figuresOf(z.int()), year: figuresOf(z.int()) }),
  outOfArea: outOfAreaOf(z.int()).extend({
    hosts: z.array(z.object({ host: z.string(), episodes: z.int(), children: z.int() })),
  }),
  quality: qualityOf(z.int()),
  interviews: z.object({ month: interviewsOf(z.int(), z.int()), year: interviewsOf(z.int(), z.int()) }),
  places: z.array(
    z.object({
      hotspotId: z.uuid(),
      name: z.string(),
      rank: z.int(),
      /** Fewer children than a hotspot needs. */
      isFew: z.boolean(),
      /** Why partners are not shown it; null: they are. */
      withheld: z.string().nullable(),
      reports: z.int(),
      children: z.int(),
      rankBefore: z.int().nullable(),
      /** Null in a first pack. */
      differences: z.object({ reports: ExactDifference, children: Difference }).nullable(),
    }),
  ),
  /** Hotspots and patterns of few children of the month before that are gone, with what they had. */
  gone: z.array(z.object({ hotspotId: z.uuid(), name: z.string(), reports: ExactDifference })),
  /** Null in a first pack. */
  differences: z
    .object({
      /** Reports at all places of the twelve months together. */
      reports: ExactDifference,
      /** Episodes of the twelve months. */
      episodes: ExactDifference,
    })
    .nullable(),
})
export type PackExactContent = z.infer<typeof PackExactContent>

const cameOf = <T extends z.ZodType>(count: T) =>
  z.object({
    reports: count,
    /** Of days in the pack's twelve months: they would have counted. */
    reportsOfPeriod: count,
    reportsChanged: count,
    episodes: count,
    episodesOfPeriod: count,
    episodesChanged: count,
  })
export const Came = cameOf(Told)
export const CameExact = cameOf(z.int())
export type CameExact = z.infer<typeof CameExact>

export const PackExact = z.object({ exact: PackExactContent, isVerified: z.boolean(), since: CameExact })
export type PackExact = z.infer<typeof PackExact>

export const PackSince = z.object({
  frozenAt: z.string(),
  came: Came,
  /** Steps taken since, the latest first: at most 100 of `stepsTaken`. */
  stepsTaken: z.int(),
  steps: z.array(
    z.object({
      thing: z.string(),
      thingId: z.uuid(),
      hotspotId: z.uuid().nullable(),
      hotspotName: z.string().nullable(),
      /** Such as “A plan is now agreed”. */
      says: z.string(),
      at: z.string(),
      role: z.string().nullable(),
      agency: z.string().nullable(),
    }),
  ),
})
export type PackSince = z.infer<typeof PackSince>

export const operations: Operation[] = [
  {
    method: 'get',
    path: '/api/packs/:meetingId',
    summary: 'The frozen pack of a meeting, with the places that the reader sees',
    answer: Pack,
  },
  {
    method: 'get',
    path: '/api/packs/:meetingId/exact',
    summary: 'The exact numbers of a frozen pack, and each difference from the pack before',
    answer: PackExact,
  },
  {
    method: 'get',
    path: '/api/packs/:meetingId/since',
    summary: 'What arrived and was done since a pack was frozen; the pack does not move',
    answer: PackSince,
  },
]
