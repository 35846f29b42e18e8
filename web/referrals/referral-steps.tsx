import { useEffect, useRef, useState } from 'preact/hooks'
import type { ReferralDetail } from '../../server/referrals/schema.ts'
import { TextArea } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { useSending } from '../form/sending.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { ask } from '../state/api.ts'

type Step = ReferralDetail['steps'][number]

interface ReferralStepsProps {
  referral: ReferralDetail
  /** Sessions are recorded now: what a provider comes for. */
  canRecord: boolean
  onDone: (referral: ReferralDetail, sentence: string) => void
  onNewest: () => void
}

export const DONE: Record<string, string> = {
  submit: 'It is sent: the provider answers it from here.',
  accept: 'It is accepted. Say now when the sessions are.',
  decline: 'It is declined, and the group reads why.',
  ask: 'Your question is sent to the group.',
  answer: 'Your answer is sent to the provider.',
  schedule: 'It is scheduled, and the group sees when.',
  start: 'Delivery has begun. Record each session after it was held.',
  complete: 'It is completed, and the group sees what came of it.',
  review: 'The outcome is reviewed.',
  cancel: 'It is cancelled, and the provider reads why.',
}

const ASKS: Record<string, { label: string; hint: string }> = {
  decline: { label: 'Why is it declined?', hint: 'Such as “no worker on Fridays before September”.' },
  ask: { label: 'What do you need to know?', hint: 'About the place and the work: nobody can tell you about a child.' },
  answer: { label: 'Your answer', hint: 'What is asked for can be changed below first.' },
  complete: { label: 'What came of it?', hint: 'In a sentence or two: the counts and themes go with it.' },
  review: { label: 'What does the group make of it?', hint: 'Did it do what it was for, and what follows?' },
  cancel: { label: 'Why is it cancelled?', hint: '' },
}

/** Takes a step with a referral as it was looked at. Rejects with an `ApiError`. */
export const takeReferralStep = (
  { id, version }: Pick<ReferralDetail, 'id' | 'version'>,
  step: string,
  why?: string,
): Promise<ReferralDetail> =>
  ask<ReferralDetail>(`/api/referrals/${id}/steps`, { method: 'POST', body: { step, version, ...(why && { why }) } })

/** Taken with the plan of the sessions, not by itself. */
const WITH_THE_PLAN = ['schedule']

/** A button for each legal step; those that need words ask for them first. */
export const ReferralSteps = ({ referral, canRecord, onDone, onNewest }: ReferralStepsProps) => {
  const [chosen, setChosen] = useState<Step>()
  const sending = useSending()
  const take = ({ step }: Step) =>
    sending.send({}, async () => onDone(await takeReferralStep(referral, step), DONE[step] ?? ''))
  const steps = referral.steps.filter(
    ({ step }) => !WITH_THE_PLAN.includes(step) && !(step === 'complete' && referral.done.sessions === 0),
  )

  if (chosen)
    return (
      <WhyForm
        step={chosen}
        referral={referral}
        onCancel={() => setChosen(undefined)}
        onNewest={onNewest}
        onDone={(next) => {
          setChosen(undefined)
          onDone(next, DONE[chosen.step] ?? '')
        }}
      />
    )
  if (steps.length === 0 && !canRecord) return null
  return (
    <>
      {sending.problem && (
        <ProblemSummary problem={sending.problem} {...(sending.problem.status === 409 && { onRetry: onNewest })} />
      )}
      <div class="govuk-button-group">
        {canRecord && (
          <a class="govuk-button" role="button" draggable={false} href={`/sessions/${referral.id}`}>
            Record a session
          </a>
        )}
        {steps.map((step, i) => (
          <button
            type="button"
            key={step.step}
            class={`govuk-button${i === 0 && !canRecord && step.step !== 'cancel' ? '' : ' govuk-button--secondary'}`}
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
  referral: ReferralDetail
  onDone: (referral: ReferralDetail) => void
  onCancel: () => void
  onNewest: () => void
}

const WhyForm = ({ step, referral, onDone, onCancel, onNewest }: WhyFormProps) => {
  const [why, setWhy] = useState('')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector('textarea')?.focus(), [])
  const sending = useSending({ '/why': 'step-why' })
  const { label, hint } = ASKS[step.step] ?? { label: `${step.says}: why?`, hint: '' }
  const submit = () =>
    sending.send(why.trim() === '' ? { 'step-why': 'Say it in a sentence or two' } : {}, async () =>
      onDone(await takeReferralStep(referral, step.step, why.trim())),
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
        {sending.problem?.slug === 'changed-meanwhile' && (
          <p class="govuk-body">
            What you typed is still here.{' '}
            <button type="button" class="govuk-link app-link-button" onClick={onNewest}>
              Look at the newest
            </button>
          </p>
        )}
        <TextArea
          id="step-why"
          label={label}
          hint={`${hint} No name or description of anybody.`.trim()}
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
