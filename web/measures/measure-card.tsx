import { useState } from 'preact/hooks'
import type { Measure } from '../../server/measures/schema.ts'
import { dayWords, momentWords } from '../dates.ts'
import { LinkButton } from '../form/fields.tsx'
import { useSending } from '../form/sending.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { ChangeMeasure } from './change-measure.tsx'
import { MeasureStepForm, takeMeasureStep } from './measure-step-form.tsx'
import { STATE_COLOURS } from './words.ts'

interface MeasureCardProps {
  measure: Measure
  onDone: (measure: Measure, sentence: string) => void
  onNewest: () => void
}

type Step = Measure['steps'][number]

const asksFirst = ({ step, needsWhy }: Step) => needsWhy || step === 'authorise' || step === 'complete'

/** One measure with what can be done with it now. */
export const MeasureCard = ({ measure, onDone, onNewest }: MeasureCardProps) => {
  const [open, setOpen] = useState<Step | 'change'>()
  const sending = useSending()
  const done = (next: Measure) => {
    setOpen(undefined)
    onDone(next, `${next.name}: ${next.stateWords.toLowerCase()}.`)
  }
  const take = (step: Step) => sending.send({}, async () => done(await takeMeasureStep(measure, step.step)))
  return (
    <article class="app-card" aria-labelledby={`measure-${measure.id}`}>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1" id={`measure-${measure.id}`}>
        {measure.name} <strong class={`govuk-tag app-tag ${STATE_COLOURS[measure.state]}`}>{measure.stateWords}</strong>
      </h3>
      <p class="govuk-body app-typed govuk-!-margin-bottom-1">{measure.detail}</p>
      <p class="govuk-body-s app-dim">{factsOf(measure).join('. ')}.</p>
      {measure.isPast && (
        <p class="govuk-body-s app-warning-words">Its last day is over. Say what came of it, or that it ran out.</p>
      )}
      {measure.outcome && (
        <p class="govuk-body app-typed">
          <strong>What came of it:</strong> {measure.outcome}
        </p>
      )}
      {sending.problem && (
        <ProblemSummary problem={sending.problem} {...(sending.problem.status === 409 && { onRetry: onNewest })} />
      )}
      {open === 'change' && <ChangeMeasure measure={measure} onDone={done} onCancel={() => setOpen(undefined)} />}
      {open && open !== 'change' && (
        <MeasureStepForm measure={measure} step={open} onDone={done} onCancel={() => setOpen(undefined)} />
      )}
      {!open && (measure.canChange || measure.steps.length > 0) && (
        <p class="govuk-body app-links app-no-print">
          {measure.steps.map((step) => (
            <LinkButton
              key={step.step}
              aria-disabled={sending.isBusy}
              onClick={() => (asksFirst(step) ? setOpen(step) : void take(step))}
            >
              {step.says}
              <span class="govuk-visually-hidden">: {measure.name}</span>
            </LinkButton>
          ))}
          {measure.canChange && (
            <LinkButton onClick={() => setOpen('change')}>
              Change<span class="govuk-visually-hidden"> {measure.name}</span>
            </LinkButton>
          )}
        </p>
      )}
      <Taken measure={measure} />
    </article>
  )
}

const factsOf = (measure: Measure): string[] =>
  [
    `Led by ${measure.leadAgency}`,
    measure.legalBasis && `Under: ${measure.legalBasis}${measure.isToBeConfirmed ? ' (to be confirmed)' : ''}`,
    measure.authorisedByRank && `Authorised by: ${measure.authorisedByRank}`,
    daysOf(measure),
    `Proposed by ${measure.proposedBy}, ${measure.proposedAgency}`,
  ].filter((fact): fact is string => Boolean(fact))

const daysOf = ({ startsOn, endsOn }: Measure) => {
  if (startsOn && endsOn) return `${dayWords(startsOn)} to ${dayWords(endsOn)}`
  if (startsOn) return `From ${dayWords(startsOn)}`
  return endsOn ? `Until ${dayWords(endsOn)}` : null
}

const Taken = ({ measure: { taken } }: { measure: Measure }) =>
  taken.length < 2 ? null : (
    <details class="govuk-details govuk-!-margin-bottom-2">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">What happened with it</span>
      </summary>
      <ol class="app-timeline">
        {taken.toReversed().map(({ step, to, at, by, why }) => (
          <li class="app-timeline__item" key={`${at} ${step}`}>
            <strong class="app-capital">{to}</strong>
            <span class="app-timeline__when">
              {momentWords(at)}, {by}
            </span>
            {why && <p class="app-timeline__why">{why}</p>}
          </li>
        ))}
      </ol>
    </details>
  )
