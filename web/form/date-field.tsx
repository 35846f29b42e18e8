import { groupClass, HintAndError, describedBy, type FieldText } from './fields.tsx'

/** A day as it is typed: three boxes, as GOV.UK asks for a date that people know. */
export interface TypedDay {
  day: string
  month: string
  year: string
}

export const NO_DAY: TypedDay = { day: '', month: '', year: '' }

const PARTS = [
  { part: 'day', label: 'Day', width: 2 },
  { part: 'month', label: 'Month', width: 2 },
  { part: 'year', label: 'Year', width: 4 },
] as const

interface DateFieldProps extends FieldText {
  value: TypedDay
  onChange: (value: TypedDay) => void
}

export const DateField = ({ value, onChange, ...text }: DateFieldProps) => (
  <div class={groupClass(text.error)}>
    <fieldset class="govuk-fieldset" role="group" aria-describedby={describedBy(text)}>
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{text.label}</legend>
      <HintAndError {...text} />
      <div class="govuk-date-input">
        {PARTS.map(({ part, label, width }) => (
          <div class="govuk-date-input__item" key={part}>
            <label class="govuk-label govuk-date-input__label" for={part === 'day' ? text.id : `${text.id}-${part}`}>
              {label}
            </label>
            <input
              id={part === 'day' ? text.id : `${text.id}-${part}`}
              class={`govuk-input govuk-date-input__input govuk-input--width-${width}${text.error ? ' govuk-input--error' : ''}`}
              type="text"
              inputMode="numeric"
              autocomplete="off"
              maxLength={width === 4 ? 4 : 2}
              value={value[part]}
              onInput={(event) => onChange({ ...value, [part]: event.currentTarget.value })}
            />
          </div>
        ))}
      </div>
    </fieldset>
  </div>
)

/** YYYY-MM-DD of a typed day, or undefined where it is not a day that exists. A year of two digits is of this century. */
export const toDay = ({ day, month, year }: TypedDay): string | undefined => {
  if (![day, month, year].every((part) => /^\d{1,4}$/.test(part.trim()))) return undefined
  const fullYear = year.trim().length === 2 ? `20${year.trim()}` : year.trim()
  const text = `${fullYear.padStart(4, '0')}-${month.trim().padStart(2, '0')}-${day.trim().padStart(2, '0')}`
  const date = new Date(`${text}T00:00:00Z`)
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? undefined : text
}

/** HH:MM of a typed time such as 9, 21.15, 9:05pm or 2115; undefined where it is none. */
export const toTime = (typed: string): string | undefined => {
  const match = /^(\d{1,2})(?:[:.]?(\d\d))?\s*(am|pm)?$/i.exec(typed.trim())
  if (!match) return undefined
  const [, hours = '', minutes = '00', half] = match
  if (half && (Number(hours) < 1 || Number(hours) > 12)) return undefined
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hours)
  if (hour > 23 || Number(minutes) > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${minutes}`
}
