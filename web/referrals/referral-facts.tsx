import type { ComponentChildren } from 'preact'
import type { ReferralDetail } from '../../server/referrals/schema.ts'
import { dayWords } from '../dates.ts'
import { windowWords } from '../findings/times.ts'
import { may } from '../state/session.ts'
import { countOf } from '../words.ts'

const Row = ({ of, children, class: extra = '' }: { of: string; children: ComponentChildren; class?: string }) => (
  <div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">{of}</dt>
    <dd class={`govuk-summary-list__value ${extra}`}>{children}</dd>
  </div>
)

/** What is asked for. Who is told the state alone is told when and how much, and not the words. */
export const ReferralFacts = ({ referral }: { referral: ReferralDetail }) => {
  const { words } = referral
  return (
    <dl class="govuk-summary-list">
      {words && (
        <>
          <Row of="Why" class="app-typed">
            {words.rationale}
          </Row>
          <Row of="Aims" class="app-typed">
            {words.aims}
          </Row>
        </>
      )}
      {words?.safetyNotes && (
        <Row of="Safety of the workers" class="app-typed">
          <strong>{words.safetyNotes}</strong>
        </Row>
      )}
      <Row of="When">
        <ul class="govuk-list app-hours">
          {referral.windows
            .toSorted((a, b) => a.fromHour - b.fromHour)
            .map((window) => (
              <li key={window.fromHour}>{windowWords(window)}</li>
            ))}
        </ul>
      </Row>
      <Row of="How much">
        {countOf(referral.sessionsRequested, 'session')}, to start by {dayWords(referral.startBy)}
      </Row>
      <Row of="For whom">{referral.ageBandWords}</Row>
      <Row of="Priority">{referral.priorityWords}</Row>
      {words?.otherAgencies && (
        <Row of="Who else is there" class="app-typed">
          {words.otherAgencies}
        </Row>
      )}
      <Row of="From">
        {referral.requestedBy}, {referral.requestedByAgency}
      </Row>
      <Row of="To">{referral.providerAgency}</Row>
      {may('review:read') && referral.state !== 'cancelled' && (
        <Row of="Place">
          <a class="govuk-link" href={`/reviews/${referral.hotspotId}`}>
            Everything about {referral.hotspotName}
          </a>
        </Row>
      )}
    </dl>
  )
}
