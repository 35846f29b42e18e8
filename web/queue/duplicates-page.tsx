import { useEffect, useRef, useState } from 'preact/hooks'
import type { DuplicateList, DuplicatePair } from '../../server/locations/schema.ts'
import { useList } from '../form/load.ts'
import { MoreButton } from '../form/more.tsx'
import { Notice } from '../form/notice.tsx'
import { LinkButton } from '../form/fields.tsx'
import { ProblemSummary } from '../layout/problem.tsx'
import { ApiError, ask } from '../state/api.ts'
import { address } from '../state/router.ts'
import { countOf } from '../words.ts'
import { Pair } from './pair.tsx'

type Decision = 'join' | 'keep_apart' | 'undecided'

const DECIDED_WORDS: Record<DuplicatePair['state'], string> = {
  joined: 'They count as one occurrence now.',
  kept_apart: 'They stay two different ones.',
  waiting: 'The pair waits for a decision again.',
}

const keyOf = ({ first, second }: DuplicatePair) => `${first.id} ${second.id}`

/** Pairs that may tell of one occurrence: a person says whether they do. */
export default () => {
  const state = address.value.searchParams.get('state') === 'decided' ? 'decided' : 'waiting'
  return <Duplicates key={state} state={state} />
}

const Duplicates = ({ state }: { state: 'waiting' | 'decided' }) => {
  const list = useList<DuplicateList, DuplicatePair>(
    `/api/queue/duplicates?state=${state}&limit=20`,
    ({ pairs }) => pairs,
  )
  const [done, setDone] = useState<DuplicatePair[]>([])
  const [problem, setProblem] = useState<ApiError>()
  const title = useRef<HTMLHeadingElement>(null)
  const hasDecided = useRef(false)
  useEffect(() => {
    if (!hasDecided.current || list.isLoading) return
    hasDecided.current = false
    const next = document.querySelector<HTMLElement>('.app-duplicate h2') ?? title.current
    next?.focus()
  }, [list.isLoading, list.data])

  const decide = async (pair: DuplicatePair, decision: Decision) => {
    try {
      const body = { firstReportId: pair.first.id, secondReportId: pair.second.id, decision }
      const answer = await ask<DuplicatePair>('/api/queue/duplicates', { method: 'POST', body })
      setProblem(undefined)
      const others = (before: DuplicatePair[]) => before.filter((other) => keyOf(other) !== keyOf(pair))
      setDone((before) => (answer.state === 'waiting' ? others(before) : [answer, ...others(before)]))
      hasDecided.current = true
      list.reload()
    } catch (error) {
      setProblem(error as ApiError)
    }
  }
  const hide = (pair: DuplicatePair) => {
    setDone((before) => before.filter((other) => other !== pair))
    title.current?.focus()
  }

  return (
    <>
      <a class="govuk-back-link" href="/data">
        Data
      </a>
      <h1 class="govuk-heading-l govuk-!-margin-bottom-2" tabIndex={-1} ref={title}>
        {state === 'waiting' ? 'Likely duplicates' : 'Decided pairs'}
      </h1>
      <Introduction state={state} waiting={list.data?.waiting} />
      {problem && <ProblemSummary problem={problem} onRetry={list.reload} />}
      {done.map((pair) => (
        <Notice key={keyOf(pair)}>
          <p class="govuk-body govuk-!-margin-bottom-0">
            <span id={`done-${pair.first.id}-${pair.second.id}`}>
              {pair.first.reportRef} and {pair.second.reportRef}: {DECIDED_WORDS[pair.state]}
            </span>{' '}
            <LinkButton
              aria-describedby={`done-${pair.first.id}-${pair.second.id}`}
              onClick={() => void decide(pair, 'undecided')}
            >
              Undo
            </LinkButton>{' '}
            <LinkButton aria-describedby={`done-${pair.first.id}-${pair.second.id}`} onClick={() => hide(pair)}>
              Hide
            </LinkButton>
          </p>
        </Notice>
      ))}
      {list.problem && <ProblemSummary problem={list.problem} onRetry={list.reload} />}
      {!list.data && list.isLoading && <p class="govuk-body">Loading…</p>}
      {list.data && list.items.length === 0 && <Nothing state={state} />}
      {list.items.map((pair) => (
        <Pair key={keyOf(pair)} pair={pair} onDecide={(decision) => void decide(pair, decision)} />
      ))}
      <MoreButton list={list} words="Show more pairs" />
    </>
  )
}

const Introduction = ({ state, waiting }: { state: 'waiting' | 'decided'; waiting: number | undefined }) => (
  <p class="govuk-body">
    {state === 'waiting' &&
      waiting !== undefined &&
      waiting > 0 &&
      `${countOf(waiting, 'pair')} ${waiting === 1 ? 'waits' : 'wait'}. Both reports of a pair are of the same child at about the same place and time. Nothing is lost either way: joined reports count once, and both are kept. `}
    {state === 'waiting' ? (
      <a class="govuk-link" href="/data/duplicates?state=decided">
        See what was decided
      </a>
    ) : (
      <a class="govuk-link" href="/data/duplicates">
        Back to the pairs that wait
      </a>
    )}
  </p>
)

const Nothing = ({ state }: { state: 'waiting' | 'decided' }) => (
  <div class="app-empty">
    <h2 class="govuk-heading-m">{state === 'waiting' ? 'No pair waits' : 'Nothing has been decided yet'}</h2>
    <p class="govuk-body govuk-!-margin-bottom-0">
      {state === 'waiting'
        ? 'When two reports of one child are at the same place at overlapping times, they come here, so that one occurrence is not counted twice.'
        : 'What you decide about a pair stands here, so that you can change your mind.'}
    </p>
  </div>
)
