import type { MeasureState } from '../../server/measures/schema.ts'

export const STATE_COLOURS: Record<MeasureState, string> = {
  proposed: 'govuk-tag--yellow',
  authorised: 'govuk-tag--turquoise',
  active: 'govuk-tag--green',
  completed: 'govuk-tag--grey',
  refused: 'govuk-tag--grey',
  expired: 'govuk-tag--orange',
}
