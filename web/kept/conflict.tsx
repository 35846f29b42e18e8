import { useEffect, useRef } from 'preact/hooks'

interface ConflictProps {
  label: string
  mine: string
  theirs: string
  onSettle: (words: string) => void
}

/** Both texts side by side: the writer says what becomes of them. The focus stays where they are by now. */
export const Conflict = ({ label, mine, theirs, onSettle }: ConflictProps) => {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), [])
  return (
    <div class="govuk-error-summary app-conflict" role="alert" ref={box}>
      <h3 class="govuk-error-summary__title">Somebody else wrote here meanwhile</h3>
      <p class="govuk-body">Nothing is lost: both texts of {quoted(label)} stand below. Choose what becomes of them.</p>
      <div class="app-conflict__texts">
        <div>
          <h4 class="govuk-heading-s govuk-!-margin-bottom-1">What they wrote, and is saved</h4>
          <p class="app-words">{theirs || '(nothing)'}</p>
        </div>
        <div>
          <h4 class="govuk-heading-s govuk-!-margin-bottom-1">What you wrote, and is not</h4>
          <p class="app-words">{mine || '(nothing)'}</p>
        </div>
      </div>
      <div class="govuk-button-group govuk-!-margin-bottom-0">
        <button type="button" class="govuk-button" onClick={() => onSettle([theirs, mine].filter(Boolean).join('\n'))}>
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

/** A label that has quotation marks of its own is not put into others. */
const quoted = (label: string) => (label.includes('“') ? label.charAt(0).toLowerCase() + label.slice(1) : `“${label}”`)
