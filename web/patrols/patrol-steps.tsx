import { useEffect, useRef, useState } from 'preact/hooks'
import type { PatrolDetail } from '../../server/patrols/schema.ts'
import { TextArea } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { useSending } from '../form/sending.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { ask } from '../state/api.ts'

type Step = PatrolDetail['steps'][number]

interface PatrolStepsProps {
  patrol: PatrolDetail
  onDone: (patrol: PatrolDetail, sentence: string) => void
  onNewest: () => void
}

const DONE: Record<string, string> = {
  triage: 'You have taken it up. Say now when and how it is visited.',
  reject: 'It is rejected, and the meeting reads why.',
  task: 'It is given out: officers of the area see it from now on.',
  complete: 'It is completed. Debrief it when you know what was learned.',
  debrief: 'It is debriefed.',
}

const HINTS: Record<string, string> = {
  reject: 'Such as “covered by the wardens” or “no officer before August”. The meeting reads it.',
  debrief: 'What was seen, what helped, what the meeting should know.',
}

/** Takes a step with a task as it was looked at. Rejects with an `ApiError`. */
export const takePatrolStep = (
  { id, version }: Pick<PatrolDetail, 'id' | 'version'>,
  step: string,
  why?: string,
): Promise<PatrolDetail> =>
  ask<PatrolDetail>(`/api/patrols/${id}/steps`, { method: 'POST', body: { step, version, ...(why && { why }) } })

/** A button for each legal step; those that need a reason ask for it first. */
export const PatrolSteps = ({ patrol, onDone, onNewest }: PatrolStepsProps) => {
  const [chosen, setChosen] = useState<Step>()
  const sending = useSending({ '/why': 'step-why' })
  const take = (step: Step) =>
    sending.send({}, async () => onDone(await takePatrolStep(patrol, step.step), DONE[step.step] ?? ''))
  // What is not planned yet cannot be given out: the plan’s own form does both.
  const steps = patrol.steps.filter(({ step }) => step !== 'task' || (patrol.task?.windows.length ?? 0) > 0)

  if (chosen)
    return (
      <WhyForm
        step={chosen}
        patrol={patrol}
        onCancel={() => setChosen(undefined)}
        onDone={(next) => {
          setChosen(undefined)
          onDone(next, DONE[chosen.step] ?? '')
        }}
      />
    )
  if (steps.length === 0) return null
  return (
    <>
      {sending.problem && (
        <ProblemSummary problem={sending.problem} {...(sending.problem.status === 409 && { onRetry: onNewest })} />
      )}
      <div class="govuk-button-group">
        {steps.map((step, i) => (
          <button
            type="button"
            key={step.step}
            class={`govuk-button${i === 0 ? '' : ' govuk-button--secondary'}`}
            aria-disabled={sending.isBusy}
            onClick={() => (step.needsWhy ? setChosen(step) : void take(step))}
          >
            {step.says}
          </button>
        ))}
      </div>
    </>
  )
}

interface WhyFormProps {
  step: Step
  patrol: PatrolDetail
  onDone: (patrol: PatrolDetail) => void
  onCancel: () => void
}

const WhyForm = ({ step, patrol, onDone, onCancel }: WhyFormProps) => {
  const [why, setWhy] = useState('')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector('textarea')?.focus(), [])
  const sending = useSending({ '/why': 'step-why' })
  const submit = () =>
    sending.send(why.trim() === '' ? { 'step-why': 'Say it in a sentence or two' } : {}, async () =>
      onDone(await takePatrolStep(patrol, step.step, why.trim())),
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
          label={step.step === 'debrief' ? 'What was learned?' : `${step.says}: why?`}
          hint={`${HINTS[step.step] ?? ''} No name or reference of a child.`.trim()}
          rows={3}
          maxLength={1000}
          error={sending.errors['step-why']}
          value={why}
          onInput={setWhy}
        />
      </Form>
    </div>
  )
}
