import { useEffect, useRef, useState } from 'preact/hooks'
import type { Effect, LatestEffect } from '../../server/effects/schema.ts'
import type { PlanDetail } from '../../server/plans/schema.ts'
import { dayWords } from '../dates.ts'
import { useLoaded } from '../form/load.ts'
import { useSending } from '../form/sending.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { bandWords } from '../shared/bands.ts'
import { ask } from '../state/api.ts'
import { may } from '../state/session.ts'
import { lastDayOf } from '../plans/words.ts'
import { DosesTable } from './doses-table.tsx'
import { EffectCounts } from './effect-counts.tsx'
import { MonthsChart } from './months-chart.tsx'
import { effectTitle } from './words.ts'

interface EffectPanelProps {
  plan: PlanDetail
  /** The plan's own answer changes with it: what it is judged by is fixed then. */
  onWorkedOut: () => void
}

/** Whether a plan did anything: the sentence first, then what it rests on. “Cannot tell” stands as large as any other answer. */
export const EffectPanel = ({ plan, onWorkedOut }: EffectPanelProps) => {
  const path = `/api/plans/${plan.id}/effect`
  const { data, problem, reload, replace } = useLoaded<LatestEffect>(path)
  // What can be worked out hangs on the plan's state.
  const state = useRef(plan.state)
  useEffect(() => {
    if (state.current !== plan.state) reload()
    state.current = plan.state
  }, [plan.state])
  const sending = useSending()
  const [isShown, setIsShown] = useState(false)
  const workOut = () =>
    sending.send({}, async () => {
      replace(await ask<LatestEffect>(path, { method: 'POST' }))
      onWorkedOut()
    })
  const effect = data?.effect
  return (
    <section class="app-section app-effect" aria-labelledby="effect-title">
      <h2 class="govuk-heading-m" id="effect-title">
        Did it work?
      </h2>
      {problem && <ProblemSummary problem={problem} onRetry={reload} />}
      {sending.problem && <ProblemSummary problem={sending.problem} />}
      {!data && !problem && <p class="govuk-body">Loading…</p>}
      {data && !effect && <p class="govuk-body">{notYet(plan)}</p>}
      {effect && <Answer effect={effect} />}
      <div class="govuk-button-group app-no-print">
        {data?.canWorkOut && (
          <button
            type="button"
            class="govuk-button govuk-button--secondary"
            aria-disabled={sending.isBusy}
            onClick={() => void workOut()}
          >
            {workOutWords(sending.isBusy, effect !== null)}
          </button>
        )}
        {effect && may('storedRun:read') && (
          <button
            type="button"
            class="govuk-button govuk-button--secondary"
            aria-expanded={isShown}
            onClick={() => setIsShown(!isShown)}
          >
            {isShown ? 'Hide the counts' : 'Show the counts'}
          </button>
        )}
      </div>
      {effect && isShown && <EffectCounts key={effect.id} plan={plan} path={`${path}/exact`} />}
      {!isShown && plan.state !== 'draft' && <MonthsChart plan={plan} />}
    </section>
  )
}

const workOutWords = (isBusy: boolean, isAgain: boolean) => {
  if (isBusy) return 'One moment…'
  return isAgain ? 'Work it out again' : 'Work it out'
}

const notYet = ({ state, evaluationTo }: PlanDetail) => {
  if (state === 'draft' || state === 'proposed' || state === 'agreed') return 'The plan has not started yet.'
  if (state === 'withdrawn') return 'Nobody worked it out before the plan was withdrawn.'
  return `Nobody has worked it out yet. The days that it is judged by end on ${dayWords(lastDayOf(evaluationTo))}.`
}

const Answer = ({ effect }: { effect: Effect }) => {
  const { windows, childrenBands, doses } = effect
  return (
    <>
      <div class={`app-verdict app-verdict--${effect.word}`}>
        <p class="app-verdict__word">{effectTitle(effect)}</p>
        <p class="app-verdict__sentence">{effect.sentence}</p>
        {effect.smallest && <p class="app-verdict__smallest">{effect.smallest}</p>}
      </div>
      <p class="govuk-body-s">
        Worked out on {dayWords(effect.workedOutOn)} from {windows.before.weeks} weeks before (
        {dayWords(windows.before.from)} to {dayWords(lastDayOf(windows.before.to))}) and {windows.after.weeks} weeks
        after ({dayWords(windows.after.from)} to {dayWords(lastDayOf(windows.after.to))}). A child counts once a place
        and week.
        {childrenBands &&
          ` Children reported here: before ${bandOr(childrenBands.before)}, after ${bandOr(childrenBands.after)}.`}
      </p>
      <ul class="app-limits">
        {effect.cautions.map((caution) => (
          <li key={caution} class={/^(Moved|Enforcement)/.test(caution) ? 'app-limits__warning' : undefined}>
            {caution}
          </li>
        ))}
      </ul>
      {doses && <DosesTable doses={doses} />}
    </>
  )
}

const bandOr = (band: NonNullable<Effect['childrenBands']>['before']) =>
  band === null ? 'fewer than 3' : bandWords(band)
