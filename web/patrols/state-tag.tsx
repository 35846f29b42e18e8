import type { Patrol } from '../../server/patrols/schema.ts'
import { STATE_COLOURS } from './words.ts'

export const StateTag = ({ state, stateWords }: Pick<Patrol, 'state' | 'stateWords'>) => (
  <strong class={`govuk-tag ${STATE_COLOURS[state]}`}>{stateWords}</strong>
)
