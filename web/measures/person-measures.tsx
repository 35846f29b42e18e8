import { useState } from 'preact/hooks'
import type { Catalogue, PersonMeasure, PersonMeasureList } from '../../server/measures/schema.ts'
import { dayWords } from '../dates.ts'
import { Checkbox } from '../form/choices.tsx'
import { SelectField, TextField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { useLoaded } from '../form/load.ts'
import { Said } from '../form/said.tsx'
import { useSending } from '../form/sending.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { ask } from '../state/api.ts'
import { person } from '../state/session.ts'

/** Whether there are measures about persons, by the owning agencies' references: nothing else of them is kept here. */
export const PersonMeasures = ({ planId }: { planId: string }) => {
  const { data, problem, reload } = useLoaded<PersonMeasureList>(`/api/person-measures?plan=${planId}`)
  const [isOpen, setIsOpen] = useState(false)
  const [said, setSaid] = useState('')
  return (
    <section class="app-section" aria-labelledby="persons-title">
      <h2 class="govuk-heading-m" id="persons-title">
        Measures about persons
      </h2>
      <p class="govuk-body-s app-dim">
        Only whether there is one, and the owning agency’s reference. Seen by the co-ordinator, the chair, the police
        missing team and the exploitation team.
      </p>
      <Said words={said} />
      {problem && <ProblemSummary problem={problem} onRetry={reload} />}
      {!data && !problem && <p class="govuk-body">Loading…</p>}
      {data?.measures.length === 0 && <p class="govuk-body app-dim">None is noted.</p>}
      {data && data.measures.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {data.measures.map((measure) => (
            <li key={measure.id} class="app-break">
              {measure.name}: {measure.isInPlace ? 'yes' : 'no'}, {measure.owningAgency}
              {measure.externalRef && `, ${measure.externalRef}`}
              <span class="app-table__under app-dim">
                Noted by {measure.notedBy}, {dayWords(measure.notedAt)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {data?.canNote &&
        (isOpen ? (
          <NoteForm
            planId={planId}
            onCancel={() => setIsOpen(false)}
            onDone={() => {
              setIsOpen(false)
              setSaid('It is noted.')
              reload()
            }}
          />
        ) : (
          <button
            type="button"
            class="govuk-button govuk-button--secondary app-no-print"
            onClick={() => setIsOpen(true)}
          >
            Note a measure about a person
          </button>
        ))}
    </section>
  )
}

const FIELDS = { '/code': 'person-code', '/owningAgency': 'person-agency', '/externalRef': 'person-ref' }

const NoteForm = ({ planId, onDone, onCancel }: { planId: string; onDone: () => void; onCancel: () => void }) => {
  const catalogue = useLoaded<Catalogue>('/api/measures/catalogue')
  const [code, setCode] = useState('')
  const [isInPlace, setIsInPlace] = useState(true)
  const [owningAgency, setOwningAgency] = useState(person.value?.agency ?? '')
  const [externalRef, setExternalRef] = useState('')
  const sending = useSending(FIELDS)
  const { errors } = sending
  const submit = () =>
    sending.send(
      {
        ...(code === '' && { 'person-code': 'Choose a measure' }),
        ...(owningAgency.trim() === '' && { 'person-agency': 'Name the owning agency' }),
        ...(isInPlace && externalRef.trim() === '' && { 'person-ref': 'Give the agency’s reference' }),
      },
      async () => {
        const body = {
          planId,
          code,
          isInPlace,
          owningAgency: owningAgency.trim(),
          externalRef: externalRef.trim() || null,
        }
        await ask<PersonMeasure>('/api/person-measures', { method: 'POST', body })
        onDone()
      },
    )
  return (
    <Form class="app-inset" sending={sending} submitWords="Note it" onSubmit={() => void submit()} onCancel={onCancel}>
      <SelectField
        id="person-code"
        label="Which measure?"
        error={errors['person-code']}
        value={code}
        options={[
          { value: '', label: 'Choose' },
          ...(catalogue.data?.measures ?? [])
            .filter(({ target }) => target !== 'place')
            .map((measure) => ({
              value: measure.code,
              label: `${measure.name}${measure.isToBeConfirmed ? ' (to be confirmed)' : ''}`,
            })),
        ]}
        onChange={setCode}
      />
      <Checkbox id="person-in-place" label="It is in place" isChecked={isInPlace} onChange={setIsInPlace} />
      <TextField
        id="person-agency"
        label="Owning agency"
        maxLength={120}
        error={errors['person-agency']}
        value={owningAgency}
        onInput={setOwningAgency}
      />
      <TextField
        id="person-ref"
        label="The agency’s own reference"
        hint="Such as DC/2023/117. Never a name."
        width={20}
        maxLength={60}
        error={errors['person-ref']}
        value={externalRef}
        onInput={setExternalRef}
      />
    </Form>
  )
}
