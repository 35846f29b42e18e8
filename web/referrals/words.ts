import type { ReferralState } from '../../server/referrals/schema.ts'

/** GOV.UK's tags: what waits stands out, what is over is grey. */
export const STATE_COLOURS: Record<ReferralState, string> = {
  draft: 'govuk-tag--grey',
  submitted: 'govuk-tag--yellow',
  more_info: 'govuk-tag--orange',
  accepted: 'govuk-tag--light-blue',
  scheduled: 'govuk-tag--turquoise',
  in_delivery: 'govuk-tag--green',
  completed: 'govuk-tag--purple',
  outcome_reviewed: 'govuk-tag--grey',
  declined: 'govuk-tag--grey',
  cancelled: 'govuk-tag--grey',
}

/** “2 of 6”: held, of those that were asked for. */
export const sessionsWords = (sessions: number, requested: number): string => `${sessions} of ${requested}`
