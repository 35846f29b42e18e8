import type { Action } from './access/matrix.ts'
import { illegalStep, notGranted } from './errors.ts'

/** What has states, by the name that the database's record of steps has for it. */
export const THINGS = ['review', 'plan', 'measure', 'referral', 'patrol', 'meeting', 'action'] as const
export type Thing = (typeof THINGS)[number]

export interface StepOf<State extends string> {
  from: readonly State[]
  to: State
  /** What the button says. */
  says: string
  needsWhy?: true
  /** What the matrix has to grant for it; `update` where nothing is said. */
  by?: Action
  /** Taken by the service when its time comes, never asked for. */
  isOfService?: true
}

/** The one table of a thing's states: whatever stands in no row is illegal. */
export interface Lifecycle<State extends string, Name extends string> {
  thing: Thing
  /** Such as “A plan”. */
  called: string
  /** Each state in words for people. */
  states: Record<State, string>
  initial: State
  steps: Record<Name, StepOf<State>>
}

/** A step that can be asked for, as answers offer it: pages do not know the table. */
export interface OfferedStep {
  step: string
  says: string
  needsWhy: boolean
}

/** The steps that a person can ask for in a state, in the table's order. @param may what the matrix grants them */
export const legalSteps = <State extends string, Name extends string>(
  { steps }: Lifecycle<State, Name>,
  state: State,
  may: (action: Action) => boolean = () => true,
): OfferedStep[] =>
  entriesOf(steps)
    .filter(([, { from, by = 'update', isOfService }]) => from.includes(state) && !isOfService && may(by))
    .map(([step, { says, needsWhy = false }]) => ({ step, says, needsWhy }))

/**
 * The state that a step leads to. @throws a 409 problem `illegal-step` that names the legal ones; a 403 where the matrix does not grant it
 */
export const stateAfter = <State extends string, Name extends string>(
  lifecycle: Lifecycle<State, Name>,
  state: State,
  step: Name,
  { may = () => true, isService = false }: { may?: (action: Action) => boolean; isService?: boolean } = {},
): State => {
  const { called, states, steps } = lifecycle
  const { from, to, by = 'update', isOfService = false } = steps[step]
  if (!from.includes(state) || isOfService !== isService)
    throw illegalStep(
      called,
      states[state],
      legalSteps(lifecycle, state, may).map(({ says }) => says),
    )
  if (!isService && !may(by)) throw notGranted()
  return to
}

const entriesOf = <State extends string, Name extends string>(steps: Record<Name, StepOf<State>>) =>
  Object.entries(steps) as [Name, StepOf<State>][]
