import type { Action, Scope } from '../access/matrix.ts'
import { legalSteps } from '../lifecycle.ts'
import type { SharedHotspot } from '../runs/schema.ts'
import { isAllowedByPlan, isPlainStep, LIVE, REVIEW } from './lifecycle.ts'
import type { Review } from './schema.ts'

/** A place under review as the database gives it: its latest month is null where it is not shown in it. */
export interface ReviewRow extends Omit<
  Review,
  'stateWords' | 'geometry' | 'isShownNow' | 'now' | 'steps' | 'canMerge' | 'canSplit'
> {
  firstMonth: string
  lastMonth: string
  lapsesOn: string
  geometry: SharedHotspot['geometry']
  now: SharedHotspot | null
}

/** Who reads: how far their grant reaches, and what else it lets them do. */
export interface Reader {
  scope: Scope
  may: (action: Action) => boolean
}

/** Whether what the months say of a place is for the reader: operational partners are told it, whom a list or a referral reaches is not. */
export const isToldMonths = ({ scope }: Pick<Reader, 'scope'>): boolean => scope === 'all' || scope === 'areas'

/** A place under review as its reader is told of it. */
export const toReview = (row: ReviewRow, reader: Reader): Review => {
  const { state, now } = row
  const isTold = isToldMonths(reader)
  const isDecider = reader.may('update')
  return {
    ...row,
    stateWords: REVIEW.states[state],
    // A cluster's squares are for operational partners; the outline of a named place is public.
    geometry: reader.scope === 'listed' && row.placeId === null ? null : row.geometry,
    firstMonth: isTold ? row.firstMonth : null,
    lastMonth: isTold ? row.lastMonth : null,
    isShownNow: isTold ? now !== null : null,
    lapsesOn: isTold && state === 'candidate' ? row.lapsesOn : null,
    now: isTold && now ? pickNow(now) : null,
    steps: isDecider ? plainSteps(row, reader) : [],
    canMerge: isDecider && LIVE.includes(state),
    canSplit: isDecider && LIVE.includes(state),
  }
}

/** What can be asked for by name, as the table and the place's plan allow. */
const plainSteps = ({ state, planState }: ReviewRow, { may }: Reader) =>
  legalSteps(REVIEW, state, may).filter(({ step }) => isPlainStep(step) && isAllowedByPlan(step, planState))

const pickNow = ({ rank, childrenBand, reportsBand, findings }: SharedHotspot) => ({
  rank,
  childrenBand,
  reportsBand,
  findings: findings ?? null,
})
