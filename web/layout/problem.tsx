import type { ApiError } from '../state/api.ts'

/** A GOV.UK error summary of what the service said no to. */
export const ProblemSummary = ({ problem, onRetry }: { problem: ApiError; onRetry?: () => void }) => (
  <div class="govuk-error-summary" role="alert">
    <h2 class="govuk-error-summary__title">{problem.title}</h2>
    <div class="govuk-error-summary__body">
      {problem.errors.length > 0 ? (
        <ul class="govuk-list govuk-error-summary__list">
          {problem.errors.map(({ detail }) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      ) : (
        <p>{problem.message}</p>
      )}
      {onRetry && (
        <button type="button" class="govuk-button govuk-button--secondary govuk-!-margin-bottom-0" onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  </div>
)
