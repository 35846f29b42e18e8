import { ProblemSummary } from '../layout/problem.tsx'
import type { ApiError } from '../state/api.ts'

interface MoreProps {
  list: { hasMore: boolean; isFetchingMore: boolean; more: () => Promise<void>; moreProblem: ApiError | undefined }
  words: string
}

/** The way to the next page of a list, where there is one. */
export const MoreButton = ({ list, words }: MoreProps) => (
  <>
    {list.moreProblem && <ProblemSummary problem={list.moreProblem} />}
    {list.hasMore && (
      <button
        type="button"
        class="govuk-button govuk-button--secondary"
        aria-disabled={list.isFetchingMore}
        onClick={() => void list.more()}
      >
        {list.isFetchingMore ? 'Loading…' : words}
      </button>
    )}
  </>
)
