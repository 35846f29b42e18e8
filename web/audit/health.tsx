import type { AuditHealth } from '../../server/audit/schema.ts'
import { momentWords } from '../dates.ts'
import { useLoaded } from '../form/load.ts'
import { Notice } from '../form/notice.tsx'
import { ProblemSummary } from '../layout/problem.tsx'
import { countOf } from '../words.ts'

/** Whether every line still follows from the one before it, in a sentence. */
export const Health = () => {
  const { data, problem, isLoading, reload } = useLoaded<AuditHealth>('/api/audit/health')
  if (problem) return <ProblemSummary problem={problem} onRetry={reload} />
  if (!data) return isLoading ? <p class="govuk-body">Checking that the log is whole…</p> : null
  if (!data.isWhole)
    return (
      <Notice kind="important">
        <p class="govuk-body">
          <strong>The log is not whole.</strong> {data.firstBreach}
        </p>
        <p class="govuk-body govuk-!-margin-bottom-0">
          Tell the information governance lead now, keep the service as it is, and keep its backups.
        </p>
      </Notice>
    )
  return (
    <div class="govuk-inset-text">
      The log is whole: {countOf(data.lines, 'line')}, each following from the one before.
      {data.head && ` The newest is of ${momentWords(data.head.at)}.`}{' '}
      {data.headFileAt
        ? `Its end was last written down outside the database ${momentWords(data.headFileAt)}.`
        : 'Its end has not been written down outside the database yet.'}
    </div>
  )
}
