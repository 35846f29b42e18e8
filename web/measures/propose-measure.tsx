import { useEffect, useRef, useState } from 'preact/hooks'
import type { CatalogueMeasure, Measure } from '../../server/measures/schema.ts'
import { DayField } from '../form/day-field.tsx'
import { SelectField, TextArea, TextField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { useSending } from '../form/sending.ts'
import { ask } from '../state/api.ts'
import { may, person } from '../state/session.ts'

interface ProposeMeasureProps {
  planId: string
  catalogue: readonly CatalogueMeasure[]
  onDone: (measure: Measure, sentence: string) => void
  onCancel: () => void
}

const FIELDS = {
  '/code': 'measure-code',
  '/detail': 'measure-detail',
  '/leadAgency': 'measure-agency',
  '/endsOn': 'measure-to',
}

/** A place-based measure of the catalogue, proposed into a plan. */
export const ProposeMeasure = ({ planId, catalogue, onDone, onCancel }: ProposeMeasureProps) => {
  const [code, setCode] = useState('')
  const [detail, setDetail] = useState('')
  // Whoever proposes without working on plans proposes for their own agency first.
  const [leadAgency, setLeadAgency] = useState(may('plan:update') ? '' : (person.value?.agency ?? ''))
  const [endsOn, setEndsOn] = useState('')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector('select')?.focus(), [])
  const sending = useSending(FIELDS)
  const { errors } = sending
  const chosen = catalogue.find((measure) => measure.code === code)
  const submit = () =>
    sending.send(
      {
        ...(code === '' && { 'measure-code': 'Choose a measure' }),
        ...(detail.trim() === '' && { 'measure-detail': 'Say what is to be done here' }),
        ...(leadAgency.trim() === '' && { 'measure-agency': 'Name the agency that leads it' }),
      },
      async () => {
        const body = {
          planId,
          code,
          detail: detail.trim(),
          leadAgency: leadAgency.trim(),
          ...(endsOn && { endsOn }),
        }
        onDone(await ask<Measure>('/api/measures', { method: 'POST', body }), 'The measure is proposed.')
      },
    )
  return (
    <div ref={box}>
      <Form
        class="app-inset"
        sending={sending}
        submitWords="Propose the measure"
        onSubmit={() => void submit()}
        onCancel={onCancel}
      >
        <SelectField
          id="measure-code"
          label="Which measure?"
          hint="Only measures about a place. Of those about a person, the owning agency’s reference alone is noted, by the police missing team."
          error={errors['measure-code']}
          value={code}
          options={[
            { value: '', label: 'Choose' },
            ...catalogue
              .filter(({ target }) => target !== 'person')
              .map((measure) => ({ value: measure.code, label: measure.name })),
          ]}
          onChange={setCode}
        />
        {chosen && <About measure={chosen} />}
        <TextArea
          id="measure-detail"
          label="What is to be done here?"
          hint="Such as “lamps along the path to the gate”. No name, no address."
          rows={2}
          maxLength={1000}
          error={errors['measure-detail']}
          value={detail}
          onInput={setDetail}
        />
        <TextField
          id="measure-agency"
          label="Which agency leads it?"
          {...(chosen && { hint: `Usually: ${chosen.leadAgencies.join(', ')}.` })}
          maxLength={120}
          error={errors['measure-agency']}
          value={leadAgency}
          onInput={setLeadAgency}
        />
        <DayField
          id="measure-to"
          label="Last day, if it has one"
          error={errors['measure-to']}
          value={endsOn}
          onChange={setEndsOn}
        />
      </Form>
    </div>
  )
}

const About = ({ measure }: { measure: CatalogueMeasure }) => {
  const facts = [
    measure.law && `Law: ${measure.law}.`,
    measure.authorisedBy && `Authorised by: ${measure.authorisedBy}.`,
    measure.note,
  ].filter((fact): fact is string => Boolean(fact))
  if (facts.length === 0 && !measure.isToBeConfirmed) return null
  return (
    <div class="govuk-inset-text govuk-!-margin-top-0">
      {facts.join(' ')}
      {measure.isToBeConfirmed && (
        <p class="govuk-body-s app-warning-words govuk-!-margin-bottom-0 govuk-!-margin-top-1">
          To be confirmed: check the law before anybody relies on it.
        </p>
      )}
    </div>
  )
}
