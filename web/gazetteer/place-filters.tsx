import { useEffect, useState } from 'preact/hooks'
import { SelectField, TextField } from '../form/fields.tsx'
import { choices, PLACE_CATEGORY_WORDS } from '../words.ts'

export interface Filters {
  search: string
  category: string
  retired: string
}

const WAIT_MS = 300

interface PlaceFiltersProps {
  filters: Filters
  onChange: (filters: Filters) => void
}

export const PlaceFilters = ({ filters, onChange }: PlaceFiltersProps) => {
  const [typed, setTyped] = useState(filters.search)
  useEffect(() => {
    if (typed.trim() === filters.search) return
    const timer = setTimeout(() => onChange({ ...filters, search: typed.trim() }), WAIT_MS)
    return () => clearTimeout(timer)
  }, [typed])

  return (
    <form class="app-place-filters" role="search" aria-label="Places" onSubmit={(event) => event.preventDefault()}>
      <TextField id="place-search" label="Name" value={typed} onInput={setTyped} spellcheck={false} maxLength={120} />
      <SelectField
        id="place-category"
        label="Kind of place"
        value={filters.category}
        options={[{ value: '', label: 'All kinds' }, ...choices(PLACE_CATEGORY_WORDS)]}
        onChange={(category) => onChange({ ...filters, category })}
      />
      <SelectField
        id="place-retired"
        label="Retired"
        value={filters.retired}
        options={[
          { value: '', label: 'In use only' },
          { value: 'true', label: 'With retired ones' },
          { value: 'only', label: 'Retired only' },
        ]}
        onChange={(retired) => onChange({ ...filters, retired })}
      />
    </form>
  )
}
