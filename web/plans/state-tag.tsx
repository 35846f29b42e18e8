import type { Plan } from '../../server/plans/schema.ts'
import { STATE_COLOURS } from './words.ts'

export const StateTag = ({ state, stateWords }: Pick<Plan, 'state' | 'stateWords'>) => (
  <strong class={`govuk-tag app-nowrap ${STATE_COLOURS[state]}`}>{stateWords}</strong>
)
