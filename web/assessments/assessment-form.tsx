import { useState } from 'preact/hooks'
import type { AssessmentAnswer } from '../../server/assessments/schema.ts'
import { Checkboxes, Radios } from '../form/choices.tsx'
import { DateField } from '../form/date-field.tsx'
import { LinkButton, TextArea, TextField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { useSending } from '../form/sending.ts'
import { ask } from '../state/api.ts'
import { choices } from '../words.ts'
import { EMPTY_ASSESSMENT, errorsOf, FIELD_OF, toDraft, toInput, type AssessmentDraft } from './draft.ts'
import { HARM_WORDS, RATING_WORDS, SIDES, WEIGHT_WORDS } from './words.ts'

interface AssessmentFormProps {
  answer: AssessmentAnswer
  onDone: (answer: AssessmentAnswer) => void
  onCancel: () => void
}

const MOST_GOALS = 5
const RATINGS = [1, 2, 3, 4].map((rating) => ({ value: String(rating), label: `${rating}  ${RATING_WORDS[rating]}` }))

/** The assessment of a place as it is written. What is typed stays when somebody else was first. */
export const AssessmentForm = ({ answer, onDone, onCancel }: AssessmentFormProps) => {
  const [draft, setDraft] = useState(answer.assessment ? toDraft(answer.assessment) : EMPTY_ASSESSMENT)
  const [version, setVersion] = useState(answer.assessment?.version ?? 0)
  const sending = useSending(FIELD_OF)
  const path = `/api/assessments/${answer.hotspotId}`
  const change = (part: Partial<AssessmentDraft>) => setDraft((before) => ({ ...before, ...part }))
  const submit = () =>
    sending.send(errorsOf(draft), async () =>
      onDone(await ask<AssessmentAnswer>(path, { method: 'PUT', body: toInput(draft, version) })),
    )
  const takeNewest = async () => setVersion((await ask<AssessmentAnswer>(path)).assessment?.version ?? 0)
  const { errors } = sending

  return (
    <Form
      class="app-inset app-assessment"
      sending={sending}
      submitWords="Keep this assessment"
      onSubmit={() => void submit()}
      onCancel={onCancel}
    >
      {sending.problem?.slug === 'changed-meanwhile' && (
        <p class="govuk-body">
          What you typed is still here, and what the other person wrote is kept in the history.{' '}
          <LinkButton onClick={() => void takeNewest()}>Let mine go over it</LinkButton>
        </p>
      )}
      <p class="govuk-body">
        Write of the place and of young people together, never of one child: no name, no reference, nothing that points
        to somebody.
      </p>
      <TextArea
        id="trigger"
        label="What led to the assessment?"
        rows={2}
        maxLength={1000}
        error={errors.trigger}
        value={draft.trigger}
        onInput={(trigger) => change({ trigger })}
      />
      <Checkboxes
        id="harmTypes"
        label="Which kinds of harm is it about?"
        values={draft.harmTypes}
        choices={choices(HARM_WORDS)}
        onChange={(harmTypes) => change({ harmTypes })}
      />
      {SIDES.map((side) => (
        <SideFields
          key={side.side}
          {...side}
          draft={draft}
          errors={errors}
          onChange={(part) => change({ [side.side]: { ...draft[side.side], ...part } })}
        />
      ))}
      <Radios
        id="contextWeight"
        label="How much does the place weigh beside home, peers, school and online?"
        legendSize="s"
        isInline
        isSmall
        error={errors.contextWeight}
        value={draft.contextWeight}
        choices={choices(WEIGHT_WORDS)}
        onChange={(contextWeight) => change({ contextWeight })}
      />
      <TextArea
        id="contextWords"
        label="Why?"
        rows={2}
        maxLength={2000}
        error={errors.contextWords}
        value={draft.contextWords}
        onInput={(contextWords) => change({ contextWords })}
      />
      <TextArea
        id="youngPeoplesVoice"
        label="What do young people say of the place?"
        hint="Leave it empty if they were not asked yet: the page then says so."
        error={errors.youngPeoplesVoice}
        value={draft.youngPeoplesVoice}
        onInput={(youngPeoplesVoice) => change({ youngPeoplesVoice })}
      />
      <TextArea
        id="communityViews"
        label="What does the community say of it?"
        error={errors.communityViews}
        value={draft.communityViews}
        onInput={(communityViews) => change({ communityViews })}
      />
      <GoalFields draft={draft} errors={errors} onChange={(safetyGoals) => change({ safetyGoals })} />
      <TextArea
        id="observationDates"
        label="On which days was it looked at?"
        hint="One on each line, such as 30/06/2023."
        rows={2}
        error={errors.observationDates}
        value={draft.observationDates}
        onInput={(observationDates) => change({ observationDates })}
      />
      <TextArea
        id="assessors"
        label="Which agencies assessed it?"
        hint="One on each line. No person’s name."
        rows={2}
        error={errors.assessors}
        value={draft.assessors}
        onInput={(assessors) => change({ assessors })}
      />
      <DateField
        id="reviewOn"
        label="When is it reviewed?"
        error={errors.reviewOn}
        value={draft.reviewOn}
        onChange={(reviewOn) => change({ reviewOn })}
      />
    </Form>
  )
}

type SideFieldsProps = (typeof SIDES)[number] & {
  draft: AssessmentDraft
  errors: Record<string, string>
  onChange: (part: Partial<AssessmentDraft['youngPeople']>) => void
}

const SideFields = ({ side, title, strengths, needs, draft, errors, onChange }: SideFieldsProps) => (
  <>
    <h3 class="govuk-heading-m">{title}</h3>
    <TextArea
      id={`${side}-strengths`}
      label={strengths}
      error={errors[`${side}-strengths`]}
      value={draft[side].strengths}
      onInput={(words) => onChange({ strengths: words })}
    />
    <TextArea
      id={`${side}-needs`}
      label={needs}
      error={errors[`${side}-needs`]}
      value={draft[side].needs}
      onInput={(words) => onChange({ needs: words })}
    />
    <Radios
      id={`${side}-rating`}
      label="How does it stand?"
      legendSize="s"
      isSmall
      error={errors[`${side}-rating`]}
      value={draft[side].rating}
      choices={RATINGS}
      onChange={(rating) => onChange({ rating })}
    />
  </>
)

interface GoalFieldsProps {
  draft: AssessmentDraft
  errors: Record<string, string>
  onChange: (goals: AssessmentDraft['safetyGoals']) => void
}

const GoalFields = ({ draft: { safetyGoals }, errors, onChange }: GoalFieldsProps) => (
  <>
    <h3 class="govuk-heading-m">Safety goals</h3>
    <p class="govuk-body">A few that can be told to whoever works there: partners read these.</p>
    {safetyGoals.map((goal, i) => (
      <div class="app-goal" key={i}>
        <TextField
          id={`goal-${i}`}
          label={`Goal ${i + 1}: what should become safer?`}
          maxLength={500}
          error={errors[`goal-${i}`]}
          value={goal.goal}
          onInput={(words) => onChange(safetyGoals.with(i, { ...goal, goal: words }))}
        />
        <TextField
          id={`measure-${i}`}
          label="How will anybody know?"
          maxLength={500}
          error={errors[`measure-${i}`]}
          value={goal.measure}
          onInput={(words) => onChange(safetyGoals.with(i, { ...goal, measure: words }))}
        />
        {safetyGoals.length > 1 && (
          <LinkButton onClick={() => onChange(safetyGoals.toSpliced(i, 1))}>Remove goal {i + 1}</LinkButton>
        )}
      </div>
    ))}
    {safetyGoals.length < MOST_GOALS && (
      <button
        type="button"
        class="govuk-button govuk-button--secondary"
        onClick={() => onChange([...safetyGoals, { goal: '', measure: '' }])}
      >
        Add another goal
      </button>
    )}
  </>
)
