import { useState } from 'preact/hooks'
import type { Decision, MeetingDetail } from '../../server/meetings/schema.ts'
import { momentWords } from '../dates.ts'
import { LinkButton, TextArea } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { useSending } from '../form/sending.ts'
import { ask } from '../state/api.ts'
import { KeptTextField } from './kept-text-field.tsx'
import { MADE_WORDS, madeHref } from './words.ts'

interface DecisionsProps {
  meeting: MeetingDetail
  item: MeetingDetail['items'][number]
  onChanged: (meeting: MeetingDetail) => void
}

/** What was decided at an item, and what was made there. */
export const Decisions = ({ meeting, item, onChanged }: DecisionsProps) => {
  const [changing, setChanging] = useState<string>()
  if (item.decisions.length + item.made.length === 0) return null
  return (
    <ul class="app-decisions">
      {item.decisions.map((decision) => (
        <li key={decision.id}>
          {changing === decision.id ? (
            <ChangeDecision meeting={meeting} decision={decision} onChanged={onChanged} />
          ) : (
            <>
              <strong>Decided:</strong> <span class="app-words">{decision.words}</span>{' '}
              <span class="app-quiet">
                {decision.by}, {momentWords(decision.at)}
              </span>{' '}
              {meeting.canWrite && (
                <LinkButton
                  class="app-no-print"
                  aria-label={`Change the decision “${decision.words.slice(0, 60)}”`}
                  onClick={() => setChanging(decision.id)}
                >
                  Change
                </LinkButton>
              )}
            </>
          )}
        </li>
      ))}
      {item.made.map((made) => (
        <li key={`${made.kind} ${made.id}`}>
          <strong>{MADE_WORDS[made.kind]}:</strong>{' '}
          {made.kind === 'review' ? (
            `${made.stateWords}${made.words && `. ${made.words}`}`
          ) : (
            <>
              <a class="govuk-link" href={madeHref(made)}>
                {made.words}
              </a>
              , {made.stateWords.toLowerCase()}
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

interface ChangeDecisionProps {
  meeting: MeetingDetail
  decision: Decision
  onChanged: (meeting: MeetingDetail) => void
}

const ChangeDecision = ({ meeting, decision, onChanged }: ChangeDecisionProps) => {
  const keep = (next: MeetingDetail) => {
    onChanged(next)
    return find(next, decision.id)
  }
  return (
    <KeptTextField
      id={`decision-${decision.id}`}
      label="What was decided"
      rows={3}
      maxLength={2000}
      saved={decision}
      newest={async () => find(await ask<MeetingDetail>(`/api/meetings/${meeting.id}`), decision.id)}
      send={async (words, version) =>
        keep(
          await ask<MeetingDetail>(`/api/meetings/${meeting.id}/decisions/${decision.id}`, {
            method: 'PATCH',
            body: { version, words },
          }),
        )
      }
    />
  )
}

const find = (meeting: MeetingDetail, id: string): Decision =>
  meeting.items.flatMap(({ decisions }) => decisions).find((one) => one.id === id)!

/** A decision where it is taken. */
export const AddDecision = ({ meeting, item, onChanged, onCancel }: DecisionsProps & { onCancel?: () => void }) => {
  const [words, setWords] = useState('')
  const id = `decide-${item.id}`
  const sending = useSending({ '/words': id })
  const submit = () =>
    sending.send({ ...(words.trim() === '' && { [id]: 'Say what was decided' }) }, async () => {
      const body = { itemId: item.id, words: words.trim() }
      const next = await ask<MeetingDetail>(`/api/meetings/${meeting.id}/decisions`, { method: 'POST', body })
      setWords('')
      onChanged(next)
    })
  return (
    <Form
      class="app-quick"
      sending={sending}
      submitWords="Minute the decision"
      onSubmit={() => void submit()}
      {...(onCancel && { onCancel })}
    >
      <TextArea
        id={id}
        label={`What is decided about “${item.title}”?`}
        hint="It goes into the minutes, and partners read it: no name or reference of a child."
        rows={2}
        maxLength={2000}
        error={sending.errors[id]}
        value={words}
        onInput={setWords}
      />
    </Form>
  )
}
