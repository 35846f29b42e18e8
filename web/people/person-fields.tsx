import type { Area } from '../../server/gazetteer/schema.ts'
import { Checkboxes } from '../form/choices.tsx'
import type { FieldErrors } from '../form/errors.tsx'
import { SelectField, TextField } from '../form/fields.tsx'
import { choices, ROLE_WORDS } from '../words.ts'

/** A person as they stand in the form. */
export interface PersonDraft {
  name: string
  role: string
  agency: string
  areaIds: string[]
}

/** Who belongs to police neighbourhoods. */
const OF_AREAS = ['snt_planner', 'snt_officer']

export const FIELD_OF = {
  '/username': 'username',
  '/name': 'name',
  '/role': 'role',
  '/agency': 'agency',
  '/areaIds': 'areas',
}

export const personErrors = ({ name, role, agency, areaIds }: PersonDraft): FieldErrors => ({
  ...(name.trim() === '' && { name: 'Give the person’s name' }),
  ...(role === '' && { role: 'Choose a role' }),
  ...(agency.trim() === '' && { agency: 'Give the agency that the person works for' }),
  ...(OF_AREAS.includes(role) && areaIds.length === 0 && { areas: 'Choose at least one police neighbourhood' }),
})

/** What is sent of a draft without errors. */
export const toPersonInput = ({ name, role, agency, areaIds }: PersonDraft) => ({
  name: name.trim(),
  role,
  agency: agency.trim(),
  areaIds: OF_AREAS.includes(role) ? areaIds : [],
})

interface PersonFieldsProps {
  draft: PersonDraft
  errors: FieldErrors
  areas: readonly Area[]
  onChange: (part: Partial<PersonDraft>) => void
}

export const PersonFields = ({ draft, errors, areas, onChange }: PersonFieldsProps) => (
  <>
    <TextField
      id="name"
      label="Name"
      error={errors.name}
      spellcheck={false}
      maxLength={120}
      value={draft.name}
      onInput={(name) => onChange({ name })}
    />
    <SelectField
      id="role"
      label="Role"
      hint="It decides what the person sees."
      error={errors.role}
      value={draft.role}
      options={[{ value: '', label: 'Choose' }, ...choices(ROLE_WORDS)]}
      onChange={(role) => onChange({ role })}
    />
    <TextField
      id="agency"
      label="Agency"
      hint="As the files name the agency that controls a report."
      error={errors.agency}
      maxLength={120}
      value={draft.agency}
      onInput={(agency) => onChange({ agency })}
    />
    {OF_AREAS.includes(draft.role) && (
      <Checkboxes
        id="areas"
        label="Police neighbourhoods"
        hint="The person sees the places of these."
        error={errors.areas}
        values={draft.areaIds}
        choices={areas.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(areaIds) => onChange({ areaIds })}
      />
    )}
  </>
)
