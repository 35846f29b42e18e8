import { useState } from 'preact/hooks'
import type { ColleagueList } from '../../server/colleagues/schema.ts'
import type { PlaceList } from '../../server/gazetteer/schema.ts'
import type { PlanDetail } from '../../server/plans/schema.ts'
import { OwnerField } from '../colleagues/owner-field.tsx'
import { DayField } from '../form/day-field.tsx'
import { TextArea, TextField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { useLoaded } from '../form/load.ts'
import { useSending } from '../form/sending.ts'
import { ApiError, ask } from '../state/api.ts'
import { Conflict } from './conflict.tsx'
import { DesignFields } from './design-fields.tsx'
import { GoalFields } from './goal-fields.tsx'
import { draftErrors, FIELD_OF, toChange, toDraft, type PlanDraft } from './plan-draft.ts'
import { QUESTIONS, type Stage } from './words.ts'

interface PlanFormProps {
  plan: PlanDetail
  onDone: (plan: PlanDetail) => void
  onCancel: () => void
}

const STAGES: { stage: Stage; title: string }[] = [
  { stage: 'scanning', title: 'Scanning' },
  { stage: 'analysis', title: 'Analysis' },
]

/** The whole of a plan as it is written. What is typed stays where somebody else was first, beside what they wrote. */
export const PlanForm = ({ plan, onDone, onCancel }: PlanFormProps) => {
  const [draft, setDraft] = useState(() => toDraft(plan))
  const [version, setVersion] = useState(plan.version)
  const [newest, setNewest] = useState<PlanDetail>()
  const places = useLoaded<PlaceList>('/api/places?limit=500')
  const colleagues = useLoaded<ColleagueList>('/api/colleagues')
  const sending = useSending(FIELD_OF)
  const change = (part: Partial<PlanDraft>) => setDraft((before) => ({ ...before, ...part }))
  const path = `/api/plans/${plan.id}`
  const submit = () =>
    sending.send(draftErrors(draft), async () => {
      try {
        onDone(await ask<PlanDetail>(path, { method: 'PUT', body: toChange(draft, version) }))
      } catch (error) {
        if (!(error instanceof ApiError) || error.slug !== 'changed-meanwhile') throw error
        const found = await ask<PlanDetail>(path)
        setVersion(found.version)
        setNewest(found)
      }
    })
  const nameOf = (id: string) =>
    places.data?.places.find((place) => place.id === id)?.name ??
    colleagues.data?.colleagues.find((colleague) => colleague.id === id)?.name ??
    id
  const question = ({ name, label, hint }: (typeof QUESTIONS)[number]) => (
    <TextArea
      key={name}
      id={`plan-${name}`}
      label={label}
      {...(hint && { hint })}
      rows={name === 'scanning' || name === 'analysis' || name === 'assessment' ? 4 : 2}
      error={errors[`plan-${name}`]}
      value={draft[name]}
      onInput={(words) => change({ [name]: words })}
    />
  )
  const { errors } = sending

  return (
    <Form
      class="app-inset app-assessment"
      sending={sending}
      submitWords="Keep the change"
      onSubmit={() => void submit()}
      onCancel={onCancel}
    >
      {newest && <Conflict key={newest.version} mine={draft} newest={newest} nameOf={nameOf} onTake={change} />}
      <p class="govuk-body">
        Write of the place and of young people together, never of one child, and never who somebody is: no name, no
        nickname, no vehicle.
      </p>
      <h2 class="govuk-heading-m">Objective</h2>
      <TextArea
        id="plan-objective"
        label="What is to be different, for whom, by when?"
        rows={2}
        maxLength={1000}
        error={errors['plan-objective']}
        value={draft.objective}
        onInput={(objective) => change({ objective })}
      />
      <GoalFields goals={draft.safetyGoals} errors={errors} onChange={(safetyGoals) => change({ safetyGoals })} />
      <OwnerField
        id="plan-ownerId"
        label="Who sees to it?"
        error={errors['plan-ownerId']}
        value={draft.ownerId}
        onChange={(ownerId) => change({ ownerId })}
      />
      <div class="app-beside">
        <TextField
          id="plan-leadAgency"
          label="Lead agency"
          maxLength={120}
          error={errors['plan-leadAgency']}
          value={draft.leadAgency}
          onInput={(leadAgency) => change({ leadAgency })}
        />
        <TextField
          id="plan-leadRole"
          label="Lead role"
          maxLength={120}
          error={errors['plan-leadRole']}
          value={draft.leadRole}
          onInput={(leadRole) => change({ leadRole })}
        />
      </div>
      <DayField
        id="plan-reviewOn"
        label="When is it looked at again?"
        error={errors['plan-reviewOn']}
        value={draft.reviewOn}
        onChange={(reviewOn) => change({ reviewOn })}
      />
      {STAGES.map(({ stage, title }) => (
        <>
          <h2 class="govuk-heading-m">{title}</h2>
          {QUESTIONS.filter((one) => one.stage === stage).map(question)}
        </>
      ))}
      <h2 class="govuk-heading-m">Response</h2>
      <TextArea
        id="plan-response"
        label="What is done?"
        hint="In a few sentences; the measures themselves stand below the plan."
        error={errors['plan-response']}
        value={draft.response}
        onInput={(response) => change({ response })}
      />
      <h2 class="govuk-heading-m">What it is judged by</h2>
      <DesignFields plan={plan} draft={draft} places={places.data?.places ?? []} errors={errors} onChange={change} />
      <h2 class="govuk-heading-m">Assessment</h2>
      {QUESTIONS.filter(({ stage }) => stage === 'assessment').map(question)}
    </Form>
  )
}
