import type { Action, ActionList } from '../../server/actions/schema.ts'
import { dayWords } from '../dates.ts'
import { countOf } from '../words.ts'

export const PRIORITY_WORDS: Record<Action['priority'], string> = { low: 'Low', normal: 'Normal', high: 'High' }

/** “Due 4 Aug 2023”, “Was due 4 Aug 2023”. */
export const dueWords = ({ dueOn, isOverdue }: Pick<Action, 'dueOn' | 'isOverdue'>): string =>
  `${isOverdue ? 'Was due' : 'Due'} ${dayWords(dueOn)}`

/** “5 to do, 2 of them overdue; 1 is yours.” */
export const countWords = ({ toDo, overdue, mine }: ActionList['counts']): string => {
  if (toDo === 0) return 'Nothing is to do.'
  const late = overdue === 0 ? 'none overdue' : `${overdue} of them overdue`
  const own = mine === 0 ? '' : ` ${mine === 1 ? '1 is' : `${mine} are`} yours.`
  return `${countOf(toDo, 'action')} to do, ${late}.${own}`
}
