import { useRef, useState } from 'preact/hooks'
import type { Activity, PatrolDetail } from '../../server/patrols/schema.ts'
import { Checkboxes } from '../form/choices.tsx'
import { FormErrors } from '../form/errors.tsx'
import { LinkButton, SelectField, TextArea } from '../form/fields.tsx'
import { useSending } from '../form/sending.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { ask } from '../state/api.ts'
import { choices } from '../words.ts'
import { takePatrolStep } from './patrol-steps.tsx'
import { draftOf, PLAN_FIELDS, planErrors, toPlanInput, type PlanDraft } from './plan-draft.ts'
import { WindowChoice } from './window-choice.tsx'
import { ACTIVITY_WORDS } from './words.ts'

interface PlanFormProps {
  patrol: PatrolDetail
  onDone: (patrol: PatrolDetail, sentence: string) => void
  onNewest: () => void
  onCancel: (() => void) | undefined
}

/** When, how long, how often and how a task is visited. What was typed stays where somebody else was first. */
export const PlanForm = ({ patrol, onDone, onNewest, onCancel }: PlanFormProps) => {
  const [draft, setDraft] = useState<PlanDraft>(() => draftOf(patrol))
  const { errors, problem, isBusy, send } = useSending(PLAN_FIELDS)
  const change = (part: Partial<PlanDraft>) => setDraft((before) => ({ ...before, ...part }))
  // Kept and then not given out: the next try goes on from there.
  const newest = useRef(patrol)
  const canGiveOut = patrol.steps.some(({ step }) => step === 'task')
  const save = (isGivenOut: boolean) =>
    send(planErrors(draft), async () => {
      const body = toPlanInput(draft, newest.current.version)
      newest.current = await ask<PatrolDetail>(`/api/patrols/${patrol.id}`, { method: 'PATCH', body })
      if (!isGivenOut) return onDone(newest.current, 'The plan is kept.')
      onDone(await takePatrolStep(newest.current, 'task'), 'It is given out: officers of the area see it from now on.')
    })
  return (
    <form
      class="app-form"
      noValidate
      aria-label="Plan of the visits"
      onSubmit={(event) => {
        event.preventDefault()
        void save(canGiveOut)
      }}
    >
      <FormErrors errors={errors} />
      {problem && <ProblemSummary problem={problem} />}
      {problem?.slug === 'changed-meanwhile' && (
        <p class="govuk-body">
          What you typed is still here.{' '}
          <LinkButton onClick={onNewest}>Load the newest, and lose what you typed</LinkButton>
        </p>
      )}
      <WindowChoice
        best={patrol.bestWindows}
        chosen={draft.windows}
        error={errors['plan-windows']}
        onChange={(windows) => change({ windows })}
      />
      <div class="app-row">
        <SelectField
          id="plan-dwell"
          label="Minutes a visit"
          error={errors['plan-dwell']}
          value={draft.dwellMinutes}
          options={['10', '11', '12', '13', '14', '15'].map((value) => ({ value, label: value }))}
          onChange={(dwellMinutes) => change({ dwellMinutes })}
        />
        <SelectField
          id="plan-visits"
          label="Visits a day"
          hint="At most one in two hours."
          error={errors['plan-visits']}
          value={draft.visitsADay}
          options={['1', '2', '3', '4', '5', '6'].map((value) => ({ value, label: value }))}
          onChange={(visitsADay) => change({ visitsADay })}
        />
      </div>
      <Checkboxes
        id="plan-activities"
        label="What is done there"
        hint="Talking with people or a safeguarding check is among them: a task is for children’s welfare."
        error={errors['plan-activities']}
        values={draft.activities}
        choices={choices(ACTIVITY_WORDS)}
        onChange={(activities) => change({ activities: activities as Activity[] })}
      />
      <TextArea
        id="plan-briefing"
        label="Briefing (optional)"
        hint="What officers should know of the place: who works there, where to stand. No name of anybody, no child, no number plate. That children are victims stands first in any case."
        rows={3}
        maxLength={2000}
        error={errors['plan-briefing']}
        value={draft.briefing}
        onInput={(briefing) => change({ briefing })}
      />
      <TextArea
        id="plan-risk"
        label="Risks to officers (optional)"
        rows={2}
        maxLength={1000}
        error={errors['plan-risk']}
        value={draft.riskNotes}
        onInput={(riskNotes) => change({ riskNotes })}
      />
      <div class="govuk-button-group">
        <button type="submit" class="govuk-button" aria-disabled={isBusy}>
          {isBusy ? 'One moment…' : canGiveOut ? 'Give it out' : 'Keep the plan'}
        </button>
        {canGiveOut && (
          <button
            type="button"
            class="govuk-button govuk-button--secondary"
            aria-disabled={isBusy}
            onClick={() => void save(false)}
          >
            Keep it, and give it out later
          </button>
        )}
        {onCancel && <LinkButton onClick={onCancel}>Cancel</LinkButton>}
      </div>
    </form>
  )
}
