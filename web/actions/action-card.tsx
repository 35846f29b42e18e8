import { useState } from 'preact/hooks'
import type { Action, ActionDetail } from '../../server/actions/schema.ts'
import { momentWords } from '../dates.ts'
import { LinkButton } from '../form/fields.tsx'
import { Said } from '../form/said.tsx'
import { useSending } from '../form/sending.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { may } from '../state/session.ts'
import { setup } from '../state/setup.ts'
import { ActionForm } from './action-form.tsx'
import { ActionHistory } from './action-history.tsx'
import { ActionPlace } from './action-place.tsx'
import { NoteForm } from './note-form.tsx'
import { StateTags } from './state-tags.tsx'
import { asksFirst, StepForm, takeStep } from './step-form.tsx'
import { doneWords, dueWords } from './words.ts'

interface ActionCardProps {
  action: Action
  /** What was just done with it; empty: nothing. */
  said: string
  onChanged: (action: ActionDetail, sentence: string) => void
  /** After somebody else was first. */
  onNewest: () => void
}

type Open = { kind: 'step'; step: Action['steps'][number] } | { kind: 'note' | 'change' | 'history' }

/** One action: what, who, until when; what was said of it last; what can be done with it. */
export const ActionCard = ({ action, said, onChanged, onNewest }: ActionCardProps) => {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const done = (next: ActionDetail, sentence: string) => {
    close()
    onChanged(next, sentence)
  }
  return (
    <li class={`app-action${action.isOverdue ? ' app-action--late' : ''}`}>
      <Said words={said} />
      <Facts action={action} />
      {(open === undefined || open.kind === 'history') && (
        <Buttons
          action={action}
          isHistoryOpen={open?.kind === 'history'}
          onOpen={setOpen}
          onDone={done}
          onNewest={onNewest}
        />
      )}
      {open?.kind === 'history' && (
        <ActionHistory id={action.id} version={`${action.version} ${action.notes.length}`} />
      )}
      {open?.kind === 'step' && (
        <StepForm
          action={action}
          step={open.step}
          onCancel={close}
          onNewest={onNewest}
          onDone={(next) => done(next, doneWords(action, open.step.step))}
        />
      )}
      {open?.kind === 'note' && (
        <NoteForm
          action={action}
          onCancel={close}
          onDone={(next) => done(next, `Your note to action ${action.number} is kept.`)}
        />
      )}
      {open?.kind === 'change' && (
        <ActionForm
          action={action}
          onCancel={close}
          onNewest={onNewest}
          onDone={(next) => done(next, `Action ${action.number} is changed.`)}
        />
      )}
    </li>
  )
}

const Facts = ({ action }: { action: Action }) => {
  const note = action.notes.at(-1)
  return (
    <>
      <p class="app-action__line">
        <span class="app-action__number">{action.number}</span> <StateTags {...action} />
      </p>
      <h3 class="app-action__title">{action.title}</h3>
      <p class="app-action__about">
        <strong>{action.isMine ? 'You' : action.ownerName}</strong>, {action.ownerAgency}.{' '}
        {dueWords(action, setup.value?.today)}.
        <ActionPlace action={action} />
        {action.escalatedTo && ` Escalated to ${action.escalatedTo}.`}
      </p>
      {action.evidence && (
        <p class="app-action__words">
          <strong>Done:</strong> {action.evidence}
        </p>
      )}
      {note && (
        <p class="app-action__words">
          {note.words}{' '}
          <span class="app-dim">
            {note.by}, {momentWords(note.at)}
            {action.notes.length > 1 && `; ${action.notes.length - 1} more before`}
          </span>
        </p>
      )}
    </>
  )
}

interface ButtonsProps {
  action: Action
  isHistoryOpen: boolean
  onOpen: (open: Open | undefined) => void
  onDone: (action: ActionDetail, sentence: string) => void
  onNewest: () => void
}

const Buttons = ({ action, isHistoryOpen, onOpen, onDone, onNewest }: ButtonsProps) => {
  const { send, problem, isBusy } = useSending()
  const { number, steps, canChange } = action
  const take = (step: Action['steps'][number]) =>
    asksFirst(step)
      ? onOpen({ kind: 'step', step })
      : void send({}, async () => onDone(await takeStep(action, step), doneWords(action, step.step)))
  return (
    <>
      {problem && <ProblemSummary problem={problem} {...(problem.status === 409 && { onRetry: onNewest })} />}
      <div class="app-action__buttons app-no-print">
        {steps.map((step) => (
          <LinkButton
            key={step.step}
            aria-label={`${step.says} action ${number}`}
            aria-disabled={isBusy}
            onClick={() => take(step)}
          >
            {step.says}
          </LinkButton>
        ))}
        {may('action:update') && (
          <LinkButton aria-label={`Add a note to action ${number}`} onClick={() => onOpen({ kind: 'note' })}>
            Add a note
          </LinkButton>
        )}
        {canChange && (
          <LinkButton aria-label={`Change action ${number}`} onClick={() => onOpen({ kind: 'change' })}>
            Change
          </LinkButton>
        )}
        <LinkButton
          aria-label={`History of action ${number}`}
          aria-expanded={isHistoryOpen}
          onClick={() => onOpen(isHistoryOpen ? undefined : { kind: 'history' })}
        >
          History
        </LinkButton>
      </div>
    </>
  )
}
