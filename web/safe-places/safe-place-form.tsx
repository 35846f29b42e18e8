import { useState } from 'preact/hooks'
import { Radios } from '../form/choices.tsx'
import { LinkButton, TextArea, TextField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { useSending } from '../form/sending.ts'
import { errorsOf, type SafePlaceDraft } from './draft.ts'
import { HoursFields } from './hours-fields.tsx'
import { KIND_HINTS, KIND_WORDS } from './signs.tsx'
import { WhereField } from './where-field.tsx'

interface SafePlaceFormProps {
  initial: SafePlaceDraft
  saveWords: string
  /** Rejects with an `ApiError`. `isOverNewest`: over what somebody else changed meanwhile. */
  onSave: (draft: SafePlaceDraft, isOverNewest: boolean) => Promise<void>
  onCancel?: () => void
}

const FIELD_OF = {
  '/name': 'name',
  '/contactRole': 'contactRole',
  '/notes': 'notes',
  '/geometry': 'where',
  '/kind': 'kind',
}

/** A safe place or a guardian as it is put on the map. */
export const SafePlaceForm = ({ initial, saveWords, onSave, onCancel }: SafePlaceFormProps) => {
  const [draft, setDraft] = useState(initial)
  const sending = useSending(FIELD_OF)
  const { errors } = sending
  const change = (part: Partial<SafePlaceDraft>) => setDraft((before) => ({ ...before, ...part }))
  const save = (isOverNewest: boolean) => sending.send(errorsOf(draft), () => onSave(draft, isOverNewest))
  return (
    <Form sending={sending} submitWords={saveWords} onSubmit={() => void save(false)} {...(onCancel && { onCancel })}>
      {sending.problem?.slug === 'changed-meanwhile' && (
        <p class="govuk-body">
          What you typed is still here. <LinkButton onClick={() => void save(true)}>Keep mine over it</LinkButton>
        </p>
      )}
      <div class="app-place app-place--wide">
        <div class="app-place__fields">
          <Radios
            id="kind"
            label="What is it?"
            legendSize="s"
            error={errors.kind}
            value={draft.kind}
            choices={(['safe_place', 'guardian'] as const).map((kind) => ({
              value: kind,
              label: KIND_WORDS[kind],
              hint: KIND_HINTS[kind],
            }))}
            onChange={(kind) => change({ kind: kind as SafePlaceDraft['kind'] })}
          />
          <TextField
            id="name"
            label="Name"
            hint="Of the place or the team, never of a person."
            maxLength={120}
            error={errors.name}
            value={draft.name}
            onInput={(name) => change({ name })}
          />
          <TextField
            id="contactRole"
            label="Who to ask for"
            hint="A role such as “duty manager”. No name, no number."
            maxLength={120}
            error={errors.contactRole}
            value={draft.contactRole}
            onInput={(contactRole) => change({ contactRole })}
          />
          <TextArea
            id="notes"
            label="Notes"
            hint="What a young person or a patrol finds there."
            rows={3}
            maxLength={1000}
            error={errors.notes}
            value={draft.notes}
            onInput={(notes) => change({ notes })}
          />
          <HoursFields spans={draft.spans} errors={errors} onChange={(spans) => change({ spans })} />
        </div>
        <WhereField draft={draft} error={errors.where} onChange={change} />
      </div>
    </Form>
  )
}
