import type { FieldErrors } from '../form/errors.tsx'
import { SelectField, TextArea, TextField } from '../form/fields.tsx'
import { choices, PLACE_CATEGORY_WORDS, SEED_GROUP_WORDS } from '../words.ts'
import type { PlaceDraft } from './place-draft.ts'

const ACCURACIES = ['10', '50', '100', '250', '500']

interface PlaceFieldsProps {
  draft: PlaceDraft
  errors: FieldErrors
  onChange: (change: Partial<PlaceDraft>) => void
}

export const PlaceFields = ({ draft, errors, onChange }: PlaceFieldsProps) => (
  <>
    <TextField
      id="name"
      label="Name"
      maxLength={120}
      error={errors.name}
      value={draft.name}
      onInput={(name) => onChange({ name })}
    />
    <TextArea
      id="otherNames"
      label="Other names it goes by"
      hint="One on each line, as people write them. Reports that use these words are placed here by themselves."
      rows={3}
      error={errors.otherNames}
      value={draft.otherNames}
      onInput={(otherNames) => onChange({ otherNames })}
    />
    <SelectField
      id="category"
      label="Kind of place"
      error={errors.category}
      value={draft.category}
      options={[...(draft.category ? [] : [{ value: '', label: 'Choose' }]), ...choices(PLACE_CATEGORY_WORDS)]}
      onChange={(category) => onChange({ category: category as PlaceDraft['category'] })}
    />
    <SelectField
      id="seedGroup"
      label="Group in the committee’s report"
      error={errors.seedGroup}
      value={draft.seedGroup}
      options={[{ value: '', label: 'None of them' }, ...choices(SEED_GROUP_WORDS)]}
      onChange={(seedGroup) => onChange({ seedGroup: seedGroup as PlaceDraft['seedGroup'] })}
    />
    <SelectField
      id="accuracy"
      label="How sure is it where this is?"
      hint="How far the outline may be from the real place."
      error={errors.accuracy}
      value={draft.accuracy}
      options={[{ value: '', label: 'Not known' }, ...accuracyOptions(draft.accuracy)]}
      onChange={(accuracy) => onChange({ accuracy })}
    />
    <TextArea
      id="note"
      label="How it is known"
      hint="Such as “walked round it” or “from the owner’s plan”."
      rows={2}
      maxLength={500}
      error={errors.note}
      value={draft.note}
      onInput={(note) => onChange({ note })}
    />
  </>
)

/** The usual steps, and the place’s own where it stands between them. */
const accuracyOptions = (own: string) =>
  [...new Set([...ACCURACIES, ...(own ? [own] : [])])]
    .sort((a, b) => Number(a) - Number(b))
    .map((value) => ({ value, label: `Within ${Number(value).toLocaleString('en-GB')} metres` }))
