import type { Review } from '../../server/reviews/schema.ts'
import { FindingWords } from '../findings/finding-words.tsx'
import { dayWords } from '../dates.ts'
import { shortBand } from '../shared/bands.ts'
import { PLACE_CATEGORY_WORDS } from '../words.ts'
import { shownWords } from './review-words.ts'
import { StateTag } from './state-tag.tsx'

/** The places by state. Where nobody tells the reader of months, the columns of months are left out. */
export const ReviewsTable = ({ reviews, isTold }: { reviews: readonly Review[]; isTold: boolean }) => (
  <table class="govuk-table app-table--cards">
    <caption class="govuk-visually-hidden">Places under review, what waits for a decision first</caption>
    <thead class="govuk-table__head">
      <tr class="govuk-table__row">
        {['Place', 'State', ...(isTold ? ['This month', 'What it says'] : [])].map((heading) => (
          <th scope="col" class="govuk-table__header" key={heading}>
            {heading}
          </th>
        ))}
      </tr>
    </thead>
    <tbody class="govuk-table__body">
      {reviews.map((review) => (
        <tr class="govuk-table__row" key={review.id}>
          <th scope="row" class="govuk-table__header">
            <a class="govuk-link app-break" href={`/reviews/${review.id}`}>
              {review.name}
            </a>
            <span class="app-table__under">
              {PLACE_CATEGORY_WORDS[review.category]}
              {review.wards.length > 0 && `, ${review.wards.join(', ')}`}
            </span>
          </th>
          <td class="govuk-table__cell" data-label="State">
            <StateTag {...review} />{' '}
            <span class="app-reviews__since">
              {review.mergedInto ? `into ${review.mergedInto.name}` : `since ${dayWords(review.since)}`}
            </span>
          </td>
          {isTold && <Month review={review} />}
        </tr>
      ))}
    </tbody>
  </table>
)

const Month = ({ review }: { review: Review }) => (
  <>
    <td class="govuk-table__cell" data-label="This month">
      {review.now
        ? `${shortBand(review.now.reportsBand)} reports of ${shortBand(review.now.childrenBand)} children`
        : shownWords(review)}
    </td>
    <td class="govuk-table__cell" data-label="What it says">
      {review.now?.findings ? (
        <FindingWords change={review.now.findings.change} trend={review.now.findings.trend} />
      ) : (
        'nothing said'
      )}
    </td>
  </>
)
