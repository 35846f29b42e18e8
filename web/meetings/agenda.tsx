import { useState } from 'preact/hooks'
import type { MeetingDetail } from '../../server/meetings/schema.ts'
import { LinkButton, TextField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { useSending } from '../form/sending.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { ask } from '../state/api.ts'
import { may } from '../state/session.ts'
import { AddDecision, Decisions, hasBegunDecision } from './decisions.tsx'
import { ItemNotes } from './item-notes.tsx'
import { MADE_WORDS, madeHref } from './words.ts'

interface AgendaProps {
  meeting: MeetingDetail
  onChanged: (meeting: MeetingDetail) => void
  onNewest: () => void
}

/** The agenda, an item after the other, with what was said, decided and made. */
export const Agenda = ({ meeting, onChanged, onNewest }: AgendaProps) => {
  const { send, problem } = useSending()
  const { items, made, canWrite } = meeting
  const move = (id: string, version: number, position: number) =>
    send({}, async () =>
      onChanged(
        await ask<MeetingDetail>(`/api/meetings/${meeting.id}/items/${id}`, {
          method: 'PATCH',
          body: { version, position },
        }),
      ),
    )
  return (
    <section aria-labelledby="agenda-title">
      <h2 class="govuk-heading-m" id="agenda-title">
        Agenda
      </h2>
      {problem && <ProblemSummary problem={problem} {...(problem.status === 409 && { onRetry: onNewest })} />}
      {items.length === 0 && (
        <p class="govuk-body">No item of this meeting is about a place that is shared with you.</p>
      )}
      <ol class="app-agenda">
        {items.map((item, i) => (
          <li key={item.id} class="app-agenda__item">
            <details {...(hasSomething(item) && { open: true })}>
              <summary class="app-agenda__title">{item.title}</summary>
              {item.hotspotId && may('review:read') && (
                <p class="govuk-body-s app-agenda__about">
                  <a class="govuk-link" href={`/reviews/${item.hotspotId}`}>
                    Everything about {item.title}
                  </a>
                </p>
              )}
              <Decisions meeting={meeting} item={item} onChanged={onChanged} />
              <ItemNotes meeting={meeting} item={item} onChanged={onChanged} />
              {canWrite && <Adding meeting={meeting} item={item} onChanged={onChanged} />}
              {canWrite && (
                <p class="govuk-body-s app-no-print">
                  {i > 0 && (
                    <LinkButton
                      aria-label={`Move ${item.title} up`}
                      onClick={() => void move(item.id, item.version, i)}
                    >
                      Move up
                    </LinkButton>
                  )}{' '}
                  {i < items.length - 2 && (
                    <LinkButton
                      aria-label={`Move ${item.title} down`}
                      onClick={() => void move(item.id, item.version, i + 2)}
                    >
                      Move down
                    </LinkButton>
                  )}
                </p>
              )}
            </details>
          </li>
        ))}
      </ol>
      {made.length > 0 && (
        <>
          <h3 class="govuk-heading-s">Made at this meeting, beside the agenda</h3>
          <ul class="govuk-list govuk-list--bullet">
            {made.map((one) => (
              <li key={one.id}>
                {MADE_WORDS[one.kind]}:{' '}
                <a class="govuk-link" href={madeHref(one)}>
                  {one.words || one.stateWords}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {canWrite && <AddItem meeting={meeting} onChanged={onChanged} />}
    </section>
  )
}

const hasSomething = ({ notes, decisions, made }: MeetingDetail['items'][number]) =>
  Boolean(notes) || decisions.length + made.length > 0

const Adding = (props: Parameters<typeof Decisions>[0]) => {
  const [isAdding, setIsAdding] = useState(() => hasBegunDecision(props.item))
  if (!isAdding)
    return (
      <button
        type="button"
        class="govuk-button govuk-button--secondary app-no-print"
        aria-label={`Minute a decision about ${props.item.title}`}
        onClick={() => setIsAdding(true)}
      >
        Minute a decision
      </button>
    )
  return <AddDecision {...props} onCancel={() => setIsAdding(false)} onDone={() => setIsAdding(false)} />
}

const AddItem = ({ meeting, onChanged }: Pick<AgendaProps, 'meeting' | 'onChanged'>) => {
  const [isOpen, setIsOpen] = useState(false)
  const [title, setTitle] = useState('')
  const sending = useSending({ '/title': 'item-title' })
  const submit = () =>
    sending.send({ ...(title.trim() === '' && { 'item-title': 'Say what the item is' }) }, async () => {
      const body = { title: title.trim() }
      const next = await ask<MeetingDetail>(`/api/meetings/${meeting.id}/items`, { method: 'POST', body })
      setTitle('')
      setIsOpen(false)
      onChanged(next)
    })
  if (!isOpen)
    return (
      <button type="button" class="govuk-button govuk-button--secondary app-no-print" onClick={() => setIsOpen(true)}>
        Put something on the agenda
      </button>
    )
  return (
    <Form
      class="app-inset"
      sending={sending}
      submitWords="Put it on the agenda"
      onSubmit={() => void submit()}
      onCancel={() => setIsOpen(false)}
    >
      <TextField
        id="item-title"
        label="What is it about?"
        hint="No name or reference of a child."
        error={sending.errors['item-title']}
        value={title}
        onInput={setTitle}
      />
    </Form>
  )
}
