import { useState } from 'preact/hooks'
import { DateField, NO_DAY, toDay, type TypedDay } from '../form/date-field.tsx'
import { SelectField, TextField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { useSending } from '../form/sending.ts'
import { choices } from '../words.ts'
import { ACTION_WORDS, type LogFilters } from './filters.ts'

interface LogSearchProps {
  filters: LogFilters
  onSearch: (filters: LogFilters) => void
}

/** What is looked for stands in the address: usernames and kinds of object, never a child. */
export const LogSearch = ({ filters, onSearch }: LogSearchProps) => {
  const [draft, setDraft] = useState(filters)
  const [from, setFrom] = useState(typedDay(filters.from))
  const [to, setTo] = useState(typedDay(filters.to))
  const sending = useSending()
  const { errors } = sending
  const change = (part: Partial<LogFilters>) => setDraft((before) => ({ ...before, ...part }))
  const search = () => {
    const [first, last] = [dayOrNone(from), dayOrNone(to)]
    const wrong = {
      ...(first === undefined && { from: 'Give a day that exists, or none' }),
      ...(last === undefined && { to: 'Give a day that exists, or none' }),
    }
    return sending.send(wrong, async () => onSearch({ ...draft, from: first ?? '', to: last ?? '' }))
  }
  return (
    <Form class="app-log-search" sending={sending} submitWords="Search" isSecondary onSubmit={() => void search()}>
      <div class="app-log-search__fields">
        <TextField
          id="person"
          label="Person"
          hint="Their username"
          spellcheck={false}
          width={10}
          value={draft.person}
          onInput={(person) => change({ person })}
        />
        <SelectField
          id="action"
          label="What they did"
          hint="Any, or one kind"
          value={draft.action}
          options={[{ value: '', label: 'Anything' }, ...choices(ACTION_WORDS)]}
          onChange={(action) => change({ action })}
        />
        <TextField
          id="object"
          label="With what"
          hint="Such as “hotspots”"
          spellcheck={false}
          width={10}
          value={draft.objectType}
          onInput={(objectType) => change({ objectType })}
        />
        <DateField id="from" label="From" hint="The first day" error={errors.from} value={from} onChange={setFrom} />
        <DateField id="to" label="To" hint="The last day" error={errors.to} value={to} onChange={setTo} />
      </div>
    </Form>
  )
}

const typedDay = (day: string): TypedDay => {
  const [year, month, date] = day.split('-')
  return year && month && date ? { day: date, month, year } : NO_DAY
}

/** The day; empty where nothing is typed; undefined where it is none. */
const dayOrNone = (typed: TypedDay): string | undefined =>
  Object.values(typed).every((part) => part.trim() === '') ? '' : toDay(typed)
