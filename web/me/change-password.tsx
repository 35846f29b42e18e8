import { useState } from 'preact/hooks'
import { Form } from '../form/form.tsx'
import { PasswordField } from '../form/password-field.tsx'
import { Said } from '../form/said.tsx'
import { useSending } from '../form/sending.ts'
import { PASSWORD_HINT, passwordErrors } from '../sign-in/passwords.ts'
import { ask } from '../state/api.ts'

export const ChangePassword = () => {
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [said, setSaid] = useState('')
  const sending = useSending({ '/current': 'current', '/next': 'password' })
  const { errors } = sending

  const change = () => {
    setSaid('')
    const wrong = {
      ...(current === '' && { current: 'Give the password you have now' }),
      ...passwordErrors(next, again),
    }
    return sending.send(wrong, async () => {
      await ask('/api/session/password', { method: 'POST', body: { current, next } })
      setSaid('Your password is changed. Everywhere else that you were signed in, you are signed out.')
      for (const empty of [setCurrent, setNext, setAgain]) empty('')
    })
  }

  return (
    <section aria-labelledby="password-title">
      <h2 class="govuk-heading-m" id="password-title">
        Change my password
      </h2>
      <Said words={said} />
      <Form sending={sending} submitWords="Change the password" isSecondary onSubmit={() => void change()}>
        <PasswordField
          id="current"
          label="Password you have now"
          error={errors.current}
          value={current}
          onInput={setCurrent}
        />
        <PasswordField
          id="password"
          label="New password"
          hint={PASSWORD_HINT}
          error={errors.password}
          isNew
          value={next}
          onInput={setNext}
        />
        <PasswordField
          id="again"
          label="The new one once more"
          error={errors.again}
          isNew
          value={again}
          onInput={setAgain}
        />
      </Form>
    </section>
  )
}
