import { useState } from 'preact/hooks'
import type { Review, ReviewList } from '../../server/reviews/schema.ts'
import { SelectField } from '../form/fields.tsx'
import { useLoaded } from '../form/load.ts'
import { useMedia } from '../hotspots/use-media.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { WorkTabs } from '../layout/work-tabs.tsx'
import { monthWords } from '../shared/bands.ts'
import { toQueryString } from '../state/api.ts'
import { address, goTo } from '../state/router.ts'
import { choices, countOf } from '../words.ts'
import { STATE_WORDS } from './review-words.ts'
import { ReviewsMap } from './reviews-map.tsx'
import { ReviewsTable } from './reviews-table.tsx'

const FILTERS = [
  { value: 'open', label: 'All that are open' },
  { value: '', label: 'All, with what is over' },
  ...choices(STATE_WORDS),
]

/** The places that the group decides on, what waits for a decision first. */
export default () => {
  const state = address.value.searchParams.get('state') ?? 'open'
  const { data, problem, isLoading, reload } = useLoaded<ReviewList>(
    `/api/reviews${toQueryString({ state: state === 'all' ? undefined : state })}`,
  )
  const [isMapShown, setIsMapShown] = useState(false)
  const isNarrow = useMedia('(max-width: 860px)')
  const reviews = data?.reviews ?? []

  return (
    <>
      <WorkTabs />
      <h1 class="govuk-heading-l">Places under review</h1>
      <p class="govuk-body">
        Every place that a stored month shows to partners waits here until somebody confirms or dismisses it. The
        service never confirms one by itself.
      </p>
      {problem && <ProblemSummary problem={problem} onRetry={reload} />}
      <SelectField
        id="state"
        label="State"
        value={state === 'all' ? '' : state}
        options={FILTERS}
        onChange={(next) => goTo(`/reviews${next === 'open' ? '' : `?state=${next || 'all'}`}`, { replace: true })}
      />
      <p class="govuk-body" role="status">
        {data ? countWords(reviews, data.month, state) : isLoading && 'Loading…'}
      </p>
      {reviews.length > 0 && (
        <>
          <button
            type="button"
            class="govuk-button govuk-button--secondary app-only-small"
            aria-expanded={isMapShown}
            onClick={() => setIsMapShown(!isMapShown)}
          >
            {isMapShown ? 'Show the list' : 'Show the map'}
          </button>
          <div class={`app-places app-reviews${isMapShown ? ' app-places--map' : ''}`}>
            <div class="app-places__list">
              <ReviewsTable reviews={reviews} isTold={reviews.some(({ isShownNow }) => isShownNow !== null)} />
            </div>
            <div class="app-places__map">{(!isNarrow || isMapShown) && <ReviewsMap reviews={reviews} />}</div>
          </div>
        </>
      )}
    </>
  )
}

const countWords = (reviews: readonly Review[], month: string | null, state: string): string => {
  if (reviews.length === 0) {
    if (month === null && state === 'open')
      return 'No place stands here for you yet. Places come with the first stored month, or when one is listed or referred to you.'
    return state === 'open'
      ? 'No place is open. Places come here with each stored month.'
      : 'No place is in this state.'
  }
  const waiting = reviews.filter((review) => review.state === 'candidate').length
  const last = month ? ` The latest stored month is ${monthWords(month)}.` : ''
  return `${countOf(reviews.length, 'place')}${waiting > 0 ? `, ${waiting} to be reviewed` : ''}.${last}`
}
