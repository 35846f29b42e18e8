import type { Review } from '../../server/reviews/schema.ts'
import { dayWords } from '../dates.ts'
import { monthWords } from '../shared/bands.ts'

/** The colour of a state's tag; its word says the same. */
export const STATE_COLOURS: Record<Review['state'], string> = {
  candidate: 'govuk-tag--yellow',
  confirmed: 'govuk-tag--blue',
  under_assessment: 'govuk-tag--blue',
  plan_active: 'govuk-tag--purple',
  monitoring: 'govuk-tag--turquoise',
  closed: 'govuk-tag--grey',
  dismissed: 'govuk-tag--grey',
  lapsed: 'govuk-tag--grey',
  merged: 'govuk-tag--grey',
}

/** The states, in the order of a place's way, for a filter. */
export const STATE_WORDS: Record<Review['state'], string> = {
  candidate: 'To be reviewed',
  confirmed: 'Confirmed',
  under_assessment: 'Under assessment',
  plan_active: 'Plan active',
  monitoring: 'Monitoring',
  closed: 'Closed',
  dismissed: 'Dismissed',
  lapsed: 'Lapsed',
  merged: 'Merged',
}

/** What the latest month says of it in a word or two, and what happens next by itself. */
export const shownWords = ({ isShownNow, lastMonth, lapsesOn }: Review): string => {
  if (isShownNow === null || lastMonth === null) return ''
  if (isShownNow) return 'Shown this month'
  const last = `Last shown in ${monthWords(lastMonth)}`
  return lapsesOn === null ? last : `${last}; lapses with the month stored after ${dayWords(lapsesOn)}`
}
