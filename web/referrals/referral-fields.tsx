import type { ReferralProposal } from '../../server/referrals/schema.ts'
import { Radios } from '../form/choices.tsx'
import { DayField } from '../form/day-field.tsx'
import type { FieldErrors } from '../form/errors.tsx'
import { SelectField, TextArea, TextField } from '../form/fields.tsx'
import { WindowChoice } from '../patrols/window-choice.tsx'
import type { ReferralDraft } from './referral-draft.ts'

interface FieldsProps {
  draft: ReferralDraft
  proposal: ReferralProposal
  errors: FieldErrors
  onChange: (part: Partial<ReferralDraft>) => void
}

const optionsOf = (choices: readonly { value: string; words: string }[]) =>
  choices.map(({ value, words }) => ({ value, label: words }))

/** Who is asked for what, why, and when: what every referral says. */
export const MainFields = ({ draft, proposal, errors, onChange }: FieldsProps) => (
  <>
    <Provider draft={draft} proposal={proposal} errors={errors} onChange={onChange} />
    <TextArea
      id="referral-rationale"
      label="Why this place?"
      hint="What is known about the place, such as “groups until late, no adult there”."
      rows={2}
      maxLength={1000}
      error={errors['referral-rationale']}
      value={draft.rationale}
      onInput={(rationale) => onChange({ rationale })}
    />
    <TextArea
      id="referral-aims"
      label="What is the work to achieve?"
      rows={2}
      maxLength={1000}
      error={errors['referral-aims']}
      value={draft.aims}
      onInput={(aims) => onChange({ aims })}
    />
    <SelectField
      id="referral-service"
      label="Service"
      error={errors['referral-service']}
      value={draft.serviceType}
      options={optionsOf(proposal.services)}
      onChange={(serviceType) => onChange({ serviceType: serviceType as ReferralDraft['serviceType'] })}
    />
    <WindowChoice
      best={proposal.windows}
      chosen={draft.windows}
      error={errors['plan-windows']}
      onChange={(windows) => onChange({ windows })}
    />
  </>
)

/** A name where there is one agency only; none at all is said before anybody types. */
const Provider = ({ draft, proposal: { providers }, errors, onChange }: FieldsProps) =>
  providers.length === 1 && draft.providerAgency === providers[0] ? (
    <p class="govuk-body">
      To <strong id="referral-provider">{draft.providerAgency}</strong>
    </p>
  ) : (
    <SelectField
      id="referral-provider"
      label="To whom"
      error={errors['referral-provider']}
      value={draft.providerAgency}
      options={[
        { value: '', label: 'Choose an agency' },
        ...providers.map((agency) => ({ value: agency, label: agency })),
      ]}
      onChange={(providerAgency) => onChange({ providerAgency })}
    />
  )

/** How much, for whom, by when, and what workers have to mind. */
export const MoreFields = ({ draft, proposal, errors, onChange }: FieldsProps) => (
  <>
    <div class="app-row">
      <TextField
        id="referral-sessions"
        label="Sessions asked for"
        width={3}
        maxLength={2}
        inputMode="numeric"
        error={errors['referral-sessions']}
        value={draft.sessionsRequested}
        onInput={(sessionsRequested) => onChange({ sessionsRequested })}
      />
      <DayField
        id="referral-start"
        label="To start by"
        error={errors['referral-start']}
        value={draft.startBy}
        onChange={(startBy) => onChange({ startBy })}
      />
      <SelectField
        id="referral-age"
        label="For which ages"
        error={errors['referral-age']}
        value={draft.ageBand}
        options={optionsOf(proposal.ageBands)}
        onChange={(ageBand) => onChange({ ageBand: ageBand as ReferralDraft['ageBand'] })}
      />
    </div>
    <Radios
      id="referral-priority"
      label="Priority"
      hint="Urgent is answered in two days, priority in five, routine in ten."
      legendSize="s"
      isInline
      isSmall
      error={errors['referral-priority']}
      value={draft.priority}
      choices={optionsOf(proposal.priorities)}
      onChange={(priority) => onChange({ priority: priority as ReferralDraft['priority'] })}
    />
    <TextArea
      id="referral-safety"
      label="Safety of the workers (if there is anything)"
      hint="About the place, such as “go in pairs after dark”, “no signal in the underpass”."
      rows={2}
      maxLength={1000}
      error={errors['referral-safety']}
      value={draft.safetyNotes}
      onInput={(safetyNotes) => onChange({ safetyNotes })}
    />
    <TextField
      id="referral-others"
      label="Who else is there? (if anybody)"
      hint="Such as rangers, security staff, another youth project."
      maxLength={500}
      error={errors['referral-others']}
      value={draft.otherAgencies}
      onInput={(otherAgencies) => onChange({ otherAgencies })}
    />
  </>
)
