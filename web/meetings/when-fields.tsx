import { DayField } from '../form/day-field.tsx'
import { TextField } from '../form/fields.tsx'
import type { FieldErrors } from '../form/errors.tsx'

/** When and where a meeting is, as a form has it. */
export interface When {
  heldOn: string
  startsAt: string
  venue: string
}

export const WHEN_FIELDS = { '/heldOn': 'meeting-day', '/startsAt': 'meeting-time', '/venue': 'meeting-venue' }

export const whenErrors = ({ heldOn }: When): FieldErrors => (heldOn === '' ? { 'meeting-day': 'Choose the day' } : {})

export const toWhenInput = ({ heldOn, startsAt, venue }: When) => ({
  heldOn,
  startsAt: startsAt.trim() || null,
  venue: venue.trim() || null,
})

interface WhenFieldsProps {
  when: When
  errors: FieldErrors
  onChange: (when: When) => void
}

export const WhenFields = ({ when, errors, onChange }: WhenFieldsProps) => (
  <>
    <div class="app-beside">
      <DayField
        id="meeting-day"
        label="On which day is it?"
        error={errors['meeting-day']}
        value={when.heldOn}
        onChange={(heldOn) => onChange({ ...when, heldOn })}
      />
      <TextField
        id="meeting-time"
        label="At what time?"
        width={5}
        error={errors['meeting-time']}
        value={when.startsAt}
        onInput={(startsAt) => onChange({ ...when, startsAt })}
      />
    </div>
    <TextField
      id="meeting-venue"
      label="Where?"
      width={30}
      error={errors['meeting-venue']}
      value={when.venue}
      onInput={(venue) => onChange({ ...when, venue })}
    />
  </>
)
