import { useState } from 'preact/hooks'
import type { Meeting, MeetingDetail } from '../../server/meetings/schema.ts'
import { TextArea } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { useSending } from '../form/sending.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { ask } from '../state/api.ts'

interface MeetingStepsProps {
  meeting: MeetingDetail
  onDone: (sentence: string) => void
  /** After somebody else was first. */
  onNewest: () => void
}

type Step = Meeting['steps'][number]

/** Those that cannot be taken back say first what they do. */
const SURE: Record<string, string> = {
  freeze:
    'The numbers of the pack are fixed from then on, for everybody and for good. What arrives later stands beside it as “since the pack”.',
  agree: 'Agreed minutes are locked. They are corrected by an addendum only.',
  end: 'Part A and Part B are over. The minutes are drafted from what was noted, and can be changed until they are agreed.',
}

/** What can be done with a meeting now. */
export const MeetingSteps = ({ meeting, onDone, onNewest }: MeetingStepsProps) => {
  const [chosen, setChosen] = useState<Step>()
  const [why, setWhy] = useState('')
  const sending = useSending({ '/why': 'meeting-why' })
  const steps: Step[] = [
    ...(meeting.canFreeze ? [{ step: 'freeze', says: 'Freeze the pack', needsWhy: false }] : []),
    ...meeting.steps,
  ]
  if (steps.length === 0) return null

  const take = ({ step, needsWhy }: Step) =>
    sending.send({ ...(needsWhy && why.trim() === '' && { 'meeting-why': 'Say why' }) }, async () => {
      const { version } = meeting
      const next = await ask<Meeting>(`/api/meetings/${meeting.id}/${step === 'freeze' ? 'freeze' : 'steps'}`, {
        method: 'POST',
        body: step === 'freeze' ? { version } : { version, step, ...(needsWhy && { why: why.trim() }) },
      })
      setChosen(undefined)
      onDone(`The meeting is now: ${next.stateWords}.`)
    })

  if (chosen)
    return (
      <Form
        class="app-inset"
        sending={sending}
        submitWords={chosen.says}
        busyWords={chosen.step === 'freeze' ? 'Freezing…' : 'One moment…'}
        onSubmit={() => void take(chosen)}
        onCancel={() => setChosen(undefined)}
      >
        {SURE[chosen.step] && <p class="govuk-body">{SURE[chosen.step]}</p>}
        {chosen.needsWhy && (
          <TextArea
            id="meeting-why"
            label="Why?"
            rows={2}
            maxLength={1000}
            error={sending.errors['meeting-why']}
            value={why}
            onInput={setWhy}
          />
        )}
      </Form>
    )
  return (
    <>
      {sending.problem && (
        <ProblemSummary problem={sending.problem} {...(sending.problem.status === 409 && { onRetry: onNewest })} />
      )}
      <div class="govuk-button-group app-no-print">
        {steps.map((one, i) => (
          <button
            key={one.step}
            type="button"
            class={`govuk-button${i === 0 && one.step !== 'cancel' ? '' : ' govuk-button--secondary'}`}
            aria-disabled={sending.isBusy}
            onClick={() => (one.needsWhy || SURE[one.step] ? setChosen(one) : void take(one))}
          >
            {one.says}
          </button>
        ))}
      </div>
    </>
  )
}
