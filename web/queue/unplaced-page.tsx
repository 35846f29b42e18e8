import { useEffect, useRef, useState } from 'preact/hooks'
import type { UnplacedList } from '../../server/locations/schema.ts'
import { useList } from '../form/load.ts'
import { MoreButton } from '../form/more.tsx'
import { ProblemSummary } from '../layout/problem.tsx'
import { address, goTo } from '../state/router.ts'
import { countOf } from '../words.ts'
import { Done, type DoneAction } from './done.tsx'
import { PlaceReport } from './place-report.tsx'
import { QueueList } from './queue-list.tsx'
import { SetAsideReport } from './set-aside-report.tsx'
import type { Waiting } from './waiting.ts'

/** Reports that have no place on the map yet: one after another, each placed, or set aside with a reason. */
export default () => {
  const state = address.value.searchParams.get('state') === 'set_aside' ? 'set_aside' : 'waiting'
  return <Queue key={state} state={state} />
}

const Queue = ({ state }: { state: 'waiting' | 'set_aside' }) => {
  const list = useList<UnplacedList, Waiting>(`/api/queue/unplaced?state=${state}`, ({ reports }) => reports)
  const [openId, setOpenId] = useState<string>()
  const [done, setDone] = useState<DoneAction[]>([])
  const hasActed = useRef(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const open = list.items.find(({ id }) => id === openId) ?? list.items[0]

  // The next one opens by itself after an action, and whoever uses the keyboard stands at its heading.
  useEffect(() => {
    if (!hasActed.current || list.isLoading) return
    hasActed.current = false
    heading.current?.focus()
  }, [open?.id, list.isLoading, list.data])

  const acted = (action: DoneAction) => {
    const position = list.items.findIndex(({ id }) => id === action.report.id)
    setOpenId((list.items[position + 1] ?? list.items[position - 1])?.id)
    setDone((before) => [action, ...before])
    hasActed.current = true
    list.reload()
  }
  const hide = (action: DoneAction) => {
    setDone((before) => before.filter((other) => other !== action))
    heading.current?.focus()
  }
  const undone = (action: DoneAction) => {
    setDone((before) => before.filter((other) => other !== action))
    setOpenId(action.report.id)
    hasActed.current = true
    list.reload()
  }

  return (
    <>
      <a class="govuk-back-link" href="/data">
        Data
      </a>
      <h1 class="govuk-heading-l govuk-!-margin-bottom-2">
        {state === 'waiting' ? 'Reports to place' : 'Reports set aside'}
      </h1>
      <QueueTabs state={state} waiting={list.data?.waiting} />
      {done.map((action) => (
        <Done key={`${action.report.id} ${action.report.version}`} action={action} onUndone={undone} onHide={hide} />
      ))}
      {list.problem && <ProblemSummary problem={list.problem} onRetry={list.reload} />}
      {!list.data && list.isLoading && <p class="govuk-body">Loading…</p>}
      {list.data && list.items.length === 0 && <Nothing state={state} headingRef={heading} />}
      {open && (
        <div class="app-split">
          <nav aria-label={state === 'waiting' ? 'Reports that wait' : 'Reports set aside'} class="app-split__list">
            <QueueList reports={list.items} openId={open.id} onOpen={setOpenId} />
            <MoreButton list={list} words="Show more" />
          </nav>
          <section class="app-split__main" aria-labelledby="report-title">
            {state === 'waiting' ? (
              <PlaceReport
                key={`${open.id} ${open.version}`}
                report={open}
                headingRef={heading}
                onDone={acted}
                onReload={list.reload}
              />
            ) : (
              <SetAsideReport
                key={`${open.id} ${open.version}`}
                report={open}
                headingRef={heading}
                onDone={acted}
                onReload={list.reload}
              />
            )}
          </section>
        </div>
      )}
    </>
  )
}

const QueueTabs = ({ state, waiting }: { state: 'waiting' | 'set_aside'; waiting: number | undefined }) => (
  <p class="govuk-body">
    {state === 'waiting' &&
      waiting !== undefined &&
      (waiting === 0 ? '' : `${countOf(waiting, 'report')} ${waiting === 1 ? 'waits' : 'wait'}. `)}
    {state === 'waiting' ? (
      <a class="govuk-link" href="/data/queue?state=set_aside">
        See what was set aside
      </a>
    ) : (
      <a class="govuk-link" href="/data/queue">
        Back to the reports that wait
      </a>
    )}
  </p>
)

const Nothing = ({
  state,
  headingRef,
}: {
  state: 'waiting' | 'set_aside'
  headingRef: preact.RefObject<HTMLHeadingElement | null>
}) => (
  <div class="app-empty">
    <h2 class="govuk-heading-m" tabIndex={-1} ref={headingRef}>
      {state === 'waiting' ? 'No report waits' : 'Nothing is set aside'}
    </h2>
    <p class="govuk-body">
      {state === 'waiting'
        ? 'When a file brings words that no known place goes by, the report waits here until somebody says where it was.'
        : 'A report that cannot be placed can be set aside with a reason. It can be taken back at any time.'}
    </p>
    <button
      type="button"
      class="govuk-button govuk-button--secondary"
      onClick={() => goTo(state === 'waiting' ? '/data' : '/data/queue')}
    >
      {state === 'waiting' ? 'Back to data' : 'Back to the reports that wait'}
    </button>
  </div>
)
