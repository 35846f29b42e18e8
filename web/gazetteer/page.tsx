import { useEffect, useState } from 'preact/hooks'
import type { Place, PlaceList } from '../../server/gazetteer/schema.ts'
import { useList } from '../form/load.ts'
import { MoreButton } from '../form/more.tsx'
import { ProblemSummary } from '../layout/problem.tsx'
import { toQueryString } from '../state/api.ts'
import { address, goTo } from '../state/router.ts'
import { may } from '../state/session.ts'
import { countOf } from '../words.ts'
import { Areas } from './areas.tsx'
import { GazetteerFiles } from './gazetteer-files.tsx'
import { PlaceFilters, type Filters } from './place-filters.tsx'
import { PlacesMap } from './places-map.tsx'
import { PlacesTable } from './places-table.tsx'

const MOST_AT_ONCE = 500

/** The named places, as a list and on a map; what is looked for stands in the address bar. */
export default () => {
  const parameters = address.value.searchParams
  const filters: Filters = {
    search: parameters.get('search') ?? '',
    category: parameters.get('category') ?? '',
    retired: parameters.get('retired') ?? '',
  }
  const list = useList<PlaceList, Place>(
    `/api/places${toQueryString({ ...filters, limit: MOST_AT_ONCE })}`,
    ({ places }) => places,
  )
  const [isMapShown, setIsMapShown] = useState(false)
  const isWide = useWideWindow()
  const isFiltered = Object.values(filters).some((value) => value !== '')

  return (
    <>
      <div class="app-title">
        <h1 class="govuk-heading-l">Places</h1>
        {may('gazetteer:create') && (
          <a class="govuk-button" href="/places/new">
            Draw a new place
          </a>
        )}
      </div>
      <PlaceFilters
        filters={filters}
        onChange={(next) => goTo(`/places${toQueryString({ ...next })}`, { replace: true })}
      />
      {list.problem && <ProblemSummary problem={list.problem} onRetry={list.reload} />}
      <p class="govuk-body" role="status">
        {list.data ? countWords(list.items.length, list.hasMore, isFiltered) : 'Loading…'}
      </p>
      <button
        type="button"
        class="govuk-button govuk-button--secondary app-only-small"
        aria-expanded={isMapShown}
        onClick={() => setIsMapShown(!isMapShown)}
      >
        {isMapShown ? 'Show the list' : 'Show the map'}
      </button>
      <div class={`app-places${isMapShown ? ' app-places--map' : ''}`}>
        <div class="app-places__list">
          {list.items.length > 0 && <PlacesTable places={list.items} />}
          <MoreButton list={list} words="Show more places" />
        </div>
        <div class="app-places__map">{(isWide || isMapShown) && <PlacesMap places={list.items} />}</div>
      </div>
      {may('gazetteer:create') && <GazetteerFiles onLoaded={list.reload} />}
      <Areas />
    </>
  )
}

/** On a phone the map is fetched only when it is asked for. The width is that of styles/_places.scss. */
const useWideWindow = () => {
  const wide = window.matchMedia('(min-width: 861px)')
  const [isWide, setIsWide] = useState(wide.matches)
  useEffect(() => {
    const listen = () => setIsWide(wide.matches)
    wide.addEventListener('change', listen)
    return () => wide.removeEventListener('change', listen)
  }, [])
  return isWide
}

const countWords = (count: number, hasMore: boolean, isFiltered: boolean): string => {
  if (count > 0) return `${hasMore ? 'The first ' : ''}${countOf(count, 'place')}${isFiltered ? ' of this kind' : ''}`
  if (isFiltered) return 'No place fits. Try fewer letters, or another category.'
  return may('gazetteer:create') ? 'No place is known yet. Draw one, or load a file below.' : 'No place is known yet.'
}
