import { useState } from 'preact/hooks'
import type { ReviewDetail } from '../../server/reviews/schema.ts'
import type { SafePlacesNear } from '../../server/safe-places/schema.ts'
import { AssessmentSection } from '../assessments/section.tsx'
import { dayWords } from '../dates.ts'
import { useLoaded } from '../form/load.ts'
import { Notice } from '../form/notice.tsx'
import { VICTIMS } from '../findings/words.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { WorkTabs } from '../layout/work-tabs.tsx'
import { Near } from '../safe-places/near.tsx'
import { may } from '../state/session.ts'
import { PLACE_CATEGORY_WORDS } from '../words.ts'
import { Decisions } from './decisions.tsx'
import { Lineage, MonthByMonth, StepsTaken } from './lineage.tsx'
import { QuickForms } from './quick-forms.tsx'
import { ReviewMap } from './review-map.tsx'
import { shownWords } from './review-words.ts'
import { StateTag } from './state-tag.tsx'
import { Told } from './told.tsx'
import { Works } from './works.tsx'

/** Something can still be begun there. */
const OPEN: ReviewDetail['state'][] = ['candidate', 'confirmed', 'under_assessment', 'plan_active', 'monitoring']

/** One place: what is said of it, what was decided, what is done there. */
export default ({ id }: { id: string }) => {
  const path = `/api/reviews/${encodeURIComponent(id)}`
  const { data: review, problem, isLoading, reload, replace } = useLoaded<ReviewDetail>(path)
  const near = useLoaded<SafePlacesNear>(`/api/safe-places/near/${encodeURIComponent(id)}`)
  const [said, setSaid] = useState('')
  // Counts up where something was begun here, so that the lists are asked for again.
  const [turn, setTurn] = useState(0)

  return (
    <>
      <WorkTabs />
      {problem?.status === 404 && (
        <>
          <h1 class="govuk-heading-l">This place is not known</h1>
          <p class="govuk-body">
            The link may be incomplete, or the place is not among those that are shared with you.
          </p>
        </>
      )}
      {problem && problem.status !== 404 && <ProblemSummary problem={problem} onRetry={reload} />}
      {!review && isLoading && <p class="govuk-body">Loading…</p>}
      {said && (
        <Notice key={`${said} ${review?.version}`} takesFocus>
          <p class="govuk-body govuk-!-margin-bottom-0">{said}</p>
        </Notice>
      )}
      {review && (
        <>
          <Heading review={review} />
          <Decisions
            review={review}
            onDone={(next, sentence) => {
              replace(next)
              setSaid(sentence)
            }}
            onNewest={reload}
          />
          <div class="app-review">
            <div>
              <Told review={review} />
              <Near near={near} />
            </div>
            <div>
              <ReviewMap review={review} signs={near.data?.safePlaces ?? []} />
              <Works review={review} turn={turn} />
              {OPEN.includes(review.state) && (
                <QuickForms
                  hotspot={{ id: review.id, name: review.name }}
                  state={review.state}
                  onDone={(sentence) => {
                    setSaid(sentence)
                    setTurn(turn + 1)
                  }}
                />
              )}
            </div>
          </div>
          {may('assessment:read') && <AssessmentSection review={review} />}
          <div class="app-review">
            <div>
              <MonthByMonth review={review} />
            </div>
            <div>
              <Lineage review={review} />
              <StepsTaken review={review} />
            </div>
          </div>
        </>
      )}
    </>
  )
}

const Heading = ({ review }: { review: ReviewDetail }) => (
  <>
    <span class="govuk-caption-l">
      {PLACE_CATEGORY_WORDS[review.category]}
      {review.wards.length > 0 && `, ${review.wards.join(', ')}`}
    </span>
    <h1 class="govuk-heading-l app-break app-review__title">{review.name}</h1>
    <p class="govuk-body app-review__state">
      <StateTag {...review} /> since {dayWords(review.since)}
      {review.mergedInto && (
        <>
          {' '}
          into{' '}
          <a class="govuk-link" href={`/reviews/${review.mergedInto.id}`}>
            {review.mergedInto.name}
          </a>
        </>
      )}
      {shownWords(review) && <span class="app-quiet">. {shownWords(review)}</span>}.
      {review.includes.length > 0 && ` With ${review.includes.map(({ name }) => name).join(', ')}.`}
    </p>
    <p class="govuk-body-s app-limits__warning govuk-!-margin-bottom-4">{VICTIMS}</p>
  </>
)
