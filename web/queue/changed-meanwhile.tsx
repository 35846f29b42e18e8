import { useEffect, useRef } from 'preact/hooks'
import type { ApiError } from '../state/api.ts'

/** A refused change: where somebody was quicker, the way to what is there now. */
export const ChangedMeanwhile = ({ problem, onReload }: { problem: ApiError; onReload: () => void }) => {
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => summary.current?.focus(), [problem])
  return (
    <div class="govuk-error-summary" role="alert" tabIndex={-1} ref={summary}>
      <h3 class="govuk-error-summary__title">{problem.title}</h3>
      <div class="govuk-error-summary__body">
        <p>{problem.message}</p>
        {problem.errors.length > 0 && (
          <ul class="govuk-list govuk-error-summary__list">
            {problem.errors.map(({ detail }) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        )}
        {((problem.status === 409 && problem.slug !== 'name-taken') || problem.status === 404) && (
          <button type="button" class="govuk-button govuk-button--secondary govuk-!-margin-bottom-0" onClick={onReload}>
            Show what is there now
          </button>
        )}
      </div>
    </div>
  )
}
