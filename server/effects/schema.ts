import { z } from 'zod'
import { Day, type Operation } from '../shared-schema.ts'

export const EFFECT_WORDS = ['fewer', 'more', 'cannot_tell'] as const
export const EffectWord = z.enum(EFFECT_WORDS)
export type EffectWord = z.infer<typeof EffectWord>

/** Why it cannot be told, what stands in the way of all others first. */
export const EFFECT_REASONS = [
  'no_comparator',
  'not_over',
  'cannot_separate',
  'comparator_treated',
  'not_kept',
  'too_few',
  'late_reports',
  'no_power',
  'chance',
] as const
export const EffectReason = z.enum(EFFECT_REASONS)
export type EffectReason = z.infer<typeof EffectReason>

/** Places with plans of the same time that lie nearer than this cannot be told apart (methods.md 4). */
export const SEPARABLE_METRES = 300

const Band = z.enum(['3-4', '5-9', '10-14', '15+'])

/** What was planned and done at the place between the plan's start and the evaluation's end. Null: nothing of the kind was planned. */
export const Doses = z.object({
  patrols: z
    .object({
      visitsPlanned: z.int(),
      minutesPlanned: z.int(),
      visits: z.int(),
      minutes: z.int(),
      /** People spoken to and safeguarding actions. */
      welfareContacts: z.int(),
      /** Stops and searches and other enforcement. */
      enforcement: z.int(),
    })
    .nullable(),
  outreach: z.object({ sessionsPlanned: z.int(), sessions: z.int(), contacts: z.int() }).nullable(),
})
export type Doses = z.infer<typeof Doses>

/** What the group is told of a plan's effect: words and bands (G2). */
export const Effect = z.object({
  id: z.uuid(),
  planId: z.uuid(),
  workedOutOn: Day,
  workedOutAt: z.string(),
  word: EffectWord,
  reason: EffectReason.nullable(),
  sentence: z.string(),
  /** The smallest fall that this comparison would have found four times in five, in words; null where nothing could be compared. */
  smallest: z.string().nullable(),
  /** The place went quiet, and the children who were reported there go missing as before. */
  isMoved: z.boolean(),
  /** Visits enforced and nobody was spoken to or made safe. */
  isEnforcementOnly: z.boolean(),
  /** What goes with every such answer, and the warnings of this one. */
  cautions: z.array(z.string()),
  /** The windows in whole weeks, days exclusive at their ends. */
  windows: z.object({
    before: z.object({ from: Day, to: Day, weeks: z.int() }),
    after: z.object({ from: Day, to: Day, weeks: z.int() }),
  }),
  /** Distinct children reported at the place; null: fewer than three, or not for the reader. */
  childrenBands: z.object({ before: Band.nullable(), after: Band.nullable() }).nullable(),
  /** Null where they are not for the reader. */
  doses: Doses.nullable(),
})
export type Effect = z.infer<typeof Effect>

const Pair = z.tuple([z.int(), z.int()])

/** The counts behind the words (G1). Child-weeks: a child counts once a place and week. */
export const EffectExact = z.object({
  id: z.uuid(),
  planId: z.uuid(),
  workedOutOn: Day,
  /** SHA-256 of everything that it was worked out from, hexadecimal. */
  inputHash: z.string(),
  version: z.string(),
  sentence: z.string(),
  weeks: z.object({ before: z.int(), after: z.int() }),
  /** Before and after; control and bufferControl are sums over the comparators. */
  counts: z.object({ treated: Pair, control: Pair, buffer: Pair, bufferControl: Pair }),
  children: z.object({ before: z.int(), after: z.int(), all: z.int() }),
  withoutChild: z.int(),
  comparators: z.array(z.object({ placeId: z.uuid(), name: z.string() })),
  /** The other places that are judged together with the plan's own. */
  together: z.array(z.object({ placeId: z.uuid(), name: z.string() })),
  bufferMetres: z.int(),
  /** What the counts before and those of the comparators are divided by: lengths, and comparators a treated place. */
  divisors: z.object({ before: z.number(), control: z.number() }),
  inflation: z.number(),
  /** The weighted displacement difference, its variance with the inflation, and its 95 % interval; null without a comparator. */
  difference: z
    .object({ estimate: z.number(), variance: z.number(), z: z.number(), low: z.number(), high: z.number() })
    .nullable(),
  /** Child-weeks at the treated place that no change would have given, and the most after that would have been found a fall; null: not even none. */
  smallest: z.object({ expected: z.number(), after: z.int().nullable() }).nullable(),
  /** Missing episodes, before and after, of the children who were reported at the treated place before. */
  episodes: Pair,
  /** Places of other plans of the same time that lie too near, and comparators that had a plan. */
  near: z.array(z.string()),
  treatedComparators: z.array(z.string()),
  blocks: z.array(
    z.object({ from: Day, to: Day, isBefore: z.boolean(), weeks: z.int(), treated: z.int(), control: z.int() }),
  ),
})
export type EffectExact = z.infer<typeof EffectExact>

/** The latest answer; null where nobody has worked it out. */
export const LatestEffect = z.object({ effect: Effect.nullable(), canWorkOut: z.boolean() })
export type LatestEffect = z.infer<typeof LatestEffect>
export const LatestEffectExact = z.object({ effect: EffectExact.nullable() })
export type LatestEffectExact = z.infer<typeof LatestEffectExact>

export const operations: Operation[] = [
  {
    method: 'get',
    path: '/api/plans/:id/effect',
    summary: 'Whether a plan did anything, in words',
    answer: LatestEffect,
  },
  {
    method: 'post',
    path: '/api/plans/:id/effect',
    summary: 'Work out whether a plan did anything, from the reports as they are now',
    answer: LatestEffect,
    status: 201,
  },
  {
    method: 'get',
    path: '/api/plans/:id/effect/exact',
    summary: 'The counts behind the words on a plan’s effect',
    answer: LatestEffectExact,
  },
]
