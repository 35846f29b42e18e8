import { useState } from 'preact/hooks'
import { SelectField, TextField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { useSending } from '../form/sending.ts'
import { PlaceSearch } from '../gazetteer/place-search.tsx'
import { PointMap } from '../gazetteer/point-map.tsx'
import type { Point } from '../map/create-map.ts'
import { ask } from '../state/api.ts'
import { choices } from '../words.ts'
import { KIND_WORDS } from './kinds.ts'

interface AddSettingProps {
  onDone: (words: string) => void
  onCancel: () => void
}

/** One protected setting: what it is, and a point on the map. */
export const AddSetting = ({ onDone, onCancel }: AddSettingProps) => {
  const [name, setName] = useState('')
  const [kind, setKind] = useState('')
  const [point, setPoint] = useState<Point>()
  const sending = useSending({ '/name': 'setting-name', '/kind': 'setting-kind', '/geometry': 'setting-search' })
  const { errors } = sending
  const add = () => {
    const wrong = {
      ...(name.trim() === '' && { 'setting-name': 'Give it a name' }),
      ...(kind === '' && { 'setting-kind': 'Choose what it is' }),
      ...(!point && { 'setting-search': 'Search for where it is, or click on the map' }),
    }
    return sending.send(wrong, async () => {
      const geometry = { type: 'Point', coordinates: [point!.longitude, point!.latitude] }
      await ask('/api/protected-settings', { method: 'POST', body: { kind, name: name.trim(), geometry } })
      onDone(`${name.trim()} is kept. It counts from the next run on.`)
    })
  }
  return (
    <section class="app-inset" aria-labelledby="add-title">
      <h2 class="govuk-heading-m" id="add-title">
        Add a protected setting
      </h2>
      <Form sending={sending} submitWords="Keep it" onSubmit={() => void add()} onCancel={onCancel}>
        <TextField
          id="setting-name"
          label="Name"
          error={errors['setting-name']}
          maxLength={120}
          value={name}
          onInput={setName}
        />
        <SelectField
          id="setting-kind"
          label="What it is"
          error={errors['setting-kind']}
          value={kind}
          options={[{ value: '', label: 'Choose' }, ...choices(KIND_WORDS)]}
          onChange={setKind}
        />
        {errors['setting-search'] && (
          <p class="govuk-error-message">
            <span class="govuk-visually-hidden">Error:</span> {errors['setting-search']}
          </p>
        )}
        <PlaceSearch
          id="setting-search"
          label="Search for where it is"
          hint="A postcode or a grid reference such as SK 354 363. Or click on the map."
          onPick={({ longitude, latitude }) => setPoint({ longitude, latitude })}
        />
        <PointMap label="Map to click on where the setting is" point={point} onPick={setPoint} />
      </Form>
    </section>
  )
}
