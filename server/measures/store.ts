import { execute, query, queryOne } from '../db.ts'
import type { PlanState } from '../plans/schema.ts'
import type { StoredMeasure } from './measure-answer.ts'
import type { MeasureState, PersonMeasure } from './schema.ts'

export const planOf = queryOne<{ planId: string }, { hotspotId: string; state: PlanState }>('measures/plan')
/** Null: whatever it is. */
export const measures = query<{ id: string | null; planId: string | null; hotspotId: string | null }, StoredMeasure>(
  'measures/measures',
)

interface Content {
  id: string
  detail: string
  leadAgency: string
  legalBasis: string
  startsOn: string | null
  endsOn: string | null
}

export const addMeasure = execute<
  Content & {
    planId: string
    hotspotId: string
    meetingId: string | null
    code: string
    state: MeasureState
    now: Date
    proposedBy: string
    proposedAgency: string
  }
>('measures/add')
/** Gives 0 where it is of another version by now, as do the others. */
export const changeMeasure = execute<Content & { version: number; outcome: string | null }>('measures/change')
export const setState = execute<{
  id: string
  version: number
  state: MeasureState
  now: Date
  authorisedByRank: string | null
  outcome: string | null
  startsOn: string | null
}>('measures/set-state')

export const measuresOfPersons = query<{ id: string | null; planId: string | null }, Omit<PersonMeasure, 'name'>>(
  'measures/of-persons',
)
export const addOfPerson = execute<
  Pick<PersonMeasure, 'id' | 'planId' | 'code' | 'isInPlace' | 'owningAgency' | 'externalRef' | 'notedBy'> & {
    now: Date
  }
>('measures/add-of-person')
export const changeOfPerson = execute<
  Pick<PersonMeasure, 'id' | 'isInPlace' | 'externalRef' | 'notedBy' | 'version'> & { now: Date }
>('measures/change-of-person')
