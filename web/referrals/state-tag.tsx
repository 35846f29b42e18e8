import type { Referral } from '../../server/referrals/schema.ts'
import { STATE_COLOURS } from './words.ts'

export const StateTag = ({ state, stateWords }: Pick<Referral, 'state' | 'stateWords'>) => (
  <strong class={`govuk-tag ${STATE_COLOURS[state]}`}>{stateWords}</strong>
)
