import { describedBy, groupClass, HintAndError, type FieldText } from './fields.tsx'

interface DayFieldProps extends FieldText {
  /** YYYY-MM-DD, or empty. */
  value: string
  onChange: (day: string) => void
}

/** A day that is chosen rather than known by heart, such as when something is due: the browser’s own calendar. */
export const DayField = ({ value, onChange, ...text }: DayFieldProps) => (
  <div class={groupClass(text.error)}>
    <label class="govuk-label govuk-label--s" for={text.id}>
      {text.label}
    </label>
    <HintAndError {...text} />
    <input
      id={text.id}
      class={`govuk-input govuk-input--width-10${text.error ? ' govuk-input--error' : ''}`}
      type="date"
      value={value}
      aria-describedby={describedBy(text)}
      onInput={(event) => onChange(event.currentTarget.value)}
    />
  </div>
)

/** The day some days later. @param day YYYY-MM-DD */
export const daysLater = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
