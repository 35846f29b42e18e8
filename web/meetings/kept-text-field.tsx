import { useEffect, useRef } from 'preact/hooks'
import { TextArea } from '../form/fields.tsx'
import { ProblemSummary } from '../layout/problem.tsx'
import { useKeptText, type SavedText } from './use-kept-text.ts'

interface KeptTextFieldProps {
  id: string
  label: string
  hint?: string
  rows?: number
  maxLength?: number
  saved: SavedText
  send: (words: string, version: number) => Promise<SavedText>
  newest: () => Promise<SavedText>
}

const SAYS = {
  idle: '',
  saving: 'Saving…',
  saved: 'Saved.',
  offline:
    'No connection. What you typed is kept on this page and sent as soon as there is one: leave the page open. It is stored nowhere else.',
}

/** A text of the meeting: saved when the field is left, and never over what somebody else wrote. */
export const KeptTextField = ({ id, label, hint, rows = 4, maxLength, saved, send, newest }: KeptTextFieldProps) => {
  const text = useKeptText(saved, send, newest)
  return (
    <div class="app-kept">
      {text.problem && <ProblemSummary problem={text.problem} onRetry={() => void text.save()} />}
      {text.theirs && <Conflict mine={text.draft} theirs={text.theirs.words} onSettle={text.settle} label={label} />}
      <div onFocusOut={() => void text.save()}>
        <TextArea
          id={id}
          label={label}
          {...(hint && { hint })}
          {...(maxLength && { maxLength })}
          rows={rows}
          value={text.draft}
          onInput={text.write}
        />
      </div>
      <p class={`app-kept__state${text.state === 'offline' ? ' app-kept__state--offline' : ''}`} role="status">
        {text.isUnsaved && text.state === 'idle' && !text.theirs ? 'Not saved yet.' : SAYS[text.state]}
      </p>
      {text.isUnsaved && !text.theirs && (
        <button type="button" class="govuk-button govuk-button--secondary" onClick={() => void text.save()}>
          Save
        </button>
      )}
    </div>
  )
}

interface ConflictProps {
  label: string
  mine: string
  theirs: string
  onSettle: (words: string) => void
}

/** Both texts side by side: the writer says what becomes of them. */
const Conflict = ({ label, mine, theirs, onSettle }: ConflictProps) => {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div class="govuk-error-summary app-conflict" role="alert" tabIndex={-1} ref={box}>
      <h3 class="govuk-error-summary__title">Somebody else wrote here meanwhile</h3>
      <p class="govuk-body">Nothing is lost: both texts of “{label}” stand below. Choose what becomes of them.</p>
      <div class="app-conflict__texts">
        <div>
          <h4 class="govuk-heading-s">What they wrote, and is saved</h4>
          <p class="app-words">{theirs || '(nothing)'}</p>
        </div>
        <div>
          <h4 class="govuk-heading-s">What you wrote, and is not</h4>
          <p class="app-words">{mine || '(nothing)'}</p>
        </div>
      </div>
      <div class="govuk-button-group govuk-!-margin-bottom-0">
        <button type="button" class="govuk-button" onClick={() => onSettle(`${theirs}\n${mine}`.trim())}>
          Put both together
        </button>
        <button type="button" class="govuk-button govuk-button--secondary" onClick={() => onSettle(theirs)}>
          Take theirs
        </button>
        <button type="button" class="govuk-button govuk-button--secondary" onClick={() => onSettle(mine)}>
          Go on with mine
        </button>
      </div>
    </div>
  )
}
