import type { FieldErrors } from '../form/errors.tsx'
import { Radios } from '../form/choices.tsx'
import { DateField } from '../form/date-field.tsx'
import { TextField } from '../form/fields.tsx'
import type { ShiftHow } from '../../server/shifts/schema.ts'
import { PRESETS, type TimesDraft } from './shift-times.ts'

interface TimesFormProps {
  draft: TimesDraft
  errors: FieldErrors
  onChange: (part: Partial<TimesDraft>) => void
}

/** Which day, from when to when, and how. */
export const TimesForm = ({ draft, errors, onChange }: TimesFormProps) => (
  <div class="app-shift-times">
    <DateField
      id="shift-day"
      label="Day"
      error={errors['shift-day']}
      value={draft.day}
      onChange={(day) => onChange({ day })}
    />
    <Radios
      id="shift-preset"
      label="Shift"
      legendSize="s"
      isSmall
      value={draft.preset}
      choices={PRESETS.map(({ value, label }) => ({
        value,
        label,
        ...(value === 'own' && {
          more: (
            <div class="app-row">
              <TextField
                id="shift-from"
                label="From"
                width={5}
                error={errors['shift-from']}
                value={draft.from}
                onInput={(from) => onChange({ from })}
              />
              <TextField
                id="shift-to"
                label="To"
                width={5}
                error={errors['shift-to']}
                value={draft.to}
                onInput={(to) => onChange({ to })}
              />
            </div>
          ),
        }),
      }))}
      onChange={(preset) => onChange({ preset })}
    />
    <Radios
      id="shift-how"
      label="How"
      legendSize="s"
      isSmall
      value={draft.how}
      choices={[
        { value: 'foot', label: 'On foot' },
        { value: 'vehicle', label: 'Driving' },
      ]}
      onChange={(how) => onChange({ how: how as ShiftHow })}
    />
  </div>
)
