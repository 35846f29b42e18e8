import { useState } from 'preact/hooks'
import type { ReviewDetail } from '../../server/reviews/schema.ts'
import { LinkButton } from '../form/fields.tsx'
import { useSending } from '../form/sending.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { doneSentence, stepsOf, takeStep, withAnother, type OfferedStep } from './take-step.ts'
import { WhyForm } from './why-form.tsx'

interface DecisionsProps {
  review: ReviewDetail
  meetingId?: string | undefined
  onDone: (review: ReviewDetail, sentence: string) => void
  /** Loads the newest, after somebody else was first. */
  onNewest: () => void
}

/** What can be done with a place now: a button for each legal step; those that need a reason ask for it before anything is kept. */
export const Decisions = ({ review, meetingId, onDone, onNewest }: DecisionsProps) => {
  const [chosen, setChosen] = useState<OfferedStep>()
  const { send, problem, isBusy } = useSending()
  const takeAtOnce = (step: OfferedStep) =>
    send({}, async () => onDone(await takeStep(review, step, { meetingId }), doneSentence(step, review.name)))

  if (stepsOf(review).length === 0 && !chosen) return null
  if (chosen)
    return (
      <WhyForm
        key={chosen.step}
        step={chosen}
        review={review}
        meetingId={meetingId}
        onCancel={() => setChosen(undefined)}
        onNewest={onNewest}
        onDone={(next, sentence) => {
          setChosen(undefined)
          onDone(next, sentence)
        }}
      />
    )
  return (
    <>
      {problem && <ProblemSummary problem={problem} {...(problem.status === 409 && { onRetry: onNewest })} />}
      <div class="govuk-button-group">
        {review.steps.map((step, i) => (
          <button
            type="button"
            key={step.step}
            class={`govuk-button${i === 0 ? '' : ' govuk-button--secondary'}`}
            aria-disabled={isBusy}
            onClick={() => (step.needsWhy ? setChosen(step) : void takeAtOnce(step))}
          >
            {step.says}
          </button>
        ))}
        {withAnother(review).map((step) => (
          <LinkButton key={step.step} onClick={() => setChosen(step)}>
            {step.says}
          </LinkButton>
        ))}
      </div>
    </>
  )
}
