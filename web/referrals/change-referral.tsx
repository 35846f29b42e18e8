import { useState } from 'preact/hooks'
import type { ReferralDetail, ReferralProposal } from '../../server/referrals/schema.ts'
import { Form } from '../form/form.tsx'
import { useLoaded } from '../form/load.ts'
import { useSending } from '../form/sending.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { ask } from '../state/api.ts'
import { draftOf, REFERRAL_FIELDS, referralErrors, toReferralInput } from './referral-draft.ts'
import { MainFields, MoreFields } from './referral-fields.tsx'

interface ChangeReferralProps {
  referral: ReferralDetail
  onDone: (referral: ReferralDetail) => void
  onCancel: () => void
  onNewest: () => void
}

/** What is asked for, while it may still be changed: a draft, or where the provider has a question. */
export const ChangeReferral = (props: ChangeReferralProps) => {
  const { data, problem, reload } = useLoaded<ReferralProposal>(
    `/api/referrals/proposal?hotspot=${encodeURIComponent(props.referral.hotspotId)}`,
  )
  if (problem) return <ProblemSummary problem={problem} onRetry={reload} />
  return data ? <ChangeForm {...props} proposal={data} /> : <p class="govuk-body">Loading…</p>
}

const ChangeForm = ({
  referral,
  proposal,
  onDone,
  onCancel,
  onNewest,
}: ChangeReferralProps & { proposal: ReferralProposal }) => {
  const [draft, setDraft] = useState(() => draftOf(referral))
  const sending = useSending(REFERRAL_FIELDS)
  const save = () =>
    sending.send(referralErrors(draft), async () => {
      const body = { ...toReferralInput(draft), version: referral.version }
      onDone(await ask<ReferralDetail>(`/api/referrals/${referral.id}`, { method: 'PATCH', body }))
    })
  const fields = {
    draft,
    // An agency that was asked can only be another one while nobody was told.
    proposal: referral.state === 'draft' ? proposal : { ...proposal, providers: [referral.providerAgency] },
    errors: sending.errors,
    onChange: (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part })),
  }
  return (
    <Form class="app-inset" sending={sending} submitWords="Save" onSubmit={() => void save()} onCancel={onCancel}>
      {sending.problem?.slug === 'changed-meanwhile' && (
        <p class="govuk-body">
          What you typed is still here.{' '}
          <button type="button" class="govuk-link app-link-button" onClick={onNewest}>
            Look at the newest
          </button>
        </p>
      )}
      <MainFields {...fields} />
      <MoreFields {...fields} />
    </Form>
  )
}
