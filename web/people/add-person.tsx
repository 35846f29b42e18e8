import { useState } from 'preact/hooks'
import type { Area } from '../../server/gazetteer/schema.ts'
import { TextField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { useSending } from '../form/sending.ts'
import { FIELD_OF, personErrors, PersonFields, toPersonInput, type PersonDraft } from './person-fields.tsx'

interface AddPersonProps {
  areas: readonly Area[]
  onAdd: (body: unknown, name: string) => Promise<void>
  onCancel: () => void
}

export const AddPerson = ({ areas, onAdd, onCancel }: AddPersonProps) => {
  const [username, setUsername] = useState('')
  const [draft, setDraft] = useState<PersonDraft>({ name: '', role: '', agency: '', areaIds: [] })
  const sending = useSending(FIELD_OF)
  const add = () => {
    const wrong = { ...(username.trim() === '' && { username: 'Give a username' }), ...personErrors(draft) }
    return sending.send(wrong, () =>
      onAdd({ username: username.trim().toLowerCase(), ...toPersonInput(draft) }, draft.name.trim()),
    )
  }
  return (
    <section class="app-inset" aria-labelledby="add-title">
      <h2 class="govuk-heading-m" id="add-title">
        Add a person
      </h2>
      <Form
        class="app-form"
        sending={sending}
        submitWords="Add the person"
        onSubmit={() => void add()}
        onCancel={onCancel}
      >
        <TextField
          id="username"
          label="Username"
          hint="What they type to sign in: small letters, figures, and . _ @ + -"
          error={sending.errors.username}
          spellcheck={false}
          maxLength={100}
          value={username}
          onInput={setUsername}
        />
        <PersonFields
          draft={draft}
          errors={sending.errors}
          areas={areas}
          onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
        />
      </Form>
    </section>
  )
}
