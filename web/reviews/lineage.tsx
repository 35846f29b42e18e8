import type { ReviewDetail } from '../../server/reviews/schema.ts'
import { dayWords } from '../dates.ts'
import { Timeline } from '../layout/timeline.tsx'
import { HistoryTable } from '../shared/shared-months.tsx'
import { roleWords } from '../words.ts'

/** What it was merged with or parted from, by whom and why. */
export const Lineage = ({ review }: { review: ReviewDetail }) => {
  if (review.links.length === 0) return null
  return (
    <section aria-labelledby="lineage-title">
      <h2 class="govuk-heading-m" id="lineage-title">
        Merged and parted
      </h2>
      <ul class="govuk-list govuk-list--spaced">
        {review.links.map(({ kind, from, to, why, by, at }) => (
          <li key={`${kind} ${at} ${from.id} ${to.id}`}>
            <PlaceName place={kind === 'merge' ? from : to} here={review.id} />{' '}
            {kind === 'merge' ? 'was merged into' : 'was parted from'}{' '}
            <PlaceName place={kind === 'merge' ? to : from} here={review.id} /> by {by}, {dayWords(at)}.
            {why && ` “${why}”`}
          </li>
        ))}
      </ul>
    </section>
  )
}

const PlaceName = ({ place, here }: { place: { id: string; name: string }; here: string }) =>
  place.id === here ? (
    <>{place.name}</>
  ) : (
    <a class="govuk-link" href={`/reviews/${place.id}`}>
      {place.name}
    </a>
  )

/** Every step that was taken with it, the latest first. */
export const StepsTaken = ({ review }: { review: ReviewDetail }) => (
  <section aria-labelledby="steps-title">
    <h2 class="govuk-heading-m" id="steps-title">
      What was decided before
    </h2>
    <Timeline
      steps={review.taken
        .toReversed()
        .map((step) => ({ ...step, words: step.toWords, role: step.role && roleWords(step.role).toLowerCase() }))}
    />
  </section>
)

/** Month by month, for whom months are told. */
export const MonthByMonth = ({ review }: { review: ReviewDetail }) =>
  review.history && review.history.length > 0 ? (
    <section aria-labelledby="months-title">
      <h2 class="govuk-heading-m" id="months-title">
        Month by month
      </h2>
      <HistoryTable history={review.history} />
    </section>
  ) : null
