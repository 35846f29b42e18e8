import { useState } from 'preact/hooks'
import type { OwnSession } from '../../server/sign-in/schema.ts'
import { momentWords } from '../dates.ts'
import { LinkButton } from '../form/fields.tsx'
import { useLoaded } from '../form/load.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { ask, type ApiError } from '../state/api.ts'
import { signOut } from '../state/session.ts'

/** Where the person is signed in, and the end of any of it. */
export const Sessions = () => {
  const { data, problem, isLoading, reload } = useLoaded<{ sessions: OwnSession[] }>('/api/session/list')
  const [refused, setRefused] = useState<ApiError>()
  const [said, setSaid] = useState('')
  const sessions = data?.sessions ?? []

  const end = async (ids: string[] | 'others', words: string) => {
    setRefused(undefined)
    try {
      await ask('/api/session/list/end', { method: 'POST', body: { ids } })
      setSaid(words)
      reload()
    } catch (error) {
      setRefused(error as ApiError)
    }
  }

  return (
    <section aria-labelledby="sessions-title">
      <h2 class="govuk-heading-m" id="sessions-title">
        Where you are signed in
      </h2>
      {problem && <ProblemSummary problem={problem} onRetry={reload} />}
      {refused && <ProblemSummary problem={refused} />}
      {!data && isLoading && <p class="govuk-body">Loading…</p>}
      <ul class="govuk-list app-rows">
        {sessions.map((one) => (
          <li class="app-rows__row" key={one.id}>
            <span>
              <strong>{one.device || 'A browser'}</strong>
              {one.isThis && <strong class="govuk-tag app-tag">This one</strong>}
              <span class="app-dim app-table__under">
                Signed in {momentWords(one.createdAt)}
                {one.way === 'oidc' && ' with your organisation’s account'}; last used {momentWords(one.lastSeenAt)}
              </span>
            </span>
            <LinkButton onClick={() => void (one.isThis ? signOut() : end([one.id], 'That session is ended.'))}>
              {one.isThis ? 'Sign out' : 'End it'}
              {!one.isThis && (
                <span class="govuk-visually-hidden">
                  : {one.device}, {momentWords(one.createdAt)}
                </span>
              )}
            </LinkButton>
          </li>
        ))}
      </ul>
      <p class="govuk-body" role="status">
        {said}
      </p>
      {sessions.length > 1 && (
        <button
          type="button"
          class="govuk-button govuk-button--secondary"
          onClick={() => void end('others', 'All other sessions are ended.')}
        >
          End all others
        </button>
      )}
    </section>
  )
}
