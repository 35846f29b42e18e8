import { useEffect, useRef, useState } from 'preact/hooks'
import type { PlanDetail } from '../../server/plans/schema.ts'
import { DayField, daysLater } from '../form/day-field.tsx'
import { TextArea } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { useSending } from '../form/sending.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { ask } from '../state/api.ts'
import { setup } from '../state/setup.ts'
import { doneWords } from './words.ts'

type Step = PlanDetail['steps'][number]

interface PlanStepsProps {
  plan: PlanDetail
  onDone: (plan: PlanDetail, sentence: string) => void
  onNewest: () => void
}

const asksFirst = ({ step, needsWhy }: Step) => needsWhy || step === 'extend'

const take = (
  { id, version }: Pick<PlanDetail, 'id' | 'version'>,
  { step }: Step,
  given: { why?: string; reviewOn?: string; evaluationTo?: string } = {},
): Promise<PlanDetail> =>
  ask<PlanDetail>(`/api/plans/${id}/steps`, { method: 'POST', body: { step, version, ...given } })

/** A button for each legal step; those that ask for something ask first. */
export const PlanSteps = ({ plan, onDone, onNewest }: PlanStepsProps) => {
  const [chosen, setChosen] = useState<Step>()
  const sending = useSending()
  if (chosen)
    return (
      <StepForm
        step={chosen}
        plan={plan}
        onCancel={() => setChosen(undefined)}
        onDone={(next) => {
          setChosen(undefined)
          onDone(next, doneWords(chosen.step))
        }}
      />
    )
  if (plan.steps.length === 0) return null
  return (
    <>
      {sending.problem && (
        <ProblemSummary problem={sending.problem} {...(sending.problem.status === 409 && { onRetry: onNewest })} />
      )}
      <div class="govuk-button-group app-no-print">
        {plan.steps.map((step, i) => (
          <button
            type="button"
            key={step.step}
            // How a plan ends is for its readers to say, not for a button.
            class={`govuk-button${i === 0 && plan.state !== 'under_review' ? '' : ' govuk-button--secondary'}`}
            aria-disabled={sending.isBusy}
            onClick={() =>
              asksFirst(step)
                ? setChosen(step)
                : void sending.send({}, async () => onDone(await take(plan, step), doneWords(step.step)))
            }
          >
            {step.says}
          </button>
        ))}
      </div>
    </>
  )
}

interface StepFormProps {
  step: Step
  plan: PlanDetail
  onDone: (plan: PlanDetail) => void
  onCancel: () => void
}

const FIELDS = { '/why': 'step-why', '/reviewOn': 'step-review', '/evaluationTo': 'step-until' }
const REVIEW_DAYS = 91

const StepForm = ({ step, plan, onDone, onCancel }: StepFormProps) => {
  const isExtension = step.step === 'extend'
  const [why, setWhy] = useState('')
  const [reviewOn, setReviewOn] = useState(daysLater(setup.value!.today, REVIEW_DAYS))
  const [evaluationTo, setEvaluationTo] = useState(plan.evaluationTo)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector('textarea')?.focus(), [])
  const sending = useSending(FIELDS)
  const submit = () =>
    sending.send(
      {
        ...(why.trim() === '' && { 'step-why': 'Say why' }),
        ...(isExtension && reviewOn === '' && { 'step-review': 'Choose when it is looked at next' }),
        ...(isExtension && evaluationTo === '' && { 'step-until': 'Choose until when it is judged' }),
      },
      async () => onDone(await take(plan, step, { why: why.trim(), ...(isExtension && { reviewOn, evaluationTo }) })),
    )
  return (
    <div ref={box}>
      <Form
        class="app-inset"
        sending={sending}
        submitWords={step.says}
        onSubmit={() => void submit()}
        onCancel={onCancel}
      >
        <TextArea
          id="step-why"
          label={`${step.says}: why?`}
          rows={2}
          maxLength={1000}
          error={sending.errors['step-why']}
          value={why}
          onInput={setWhy}
        />
        {isExtension && (
          <div class="app-beside">
            <DayField
              id="step-review"
              label="When is it looked at next?"
              error={sending.errors['step-review']}
              value={reviewOn}
              onChange={setReviewOn}
            />
            <DayField
              id="step-until"
              label="Judged until"
              error={sending.errors['step-until']}
              value={evaluationTo}
              onChange={setEvaluationTo}
            />
          </div>
        )}
      </Form>
    </div>
  )
}
