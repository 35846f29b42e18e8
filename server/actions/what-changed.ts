import type { Action } from './schema.ts'

type Given = Pick<Action, 'title' | 'dueOn' | 'priority' | 'ownerName'>

const dayFormat = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })
const dayWords = (day: string) => dayFormat.format(new Date(`${day}T00:00:00Z`))

/** What a change of an action changed, in sentences that are kept with it; empty where it changed nothing. */
export const whatChanged = (before: Given, after: Given): string =>
  [
    before.ownerName !== after.ownerName && `Given to ${after.ownerName}; before it was ${before.ownerName}’s.`,
    before.dueOn !== after.dueOn && `Due ${dayWords(after.dueOn)}; before it was ${dayWords(before.dueOn)}.`,
    before.priority !== after.priority && `Priority ${after.priority}; before it was ${before.priority}.`,
    before.title !== after.title && `Before, it said: “${before.title}”`,
  ]
    .filter(Boolean)
    .join(' ')
