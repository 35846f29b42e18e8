import { useState } from 'preact/hooks'
import type { ReferralSessions } from '../../server/outreach/schema.ts'
import type { ReferralDetail } from '../../server/referrals/schema.ts'
import { DayField, TimeField } from '../form/day-field.tsx'
import type { FieldErrors } from '../form/errors.tsx'
import { LinkButton } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { useSending } from '../form/sending.ts'
import { takeReferralStep } from '../referrals/referral-steps.tsx'
import { ask } from '../state/api.ts'
import { nextAfter, proposeSessions, type PlannedDraft } from './propose-sessions.ts'

interface PlanFormProps {
  referral: ReferralDetail
  sessions: ReferralSessions
  onDone: (referral: ReferralDetail, sentence: string) => void
  onCancel: (() => void) | undefined
  onNewest: () => void
}

/** When the sessions are to be: proposed at the times that were asked for, and changed at will. */
export const PlanForm = ({ referral, sessions, onDone, onCancel, onNewest }: PlanFormProps) => {
  const toHold = sessions.planned.filter(({ isHeld }) => !isHeld)
  const isFirst = referral.state === 'accepted'
  const [planned, setPlanned] = useState<PlannedDraft[]>(() =>
    toHold.length > 0
      ? toHold.map(({ day, from, to }) => ({ day, from, to }))
      : isFirst
        ? proposeSessions(referral.windows, referral.sessionsRequested, sessions.today)
        : [nextAfter(sessions.sessions.map(({ day, from, to }) => ({ day, from, to })).toReversed())],
  )
  const sending = useSending(
    Object.fromEntries(
      planned.flatMap((_one, i) =>
        ['day', 'from', 'to'].map((part) => [`/planned/${i}/${part}`, `planned-${part}-${i}`]),
      ),
    ),
  )
  const change = (i: number, part: Partial<PlannedDraft>) => setPlanned(planned.with(i, { ...planned[i]!, ...part }))
  const save = () =>
    sending.send(planErrors(planned), async () => {
      const body = { version: sessions.referral.version, planned: planned.map((one) => ({ ...one })) }
      const next = await ask<ReferralSessions>(`/api/outreach/${referral.id}/planned`, { method: 'PUT', body })
      const { version } = next.referral
      onDone(
        isFirst
          ? await takeReferralStep({ id: referral.id, version }, 'schedule')
          : await ask<ReferralDetail>(`/api/referrals/${referral.id}`),
        isFirst ? 'It is scheduled, and the group sees when.' : 'The sessions are planned anew.',
      )
    })

  return (
    <Form
      class="app-plan-sessions"
      sending={sending}
      submitWords={isFirst ? 'Schedule these sessions' : 'Save the plan'}
      onSubmit={() => void save()}
      {...(onCancel && { onCancel })}
    >
      {sending.problem?.slug === 'changed-meanwhile' && (
        <p class="govuk-body">
          What you typed is still here. <LinkButton onClick={onNewest}>Look at the newest</LinkButton>
        </p>
      )}
      {isFirst && (
        <p class="govuk-body">
          These are the next dates at the times that were asked for. Change them to what you can do; an end before the
          beginning is on the next day.
        </p>
      )}
      <ol class="app-plan-sessions__list">
        {planned.map((one, i) => (
          <li class="app-plan-sessions__row" key={i}>
            <fieldset class="govuk-fieldset app-row">
              <legend class="govuk-visually-hidden">Session {i + 1}</legend>
              <DayField
                id={`planned-day-${i}`}
                label="Day"
                error={sending.errors[`planned-day-${i}`]}
                value={one.day}
                onChange={(day) => change(i, { day })}
              />
              <TimeField
                id={`planned-from-${i}`}
                label="From"
                error={sending.errors[`planned-from-${i}`]}
                value={one.from}
                onChange={(from) => change(i, { from })}
              />
              <TimeField
                id={`planned-to-${i}`}
                label="To"
                error={sending.errors[`planned-to-${i}`]}
                value={one.to}
                onChange={(to) => change(i, { to })}
              />
              <LinkButton class="app-plan-sessions__remove" onClick={() => setPlanned(planned.toSpliced(i, 1))}>
                Remove<span class="govuk-visually-hidden"> session {i + 1}</span>
              </LinkButton>
            </fieldset>
          </li>
        ))}
      </ol>
      <button
        type="button"
        class="govuk-button govuk-button--secondary"
        onClick={() => setPlanned([...planned, nextAfter(planned)])}
      >
        Add a session
      </button>
    </Form>
  )
}

const planErrors = (planned: readonly PlannedDraft[]): FieldErrors =>
  Object.fromEntries(
    planned.flatMap(({ day, from, to }, i): [string, string][] => [
      ...(day === '' ? ([[`planned-day-${i}`, `Give the day of session ${i + 1}`]] as [string, string][]) : []),
      ...(from === '' ? ([[`planned-from-${i}`, `Say when session ${i + 1} begins`]] as [string, string][]) : []),
      ...(to === '' ? ([[`planned-to-${i}`, `Say when session ${i + 1} ends`]] as [string, string][]) : []),
    ]),
  )
