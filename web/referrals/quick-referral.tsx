import { useEffect, useRef, useState } from 'preact/hooks'
import type { ReferralDetail, ReferralProposal } from '../../server/referrals/schema.ts'
import { Form } from '../form/form.tsx'
import { LinkButton } from '../form/fields.tsx'
import { useLoaded } from '../form/load.ts'
import { useSending } from '../form/sending.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { ask } from '../state/api.ts'
import { NoChildData } from './no-child-data.tsx'
import { draftFrom, FOLDED, REFERRAL_FIELDS, referralErrors, toReferralInput } from './referral-draft.ts'
import { MainFields, MoreFields } from './referral-fields.tsx'

interface QuickReferralProps {
  hotspot: { id: string; name: string }
  meetingId: string | undefined
  onDone: (sentence: string) => void
  onCancel: () => void
}

/** Refers a place to a youth provider: one sentence to write, the rest is proposed. */
export const QuickReferral = (props: QuickReferralProps) => {
  const { hotspot, onCancel } = props
  const { data, problem, reload } = useLoaded<ReferralProposal>(
    `/api/referrals/proposal?hotspot=${encodeURIComponent(hotspot.id)}`,
  )
  return (
    <section class="app-quick" aria-label={`Refer ${hotspot.name} to a youth provider`}>
      {problem && <ProblemSummary problem={problem} onRetry={reload} />}
      {!data && !problem && <p class="govuk-body">Loading…</p>}
      {data && data.providers.length > 0 && <QuickForm {...props} proposal={data} />}
      {data && data.providers.length === 0 && (
        <p class="govuk-body">
          No youth provider has an account here yet, so nobody can be asked. The administrator of the service gives
          accounts.
        </p>
      )}
      {(!data || data.providers.length === 0) && <LinkButton onClick={onCancel}>Cancel</LinkButton>}
    </section>
  )
}

const QuickForm = ({
  hotspot,
  meetingId,
  proposal,
  onDone,
  onCancel,
}: QuickReferralProps & { proposal: ReferralProposal }) => {
  const [draft, setDraft] = useState(() => draftFrom(proposal))
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector('textarea')?.focus(), [])
  const sending = useSending(REFERRAL_FIELDS)
  const keep = (submit: boolean) =>
    sending.send(referralErrors(draft), async () => {
      const body = { ...toReferralInput(draft), hotspotId: hotspot.id, submit, ...(meetingId && { meetingId }) }
      const { ref, providerAgency } = await ask<ReferralDetail>('/api/referrals', { method: 'POST', body })
      onDone(
        submit
          ? `${hotspot.name} is referred to ${providerAgency} (${ref}). They answer it from here.`
          : `The referral of ${hotspot.name} is kept as a draft (${ref}). Nobody was told yet.`,
      )
    })
  const fields = {
    draft,
    proposal,
    errors: sending.errors,
    onChange: (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part })),
  }
  const isFolded = !FOLDED.some((id) => id in sending.errors)

  return (
    <div ref={box}>
      <Form
        sending={sending}
        submitWords={draft.providerAgency ? `Send to ${draft.providerAgency}` : 'Send'}
        onSubmit={() => void keep(true)}
        onCancel={onCancel}
      >
        <NoChildData isShort />
        <MainFields {...fields} />
        <details class="govuk-details" open={!isFolded}>
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">
              How many sessions, for whom, by when, and safety ({draft.sessionsRequested || 'no'} sessions,{' '}
              {proposal.priorities.find(({ value }) => value === draft.priority)?.words.toLowerCase()})
            </span>
          </summary>
          <div class="govuk-details__text">
            <MoreFields {...fields} />
          </div>
        </details>
        <p class="govuk-body">
          <LinkButton onClick={() => void keep(false)}>Keep it as a draft</LinkButton>
        </p>
      </Form>
    </div>
  )
}
