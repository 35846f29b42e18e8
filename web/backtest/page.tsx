import { useRef } from 'preact/hooks'
import type { RunBacktest } from '../../server/findings/schema.ts'
import { NARROW, useMedia } from '../hotspots/use-media.ts'
import { useOpenOnPaper } from '../hotspots/use-open-on-paper.ts'
import { useSlow } from '../hotspots/use-slow.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { monthWords } from '../shared/bands.ts'
import { NoRun } from '../shared/no-run.tsx'
import { RunChoice } from '../shared/run-choice.tsx'
import { useStoredMonth } from '../shared/use-stored-month.ts'
import { address } from '../state/router.ts'
import { may } from '../state/session.ts'
import { BacktestChart } from './chart.tsx'
import { RIVALS } from './compare.ts'
import { CannotSay, Explained } from './explained.tsx'
import { aheadSentence, groundSentence, metSentence, verdict } from './sentences.ts'
import { MonthsTable, TotalsTable } from './tables.tsx'

/** Would last month's map have helped? Each of twelve months foretold from the twelve before it, beside two ways that need no map. */
export default () => {
  const here = address.value
  const { data, problem, isLoading, hasNone, reload } = useStoredMonth<RunBacktest>(here, 'backtest')
  const isSlow = useSlow(isLoading)
  return (
    <>
      <a class="govuk-back-link app-no-print" href={data ? `/month?run=${data.run.id}` : '/month'}>
        Month
      </a>
      <h1 class="govuk-heading-l">Would last month’s map have helped?</h1>
      {data && (
        <div class="app-no-print">
          <RunChoice address={here} answer={{ run: data.run, runs: data.months }} />
        </div>
      )}
      {isSlow && (
        <p class="govuk-body" role="status">
          Loading…
        </p>
      )}
      {problem && (
        <>
          <ProblemSummary problem={problem} {...(problem.status !== 404 && { onRetry: reload })} />
          {here.searchParams.has('run') && (
            <p class="govuk-body">
              <a class="govuk-link" href="/backtest">
                Show the newest stored month
              </a>
            </p>
          )}
        </>
      )}
      {hasNone && <NoRun canMake={may('storedRun:create')} />}
      {data && !problem && (data.backtest ? <Answer backtest={data.backtest} run={data.run} /> : <TooShort />)}
    </>
  )
}

const TooShort = () => (
  <div class="app-empty govuk-!-margin-top-4">
    <p class="govuk-body govuk-!-margin-bottom-0">
      For this month nothing can be said. Each of its twelve months would be foretold from the twelve before it, and the
      reports do not reach back two years; or the partnership’s area, of which the places are a share, is not loaded.
    </p>
  </div>
)

const Answer = ({ backtest: { months, wholeAreaHectares }, run }: Required<Answered>) => {
  const isNarrow = useMedia(NARROW)
  const body = useRef<HTMLDivElement>(null)
  useOpenOnPaper(body)
  return (
    <div class="app-backtest" ref={body}>
      <p class="govuk-body app-backtest__verdict">
        <strong>{verdict(months)}</strong>
      </p>
      <div class="app-backtest__text">
        <p class="govuk-body">{metSentence(months)}</p>
        <p class="govuk-body">{groundSentence(months)}</p>
        <ul class="govuk-list govuk-list--bullet">
          {RIVALS.map((rival) => (
            <li key={rival}>{aheadSentence(months, rival)}</li>
          ))}
        </ul>
      </div>
      <BacktestChart months={months} width={isNarrow ? 360 : 780} />
      {months.some(({ isComplete }) => !isComplete) && (
        <p class="govuk-body-s">* Incomplete: return interviews are still due. Do not read it as fewer.</p>
      )}
      <TotalsTable months={months} wholeAreaHectares={wholeAreaHectares} />
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">Month by month, as a table</span>
        </summary>
        <MonthsTable months={months} />
      </details>
      <Explained />
      <CannotSay />
      <p class="govuk-body-s app-dim">
        Stored with {monthWords(run.month)}. The partnership’s area is {wholeAreaHectares.toLocaleString('en-GB')}{' '}
        hectares. Method {run.version}.
      </p>
    </div>
  )
}

interface Answered {
  backtest: NonNullable<RunBacktest['backtest']>
  run: RunBacktest['run']
}
