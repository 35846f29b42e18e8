import { useEffect, useRef, useState } from 'preact/hooks'
import type { Action, ActionDetail } from '../../server/actions/schema.ts'
import { TextArea, TextField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { useSending } from '../form/sending.ts'
import { ask } from '../state/api.ts'
import { Meanwhile, useSeenVersion } from './meanwhile.tsx'

type Step = Action['steps'][number]

interface StepFormProps {
  action: Action
  step: Step
  onDone: (action: ActionDetail) => void
  onCancel: () => void
  /** After somebody else was first. */
  onNewest: () => void
}

/** Whether a step asks for something first. */
export const asksFirst = ({ step, needsWhy }: Step): boolean => needsWhy || step === 'complete' || step === 'escalate'

/** Takes a step with an action as it was looked at. Rejects with an `ApiError`. */
export const takeStep = (
  { id, version }: Pick<Action, 'id' | 'version'>,
  { step }: Step,
  given: { why?: string; evidence?: string; escalatedTo?: string } = {},
): Promise<ActionDetail> =>
  ask<ActionDetail>(`/api/actions/${id}/steps`, { method: 'POST', body: { step, version, ...given } })

const FIELDS = { '/why': 'step-why', '/evidence': 'step-evidence', '/escalatedTo': 'step-to' }

/** What a step asks for: a reason, what shows that it was done, to whom it is escalated. */
export const StepForm = ({ action, step, onDone, onCancel, onNewest }: StepFormProps) => {
  const [why, setWhy] = useState('')
  const [evidence, setEvidence] = useState(action.evidence ?? '')
  const [escalatedTo, setEscalatedTo] = useState('')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector<HTMLElement>('input, textarea')?.focus(), [])
  const sending = useSending(FIELDS)
  const { withSeen, isNewer, acceptNewest } = useSeenVersion(action, onNewest)
  const isComplete = step.step === 'complete'
  const isEscalation = step.step === 'escalate'

  const submit = () =>
    sending.send(
      {
        ...(isEscalation && escalatedTo.trim() === '' && { 'step-to': 'Say to whom' }),
        ...(isComplete && evidence.trim() === '' && { 'step-evidence': 'Say what shows that it was done' }),
        ...(step.needsWhy && why.trim() === '' && { 'step-why': 'Say why' }),
      },
      async () => {
        const given = {
          ...(step.needsWhy && { why: why.trim() }),
          ...(isComplete && { evidence: evidence.trim() }),
          ...(isEscalation && { escalatedTo: escalatedTo.trim() }),
        }
        onDone(await withSeen((version) => takeStep({ id: action.id, version }, step, given)))
      },
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
        {isNewer && (
          <Meanwhile
            onAccept={() => {
              acceptNewest()
              void submit()
            }}
            onCancel={onCancel}
          />
        )}
        {isEscalation && (
          <TextField
            id="step-to"
            label="Escalated to whom?"
            hint="A role or a body, such as “the strategic group”."
            error={sending.errors['step-to']}
            value={escalatedTo}
            onInput={setEscalatedTo}
          />
        )}
        {isComplete && (
          <TextArea
            id="step-evidence"
            label="What shows that it was done?"
            hint="Such as “the lamps are lit since 3 August, seen by the ward officer”. No name or reference of a child."
            rows={3}
            error={sending.errors['step-evidence']}
            value={evidence}
            onInput={setEvidence}
          />
        )}
        {step.needsWhy && (
          <TextArea
            id="step-why"
            label={`${step.says}: why?`}
            hint="No name or reference of a child."
            rows={2}
            maxLength={1000}
            error={sending.errors['step-why']}
            value={why}
            onInput={setWhy}
          />
        )}
      </Form>
    </div>
  )
}
