import type { Area } from '../../server/gazetteer/schema.ts'
import type { Setup } from '../../server/map/schema.ts'
import { goTo } from '../state/router.ts'
import { PLACE_CATEGORY_WORDS } from '../words.ts'
import { BasisFilter, basisWords } from './basis-filter.tsx'
import { periodOf, periodWords, withParameters } from './filters.ts'
import { MethodFilter } from './method-filter.tsx'
import { PeriodFilter } from './period-filter.tsx'

interface Option {
  value: string
  label: string
}

const DAY_PARTS: Option[] = [
  { value: 'day', label: 'Day, 06–18' },
  { value: 'night', label: 'Night, 18–06' },
  { value: '06-12', label: 'Morning, 06–12' },
  { value: '12-18', label: 'Afternoon, 12–18' },
  { value: '18-24', label: 'Evening, 18–24' },
  { value: '00-06', label: 'After midnight, 00–06' },
]
const CATEGORIES: Option[] = Object.entries(PLACE_CATEGORY_WORDS).map(([value, label]) => ({ value, label }))
const AREA_KINDS: { kind: Area['kind']; label: string }[] = [
  { kind: 'police_neighbourhood', label: 'Police neighbourhoods' },
  { kind: 'ward', label: 'Wards' },
]

/** What is looked at. Each choice is a step in the address bar, so that Back undoes it. */
export const FilterBar = ({ address, setup, areas }: { address: URL; setup: Setup; areas: readonly Area[] }) => (
  <div class="app-filters" role="group" aria-label="What is shown">
    <PeriodFilter address={address} usual={setup.period} />
    <BasisFilter address={address} />
    <Choice address={address} name="category" label="Places" all="All places" options={CATEGORIES} />
    <Choice address={address} name="dayPart" label="Time of day" all="Any time" options={DAY_PARTS} />
    <AreaChoice address={address} areas={areas} />
    <MethodFilter address={address} policy={setup.method} />
  </div>
)

interface ChoiceProps {
  address: URL
  name: 'category' | 'dayPart'
  label: string
  all: string
  options: Option[]
}

const Choice = ({ address, name, label, all, options }: ChoiceProps) => (
  <label class="app-filter app-filter--select">
    <span class="app-filter__label">{label}</span>
    <select
      class="app-filter__select"
      value={address.searchParams.get(name) ?? ''}
      onChange={(event) => goTo(withParameters(address, { [name]: event.currentTarget.value }))}
    >
      <option value="">{all}</option>
      {options.map(({ value, label: words }) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>
  </label>
)

const AreaChoice = ({ address, areas }: { address: URL; areas: readonly Area[] }) => (
  <label class="app-filter app-filter--select">
    <span class="app-filter__label">Area</span>
    <select
      class="app-filter__select"
      value={address.searchParams.get('area') ?? ''}
      onChange={(event) => goTo(withParameters(address, { area: event.currentTarget.value }))}
    >
      <option value="">All areas</option>
      {AREA_KINDS.map(({ kind, label }) => {
        const ofKind = areas.filter((area) => area.kind === kind)
        if (ofKind.length === 0) return null
        return (
          <optgroup key={kind} label={ofKind.some(({ isInvented }) => isInvented) ? `${label} (invented)` : label}>
            {ofKind.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </optgroup>
        )
      })}
    </select>
  </label>
)

/** What is shown, in words: for the folded bar of a phone and for paper. */
export const filterWords = (address: URL, setup: Setup, areas: readonly Area[]): string => {
  const chosen = (name: string, options: readonly Option[]) => {
    const value = address.searchParams.get(name)
    return value === null ? [] : [options.find((option) => option.value === value)?.label ?? value]
  }
  const { epsMetres, minPoints, minChildren } = setup.method
  const methods = [
    ...chosenNumber(address, 'epsMetres', epsMetres, 'metres'),
    ...chosenNumber(address, 'minPoints', minPoints, 'reports'),
    ...chosenNumber(address, 'minChildren', minChildren, 'children'),
  ]
  return [
    periodWords(periodOf(address, setup.period)),
    ...(address.searchParams.has('basis') ? [basisWords(address)] : []),
    ...chosen('category', CATEGORIES),
    ...chosen('dayPart', DAY_PARTS),
    ...chosen(
      'area',
      areas.map(({ id, name }) => ({ value: id, label: name })),
    ),
    ...methods,
  ].join('; ')
}

const chosenNumber = (address: URL, name: string, agreed: number, unit: string) => {
  const value = address.searchParams.get(name)
  return value === null || value === String(agreed) ? [] : [`${value} ${unit}`]
}
