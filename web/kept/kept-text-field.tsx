import { useEffect, useRef } from 'preact/hooks'
import { LinkButton, TextArea } from '../form/fields.tsx'
import { ProblemSummary } from '../layout/problem.tsx'
import { Conflict } from './conflict.tsx'
import { saveText, type KeptText, type SavedText, type TextTarget } from './kept-texts.ts'
import { useKeptText } from './use-kept-text.ts'

interface KeptTextFieldProps {
  id: string
  label: string
  hint?: string
  rows?: number
  maxLength?: number
  saved: SavedText
  target: TextTarget
}

export const SAYS: Record<KeptText['state'], string> = {
  idle: '',
  saving: 'Saving…',
  saved: 'Saved.',
  offline:
    'No connection. What you typed is kept on this page and sent as soon as there is one: leave the page open. It is stored nowhere else.',
}

/** A text of the meeting: saved when the field is left, and never over what somebody else wrote. */
export const KeptTextField = ({ id, label, hint, rows = 4, maxLength, saved, target }: KeptTextFieldProps) => {
  const text = useKeptText(id, saved, target)
  const box = useRef<HTMLDivElement>(null)
  // Another page was opened while the field had the focus.
  useEffect(() => () => void saveText(id), [id])
  const settle = (words: string) => {
    text.settle(words)
    box.current?.querySelector('textarea')?.focus()
  }
  return (
    <div class="app-kept" ref={box}>
      {text.problem && <ProblemSummary problem={text.problem} onRetry={() => void text.save()} />}
      {text.theirs && <Conflict mine={text.draft} theirs={text.theirs.words} onSettle={settle} label={label} />}
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
        <div class="govuk-button-group">
          <button type="button" class="govuk-button govuk-button--secondary" onClick={() => void text.save()}>
            Save
          </button>
          {text.problem && <LinkButton onClick={text.drop}>Take back what I wrote</LinkButton>}
        </div>
      )}
    </div>
  )
}
