import { useState } from 'preact/hooks'
import type { Action, ActionDetail } from '../../server/actions/schema.ts'
import { momentWords } from '../dates.ts'
import { LinkButton, TextArea } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { useLoaded } from '../form/load.ts'
import { useSending } from '../form/sending.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { ask } from '../state/api.ts'
import { may } from '../state/session.ts'
import { ActionForm } from './action-form.tsx'
import { asksFirst, StepForm, takeStep } from './step-form.tsx'
import { dueWords } from './words.ts'

interface ActionCardProps {
  action: Action
  onChanged: (action: ActionDetail, sentence: string) => void
  /** After somebody else was first. */
  onNewest: () => void
}

type Open = { kind: 'step'; step: Action['steps'][number] } | { kind: 'note' } | { kind: 'change' }

/** One action: what, who, until when; what was said of it; what can be done with it. */
export const ActionCard = ({ action, onChanged, onNewest }: ActionCardProps) => {
  const [open, setOpen] = useState<Open>()
  const { send, problem, isBusy } = useSending()
  const done = (next: ActionDetail, sentence: string) => {
    setOpen(undefined)
    onChanged(next, sentence)
  }
  return (
    <li class={`app-action${action.isOverdue ? ' app-action--late' : ''}`}>
      <p class="app-action__line">
        <strong>{action.number}</strong> {action.isOverdue && <strong class="govuk-tag govuk-tag--red">Overdue</strong>}
        {action.priority === 'high' && <strong class="govuk-tag govuk-tag--grey">High priority</strong>}
        {action.escalatedTo && <strong class="govuk-tag govuk-tag--yellow">Escalated</strong>}
      </p>
      <p class="app-action__title">{action.title}</p>
      <p class="app-action__about">
        {action.ownerName}, {action.ownerAgency}. {dueWords(action)}. {action.stateWords}.
        {action.escalatedTo && ` Escalated to ${action.escalatedTo}.`}
        {action.hotspotId && action.hotspotName && (
          <>
            {' '}
            At{' '}
            {may('review:read') ? (
              <a class="govuk-link" href={`/reviews/${action.hotspotId}`}>
                {action.hotspotName}
              </a>
            ) : (
              action.hotspotName
            )}
            .
          </>
        )}
      </p>
      {action.evidence && <p class="app-action__about">Done: {action.evidence}</p>}
      {action.notes.length > 0 && (
        <ul class="app-action__notes">
          {action.notes.map(({ at, by, agency, words }) => (
            <li key={`${at} ${words}`}>
              {words}{' '}
              <span class="app-quiet">
                {by}, {agency}, {momentWords(at)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {problem && <ProblemSummary problem={problem} {...(problem.status === 409 && { onRetry: onNewest })} />}
      {!open && (action.steps.length > 0 || action.canChange || may('action:update')) && (
        <div class="app-action__buttons app-no-print">
          {action.steps.map((step) => (
            <LinkButton
              key={step.step}
              aria-label={`${step.says} action ${action.number}`}
              aria-disabled={isBusy}
              onClick={() =>
                asksFirst(step)
                  ? setOpen({ kind: 'step', step })
                  : void send({}, async () => done(await takeStep(action, step), doneWords(action, step.step)))
              }
            >
              {step.says}
            </LinkButton>
          ))}
          {may('action:update') && (
            <LinkButton aria-label={`Add a note to action ${action.number}`} onClick={() => setOpen({ kind: 'note' })}>
              Add a note
            </LinkButton>
          )}
          {action.canChange && (
            <LinkButton aria-label={`Change action ${action.number}`} onClick={() => setOpen({ kind: 'change' })}>
              Change
            </LinkButton>
          )}
        </div>
      )}
      {open?.kind === 'step' && (
        <StepForm
          action={action}
          step={open.step}
          onCancel={() => setOpen(undefined)}
          onDone={(next) => done(next, doneWords(action, open.step.step))}
        />
      )}
      {open?.kind === 'note' && (
        <NoteForm
          action={action}
          onCancel={() => setOpen(undefined)}
          onDone={(next) => done(next, `Your note to action ${action.number} is kept.`)}
        />
      )}
      {open?.kind === 'change' && (
        <Changing
          id={action.id}
          onCancel={() => setOpen(undefined)}
          onDone={(next) => done(next, `Action ${action.number} is changed.`)}
        />
      )}
    </li>
  )
}

const DONE: Record<string, string> = {
  start: 'is in progress',
  complete: 'is complete',
  verify: 'is verified',
  reopen: 'is open again',
  escalate: 'is escalated',
  cancel: 'is cancelled',
}
const doneWords = ({ number }: Action, step: string) => `Action ${number} ${DONE[step] ?? 'is kept'}.`

interface NoteFormProps {
  action: Action
  onDone: (action: ActionDetail) => void
  onCancel: () => void
}

const NoteForm = ({ action, onDone, onCancel }: NoteFormProps) => {
  const [words, setWords] = useState('')
  const sending = useSending({ '/words': 'note-words' })
  const submit = () =>
    sending.send({ ...(words.trim() === '' && { 'note-words': 'Write what there is to say' }) }, async () =>
      onDone(
        await ask<ActionDetail>(`/api/actions/${action.id}/notes`, { method: 'POST', body: { words: words.trim() } }),
      ),
    )
  return (
    <Form
      class="app-inset"
      sending={sending}
      submitWords="Keep the note"
      onSubmit={() => void submit()}
      onCancel={onCancel}
    >
      <TextArea
        id="note-words"
        label={`How does action ${action.number} go?`}
        hint="No name or reference of a child."
        rows={2}
        maxLength={2000}
        error={sending.errors['note-words']}
        value={words}
        onInput={setWords}
      />
    </Form>
  )
}

/** Of the newest: what is typed is typed over what stands there now. */
const Changing = ({ id, ...rest }: { id: string; onDone: (action: ActionDetail) => void; onCancel: () => void }) => {
  const { data, problem, reload } = useLoaded<ActionDetail>(`/api/actions/${id}`)
  if (problem) return <ProblemSummary problem={problem} onRetry={reload} />
  return data ? <ActionForm action={data} {...rest} /> : <p class="govuk-body">Loading…</p>
}
