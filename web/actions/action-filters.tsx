import { SelectField } from '../form/fields.tsx'
import { goTo } from '../state/router.ts'
import { pathOfPage, STATE_CHOICES, type ActionFilters } from './filters.ts'

interface ActionFiltersBarProps {
  filters: ActionFilters
  /** The name of the place that the list is narrowed to, where it is known. */
  placeName: string | undefined
}

/** The filters; a place or a meeting is chosen elsewhere and can be let go of here. */
export const ActionFiltersBar = ({ filters, placeName }: ActionFiltersBarProps) => {
  const show = (next: Partial<ActionFilters>) => goTo(pathOfPage({ ...filters, ...next }), { replace: true })
  const isNarrowed = filters.hotspot !== undefined || filters.meeting !== undefined
  return (
    <div class="app-no-print">
      <div class="app-beside">
        <SelectField
          id="action-state"
          label="Show"
          value={filters.state}
          options={STATE_CHOICES}
          onChange={(state) => show({ state })}
        />
        <SelectField
          id="action-whose"
          label="Whose"
          value={filters.isMine ? 'mine' : 'all'}
          options={[
            { value: 'all', label: 'Yours, then the others’' },
            { value: 'mine', label: 'Yours only' },
          ]}
          onChange={(whose) => show({ isMine: whose === 'mine' })}
        />
      </div>
      {isNarrowed && (
        <p class="govuk-body">
          Only {filters.hotspot && <>those about {placeName ?? 'one place'}</>}
          {filters.hotspot && filters.meeting && ', and '}
          {filters.meeting && 'those of one meeting'}.{' '}
          <a class="govuk-link" href={pathOfPage({ ...filters, hotspot: undefined, meeting: undefined })}>
            Show all
          </a>
        </p>
      )}
    </div>
  )
}
