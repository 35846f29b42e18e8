import type { Action, ActionDetail, ActionList } from '../../server/actions/schema.ts'
import { dayWords } from '../dates.ts'
import { countOf } from '../words.ts'

export const PRIORITY_WORDS: Record<Action['priority'], string> = { low: 'Low', normal: 'Normal', high: 'High' }

/** GOV.UK's tags: what waits stands out, what is over is grey. */
export const STATE_COLOURS: Record<Action['state'], string> = {
  open: 'govuk-tag--yellow',
  in_progress: 'govuk-tag--light-blue',
  complete: 'govuk-tag--green',
  verified: 'govuk-tag--grey',
  cancelled: 'govuk-tag--grey',
}

const MS_A_DAY = 86_400_000

/** “Due 4 Aug 2023”, “Was due 4 Aug 2023, 12 days ago”. @param today YYYY-MM-DD */
export const dueWords = ({ dueOn, isOverdue }: Pick<Action, 'dueOn' | 'isOverdue'>, today: string | undefined) => {
  if (!isOverdue || today === undefined) return `Due ${dayWords(dueOn)}`
  const days = Math.round((Date.parse(today) - Date.parse(dueOn)) / MS_A_DAY)
  return `Was due ${dayWords(dueOn)}, ${countOf(days, 'day')} ago`
}

/** “5 actions to do, 2 of them overdue. 1 is yours.” */
export const countWords = ({ toDo, overdue, mine }: ActionList['counts']): string => {
  if (toDo === 0) return 'Nothing is to do.'
  const late = overdue === 0 ? 'none overdue' : `${overdue} of them overdue`
  const own = mine === 0 ? '' : mine === toDo ? ' All yours.' : ` ${mine === 1 ? '1 is' : `${mine} are`} yours.`
  return `${countOf(toDo, 'action')} to do, ${late}.${own}`
}

const DONE: Record<string, string> = {
  start: 'is in progress',
  complete: 'is complete',
  verify: 'is verified',
  reopen: 'is open again',
  escalate: 'is escalated',
  cancel: 'is cancelled',
}

/** “Action 2023-07 is complete.” */
export const doneWords = ({ number }: Pick<Action, 'number'>, step: string) =>
  `Action ${number} ${DONE[step] ?? 'is kept'}.`

const TAKEN: Record<string, string> = {
  begin: 'Given',
  start: 'Started',
  complete: 'Completed',
  verify: 'Verified',
  reopen: 'Reopened',
  escalate: 'Escalated',
  cancel: 'Cancelled',
}

export interface Happened {
  at: string
  what: string
  by: string
  agency: string | null
  words: string | null
}

/** What was done with it and said of it, the latest first. */
export const happenedWith = ({ taken, notes }: Pick<ActionDetail, 'taken' | 'notes'>): Happened[] =>
  [
    ...taken.map(({ at, step, by, agency, why }) => ({ at, what: TAKEN[step] ?? step, by, agency, words: why })),
    ...notes.map(({ at, by, agency, words }) => ({ at, what: 'Note', by, agency, words })),
  ]
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .toReversed()
