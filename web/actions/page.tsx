import { useState } from 'preact/hooks'
import type { Action, ActionList } from '../../server/actions/schema.ts'
import { SelectField } from '../form/fields.tsx'
import { useList } from '../form/load.ts'
import { MoreButton } from '../form/more.tsx'
import { Said } from '../form/said.tsx'
import { ProblemSummary } from '../layout/problem.tsx'
import { WorkTabs } from '../layout/work-tabs.tsx'
import { PrintActions } from '../print/print-actions.tsx'
import { toQueryString } from '../state/api.ts'
import { address, goTo } from '../state/router.ts'
import { may } from '../state/session.ts'
import { ActionCard } from './action-card.tsx'
import { QuickAction } from './quick-action.tsx'
import { countWords } from './words.ts'

const FILTERS = [
  { value: 'to_do', label: 'To do, overdue first' },
  { value: 'overdue', label: 'Overdue' },
  { value: '', label: 'All, what is over at the end' },
  { value: 'complete', label: 'Complete, to be verified' },
  { value: 'verified', label: 'Verified' },
  { value: 'cancelled', label: 'Cancelled' },
]

/** What somebody has to do until when. */
export default () => {
  const { searchParams } = address.value
  const state = searchParams.get('state') ?? 'to_do'
  const mine = searchParams.get('mine') ?? undefined
  const hotspot = searchParams.get('hotspot') ?? undefined
  // On paper the log is whole.
  const list = useList<ActionList, Action>(
    searchParams.has('print')
      ? '/api/actions?limit=500'
      : `/api/actions${toQueryString({ state: state === 'all' ? undefined : state, mine, hotspot })}`,
    ({ actions }) => actions,
  )
  const { data, problem, isLoading, reload, items } = list
  const [isGiving, setIsGiving] = useState(false)
  const [said, setSaid] = useState('')
  const show = (next: { state?: string; mine?: string | undefined }) => {
    const shown = { state, mine, hotspot, ...next }
    goTo(`/actions${toQueryString({ ...shown, state: shown.state === 'to_do' ? undefined : shown.state || 'all' })}`, {
      replace: true,
    })
  }
  const after = (sentence: string) => {
    setSaid(sentence)
    setIsGiving(false)
    reload()
  }

  return (
    <>
      <WorkTabs />
      <h1 class="govuk-heading-l">{mine ? 'My actions' : 'Actions'}</h1>
      <Said words={said} />
      {problem && <ProblemSummary problem={problem} onRetry={reload} />}
      <p class="govuk-body" role="status">
        {data ? countWords(data.counts) : isLoading && 'Loading…'}
      </p>
      <div class="app-beside app-no-print">
        <SelectField
          id="action-state"
          label="Show"
          value={state === 'all' ? '' : state}
          options={FILTERS}
          onChange={(next) => show({ state: next || 'all' })}
        />
        <SelectField
          id="action-whose"
          label="Whose"
          value={mine ? 'mine' : 'all'}
          options={[
            { value: 'all', label: 'All that I can see' },
            { value: 'mine', label: 'Mine' },
          ]}
          onChange={(next) => show({ mine: next === 'mine' ? 'true' : undefined })}
        />
      </div>
      {may('action:create') && !isGiving && (
        <button type="button" class="govuk-button app-no-print" onClick={() => setIsGiving(true)}>
          Give an action
        </button>
      )}
      {isGiving && (
        <QuickAction hotspot={undefined} meetingId={undefined} onCancel={() => setIsGiving(false)} onDone={after} />
      )}
      {data && items.length === 0 && <p class="govuk-body">No action stands here.</p>}
      {items.length > 0 && (
        <ul class="app-action-list">
          {items.map((action) => (
            <ActionCard
              key={action.id}
              action={action}
              onNewest={reload}
              onChanged={(_next, sentence) => after(sentence)}
            />
          ))}
        </ul>
      )}
      <MoreButton list={list} words="Show more actions" />
      {data && may('action:create') && (
        <p class="govuk-body app-no-print">
          <a class="govuk-link" href="/api/actions/log.csv" download>
            Download the log of actions as CSV
          </a>
        </p>
      )}
      {data && <PrintActions document="actions" id="log" name="log" />}
    </>
  )
}
