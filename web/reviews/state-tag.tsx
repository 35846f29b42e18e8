import type { Review } from '../../server/reviews/schema.ts'
import { STATE_COLOURS } from './review-words.ts'

export const StateTag = ({ state, stateWords }: Pick<Review, 'state' | 'stateWords'>) => (
  <strong class={`govuk-tag ${STATE_COLOURS[state]}`}>{stateWords}</strong>
)
