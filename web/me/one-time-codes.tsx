import { useState } from 'preact/hooks'
import type { z } from 'zod'
import type { OneTimeSetUp } from '../../server/sign-in/schema.ts'
import { Said } from '../form/said.tsx'
import { ProblemSummary } from '../layout/problem.tsx'
import { ask, type ApiError } from '../state/api.ts'
import { loadSession, person } from '../state/session.ts'
import { ConfirmCode, RemoveCodes } from './one-time-code-forms.tsx'

type OneTimeCodeSetUp = z.infer<typeof OneTimeSetUp>

/** Codes of an authenticator app beside the password: set up, confirmed with the first code, taken away again. */
export const OneTimeCodes = () => {
  const { hasOneTimeCode } = person.value!
  const [setUp, setSetUp] = useState<OneTimeCodeSetUp>()
  const [problem, setProblem] = useState<ApiError>()
  const [said, setSaid] = useState('')
  const [isRemoving, setIsRemoving] = useState(false)

  const start = async () => {
    setSaid('')
    setProblem(undefined)
    try {
      setSetUp(await ask<OneTimeCodeSetUp>('/api/session/one-time-code', { method: 'POST' }))
    } catch (error) {
      setProblem(error as ApiError)
    }
  }
  const done = async (words: string) => {
    setSetUp(undefined)
    setIsRemoving(false)
    await loadSession()
    setSaid(words)
  }

  return (
    <section aria-labelledby="codes-title">
      <h2 class="govuk-heading-m" id="codes-title">
        One-time codes
      </h2>
      <Said words={said} />
      {problem && <ProblemSummary problem={problem} />}
      {!setUp && !isRemoving && (
        <>
          <p class="govuk-body">
            {hasOneTimeCode
              ? 'You are asked for a code of your authenticator app when you sign in.'
              : 'With a code of an authenticator app beside the password, a password that somebody has guessed or read is not enough.'}
          </p>
          <button
            type="button"
            class="govuk-button govuk-button--secondary"
            onClick={() => (hasOneTimeCode ? setIsRemoving(true) : void start())}
          >
            {hasOneTimeCode ? 'Take one-time codes away' : 'Set up one-time codes'}
          </button>
        </>
      )}
      {setUp && (
        <SetUp setUp={setUp}>
          <ConfirmCode
            onDone={() => void done('One-time codes are set up. From now on you need one to sign in.')}
            onCancel={() => setSetUp(undefined)}
          />
        </SetUp>
      )}
      {isRemoving && (
        <RemoveCodes onDone={() => void done('One-time codes are taken away.')} onCancel={() => setIsRemoving(false)} />
      )}
    </section>
  )
}

const SetUp = ({ setUp, children }: { setUp: OneTimeCodeSetUp; children: preact.ComponentChildren }) => (
  <div class="app-inset">
    <ol class="govuk-list govuk-list--number">
      <li>Open the authenticator app on your phone, and add an account.</li>
      <li>Let it read this picture, or type the key below it.</li>
      <li>Type the six digits that it shows then.</li>
    </ol>
    <img
      class="app-qr"
      width="200"
      height="200"
      src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(setUp.svg)}`}
      alt="Picture for the authenticator app; the key below it says the same"
    />
    <p class="govuk-body">
      Key: <strong class="app-key app-break">{inFours(setUp.secret)}</strong>
    </p>
    {children}
  </div>
)

const inFours = (secret: string) => secret.match(/.{1,4}/g)?.join(' ') ?? secret
