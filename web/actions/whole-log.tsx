import { useEffect } from 'preact/hooks'
import type { Action, ActionList } from '../../server/actions/schema.ts'
import { useList } from '../form/load.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { WorkTabs } from '../layout/work-tabs.tsx'
import { PrintActions } from '../print/print-actions.tsx'
import { may } from '../state/session.ts'
import { ActionLog } from './action-log.tsx'
import { countWords } from './words.ts'

/** Every action that the reader can see, on one page: the log, for paper. */
export const WholeLog = () => {
  const list = useList<ActionList, Action>('/api/actions?limit=500', ({ actions }) => actions)
  const { data, problem, moreProblem, items, hasMore, isFetchingMore, more, reload } = list
  useEffect(() => {
    if (hasMore && !isFetchingMore && !moreProblem) void more()
  }, [hasMore, isFetchingMore, moreProblem])
  const failed = problem ?? moreProblem
  const isWhole = data !== undefined && !hasMore
  return (
    <>
      <WorkTabs />
      <h1 class="govuk-heading-l">Actions: the whole log</h1>
      <p class="govuk-body app-no-print">
        <a class="govuk-link" href="/actions">
          Back to the list to work with
        </a>
        {may('action:create') && (
          <>
            {' '}
            or{' '}
            <a class="govuk-link" href="/api/actions/log.csv" download>
              download the log as CSV
            </a>
          </>
        )}
      </p>
      {failed && <ProblemSummary problem={failed} onRetry={reload} />}
      <p class="govuk-body" role="status">
        {isWhole ? countWords(data.counts) : !failed && 'Loading…'}
      </p>
      {isWhole && items.length === 0 && <p class="govuk-body">No action has been given yet.</p>}
      {isWhole && items.length > 0 && (
        <div class="app-scroll" role="region" aria-label="The log of actions" tabIndex={0}>
          <ActionLog actions={items} />
        </div>
      )}
      {isWhole && <PrintActions document="actions" id="log" name="log" />}
    </>
  )
}
