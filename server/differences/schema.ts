import { z } from 'zod'

/** Why something that is told of a place differs from the pack before, in words only. */
export const REASONS = ['new data', 'late data', 'changed', 'left the twelve months'] as const
export const Reason = z.enum(REASONS)
export type Reason = z.infer<typeof Reason>

/** A number of one pack and the next, part by part: `before + newData + lateData + changedIn - left - changedOut = after`. */
export const Difference = z.object({
  before: z.int(),
  /** Of days that the pack before did not reach. */
  newData: z.int(),
  /** Of earlier days, and not known when the month before was stored. */
  lateData: z.int(),
  /** Known before: placed, joined, corrected or grouped otherwise since. */
  changedIn: z.int(),
  changedOut: z.int(),
  /** Older than the twelve months by now. */
  left: z.int(),
  after: z.int(),
})
export type Difference = z.infer<typeof Difference>

export const CHANGE_REASONS = ['placed', 'joined', 'corrected', 'deleted', 'method', 'version', 'grouped'] as const
export type ChangeReason = (typeof CHANGE_REASONS)[number]

export const ExactDifference = Difference.extend({
  /** What the changed ones are, in and out together. */
  changed: z.array(z.object({ why: z.enum(CHANGE_REASONS), count: z.int() })),
})
export type ExactDifference = z.infer<typeof ExactDifference>
