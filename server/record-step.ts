import { execute, query } from './db.ts'
import type { Thing } from './lifecycle.ts'

export interface StepRecord {
  thing: Thing
  thingId: string
  /** What the thing hangs on; null: nothing, or none yet. */
  hotspotId: string | null
  /** `begin` where it comes into being. */
  step: string
  from: string | null
  to: string
  at: Date
  /** Null: the service itself. */
  personId: string | null
  personName: string
  role: string | null
  agency: string | null
  why: string | null
}

/** Who takes a step, as a record of it keeps them. */
export type Taker = Pick<StepRecord, 'personId' | 'personName' | 'role' | 'agency'>
export const takerOf = (person: { id: string; name: string; role: string; agency: string }): Taker => ({
  personId: person.id,
  personName: person.name,
  role: person.role,
  agency: person.agency,
})
export const THE_SERVICE: Taker = { personId: null, personName: 'The service', role: null, agency: null }

/** Keeps a step beside the change of state, in the same transaction: the database refuses one without the other. */
export const recordStep = execute<StepRecord>('lifecycle/add-step')

/** A step that was taken. */
export interface StepTaken {
  step: string
  from: string | null
  to: string
  /** ISO 8601, UTC. */
  at: string
  by: string
  role: string | null
  agency: string | null
  why: string | null
}

/** The steps of a thing, the earliest first. */
export const stepsOf = query<{ thing: Thing; thingId: string }, StepTaken>('lifecycle/steps-of')
