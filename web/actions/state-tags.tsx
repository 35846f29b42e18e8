import type { Action } from '../../server/actions/schema.ts'
import { STATE_COLOURS } from './words.ts'

/** Where an action stands, in words that stand out. */
export const StateTags = ({
  state,
  stateWords,
  isOverdue,
  priority,
  escalatedTo,
}: Pick<Action, 'state' | 'stateWords' | 'isOverdue' | 'priority' | 'escalatedTo'>) => (
  <>
    <strong class={`govuk-tag ${STATE_COLOURS[state]}`}>{stateWords}</strong>
    {isOverdue && <strong class="govuk-tag govuk-tag--red">Overdue</strong>}
    {priority === 'high' && <strong class="govuk-tag govuk-tag--purple">High priority</strong>}
    {escalatedTo && <strong class="govuk-tag govuk-tag--orange">Escalated</strong>}
  </>
)
