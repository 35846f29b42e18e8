import { useState } from 'preact/hooks'
import type { ChildShareList } from '../../server/children/schema.ts'
import { SelectField, TextField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { useSending } from '../form/sending.ts'
import { ask } from '../state/api.ts'
import { roleWords } from '../words.ts'

const ROLES = ['cre_team', 'qa_auditor']

interface ShareChildProps {
  practitioners: ChildShareList['practitioners']
  onDone: (words: string) => void
}

export const ShareChild = ({ practitioners, onDone }: ShareChildProps) => {
  const [typed, setTyped] = useState('')
  const [withWhom, setWithWhom] = useState('')
  const sending = useSending({ '/reference': 'reference', '/personId': 'with', '/role': 'with' })
  const share = () => {
    const reference = typed.trim().toUpperCase()
    const wrong = {
      ...(!/^YP-\d{4,7}$/.test(reference) && { reference: 'Give a reference such as YP-0001' }),
      ...(withWhom === '' && { with: 'Choose whom the child is shared with' }),
    }
    return sending.send(wrong, async () => {
      const whom = ROLES.includes(withWhom) ? { role: withWhom } : { personId: withWhom }
      await ask('/api/child-shares', { method: 'POST', body: { reference, ...whom } })
      setTyped('')
      onDone(`${reference} is shared.`)
    })
  }
  return (
    <Form class="app-inset" sending={sending} submitWords="Share the child" onSubmit={() => void share()}>
      <TextField
        id="reference"
        label="Reference of the child"
        hint="Such as YP-0001, never a name or a case number."
        error={sending.errors.reference}
        width={10}
        spellcheck={false}
        maxLength={12}
        value={typed}
        onInput={setTyped}
      />
      <SelectField
        id="with"
        label="Shared with"
        error={sending.errors.with}
        value={withWhom}
        options={[
          { value: '', label: 'Choose' },
          ...ROLES.map((role) => ({ value: role, label: `Everybody of the role: ${roleWords(role)}` })),
          ...practitioners.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={setWithWhom}
      />
    </Form>
  )
}
