import { useEffect, useRef, useState } from 'preact/hooks'
import type { Measure, MeasureList } from '../../server/measures/schema.ts'
import { DayField } from '../form/day-field.tsx'
import { LinkButton, TextArea, TextField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { useSending } from '../form/sending.ts'
import { ask } from '../state/api.ts'

interface ChangeMeasureProps {
  measure: Measure
  onDone: (measure: Measure) => void
  onCancel: () => void
}

const FIELDS = {
  '/detail': 'change-detail',
  '/leadAgency': 'change-agency',
  '/legalBasis': 'change-law',
  '/startsOn': 'change-from',
  '/endsOn': 'change-to',
  '/outcome': 'change-outcome',
}

/** What is done, by whom, under which law, until when, and what came of it so far. What was typed stays where somebody else was first. */
export const ChangeMeasure = ({ measure, onDone, onCancel }: ChangeMeasureProps) => {
  const [draft, setDraft] = useState({
    detail: measure.detail,
    leadAgency: measure.leadAgency,
    legalBasis: measure.legalBasis,
    startsOn: measure.startsOn ?? '',
    endsOn: measure.endsOn ?? '',
    outcome: measure.outcome ?? '',
  })
  const [newest, setNewest] = useState(measure)
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }))
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector('textarea')?.focus(), [])
  const sending = useSending(FIELDS)
  const { errors, problem } = sending
  const submit = () =>
    sending.send(
      {
        ...(draft.detail.trim() === '' && { 'change-detail': 'Say what is to be done' }),
        ...(draft.leadAgency.trim() === '' && { 'change-agency': 'Name the agency that leads' }),
        ...(draft.endsOn !== '' &&
          draft.endsOn < draft.startsOn && { 'change-to': 'It ends on the day it starts or later' }),
      },
      async () => {
        const body = {
          ...draft,
          startsOn: draft.startsOn || null,
          endsOn: draft.endsOn || null,
          outcome: draft.outcome.trim() || null,
          version: newest.version,
        }
        onDone(await ask<Measure>(`/api/measures/${measure.id}`, { method: 'PUT', body }))
      },
    )
  const look = async () => {
    const { measures } = await ask<MeasureList>(`/api/measures?plan=${measure.planId}`)
    setNewest(measures.find(({ id }) => id === measure.id) ?? newest)
  }
  return (
    <div ref={box}>
      <Form
        class="app-inset"
        sending={sending}
        submitWords="Keep the change"
        onSubmit={() => void submit()}
        onCancel={onCancel}
      >
        {problem?.slug === 'changed-meanwhile' && newest === measure && (
          <p class="govuk-body">
            What you typed is still here. <LinkButton onClick={() => void look()}>Show what is there now</LinkButton>
          </p>
        )}
        {newest !== measure && (
          <div class="govuk-inset-text">
            <p class="govuk-body">
              There now: {newest.detail} Led by {newest.leadAgency}.{newest.outcome && ` So far: ${newest.outcome}`}
            </p>
            <p class="govuk-body govuk-!-margin-bottom-0">“Keep the change” puts yours in its place.</p>
          </div>
        )}
        <TextArea
          id="change-detail"
          label="What is to be done here?"
          rows={2}
          maxLength={1000}
          error={errors['change-detail']}
          value={draft.detail}
          onInput={(detail) => change({ detail })}
        />
        <TextArea
          id="change-outcome"
          label="What came of it so far?"
          hint="Leave it empty until something did."
          rows={2}
          maxLength={2000}
          error={errors['change-outcome']}
          value={draft.outcome}
          onInput={(outcome) => change({ outcome })}
        />
        <TextField
          id="change-agency"
          label="Lead agency"
          maxLength={120}
          error={errors['change-agency']}
          value={draft.leadAgency}
          onInput={(leadAgency) => change({ leadAgency })}
        />
        <TextField
          id="change-law"
          label="Legal basis"
          maxLength={300}
          error={errors['change-law']}
          value={draft.legalBasis}
          onInput={(legalBasis) => change({ legalBasis })}
        />
        <div class="app-beside">
          <DayField
            id="change-from"
            label="Starts on"
            error={errors['change-from']}
            value={draft.startsOn}
            onChange={(startsOn) => change({ startsOn })}
          />
          <DayField
            id="change-to"
            label="Last day"
            error={errors['change-to']}
            value={draft.endsOn}
            onChange={(endsOn) => change({ endsOn })}
          />
        </div>
      </Form>
    </div>
  )
}
