import { useEffect, useRef, useState } from 'preact/hooks'
import type { PlanDetail } from '../../server/plans/schema.ts'
import { OwnerField } from '../colleagues/owner-field.tsx'
import { dayWords } from '../dates.ts'
import { DayField, daysLater } from '../form/day-field.tsx'
import { TextArea, TextField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { useSending } from '../form/sending.ts'
import { ask } from '../state/api.ts'
import { person } from '../state/session.ts'
import { setup } from '../state/setup.ts'

interface QuickPlanProps {
  hotspot: { id: string; name: string }
  meetingId: string | undefined
  onDone: (sentence: string) => void
  onCancel: () => void
}

const FIELDS = {
  '/objective': 'plan-objective',
  '/ownerId': 'plan-owner',
  '/leadAgency': 'plan-agency',
  '/leadRole': 'plan-role',
  '/reviewOn': 'plan-review',
}

const REVIEW_DAYS = 91

/** Begins a plan for a place with what a meeting can say at once; the rest is written later, on the plan's own page. */
export const QuickPlan = ({ hotspot, meetingId, onDone, onCancel }: QuickPlanProps) => {
  const [objective, setObjective] = useState('')
  const [ownerId, setOwnerId] = useState('')
  const [leadAgency, setLeadAgency] = useState(person.value?.agency ?? '')
  const [leadRole, setLeadRole] = useState('')
  const [reviewOn, setReviewOn] = useState(daysLater(setup.value!.today, REVIEW_DAYS))
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector('textarea')?.focus(), [])
  const sending = useSending(FIELDS)
  const { errors } = sending
  const submit = () =>
    sending.send(
      {
        ...(objective.trim() === '' && { 'plan-objective': 'Say what is to be different' }),
        ...(ownerId === '' && { 'plan-owner': 'Choose who sees to it' }),
        ...(leadAgency.trim() === '' && { 'plan-agency': 'Name the agency that leads' }),
        ...(leadRole.trim() === '' && { 'plan-role': 'Name the role that leads' }),
        ...(reviewOn === '' && { 'plan-review': 'Choose when it is looked at again' }),
      },
      async () => {
        const body = {
          hotspotId: hotspot.id,
          objective: objective.trim(),
          ownerId,
          leadAgency: leadAgency.trim(),
          leadRole: leadRole.trim(),
          reviewOn,
          ...(meetingId && { meetingId }),
        }
        const { ref, owner } = await ask<PlanDetail>('/api/plans', { method: 'POST', body })
        onDone(`Plan ${ref} is begun as a draft. ${owner.name} sees to it, until the review on ${dayWords(reviewOn)}.`)
      },
    )

  return (
    <div ref={box}>
      <Form
        class="app-quick"
        sending={sending}
        submitWords="Begin the plan"
        onSubmit={() => void submit()}
        onCancel={onCancel}
      >
        <TextArea
          id="plan-objective"
          label="What is to be different, for whom, by when?"
          hint="Partners read this: no name or reference of a child."
          rows={2}
          maxLength={1000}
          error={errors['plan-objective']}
          value={objective}
          onInput={setObjective}
        />
        <OwnerField
          id="plan-owner"
          label="Who sees to it?"
          error={errors['plan-owner']}
          value={ownerId}
          onChange={setOwnerId}
        />
        <div class="app-beside">
          <TextField
            id="plan-agency"
            label="Lead agency"
            maxLength={120}
            error={errors['plan-agency']}
            value={leadAgency}
            onInput={setLeadAgency}
          />
          <TextField
            id="plan-role"
            label="Lead role"
            maxLength={120}
            error={errors['plan-role']}
            value={leadRole}
            onInput={setLeadRole}
          />
        </div>
        <DayField
          id="plan-review"
          label="When is it looked at again?"
          error={errors['plan-review']}
          value={reviewOn}
          onChange={setReviewOn}
        />
        <p class="govuk-body-s">
          It starts today and is judged by the 26 weeks before and after. Choose on its page what it is compared with,
          before it starts.
        </p>
      </Form>
    </div>
  )
}
