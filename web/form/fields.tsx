import type { ComponentChildren, JSX } from 'preact'

/** The GOV.UK form patterns as components: a label, a hint, an error that is read out with the field. */

export interface FieldText {
  id: string
  label: string
  hint?: ComponentChildren
  error?: string | undefined
}

export const groupClass = (error: string | undefined) =>
  error ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'

/** The ids of what describes a field, for `aria-describedby`. */
export const describedBy = ({ id, hint, error }: FieldText): string | undefined =>
  [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined

export const HintAndError = ({ id, hint, error }: FieldText) => (
  <>
    {hint && (
      <div id={`${id}-hint`} class="govuk-hint">
        {hint}
      </div>
    )}
    {error && (
      <p id={`${id}-error`} class="govuk-error-message">
        <span class="govuk-visually-hidden">Error:</span> {error}
      </p>
    )}
  </>
)

interface TextFieldProps extends FieldText {
  value: string
  onInput: (value: string) => void
  /** One of GOV.UK's fixed widths in characters; none: as wide as its column. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30
  inputMode?: 'text' | 'numeric' | 'decimal'
  spellcheck?: boolean
  maxLength?: number
  /** What a browser may fill in; nothing where nothing is said. */
  autocomplete?: 'off' | 'username' | 'one-time-code'
}

export const TextField = ({
  value,
  onInput,
  width,
  inputMode = 'text',
  spellcheck = true,
  maxLength = 200,
  autocomplete = 'off',
  ...text
}: TextFieldProps) => (
  <div class={groupClass(text.error)}>
    <label class="govuk-label govuk-label--s" for={text.id}>
      {text.label}
    </label>
    <HintAndError {...text} />
    <input
      id={text.id}
      class={`govuk-input${width ? ` govuk-input--width-${width}` : ''}${text.error ? ' govuk-input--error' : ''}`}
      type="text"
      inputMode={inputMode}
      autocomplete={autocomplete}
      spellcheck={spellcheck}
      maxLength={maxLength}
      value={value}
      aria-describedby={describedBy(text)}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  </div>
)

interface TextAreaProps extends FieldText {
  value: string
  onInput: (value: string) => void
  rows?: number
  maxLength?: number
}

export const TextArea = ({ value, onInput, rows = 4, maxLength = 4000, ...text }: TextAreaProps) => (
  <div class={groupClass(text.error)}>
    <label class="govuk-label govuk-label--s" for={text.id}>
      {text.label}
    </label>
    <HintAndError {...text} />
    <textarea
      id={text.id}
      class={`govuk-textarea${text.error ? ' govuk-textarea--error' : ''}`}
      rows={rows}
      maxLength={maxLength}
      autocomplete="off"
      value={value}
      aria-describedby={describedBy(text)}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  </div>
)

interface SelectFieldProps extends FieldText {
  value: string
  onChange: (value: string) => void
  options: { value: string; label: string }[]
}

export const SelectField = ({ value, onChange, options, ...text }: SelectFieldProps) => (
  <div class={groupClass(text.error)}>
    <label class="govuk-label govuk-label--s" for={text.id}>
      {text.label}
    </label>
    <HintAndError {...text} />
    <select
      id={text.id}
      class={`govuk-select${text.error ? ' govuk-select--error' : ''}`}
      aria-describedby={describedBy(text)}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  </div>
)

/** A button that looks like a link, for what acts on the page instead of leaving it. */
export const LinkButton = ({ class: extra = '', ...rest }: JSX.IntrinsicElements['button'] & { class?: string }) => (
  <button type="button" class={`govuk-link app-link-button ${extra}`} {...rest} />
)
