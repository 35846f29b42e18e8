import { useState } from 'preact/hooks'
import type { MeetingChild, MeetingChildren } from '../../server/meeting-children/schema.ts'
import { momentWords } from '../dates.ts'
import { LinkButton } from '../form/fields.tsx'
import { useLoaded } from '../form/load.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { monthWords } from '../shared/bands.ts'
import { ask } from '../state/api.ts'
import { pageHere } from '../state/router.ts'
import { countOf } from '../words.ts'
import { KeptTextField } from '../kept/kept-text-field.tsx'
import { hasBegun } from '../kept/kept-texts.ts'
import { NewTextForm } from '../kept/new-text-form.tsx'
import { partWords } from '../meetings/words.ts'

/** Part B, for those who need to know: never beside Part A, never on paper, never in a file. */
export default ({ id }: { id: string }) => {
  const path = `/api/meeting-children/${encodeURIComponent(id)}`
  const { data, problem, isLoading, reload, replace } = useLoaded<MeetingChildren>(path)
  return (
    <>
      <p class="app-print-only govuk-body">
        Part B is about children. It is read on the screen only, by those who need to know, and is not printed.
      </p>
      <div class="app-part-b">
        <p class="app-part-b__banner">
          <strong>{partWords('B')}.</strong> Only for those who need to know. Do not share this screen; it is not
          printed and not downloaded.
        </p>
        <a class="govuk-back-link" href={`/meetings/${id}`}>
          Meeting
        </a>
        <h1 class="govuk-heading-l">Part B: children{data && `, ${monthWords(data.month)}`}</h1>
        {problem && <ProblemSummary problem={problem} onRetry={reload} />}
        {!data && isLoading && <p class="govuk-body">Loading…</p>}
        {data && (
          <>
            <p class="govuk-body">
              Children with two episodes or more in the month, or three within thirty days, as they stand now: these
              numbers are not frozen. {!data.isOpen && 'Notes are written while Part B is open in the meeting.'}
            </p>
            {data.children.length === 0 && <p class="govuk-body">No child that you may see went missing again.</p>}
            <ul class="app-children">
              {data.children.map((child) => (
                <Child key={child.childId} child={child} path={path} canWrite={data.canWrite} onChanged={replace} />
              ))}
            </ul>
          </>
        )}
      </div>
    </>
  )
}

interface ChildProps {
  child: MeetingChild
  path: string
  canWrite: boolean
  onChanged: (children: MeetingChildren) => void
}

const Child = ({ child, path, canWrite, onChanged }: ChildProps) => {
  const [isNoting, setIsNoting] = useState(() => hasBegun(newNote(path, child)))
  const find = (from: MeetingChildren, noteId: string) =>
    from.children.flatMap(({ notes }) => notes).find((note) => note.id === noteId)!
  return (
    <li class="app-child">
      <h2 class="govuk-heading-m govuk-!-margin-bottom-1">{child.reference}</h2>
      <p class="govuk-body">
        {countOf(child.episodesInMonth, 'episode')} in the month, {child.episodesInYear} in twelve months.{' '}
        {child.isThreeInThirty && (
          <>
            <strong>{child.mostInThirtyDays} within thirty days</strong>: a missing intervention planning meeting is
            due.{' '}
          </>
        )}
        {child.isMissingNow && <strong>Missing now.</strong>}
      </p>
      {child.places.length > 0 && <p class="govuk-body">Reported at: {child.places.join(', ')}.</p>}
      {child.notes.map((note) => (
        <div key={note.id} class="app-addendum">
          {canWrite ? (
            <KeptTextField
              id={`note-${note.id}`}
              label={`Note on ${child.reference}, by ${note.by}`}
              rows={2}
              maxLength={4000}
              saved={note}
              target={{
                called: 'A note of Part B',
                href: pageHere(),
                isPartB: true,
                newest: async () => find(await ask<MeetingChildren>(path), note.id),
                send: async (words, version) => {
                  const next = await ask<MeetingChildren>(`${path}/notes/${note.id}`, {
                    method: 'PATCH',
                    body: { version, words },
                  })
                  onChanged(next)
                  return find(next, note.id)
                },
              }}
            />
          ) : (
            <>
              <p class="govuk-body app-words govuk-!-margin-bottom-1">{note.words}</p>
              <p class="govuk-body-s app-quiet">
                {note.by}, {momentWords(note.at)}
              </p>
            </>
          )}
        </div>
      ))}
      {canWrite && !isNoting && (
        <LinkButton aria-label={`Add a note on ${child.reference}`} onClick={() => setIsNoting(true)}>
          Add a note
        </LinkButton>
      )}
      {isNoting && (
        <AddNote
          child={child}
          path={path}
          onCancel={() => setIsNoting(false)}
          onDone={(next) => {
            setIsNoting(false)
            onChanged(next)
          }}
        />
      )}
    </li>
  )
}

interface AddNoteProps {
  child: MeetingChild
  path: string
  onDone: (children: MeetingChildren) => void
  onCancel: () => void
}

const AddNote = ({ child, path, onDone, onCancel }: AddNoteProps) => (
  <NewTextForm
    id={newNote(path, child)}
    called="A note of Part B"
    href={pageHere()}
    isPartB
    label={`What was said of ${child.reference}?`}
    hint="By its reference, never by name. It stays in Part B."
    submitWords="Keep the note"
    emptyWords="Write what was said"
    onCancel={onCancel}
    create={async (words, id) => {
      const body = { id, childId: child.childId, words }
      onDone(await ask<MeetingChildren>(`${path}/notes`, { method: 'POST', body }))
    }}
  />
)

const newNote = (path: string, { childId }: MeetingChild) => `note-${childId}-${path.slice(-36)}`
