import { useState } from 'preact/hooks'
import { describedBy, groupClass, HintAndError, type FieldText } from './fields.tsx'

interface PasswordFieldProps extends FieldText {
  value: string
  onInput: (value: string) => void
  isNew?: boolean
}

/** A password, which its owner may look at. */
export const PasswordField = ({ value, onInput, isNew = false, ...text }: PasswordFieldProps) => {
  const [isShown, setIsShown] = useState(false)
  return (
    <div class={groupClass(text.error)}>
      <label class="govuk-label govuk-label--s" for={text.id}>
        {text.label}
      </label>
      <HintAndError {...text} />
      <div class="app-password">
        <input
          id={text.id}
          class={`govuk-input${text.error ? ' govuk-input--error' : ''}`}
          // The types tell each kind of field apart, and this one changes its kind.
          type={(isShown ? 'text' : 'password') as 'password'}
          autocomplete={isNew ? 'new-password' : 'current-password'}
          spellcheck={false}
          maxLength={200}
          value={value}
          aria-describedby={describedBy(text)}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
        <button
          type="button"
          class="govuk-button govuk-button--secondary app-password__show"
          aria-controls={text.id}
          onClick={() => setIsShown(!isShown)}
        >
          {isShown ? 'Hide' : 'Show'}
          <span class="govuk-visually-hidden"> {text.label.toLowerCase()}</span>
        </button>
      </div>
    </div>
  )
}
