import { useEffect } from 'preact/hooks'
import type { ReferralSessions } from '../../server/outreach/schema.ts'
import { useLoaded } from '../form/load.ts'
import { Notice } from '../form/notice.tsx'
import { ProblemSummary } from '../layout/problem.tsx'
import { shortDay } from '../patrols/words.ts'
import { address, goTo } from '../state/router.ts'
import { countOf } from '../words.ts'
import { begin, forget, keptFor, keptSessions, type KeptSession } from './kept-sessions.ts'
import { draftOfSession, newSession } from './session-draft.ts'
import { SessionForm } from './session-form.tsx'

/** A session recorded on a phone, where it was held: mostly taps. */
export default ({ id }: { id: string }) => {
  const correcting = address.value.searchParams.get('correct') ?? undefined
  const { data, problem, isLoading, reload } = useLoaded<ReferralSessions>(`/api/outreach/${encodeURIComponent(id)}`)
  const corrected = correcting ? data?.sessions.find((one) => one.id === correcting) : undefined
  const kept = keptFor(id, correcting)
  const canType = data !== undefined && (correcting ? corrected?.recorded?.isMine : data.canRecord)

  // What was typed before comes back; else the form begins with what is likely.
  useEffect(() => {
    if (!data || !canType || keptSessions.peek().some((one) => one === keptFor(id, correcting))) return
    if (corrected) begin(id, draftOfSession(corrected), corrected)
    else begin(id, newSession(data))
  }, [data, canType, correcting])

  return (
    <div class="app-street app-session">
      <a class="govuk-back-link" href={`/referrals/${id}`}>
        {data ? `${data.referral.ref}, ${data.referral.hotspotName}` : 'Referral'}
      </a>
      <h1 class="govuk-heading-l govuk-!-margin-bottom-2">{correcting ? 'Correct a session' : 'Record a session'}</h1>
      {problem && !data && <ProblemSummary problem={problem} {...(problem.status !== 404 && { onRetry: reload })} />}
      {!data && isLoading && <p class="govuk-body">Loading…</p>}
      {data && (
        <p class="govuk-body app-break">
          {data.referral.hotspotName}, {data.referral.serviceWords.toLowerCase()}
        </p>
      )}
      {kept?.state === 'kept' && kept.answer ? (
        <Kept kept={kept} />
      ) : (
        <>
          {data && !canType && <NotNow data={data} isCorrecting={correcting !== undefined} />}
          {data && canType && kept && <SessionForm kept={kept} sessions={data} />}
        </>
      )}
    </div>
  )
}

const Kept = ({ kept: { id, referralId, answer, version } }: { kept: KeptSession }) => (
  <>
    <Notice takesFocus>
      <p class="govuk-body govuk-!-margin-bottom-0">
        <strong>{version === undefined ? 'It is recorded.' : 'It is corrected.'}</strong> {shortDay(answer!.day)},{' '}
        {answer!.from}–{answer!.to}: {countOf(answer!.contacts, 'young person', 'young people')} met.
      </p>
    </Notice>
    <button
      type="button"
      class="govuk-button app-tap"
      onClick={() => {
        forget(id)
        goTo(`/referrals/${referralId}`)
      }}
    >
      Back to the referral
    </button>
  </>
)

const NotNow = ({ data, isCorrecting }: { data: ReferralSessions; isCorrecting: boolean }) => (
  <div class="app-empty">
    <h2 class="govuk-heading-m">
      {isCorrecting ? 'That session is not yours to correct' : 'No session can be recorded now'}
    </h2>
    <p class="govuk-body govuk-!-margin-bottom-0">
      {isCorrecting
        ? 'A session is corrected by whoever recorded it. Ask them, or go back to the referral.'
        : `The referral is “${data.referral.stateWords}”. Sessions are recorded from when it is scheduled until it is completed.`}
    </p>
  </div>
)
