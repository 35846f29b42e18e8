import { describedBy, groupClass, HintAndError, type FieldText } from './fields.tsx'

interface PickedFieldProps extends FieldText {
  value: string
  onChange: (value: string) => void
}

const pickedField =
  (type: 'date' | 'time', width: string) =>
  ({ value, onChange, ...text }: PickedFieldProps) => (
    <div class={groupClass(text.error)}>
      <label class="govuk-label govuk-label--s" for={text.id}>
        {text.label}
      </label>
      <HintAndError {...text} />
      <input
        id={text.id}
        class={`govuk-input ${width}${text.error ? ' govuk-input--error' : ''}`}
        type={type}
        value={value}
        aria-describedby={describedBy(text)}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  )

/**
 * A day that is chosen rather than known by heart, such as when something is due: the browser’s own calendar.
 * Its value is YYYY-MM-DD, or empty.
 */
export const DayField = pickedField('date', 'govuk-input--width-10')

/** A time of day, with the wheel of a phone. Its value is HH:MM, or empty. */
export const TimeField = pickedField('time', 'app-time')

/** The day some days later. @param day YYYY-MM-DD */
export const daysLater = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
