import { useState } from 'preact/hooks'
import { TextField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { PasswordField } from '../form/password-field.tsx'
import { useSending } from '../form/sending.ts'
import { ask } from '../state/api.ts'

interface CodeFormProps {
  onDone: () => void
  onCancel: () => void
}

/** The first code proves that the app has the key; the password, that it is the person’s own app. */
export const ConfirmCode = ({ onDone, onCancel }: CodeFormProps) => {
  const [typed, setTyped] = useState('')
  const [password, setPassword] = useState('')
  const sending = useSending({ '/code': 'code', '/password': 'code-password' })
  const confirm = () => {
    const code = typed.replaceAll(' ', '')
    const missing = {
      ...(!/^\d{6}$/.test(code) && { code: 'Give the six digits that the app shows' }),
      ...(password === '' && { 'code-password': 'Give your password' }),
    }
    return sending.send(missing, async () => {
      await ask('/api/session/one-time-code/confirm', { method: 'POST', body: { code, password } })
      onDone()
    })
  }
  return (
    <Form sending={sending} submitWords="Use one-time codes" onSubmit={() => void confirm()} onCancel={onCancel}>
      <TextField
        id="code"
        label="Six digits of the app"
        error={sending.errors.code}
        width={10}
        inputMode="numeric"
        autocomplete="one-time-code"
        maxLength={12}
        value={typed}
        onInput={setTyped}
      />
      <PasswordField
        id="code-password"
        label="Your password"
        error={sending.errors['code-password']}
        value={password}
        onInput={setPassword}
      />
    </Form>
  )
}

export const RemoveCodes = ({ onDone, onCancel }: CodeFormProps) => {
  const [password, setPassword] = useState('')
  const sending = useSending({ '/password': 'remove-password' })
  const remove = () =>
    sending.send(password === '' ? { 'remove-password': 'Give your password' } : {}, async () => {
      await ask('/api/session/one-time-code/remove', { method: 'POST', body: { password } })
      onDone()
    })
  return (
    <Form
      class="app-inset"
      sending={sending}
      submitWords="Take them away"
      onSubmit={() => void remove()}
      onCancel={onCancel}
    >
      <PasswordField
        id="remove-password"
        label="Your password"
        error={sending.errors['remove-password']}
        value={password}
        onInput={setPassword}
      />
    </Form>
  )
}
