import { useState } from 'preact/hooks'
import type { Action, ActionDetail, ActionList } from '../../server/actions/schema.ts'
import { useList } from '../form/load.ts'
import { MoreButton } from '../form/more.tsx'
import { Said } from '../form/said.tsx'
import { ProblemSummary } from '../layout/problem.tsx'
import { WorkTabs } from '../layout/work-tabs.tsx'
import { PrintActions } from '../print/print-actions.tsx'
import { address } from '../state/router.ts'
import { may, person } from '../state/session.ts'
import { ActionCard } from './action-card.tsx'
import { ActionFiltersBar } from './action-filters.tsx'
import { ActionLog } from './action-log.tsx'
import { filtersIn, pathOfList, stateChoiceWords } from './filters.ts'
import { NoActions } from './no-actions.tsx'
import { QuickAction } from './quick-action.tsx'
import { WholeLog } from './whole-log.tsx'
import { countWords } from './words.ts'

/** What somebody has to do until when. */
export default () => (address.value.searchParams.has('print') ? <WholeLog /> : <Actions />)

const actionsOf = ({ actions }: ActionList) => actions

const Actions = () => {
  const filters = filtersIn(address.value)
  const mine = useList<ActionList, Action>(pathOfList(filters, true), actionsOf)
  const all = useList<ActionList, Action>(pathOfList(filters, false), actionsOf)
  const [isGiving, setIsGiving] = useState(false)
  const [said, setSaid] = useState<{ words: string; id?: string }>({ words: '' })
  const problem = all.problem ?? mine.problem
  const isThere = all.data !== undefined && mine.data !== undefined
  const others = filters.isMine ? [] : all.items.filter(({ isMine }) => !isMine)
  const shown = [...mine.items, ...others]
  const reload = () => {
    mine.reload()
    all.reload()
  }
  const changed = ({ id }: ActionDetail, words: string) => {
    setSaid({ words, id })
    reload()
  }
  const group = (title: string, actions: readonly Action[]) => (
    <Group
      title={title}
      actions={actions}
      saidOf={({ id }) => (id === said.id ? said.words : '')}
      onChanged={changed}
      onNewest={reload}
    />
  )

  return (
    <>
      <WorkTabs />
      <div class="app-title">
        <h1 class="govuk-heading-l">Actions</h1>
        {may('action:create') && !isGiving && (
          <button type="button" class="govuk-button app-no-print" onClick={() => setIsGiving(true)}>
            Give an action
          </button>
        )}
      </div>
      {/* Beside the action itself, as long as it stands in the list. */}
      <Said words={shown.some(({ id }) => id === said.id) ? '' : said.words} />
      {problem && <ProblemSummary problem={problem} onRetry={reload} />}
      {isGiving && (
        <QuickAction
          hotspot={undefined}
          meetingId={filters.meeting}
          onCancel={() => setIsGiving(false)}
          onDone={(words) => {
            setIsGiving(false)
            setSaid({ words })
            reload()
          }}
        />
      )}
      <p class="govuk-body" role="status">
        {all.data ? countWords(all.data.counts) : all.isLoading && 'Loading…'}
      </p>
      <ActionFiltersBar
        filters={filters}
        placeName={shown.find(({ hotspotName }) => hotspotName)?.hotspotName ?? undefined}
      />
      {isThere && shown.length === 0 && <NoActions filters={filters} counts={all.data!.counts} />}
      {isThere && (
        <div class="app-no-print">
          {group('Yours', mine.items)}
          <MoreButton list={mine} words="Show more of yours" />
          {group(may('action:create') ? 'Everybody else’s' : 'Others’ in your agency', others)}
          {!filters.isMine && <MoreButton list={all} words="Show more actions" />}
        </div>
      )}
      {shown.length > 0 && (
        <div class="app-only-paper">
          <p class="govuk-body">
            Shown: {stateChoiceWords(filters.state)}
            {filters.isMine && `, ${person.value?.name ?? ''} only`}.
          </p>
          <ActionLog actions={filters.isMine ? mine.items : all.items} />
          {all.hasMore && <p>There are more than stand here. The whole log has them all.</p>}
        </div>
      )}
      {isThere && (
        <>
          <p class="govuk-body app-no-print">
            <a class="govuk-link" href="/actions?print=all">
              The whole log, as a table
            </a>
          </p>
          <PrintActions document="actions" id="log" name="log" />
        </>
      )}
    </>
  )
}

interface GroupProps {
  title: string
  actions: readonly Action[]
  saidOf: (action: Action) => string
  onChanged: (action: ActionDetail, sentence: string) => void
  onNewest: () => void
}

const Group = ({ title, actions, saidOf, onChanged, onNewest }: GroupProps) => {
  if (actions.length === 0) return null
  return (
    <section aria-label={title}>
      <h2 class="govuk-heading-m govuk-!-margin-bottom-2">{title}</h2>
      <ul class="app-action-list">
        {actions.map((action) => (
          <ActionCard key={action.id} action={action} said={saidOf(action)} onChanged={onChanged} onNewest={onNewest} />
        ))}
      </ul>
    </section>
  )
}
