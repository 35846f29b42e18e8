import type { Colleague, ColleagueList } from '../../server/colleagues/schema.ts'
import { describedBy, groupClass, HintAndError, type FieldText } from '../form/fields.tsx'
import { useLoaded } from '../form/load.ts'
import { person } from '../state/session.ts'
import { roleWords } from '../words.ts'

interface OwnerFieldProps extends FieldText {
  value: string
  onChange: (id: string) => void
  /** Who has it now: offered too where they are in the list no longer. */
  known?: { id: string; name: string } | undefined
}

/** Whom something is given to: the reader first, then everybody by agency. Typing a name goes to it. */
export const OwnerField = ({ value, onChange, known, ...text }: OwnerFieldProps) => {
  const { data, problem, reload } = useLoaded<ColleagueList>('/api/colleagues')
  const colleagues = data?.colleagues ?? []
  const me = colleagues.find(({ id }) => id === person.value?.id)
  const isKnownGone = known !== undefined && !colleagues.some(({ id }) => id === known.id)
  const error = text.error ?? (problem ? 'The list of colleagues could not be loaded.' : undefined)
  return (
    <div class={groupClass(error)}>
      <label class="govuk-label govuk-label--s" for={text.id}>
        {text.label}
      </label>
      <HintAndError {...text} error={error} />
      <select
        id={text.id}
        class={`govuk-select${error ? ' govuk-select--error' : ''}`}
        aria-describedby={describedBy({ ...text, error })}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">{data || problem ? 'Choose' : 'Loading…'}</option>
        {isKnownGone && <option value={known.id}>{known.name}</option>}
        {me && <option value={me.id}>{me.name}, you</option>}
        {byAgency(colleagues.filter(({ id }) => id !== me?.id)).map(([agency, ofAgency]) => (
          <optgroup label={agency} key={agency}>
            {ofAgency.map(({ id, name, role }) => (
              <option value={id} key={id}>
                {name}, {roleWords(role)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {problem && (
        <button type="button" class="govuk-button govuk-button--secondary" onClick={reload}>
          Try again
        </button>
      )}
    </div>
  )
}

const byAgency = (colleagues: readonly Colleague[]): [string, Colleague[]][] => {
  const agencies = new Map<string, Colleague[]>()
  for (const one of colleagues) agencies.set(one.agency, [...(agencies.get(one.agency) ?? []), one])
  return [...agencies]
}
