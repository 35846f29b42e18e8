import { useState } from 'preact/hooks'
import type { z } from 'zod'
import type { SignIn } from '../../server/sign-in/schema.ts'
import { FormErrors, type FieldErrors } from '../form/errors.tsx'
import { TextField } from '../form/fields.tsx'
import { PasswordField } from '../form/password-field.tsx'
import { ProblemSummary } from '../layout/problem.tsx'
import { ApiError } from '../state/api.ts'
import { hasSessionEnded } from '../state/reason.ts'
import { address } from '../state/router.ts'
import { session, signIn } from '../state/session.ts'
import { countOf } from '../words.ts'
import { DemoAccounts } from './demo-accounts.tsx'

/** What a sign-in elsewhere came back with. */
const CAME_BACK: Record<string, string> = {
  'no-role-there': 'Your work account is right, but it has no role here. Ask the administrator of the service for one.',
  'account-closed': 'Your account here is closed. Ask the administrator of the service.',
  'slow-down': 'There were too many tries. Wait a minute, then start again.',
}

/** Shown wherever nobody is signed in; the address stays, so that what was wanted opens afterwards. */
export default () => {
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [isCodeAsked, setIsCodeAsked] = useState(false)
  const [errors, setErrors] = useState<FieldErrors>({})
  const [problem, setProblem] = useState<ApiError>()
  const [isBusy, setIsBusy] = useState(false)
  const { ways, demoAccounts } = session.value!
  const cameBackWith = address.value.searchParams.get('problem')

  const enter = async (input: z.input<typeof SignIn>) => {
    if (isBusy) return
    setIsBusy(true)
    setProblem(undefined)
    try {
      await signIn(input)
    } catch (error) {
      refused(error as ApiError)
    }
    setIsBusy(false)
  }
  const refused = (error: ApiError) => {
    if (error.slug === 'one-time-code-asked') {
      setErrors(isCodeAsked ? { code: 'Give the six digits of your authenticator app' } : {})
      setIsCodeAsked(true)
      return requestAnimationFrame(() => document.getElementById('code')?.focus())
    }
    if (error.slug === 'wrong-sign-in') setErrors({ [isCodeAsked ? 'code' : 'username']: wrongWords(isCodeAsked) })
    else setProblem(error)
    setCode('')
  }
  const submit = () => {
    const wrong: FieldErrors = {
      ...(username.trim() === '' && { username: 'Give your username' }),
      ...(password === '' && { password: 'Give your password' }),
      ...(isCodeAsked && code.trim() === '' && { code: 'Give the six digits of your authenticator app' }),
    }
    setErrors(wrong)
    if (Object.keys(wrong).length > 0) return
    void enter({ username: username.trim(), password, ...(isCodeAsked && { code: code.replaceAll(' ', '') }) })
  }
  const startAnew = () => {
    setIsCodeAsked(false)
    setPassword('')
    setErrors({})
  }

  return (
    <div class={`app-sign-in${demoAccounts ? ' app-sign-in--demo' : ''}`}>
      <div>
        <h1 class="govuk-heading-l">Sign in</h1>
        {hasSessionEnded.value && (
          <div class="govuk-inset-text" role="status">
            Your session has ended, after a while without use or because it was ended elsewhere. Sign in to go on where
            you were.
          </div>
        )}
        {cameBackWith && (
          <div class="govuk-inset-text">
            {CAME_BACK[cameBackWith] ?? 'Signing in with your work account did not come through. Start again.'}
          </div>
        )}
        <FormErrors errors={errors} />
        {problem &&
          (problem.slug === 'slow-down' ? <SlowDown problem={problem} /> : <ProblemSummary problem={problem} />)}
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            submit()
          }}
        >
          {!isCodeAsked && (
            <>
              <TextField
                id="username"
                label="Username"
                error={errors.username}
                spellcheck={false}
                autocomplete="username"
                value={username}
                onInput={setUsername}
              />
              <PasswordField
                id="password"
                label="Password"
                error={errors.password}
                value={password}
                onInput={setPassword}
              />
            </>
          )}
          {isCodeAsked && (
            <TextField
              id="code"
              label="One-time code"
              hint={`The six digits that your authenticator app shows now, for ${username.trim()}.`}
              error={errors.code}
              width={10}
              inputMode="numeric"
              autocomplete="one-time-code"
              maxLength={12}
              value={code}
              onInput={setCode}
            />
          )}
          <div class="govuk-button-group">
            <button type="submit" class="govuk-button" aria-disabled={isBusy}>
              {isBusy ? 'Signing in…' : 'Sign in'}
            </button>
            {isCodeAsked && (
              <button type="button" class="govuk-button govuk-button--secondary" onClick={startAnew}>
                Start again
              </button>
            )}
            {ways.oidc && !isCodeAsked && (
              <a
                class="govuk-button govuk-button--secondary"
                href={`/api/sign-in/oidc?next=${encodeURIComponent(wanted(address.value))}`}
              >
                {ways.oidc.label}
              </a>
            )}
          </div>
        </form>
        <p class="govuk-body-s app-dim">
          No account, or the password forgotten? Ask the administrator of the service for a link.
        </p>
      </div>
      {demoAccounts && (
        <DemoAccounts
          accounts={demoAccounts}
          onChoose={(account) => {
            setErrors({})
            setIsCodeAsked(false)
            setUsername(account.username)
            setPassword(account.password)
            void enter({ username: account.username, password: account.password })
          }}
        />
      )}
    </div>
  )
}

/** Where a sign-in elsewhere leads back to: the page that was asked for. */
const wanted = ({ pathname, search }: URL) => (pathname === '/sign-in' ? '/' : pathname + search)

const wrongWords = (isCodeAsked: boolean) =>
  isCodeAsked
    ? 'The code or the password is not right. Wait for the next code, or start again'
    : 'The username or the password is not right'

const SlowDown = ({ problem }: { problem: ApiError }) => (
  <div class="govuk-error-summary" role="alert">
    <h2 class="govuk-error-summary__title">{problem.title}</h2>
    <p class="govuk-body govuk-!-margin-bottom-0">
      {problem.retryAfterSeconds === undefined
        ? problem.message
        : `Nothing is locked. Wait ${countOf(problem.retryAfterSeconds, 'second')}, then try again.`}
    </p>
  </div>
)
