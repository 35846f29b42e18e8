import { useState } from 'preact/hooks'
import type { ReferralSessions } from '../../server/outreach/schema.ts'
import type { ReferralDetail } from '../../server/referrals/schema.ts'
import { dayWords } from '../dates.ts'
import { LinkButton } from '../form/fields.tsx'
import { useLoaded } from '../form/load.ts'
import { Said } from '../form/said.tsx'
import { ProblemSummary } from '../layout/problem.tsx'
import { WorkTabs } from '../layout/work-tabs.tsx'
import { SessionsSection } from '../outreach/sessions-section.tsx'
import { may } from '../state/session.ts'
import { ChangeReferral } from './change-referral.tsx'
import { NoChildData } from './no-child-data.tsx'
import { Outcome } from './outcome.tsx'
import { ReferralFacts } from './referral-facts.tsx'
import { ReferralSteps } from './referral-steps.tsx'
import { StateTag } from './state-tag.tsx'
import { Taken } from './taken.tsx'

/** One referral: what is asked for, what was answered, its sessions and what came of it. */
export default ({ id }: { id: string }) => {
  const path = encodeURIComponent(id)
  const { data, problem, isLoading, reload, replace } = useLoaded<ReferralDetail>(`/api/referrals/${path}`)
  const sessions = useLoaded<ReferralSessions>(
    may('outreachSession:read') && data && data.state !== 'draft' ? `/api/outreach/${path}` : undefined,
  )
  const [said, setSaid] = useState('')
  const reloadAll = () => {
    reload()
    sessions.reload()
  }
  const done = (referral: ReferralDetail, sentence: string) => {
    replace(referral)
    setSaid(sentence)
    sessions.reload()
  }
  return (
    <>
      <WorkTabs />
      <a class="govuk-back-link" href="/referrals">
        Referrals
      </a>
      {problem?.status === 404 && (
        <>
          <h1 class="govuk-heading-l">This referral is not known</h1>
          <p class="govuk-body">It may have gone to another agency, or the link may be incomplete.</p>
        </>
      )}
      {problem && problem.status !== 404 && (
        <>
          {!data && <h1 class="govuk-heading-l">Referral</h1>}
          <ProblemSummary problem={problem} onRetry={reload} />
        </>
      )}
      {!data && isLoading && <p class="govuk-body">Loading…</p>}
      {data && (
        <Referral key={data.id} referral={data} sessions={sessions} said={said} onDone={done} onNewest={reloadAll} />
      )}
    </>
  )
}

interface ReferralProps {
  referral: ReferralDetail
  sessions: ReturnType<typeof useLoaded<ReferralSessions>>
  said: string
  onDone: (referral: ReferralDetail, sentence: string) => void
  onNewest: () => void
}

const Referral = ({ referral, sessions, said, onDone, onNewest }: ReferralProps) => {
  const [isChanging, setIsChanging] = useState(false)
  const held = sessions.data && (
    <SessionsSection referral={referral} sessions={sessions.data} onDone={onDone} onNewest={onNewest} />
  )
  return (
    <>
      <span class="govuk-caption-l">
        {referral.ref}, {referral.serviceWords.toLowerCase()}
        {referral.submittedAt && `, sent ${dayWords(referral.submittedAt)}`}
      </span>
      <h1 class="govuk-heading-l govuk-!-margin-bottom-2 app-break">{referral.hotspotName}</h1>
      <p class="govuk-body app-referral-state">
        <StateTag {...referral} /> {referral.late && <strong class="app-warning-words">{referral.late}. </strong>}
        {referral.state === 'submitted' && referral.answerBy && `To be answered by ${dayWords(referral.answerBy)}.`}
      </p>
      <Said words={said} />
      <Question referral={referral} />
      <NoChildData isShort={referral.words === null} />
      <ReferralSteps
        referral={referral}
        canRecord={sessions.data?.canRecord ?? false}
        onDone={onDone}
        onNewest={onNewest}
      />
      {/* Whoever plans and records them comes for these. */}
      {sessions.data?.canPlan && held}
      {isChanging ? (
        <ChangeReferral
          key={referral.version}
          referral={referral}
          onCancel={() => setIsChanging(false)}
          onNewest={onNewest}
          onDone={(next) => {
            setIsChanging(false)
            onDone(next, 'It is changed.')
          }}
        />
      ) : (
        <>
          {referral.canChange && (
            <p class="govuk-body">
              <LinkButton onClick={() => setIsChanging(true)}>Change what is asked for</LinkButton>
            </p>
          )}
          <ReferralFacts referral={referral} />
        </>
      )}
      {sessions.problem && <ProblemSummary problem={sessions.problem} onRetry={sessions.reload} />}
      {!sessions.data?.canPlan && held}
      <Outcome referral={referral} />
      <Taken taken={referral.taken} />
    </>
  )
}

/** What the provider asked last, while it waits for an answer. */
const Question = ({ referral: { state, taken } }: { referral: ReferralDetail }) => {
  const asked = state === 'more_info' ? taken.findLast(({ step }) => step === 'ask') : undefined
  if (!asked?.why) return null
  return (
    <div class="govuk-inset-text app-warning-box" role="note">
      <p class="govuk-body govuk-!-margin-bottom-1">{asked.by} asks:</p>
      <p class="govuk-body govuk-!-margin-bottom-0 app-typed">{asked.why}</p>
    </div>
  )
}
