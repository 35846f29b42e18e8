import { ProblemSummary } from '../layout/problem.tsx'
import type { ApiError } from '../state/api.ts'

interface MonthProblemProps {
  problem: ApiError
  /** True where the address names a stored month. */
  hasChosen: boolean
  onRetry: () => void
}

/** Why a stored month is not shown, and where to go from here. */
export const MonthProblem = ({ problem, hasChosen, onRetry }: MonthProblemProps) => {
  const isMissing = problem.status === 404
  return (
    <div class="app-map-page__problem">
      <ProblemSummary problem={problem} {...(!isMissing && { onRetry })} />
      {isMissing && (
        <p class="govuk-body">
          The link may be incomplete, or the month was stored before the service worked such things out: it then stands
          only under{' '}
          <a class="govuk-link" href="/runs">
            Runs
          </a>
          .
        </p>
      )}
      {hasChosen && (
        <p class="govuk-body">
          <a class="govuk-link" href="/month">
            Show the newest stored month
          </a>
        </p>
      )}
    </div>
  )
}
