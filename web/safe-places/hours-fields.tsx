import { LinkButton, SelectField, TextField } from '../form/fields.tsx'
import { DAY_OPTIONS, EMPTY_SPAN, type DraftSpan } from './draft.ts'

interface HoursFieldsProps {
  spans: readonly DraftSpan[]
  errors: Record<string, string>
  onChange: (spans: DraftSpan[]) => void
}

/** The hours in which somebody is there, a line for each span. */
export const HoursFields = ({ spans, errors, onChange }: HoursFieldsProps) => (
  <fieldset class="govuk-fieldset govuk-!-margin-bottom-6">
    <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">When is somebody there?</legend>
    <p class="govuk-hint">
      Only hours in which an adult is really there. An end before the beginning is on the next day. Leave it empty if
      the hours are not known.
    </p>
    {spans.map((span, i) => (
      <div class="app-span" key={i}>
        <SelectField
          id={`days-${i}`}
          label="Days"
          value={span.days}
          options={DAY_OPTIONS}
          onChange={(days) => onChange(spans.with(i, { ...span, days }))}
        />
        <TextField
          id={`from-${i}`}
          label="From"
          width={4}
          maxLength={8}
          error={errors[`from-${i}`]}
          value={span.from}
          onInput={(from) => onChange(spans.with(i, { ...span, from }))}
        />
        <TextField
          id={`to-${i}`}
          label="To"
          width={4}
          maxLength={8}
          error={errors[`to-${i}`]}
          value={span.to}
          onInput={(to) => onChange(spans.with(i, { ...span, to }))}
        />
        {spans.length > 1 && (
          <LinkButton onClick={() => onChange(spans.toSpliced(i, 1))}>
            Remove<span class="govuk-visually-hidden"> these hours, line {i + 1}</span>
          </LinkButton>
        )}
      </div>
    ))}
    <button
      type="button"
      class="govuk-button govuk-button--secondary govuk-!-margin-bottom-0"
      onClick={() => onChange([...spans, EMPTY_SPAN])}
    >
      Add more hours
    </button>
  </fieldset>
)
