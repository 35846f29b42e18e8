import { Radios, type Choice } from '../form/choices.tsx'
import { DateField } from '../form/date-field.tsx'
import type { FieldErrors } from '../form/errors.tsx'
import { TextField } from '../form/fields.tsx'
import { setup } from '../state/setup.ts'
import { draft, fill, type DayPart, type TimeKind } from './draft.ts'

export const TIME_KIND_WORDS: Record<TimeKind, string> = {
  exact: 'To the minute',
  hour: 'To about an hour',
  between: 'Between two times',
  day_part: 'Only the part of the day',
  date: 'Only the day: I don’t know the time',
  unknown: 'Not even the day: sometime between two days',
}

export const DAY_PART_WORDS: Record<DayPart, string> = {
  '06': 'Morning, 6am to midday',
  '12': 'Afternoon, midday to 6pm',
  '18': 'Evening, 6pm to midnight',
  '00': 'Night, midnight to 6am of that day',
}
const DAY_PARTS: DayPart[] = ['06', '12', '18', '00']

/** Today as it would be typed: an example that nobody has to translate. */
const exampleDay = (today = '2023-06-30') => today.split('-').map(Number).reverse().join(' ')

export const When = ({ errors }: { errors: FieldErrors }) => (
  <>
    <h2 class="govuk-heading-m">When</h2>
    <DateField
      id="day"
      label={draft.value.timeKind === 'unknown' ? 'The first day it may have been' : 'Which day?'}
      hint={`For example, ${exampleDay(setup.value?.today)}`}
      error={errors.day}
      value={draft.value.day}
      onChange={(day) => fill({ day })}
    />
    <Radios
      id="timeKind"
      label="How exactly is the time known?"
      legendSize="s"
      error={errors.timeKind}
      value={draft.value.timeKind}
      choices={timeChoices(errors)}
      onChange={(timeKind) => fill({ timeKind: timeKind as TimeKind })}
    />
  </>
)

const timeChoices = (errors: FieldErrors): Choice[] => {
  const more: Partial<Record<TimeKind, preact.ComponentChildren>> = {
    exact: <Time id="time" label="Time" errors={errors} />,
    hour: <Time id="time" label="About what time?" errors={errors} />,
    between: (
      <>
        <Time id="time" label="From" errors={errors} />
        <Time id="endTime" label="To (after midnight is taken as the next day)" errors={errors} />
      </>
    ),
    day_part: (
      <Radios
        id="dayPart"
        label="Which part?"
        legendSize="s"
        isSmall
        error={errors.dayPart}
        value={draft.value.dayPart}
        choices={DAY_PARTS.map((value) => ({ value, label: DAY_PART_WORDS[value] }))}
        onChange={(dayPart) => fill({ dayPart: dayPart as DayPart })}
      />
    ),
    unknown: (
      <DateField
        id="lastDay"
        label="The last day it may have been"
        error={errors.lastDay}
        value={draft.value.lastDay}
        onChange={(lastDay) => fill({ lastDay })}
      />
    ),
  }
  return (Object.keys(TIME_KIND_WORDS) as TimeKind[]).map((value) => ({
    value,
    label: TIME_KIND_WORDS[value],
    ...(more[value] && { more: more[value] }),
  }))
}

const Time = ({ id, label, errors }: { id: 'time' | 'endTime'; label: string; errors: FieldErrors }) => (
  <TextField
    id={id}
    label={label}
    hint="Such as 21:15 or 9:15pm"
    width={10}
    error={errors[id]}
    value={draft.value[id]}
    onInput={(typed) => fill({ [id]: typed })}
  />
)
