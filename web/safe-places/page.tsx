import { useState } from 'preact/hooks'
import type { SafePlace, SafePlaceList } from '../../server/safe-places/schema.ts'
import { Checkbox } from '../form/choices.tsx'
import { useList } from '../form/load.ts'
import { MoreButton } from '../form/more.tsx'
import { useMedia } from '../hotspots/use-media.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { WorkTabs } from '../layout/work-tabs.tsx'
import { address, goTo } from '../state/router.ts'
import { may } from '../state/session.ts'
import { countOf } from '../words.ts'
import { openWords } from './hours.ts'
import { SafePlacesMap } from './safe-places-map.tsx'
import { KIND_WORDS, Sign } from './signs.tsx'

/** Where young people can go, and adults with a caring intention: in words and on a map. */
export default () => {
  const isWithRetired = address.value.searchParams.get('retired') === 'true'
  const list = useList<SafePlaceList, SafePlace>(
    `/api/safe-places?limit=200${isWithRetired ? '&retired=true' : ''}`,
    ({ safePlaces }) => safePlaces,
  )
  const [isMapShown, setIsMapShown] = useState(false)
  const isNarrow = useMedia('(max-width: 860px)')
  return (
    <>
      <WorkTabs />
      <div class="app-title">
        <h1 class="govuk-heading-l">Safe places and guardians</h1>
        {may('safePlace:create') && (
          <a class="govuk-button" href="/safe-places/new">
            Put one on the map
          </a>
        )}
      </div>
      <p class="govuk-body">
        Places where a young person can go, and adults who look out for them, with the hours they are really there. Near
        a place under review they show which of the best times nobody covers.
      </p>
      {list.problem && <ProblemSummary problem={list.problem} onRetry={list.reload} />}
      <Checkbox
        id="retired"
        label="Show retired ones too"
        isChecked={isWithRetired}
        onChange={(isChecked) => goTo(`/safe-places${isChecked ? '?retired=true' : ''}`, { replace: true })}
      />
      <p class="govuk-body" role="status">
        {list.data ? countWords(list.items.length) : list.isLoading && 'Loading…'}
      </p>
      {list.items.length > 0 && (
        <>
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
              <SafePlacesTable safePlaces={list.items} />
              <MoreButton list={list} words="Show more of them" />
            </div>
            <div class="app-places__map">
              {(!isNarrow || isMapShown) && (
                <SafePlacesMap label="Map of the safe places and guardians" safePlaces={list.items} isClose />
              )}
            </div>
          </div>
        </>
      )}
    </>
  )
}

const countWords = (count: number): string => {
  if (count > 0) return countOf(count, 'safe place or guardian', 'safe places and guardians')
  return may('safePlace:create')
    ? 'None is known yet. Put the first one on the map: the youth club, the bus station’s staff, the wardens’ round.'
    : 'None is known yet.'
}

const SafePlacesTable = ({ safePlaces }: { safePlaces: readonly SafePlace[] }) => (
  <table class="govuk-table app-table--cards">
    <caption class="govuk-visually-hidden">Safe places and guardians, by name</caption>
    <thead class="govuk-table__head">
      <tr class="govuk-table__row">
        {['Name', 'When somebody is there', 'Ask for'].map((heading) => (
          <th scope="col" class="govuk-table__header" key={heading}>
            {heading}
          </th>
        ))}
      </tr>
    </thead>
    <tbody class="govuk-table__body">
      {safePlaces.map(({ id, kind, name, openHours, contactRole, retiredAt }) => (
        <tr class="govuk-table__row" key={id}>
          <th scope="row" class="govuk-table__header">
            <Sign kind={kind} />{' '}
            <a class="govuk-link app-break" href={`/safe-places/${id}`}>
              {name}
            </a>
            {retiredAt && <strong class="govuk-tag govuk-tag--grey app-tag">Retired</strong>}
            <span class="app-table__under">{KIND_WORDS[kind]}</span>
          </th>
          <td class="govuk-table__cell" data-label="When">
            {openWords(openHours)}
          </td>
          <td class="govuk-table__cell app-break" data-label="Ask for">
            {contactRole || '–'}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
