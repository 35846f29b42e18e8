import { useState } from 'preact/hooks'
import type { Area } from '../../server/gazetteer/schema.ts'
import { LinkButton } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { useSending } from '../form/sending.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { ask } from '../state/api.ts'
import { FIELD_OF, personErrors, PersonFields, toPersonInput, type PersonDraft } from './person-fields.tsx'
import type { LinkAnswer, Person } from './types.ts'

interface ChangePersonProps {
  person: Person
  areas: readonly Area[]
  onChanged: (words: string) => void
  onLinked: (answer: LinkAnswer) => void
  onCancel: () => void
}

/** The role and areas of a person, and what else can be done with their sign-in. */
export const ChangePerson = ({ person, areas, onChanged, onLinked, onCancel }: ChangePersonProps) => {
  const { id, name, version, disabledAt, isElsewhere } = person
  const [draft, setDraft] = useState<PersonDraft>({
    name,
    role: person.role,
    agency: person.agency,
    areaIds: person.areas.map((area) => area.id),
  })
  const sending = useSending(FIELD_OF)
  const acting = useSending()
  const path = `/api/people/${id}`

  const keep = () =>
    sending.send(personErrors(draft), async () => {
      await ask(path, { method: 'PATCH', body: { version, ...toPersonInput(draft) } })
      onChanged(`${draft.name.trim()} is changed.`)
    })
  const act = (action: string, words: string) =>
    acting.send({}, async () => {
      await ask(`${path}/${action}`, { method: 'POST' })
      onChanged(words)
    })
  const link = () =>
    acting.send({}, async () => onLinked(await ask<LinkAnswer>(`${path}/reset-link`, { method: 'POST' })))

  return (
    <>
      {acting.problem && <ProblemSummary problem={acting.problem} />}
      <p class="app-actions">
        {!isElsewhere && !disabledAt && <LinkButton onClick={() => void link()}>New link to set a password</LinkButton>}
        <LinkButton onClick={() => void act('end-sessions', `All sessions of ${name} are ended.`)}>
          End all sessions
        </LinkButton>
        {disabledAt ? (
          <LinkButton onClick={() => void act('enable', `${name} may sign in again.`)}>Let sign in again</LinkButton>
        ) : (
          <LinkButton onClick={() => void act('disable', `${name} can not sign in any more.`)}>Disable</LinkButton>
        )}
      </p>
      <Form
        class="app-form"
        sending={sending}
        submitWords="Keep the change"
        onSubmit={() => void keep()}
        onCancel={onCancel}
      >
        <PersonFields
          draft={draft}
          errors={sending.errors}
          areas={areas}
          onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
        />
      </Form>
    </>
  )
}
