import type { ActionList } from '../../server/actions/schema.ts'
import { may } from '../state/session.ts'
import { pathOfPage, type ActionFilters } from './filters.ts'

/** Where the list has nothing: whether that is good, and what can be done. */
export const NoActions = ({ filters, counts }: { filters: ActionFilters; counts: ActionList['counts'] }) => {
  const { state, isMine, hotspot, meeting } = filters
  const isNarrowed = isMine || hotspot !== undefined || meeting !== undefined || state !== 'to_do'
  return (
    <div class="app-empty">
      <h2 class="govuk-heading-m">{isNarrowed ? 'No action is like that' : 'Nothing is to do'}</h2>
      <p class="govuk-body govuk-!-margin-bottom-0">
        {isNarrowed && counts.toDo > 0 && (
          <a
            class="govuk-link"
            href={pathOfPage({ state: 'to_do', isMine: false, hotspot: undefined, meeting: undefined })}
          >
            Show all that is to do
          </a>
        )}
        {(!isNarrowed || counts.toDo === 0) &&
          (may('action:create')
            ? 'An action is given here, at a place under review, or in the meeting.'
            : 'The monthly meeting gives actions. What it gives to you or your agency comes here.')}
      </p>
    </div>
  )
}
