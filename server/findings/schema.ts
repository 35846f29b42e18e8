import { z } from 'zod'
import { FewChildren, Hotspot } from '../hotspots/schema.ts'
import { Month, Run, RunName } from '../runs/schema.ts'
import { Day, type Operation } from '../shared-schema.ts'
import { CHANGE_WORDS, TREND_CLASSES } from '../statistics/schema.ts'

/** Local days, `to` exclusive. */
const Days = z.object({ from: Day, to: Day })

export const ChangeWord = z.enum(CHANGE_WORDS)
export const TrendClass = z.enum(TREND_CLASSES)

/** The last 90 days of complete months against the 90 before, in child-weeks (a child counts once a place and week). */
export const Change = z.object({
  word: ChangeWord,
  before: z.int(),
  after: z.int(),
  /** The same 90 days a year earlier; null where nothing so old is kept. */
  yearEarlier: z.int().nullable(),
  /** Distinct children of the two windows. */
  children: z.int(),
  /** Of flipping whole children, and adjusted over all hotspots of the run. */
  p: z.number(),
  adjustedP: z.number(),
  /** False where only some of all flips were drawn. */
  isExact: z.boolean(),
  /** After over before, with the 95 % interval from drawing children again; null where there is nothing to divide by. */
  rateRatio: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
})
export type Change = z.infer<typeof Change>

export const MonthCount = z.object({ month: Month, reports: z.int(), children: z.int(), isComplete: z.boolean() })

export const PatrolWindow = z.object({
  /** Hour of the local week: 0 is Monday 00:00 to 01:00. */
  fromHour: z.int(),
  hours: z.int(),
  /** Of the week's aoristic weight: in reports, and as a share of all that is timed, 0 to 1. */
  weight: z.number(),
  share: z.number(),
})
export type PatrolWindow = z.infer<typeof PatrolWindow>

export const Stability = z.object({
  /** Of `reRuns` with every report moved within its own accuracy, the share, 0 to 1, in which the hotspot is still one. */
  moved: z.number(),
  reRuns: z.int(),
  /** Whether it is still one without any single one of its children. */
  withoutOneChild: z.boolean(),
  /** Whether it is still one with the method's distance halved, half as large again, with one report fewer and one more. */
  smallerDistance: z.boolean(),
  largerDistance: z.boolean(),
  fewerReports: z.boolean(),
  moreReports: z.boolean(),
})
export type Stability = z.infer<typeof Stability>

export const LINEAGE_EVENTS = ['first', 'born', 'continued', 'merged', 'split'] as const
const NamedHotspot = z.object({ hotspotId: z.uuid(), name: z.string() })
export type NamedHotspot = z.infer<typeof NamedHotspot>

/** Where a hotspot comes from. `first`: there was no other stored month to compare with. */
export const Lineage = z.object({
  event: z.enum(LINEAGE_EVENTS),
  /** Of `merged`: what it took in; of `split`: what it parted from. Else nothing. */
  from: z.array(NamedHotspot),
})
export type Lineage = z.infer<typeof Lineage>

/** What a stored month says of a hotspot beside its counts, exact (G1). */
export const Findings = z.object({
  repeatChildren: z.int(),
  effectiveChildren: z.number(),
  /** The same place without suspected reports; no rank where it would not be a hotspot. */
  withoutSuspected: z.object({ reports: z.int(), children: z.int(), score: z.number(), rank: z.int().nullable() }),
  /** The twelve months of the run, the earliest first. */
  months: z.array(MonthCount).length(12),
  trend: TrendClass,
  change: Change,
  /** Aoristic weight of 168 hours from Monday 00:00, Europe/London. */
  week: z.array(z.number()).length(168),
  timeNotKnown: z.int(),
  /** The best times to visit; empty under 10 timed reports of 5 children. */
  windows: z.array(PatrolWindow),
  stability: Stability,
  /** Finds made on patrol, left out everywhere else: score and rank with them. */
  patrol: z.object({ finds: z.int(), score: z.number(), rank: z.int() }),
  lineage: Lineage,
})
export type Findings = z.infer<typeof Findings>

export const FoundHotspot = Hotspot.omit({ id: true }).extend({
  hotspotId: z.uuid(),
  findings: Findings,
  /** Whether partners see it; null: they do. */
  withheldG2: z.string().nullable(),
})
export type FoundHotspot = z.infer<typeof FoundHotspot>

export const FoundFewChildren = FewChildren.omit({ id: true }).extend({ hotspotId: z.uuid() })
export type FoundFewChildren = z.infer<typeof FoundFewChildren>

/** A circle and some days with more reports than place and time by themselves make likely. */
export const ReportCluster = z.object({
  /** The places in it, or what they are near, the one with most reports first. */
  names: z.array(z.string()),
  hotspotIds: z.array(z.uuid()),
  from: Day,
  /** The day of its last report. */
  lastDay: Day,
  reports: z.int(),
  children: z.int(),
  expected: z.number(),
  p: z.number(),
  /** Whether it reaches into the last 30 days of the run. */
  isLive: z.boolean(),
})
export type ReportCluster = z.infer<typeof ReportCluster>

/** The answer to "is there a new cluster?" (space-time permutation scan). */
export const NewClusters = z.object({
  maxRadiusMetres: z.number(),
  maxDays: z.int(),
  replications: z.int(),
  /** Reports that were scanned: one child's at one place within 30 days are one. */
  events: z.int(),
  /** The likeliest first: those with p of .05 or less, and the likeliest in any case. */
  clusters: z.array(ReportCluster),
})
export type NewClusters = z.infer<typeof NewClusters>

export const RunFindings = z.object({
  run: Run,
  /** All stored months, the latest first. */
  months: z.array(RunName),
  /** What change compares, the earlier year's window among them. */
  windows: z.object({ before: Days, after: Days, yearEarlier: Days }),
  /** The first day that is not of a complete month: return interviews are still due from there on. */
  completeUntil: Day,
  hotspots: z.array(FoundHotspot),
  fewChildren: z.array(FoundFewChildren),
  leftOut: z.object({
    privateAddress: z.int(),
    outsideArea: z.int(),
    unplaced: z.int(),
    foundOnPatrol: z.int(),
    notCounted: z.int(),
  }),
  newClusters: NewClusters,
  /** Hotspots of the stored month before that nothing carries on. */
  lapsed: z.array(NamedHotspot),
})
export type RunFindings = z.infer<typeof RunFindings>

const Ring = z.array(z.tuple([z.number(), z.number()]))

/** Surfaces of a stored month, exact (G1). Hexagons as rings of longitude and latitude, WGS84, the first corner not repeated. */
export const RunSurface = z.object({
  density: z.object({
    bandwidthMetres: z.number(),
    sideMetres: z.number(),
    /** Reports a square kilometre in the twelve months from which each class begins, the same for every month. */
    edges: z.array(z.number()),
    /** Cells from the first edge on. */
    cells: z.array(z.object({ ring: Ring, perSquareKilometre: z.number() })),
  }),
  /** Cells with more children than chance would give any cell of the map (Gi*, max-z test). */
  significant: z.object({
    sideMetres: z.number(),
    replications: z.int(),
    /** A child counts once a cell. */
    events: z.int(),
    cellsTested: z.int(),
    cells: z.array(z.object({ ring: Ring, children: z.int(), z: z.number(), p: z.number() })),
  }),
})
export type RunSurface = z.infer<typeof RunSurface>

/** What looking at some places would have met: the chosen, their reports, and their share of all reports and of the area. */
const Met = z.object({
  places: z.int(),
  hits: z.int(),
  /** Null in a month without reports. */
  hitRate: z.number().nullable(),
  areaShare: z.number(),
  /** Hit rate over area share, and over the best that so much area could have met; null where there is nothing to divide. */
  pai: z.number().nullable(),
  pei: z.number().nullable(),
})
export type Met = z.infer<typeof Met>

/** Would last month's map have helped? Beside it two simple rivals with as many places. */
export const RunBacktest = z.object({
  run: Run,
  months: z.array(RunName),
  /** Null: the reports do not reach back two years. */
  backtest: z
    .object({
      wholeAreaHectares: z.number(),
      /** The twelve months that were foretold, the earliest first. */
      months: z.array(
        z.object({
          month: Month,
          isComplete: z.boolean(),
          reports: z.int(),
          shown: Met,
          lastMonth: Met,
          twelveMonths: Met,
        }),
      ),
    })
    .nullable(),
})
export type RunBacktest = z.infer<typeof RunBacktest>

/** A hotspot from stored month to stored month, the earliest first: those in which it was one, or a pattern of few children. */
export const HotspotHistory = z.object({
  history: z.array(
    z.object({
      runId: z.uuid(),
      month: Month,
      name: z.string(),
      rank: z.int(),
      isFew: z.boolean(),
      reports: z.int(),
      children: z.int(),
      /** Null for a pattern of few children. */
      trend: TrendClass.nullable(),
      change: ChangeWord.nullable(),
      lineage: Lineage,
    }),
  ),
})
export type HotspotHistory = z.infer<typeof HotspotHistory>

export const operations: Operation[] = [
  {
    method: 'get',
    path: '/api/runs/:id/findings',
    summary:
      'A stored month as co-ordinator and chair see it: hotspots with when, change, class, stability and lineage',
    answer: RunFindings,
  },
  {
    method: 'get',
    path: '/api/runs/:id/surface',
    summary: 'Density surface and significant cells of a stored month',
    answer: RunSurface,
  },
  {
    method: 'get',
    path: '/api/runs/:id/backtest',
    summary: 'Whether each month’s map would have met the next month’s reports, beside two simple rivals',
    answer: RunBacktest,
  },
  {
    method: 'get',
    path: '/api/runs/history/:hotspotId',
    summary: 'A hotspot from stored month to stored month',
    answer: HotspotHistory,
  },
]
