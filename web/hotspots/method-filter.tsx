import { useState } from 'preact/hooks'
import type { Setup } from '../../server/map/schema.ts'
import { goTo } from '../state/router.ts'
import { withParameters } from './filters.ts'
import { Popover } from './popover.tsx'

type Method = Setup['method']
type Name = keyof Method

const FIELDS: { name: Name; label: string; unit: string; least: number; most: number }[] = [
  { name: 'epsMetres', label: 'Reports belong together within', unit: 'metres', least: 25, most: 1000 },
  { name: 'minPoints', label: 'A place needs at least', unit: 'reports', least: 2, most: 100 },
  { name: 'minChildren', label: 'of at least', unit: 'children', least: 3, most: 1000 },
]

/** The parameters of the method, tucked away: the policy's numbers unless somebody looks on purpose with others. */
export const MethodFilter = ({ address, policy }: { address: URL; policy: Method }) => {
  const asked = (name: Name) => address.searchParams.get(name) ?? String(policy[name])
  const isPolicy = FIELDS.every(({ name }) => asked(name) === String(policy[name]))
  return (
    <Popover label="How places are found" value={isPolicy ? 'As agreed' : 'With other numbers'}>
      {(close) => (
        <MethodForm
          key={FIELDS.map(({ name }) => asked(name)).join()}
          asked={asked}
          policy={policy}
          onShow={(changes) => {
            goTo(withParameters(address, changes))
            close()
          }}
        />
      )}
    </Popover>
  )
}

interface MethodFormProps {
  asked: (name: Name) => string
  policy: Method
  onShow: (changes: Record<string, string | undefined>) => void
}

const MethodForm = ({ asked, policy, onShow }: MethodFormProps) => {
  const [typed, setTyped] = useState<Record<string, string>>({})
  const valueOf = (name: Name) => typed[name] ?? asked(name)
  const submit = (event: Event) => {
    event.preventDefault()
    const changes = FIELDS.map(({ name }) => [name, valueOf(name) === String(policy[name]) ? undefined : valueOf(name)])
    onShow(Object.fromEntries(changes) as Record<string, string | undefined>)
  }
  return (
    <form class="app-popover__form" onSubmit={submit} noValidate>
      <p class="app-small">
        Reports inside a named place belong to it. The others form a cluster where enough of them lie together. Fewer
        than three children are never a hotspot.
      </p>
      {FIELDS.map(({ name, label, unit, least, most }) => (
        <div class="app-measure" key={name}>
          <label class="app-small" for={name}>
            {label} ({unit}, {least} to {most})
          </label>
          <input
            id={name}
            class="govuk-input govuk-input--width-4"
            type="text"
            inputMode="numeric"
            autocomplete="off"
            value={valueOf(name)}
            onInput={(event) => setTyped({ ...typed, [name]: event.currentTarget.value.trim() })}
          />
        </div>
      ))}
      <button type="submit" class="govuk-button govuk-button--secondary app-button-small">
        Show with these numbers
      </button>
      <button
        type="button"
        class="app-choice"
        onClick={() => onShow({ epsMetres: undefined, minPoints: undefined, minChildren: undefined })}
      >
        Back to the agreed {policy.epsMetres} m, {policy.minPoints} reports, {policy.minChildren} children
      </button>
    </form>
  )
}
