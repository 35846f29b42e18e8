import { useEffect, useRef, useState } from 'preact/hooks'
import type { Measure } from '../../server/measures/schema.ts'
import { TextArea, TextField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { useSending } from '../form/sending.ts'
import { ask } from '../state/api.ts'

/** Takes a step with a measure as it was looked at. Rejects with an `ApiError`. */
export const takeMeasureStep = (
  { id, version }: Pick<Measure, 'id' | 'version'>,
  step: string,
  given: { why?: string; authorisedByRank?: string; outcome?: string } = {},
): Promise<Measure> => ask<Measure>(`/api/measures/${id}/steps`, { method: 'POST', body: { step, version, ...given } })

interface MeasureStepFormProps {
  measure: Measure
  step: Measure['steps'][number]
  onDone: (measure: Measure) => void
  onCancel: () => void
}

const FIELDS = { '/why': 'measure-why', '/authorisedByRank': 'measure-rank', '/outcome': 'measure-outcome' }

/** What a step asks for: who by office authorised it, why it is refused, what came of it. */
export const MeasureStepForm = ({ measure, step, onDone, onCancel }: MeasureStepFormProps) => {
  const [why, setWhy] = useState('')
  const [rank, setRank] = useState(measure.authorisedByRank ?? '')
  const [outcome, setOutcome] = useState(measure.outcome ?? '')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector<HTMLElement>('input, textarea')?.focus(), [])
  const sending = useSending(FIELDS)
  const isAuthorised = step.step === 'authorise'
  const isComplete = step.step === 'complete'
  const submit = () =>
    sending.send(
      {
        ...(isAuthorised &&
          measure.authorisedBy &&
          rank.trim() === '' && { 'measure-rank': 'Say which rank or office' }),
        ...(isComplete && outcome.trim() === '' && { 'measure-outcome': 'Say what came of it' }),
        ...(step.needsWhy && why.trim() === '' && { 'measure-why': 'Say why' }),
      },
      async () =>
        onDone(
          await takeMeasureStep(measure, step.step, {
            ...(step.needsWhy && { why: why.trim() }),
            ...(isAuthorised && rank.trim() !== '' && { authorisedByRank: rank.trim() }),
            ...(isComplete && { outcome: outcome.trim() }),
          }),
        ),
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
        {isAuthorised && (
          <TextField
            id="measure-rank"
            label="Which rank or office authorised it?"
            hint={`Never who. ${measure.authorisedBy ? `The catalogue says: ${measure.authorisedBy}.` : 'Leave it empty where none is needed.'}`}
            maxLength={120}
            error={sending.errors['measure-rank']}
            value={rank}
            onInput={setRank}
          />
        )}
        {isComplete && (
          <TextArea
            id="measure-outcome"
            label="What came of it?"
            hint="Such as “six lamps burn from dusk since 3 August”. No name."
            rows={3}
            maxLength={2000}
            error={sending.errors['measure-outcome']}
            value={outcome}
            onInput={setOutcome}
          />
        )}
        {step.needsWhy && (
          <TextArea
            id="measure-why"
            label={`${step.says}: why?`}
            rows={2}
            maxLength={1000}
            error={sending.errors['measure-why']}
            value={why}
            onInput={setWhy}
          />
        )}
      </Form>
    </div>
  )
}
