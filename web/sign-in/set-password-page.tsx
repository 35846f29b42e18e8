import { useState } from 'preact/hooks'
import { Form } from '../form/form.tsx'
import { Notice } from '../form/notice.tsx'
import { PasswordField } from '../form/password-field.tsx'
import { useSending } from '../form/sending.ts'
import { askOnce } from '../state/api.ts'
import { linkToken } from '../state/link-token.ts'
import { PASSWORD_HINT, passwordErrors } from './passwords.ts'

/** Sets a password with the link that an administrator gave. */
export default () => {
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [isSet, setIsSet] = useState(false)
  const sending = useSending({ '/password': 'password' })
  const set = () =>
    sending.send(passwordErrors(password, again), async () => {
      await askOnce('/api/sign-in/link', { method: 'POST', body: { token: linkToken, password } })
      setIsSet(true)
    })

  return (
    <div class="app-sign-in">
      <h1 class="govuk-heading-l">Set your password</h1>
      {isSet && (
        <Notice takesFocus>
          <p class="govuk-body govuk-!-margin-bottom-0">
            Your password is set, and the link is used up.{' '}
            <a class="govuk-link" href="/sign-in">
              Sign in
            </a>
            .
          </p>
        </Notice>
      )}
      {!isSet && linkToken === '' && (
        <p class="govuk-body">
          The link is not whole, or this page was loaded again. Open the link that you were given once more; if it does
          not work, ask the administrator of the service for a new one.
        </p>
      )}
      {!isSet && linkToken !== '' && (
        <Form sending={sending} submitWords="Set the password" onSubmit={() => void set()}>
          <PasswordField
            id="password"
            label="New password"
            hint={PASSWORD_HINT}
            error={sending.errors.password}
            isNew
            value={password}
            onInput={setPassword}
          />
          <PasswordField
            id="again"
            label="The same once more"
            error={sending.errors.again}
            isNew
            value={again}
            onInput={setAgain}
          />
        </Form>
      )}
    </div>
  )
}
