import { Temporal } from 'temporal-polyfill'

/** Half a year of whole weeks on either side; looked at after a quarter. */
const WINDOW_WEEKS = 26
const REVIEW_WEEKS = 13

interface Days {
  startsOn: string
  baselineFrom: string
  evaluationFrom: string
  evaluationTo: string
  reviewOn: string
}

/** The days of a plan with its gaps filled: it starts today, and is judged by 26 weeks before and after. @param today YYYY-MM-DD */
export const defaultDays = (given: { [Name in keyof Days]?: string | undefined }, today: string): Days => {
  const startsOn = given.startsOn ?? today
  const start = Temporal.PlainDate.from(startsOn)
  const evaluationFrom = given.evaluationFrom ?? startsOn
  const weeksAfter = (day: string, weeks: number) => Temporal.PlainDate.from(day).add({ weeks }).toString()
  return {
    startsOn,
    baselineFrom: given.baselineFrom ?? start.subtract({ weeks: WINDOW_WEEKS }).toString(),
    evaluationFrom,
    evaluationTo: given.evaluationTo ?? weeksAfter(evaluationFrom, WINDOW_WEEKS),
    reviewOn: given.reviewOn ?? weeksAfter(startsOn > today ? startsOn : today, REVIEW_WEEKS),
  }
}
