import type { Action as Granted } from '../access/matrix.ts'
import { legalSteps } from '../lifecycle.ts'
import { ACTION, isOverdue, OVER } from './lifecycle.ts'
import type { Action } from './schema.ts'

/** An action as the database gives it. */
export interface ActionRow extends Omit<Action, 'stateWords' | 'isOverdue' | 'isMine' | 'steps' | 'canChange'> {
  /** By which lists are ordered. */
  key: string
}

/** An action as its reader is told of it. @param today YYYY-MM-DD */
export const toAction = (
  { key: _key, ...row }: ActionRow,
  { personId, may, today }: { personId: string; may: (action: Granted) => boolean; today: string },
): Action => ({
  ...row,
  stateWords: ACTION.states[row.state],
  isOverdue: isOverdue(row, today),
  isMine: row.ownerId === personId,
  steps: may('update') ? legalSteps(ACTION, row.state, may) : [],
  canChange: may('create') && !OVER.includes(row.state),
})
