import { useState } from 'preact/hooks'
import type { OutreachSession, ReferralSessions } from '../../server/outreach/schema.ts'
import type { ReferralDetail } from '../../server/referrals/schema.ts'
import { LinkButton } from '../form/fields.tsx'
import { shortDay } from '../patrols/words.ts'
import { countOf } from '../words.ts'
import { PlanForm } from './plan-form.tsx'

interface SessionsSectionProps {
  referral: ReferralDetail
  sessions: ReferralSessions
  onDone: (referral: ReferralDetail, sentence: string) => void
  onNewest: () => void
}

/** The sessions of a referral: when they are to be, and each that was held. */
export const SessionsSection = (props: SessionsSectionProps) => {
  const { referral, sessions, onDone, onNewest } = props
  const [isPlanning, setIsPlanning] = useState(false)
  const isFirst = referral.state === 'accepted'
  const isForm = sessions.canPlan && (isPlanning || isFirst)
  const toHold = sessions.planned.filter(({ isHeld }) => !isHeld)
  if (!isForm && toHold.length === 0 && sessions.sessions.length === 0 && !sessions.canPlan) return null

  return (
    <section aria-labelledby="sessions-title">
      <h2 class="govuk-heading-m" id="sessions-title">
        {isForm && isFirst ? 'When are the sessions?' : 'Sessions'}
      </h2>
      {isForm ? (
        <PlanForm
          key={sessions.referral.version}
          referral={referral}
          sessions={sessions}
          onNewest={onNewest}
          onCancel={isFirst ? undefined : () => setIsPlanning(false)}
          onDone={(next, sentence) => {
            setIsPlanning(false)
            onDone(next, sentence)
          }}
        />
      ) : (
        <>
          {toHold.length > 0 && <ToHold sessions={sessions} toHold={toHold} />}
          {sessions.canPlan && (
            <p class="govuk-body">
              <LinkButton onClick={() => setIsPlanning(true)}>
                {toHold.length > 0 ? 'Change the planned sessions' : 'Plan more sessions'}
              </LinkButton>
            </p>
          )}
        </>
      )}
      {sessions.sessions.length > 0 && <Held referralId={referral.id} sessions={sessions} />}
    </section>
  )
}

const ToHold = ({
  sessions: { today },
  toHold,
}: {
  sessions: ReferralSessions
  toHold: ReferralSessions['planned']
}) => (
  <>
    <h3 class="govuk-heading-s govuk-!-margin-bottom-1">Planned</h3>
    <ul class="govuk-list">
      {toHold.map(({ id, day, from, to }) => (
        <li key={id}>
          {shortDay(day)}, {from}–{to}
          {day < today && <span class="app-warning-words"> not recorded</span>}
          {day === today && <strong> today</strong>}
        </li>
      ))}
    </ul>
  </>
)

const Held = ({ referralId, sessions: { sessions, themes } }: { referralId: string; sessions: ReferralSessions }) => (
  <>
    <h3 class="govuk-heading-s govuk-!-margin-bottom-1">Held</h3>
    <ul class="app-sessions">
      {sessions.map((session) => (
        <li class="app-sessions__one" key={session.id}>
          <p class="app-sessions__line">
            <strong>
              {shortDay(session.day)}, {session.from}–{session.to}
            </strong>
            : {countOf(session.contacts, 'young person', 'young people')} met, {session.staff} staff
            {session.onwardReferrals > 0 && `, ${countOf(session.onwardReferrals, 'onward referral')}`}
          </p>
          {session.recorded && <Recorded session={session} recorded={session.recorded} themes={themes} />}
          {session.observations && <p class="app-sessions__line app-words">{session.observations}</p>}
          {session.recorded?.isMine && (
            <p class="app-sessions__line">
              <a class="govuk-link" href={`/sessions/${referralId}?correct=${session.id}`}>
                Correct
                <span class="govuk-visually-hidden">
                  {' '}
                  the session of {shortDay(session.day)}, {session.from}
                </span>
              </a>
            </p>
          )}
        </li>
      ))}
    </ul>
  </>
)

interface RecordedProps {
  session: OutreachSession
  recorded: NonNullable<OutreachSession['recorded']>
  themes: ReferralSessions['themes']
}

/** What only the provider sees of its own sessions. */
const Recorded = ({ session, recorded, themes }: RecordedProps) => (
  <p class="app-sessions__line app-dim">
    {recorded.level1} greeted, {recorded.level2} talked with, {recorded.level3} helped.{' '}
    {recorded.themes.length > 0 &&
      `${themes
        .filter(({ value }) => recorded.themes.includes(value))
        .map(({ words }) => words)
        .join('; ')}. `}
    Recorded by {recorded.by}
    {session.version > 1 && ', corrected'}.
  </p>
)
