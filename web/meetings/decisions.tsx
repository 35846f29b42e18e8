import { useState } from 'preact/hooks'
import type { Decision, MeetingDetail } from '../../server/meetings/schema.ts'
import { momentWords } from '../dates.ts'
import { LinkButton } from '../form/fields.tsx'
import { ask } from '../state/api.ts'
import { pageHere } from '../state/router.ts'
import { KeptTextField } from '../kept/kept-text-field.tsx'
import { hasBegun } from '../kept/kept-texts.ts'
import { NewTextForm } from '../kept/new-text-form.tsx'
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
  const path = `/api/meetings/${meeting.id}`
  return (
    <KeptTextField
      id={`decision-${decision.id}`}
      label="What was decided"
      rows={3}
      maxLength={2000}
      saved={decision}
      target={{
        called: 'A decision',
        href: pageHere(),
        newest: async () => find(await ask<MeetingDetail>(path), decision.id),
        send: async (words, version) => {
          const next = await ask<MeetingDetail>(`${path}/decisions/${decision.id}`, {
            method: 'PATCH',
            body: { version, words },
          })
          onChanged(next)
          return find(next, decision.id)
        },
      }}
    />
  )
}

const find = (meeting: MeetingDetail, id: string): Decision =>
  meeting.items.flatMap(({ decisions }) => decisions).find((one) => one.id === id)!

const newDecision = (item: DecisionsProps['item']) => `decide-${item.id}`

/** Whether a decision was begun at an item and is not minuted yet. */
export const hasBegunDecision = (item: DecisionsProps['item']): boolean => hasBegun(newDecision(item))

interface AddDecisionProps extends DecisionsProps {
  onDone: () => void
  onCancel: () => void
}

/** A decision where it is taken. */
export const AddDecision = ({ meeting, item, onChanged, onDone, onCancel }: AddDecisionProps) => (
  <NewTextForm
    id={newDecision(item)}
    called={`A decision about “${item.title}”`}
    href={pageHere()}
    label={`What is decided about “${item.title}”?`}
    hint="It goes into the minutes, and partners read it: no name or reference of a child."
    submitWords="Minute the decision"
    emptyWords="Say what was decided"
    maxLength={2000}
    onCancel={onCancel}
    create={async (words, id) => {
      const body = { id, itemId: item.id, words }
      onChanged(await ask<MeetingDetail>(`/api/meetings/${meeting.id}/decisions`, { method: 'POST', body }))
      onDone()
    }}
  />
)
