import { describedBy, groupClass, HintAndError, type FieldText } from '../form/fields.tsx'

interface TimeFieldProps extends FieldText {
  /** HH:MM, or empty. */
  value: string
  onChange: (time: string) => void
}

/** A time of day, with the wheel of a phone. */
export const TimeField = ({ value, onChange, ...text }: TimeFieldProps) => (
  <div class={groupClass(text.error)}>
    <label class="govuk-label govuk-label--s" for={text.id}>
      {text.label}
    </label>
    <HintAndError {...text} />
    <input
      id={text.id}
      class={`govuk-input app-time${text.error ? ' govuk-input--error' : ''}`}
      type="time"
      value={value}
      aria-describedby={describedBy(text)}
      onInput={(event) => onChange(event.currentTarget.value)}
    />
  </div>
)
