import type { Action, Scope } from '../access/matrix.ts'
import { legalSteps } from '../lifecycle.ts'
import { measureOf } from './catalogue.ts'
import { isChangeable, MEASURES } from './lifecycle.ts'
import type { Measure } from './schema.ts'

/** A measure as it is kept. */
export type StoredMeasure = Omit<
  Measure,
  'name' | 'isToBeConfirmed' | 'authorisedBy' | 'isPast' | 'stateWords' | 'canChange' | 'steps'
>

export interface Reader {
  /** YYYY-MM-DD */
  today: string
  agency: string
  scope: Scope
  may: (action: Action) => boolean
}

/** Whether the reader takes it on: those who work with the whole of plans, and for the others their own agency's. */
export const isTakenOnBy = (
  { leadAgency }: Pick<StoredMeasure, 'leadAgency'>,
  { scope, agency, may }: Reader,
): boolean => may('update') && (scope === 'all' || keyOf(leadAgency) === keyOf(agency))

/** A measure as its reader is told of it. */
export const toMeasure = (stored: StoredMeasure, reader: Reader): Measure => {
  const isOwn = isTakenOnBy(stored, reader)
  const known = measureOf(stored.code)
  return {
    ...stored,
    name: known?.name ?? stored.code,
    isToBeConfirmed: known?.isToBeConfirmed ?? true,
    authorisedBy: known?.authorisedBy ?? null,
    isPast: ['authorised', 'active'].includes(stored.state) && stored.endsOn !== null && stored.endsOn < reader.today,
    stateWords: MEASURES.states[stored.state],
    canChange: isOwn && isChangeable(stored.state),
    steps: isOwn ? legalSteps(MEASURES, stored.state, reader.may) : [],
    taken: stored.taken.map((step) => ({ ...step, why: isOwn || reader.scope === 'all' ? step.why : null })),
  }
}

/** As the database compares agencies. */
const keyOf = (agency: string) => agency.trim().toLowerCase()
