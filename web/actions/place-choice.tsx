import type { ReviewList } from '../../server/reviews/schema.ts'
import { SelectField } from '../form/fields.tsx'
import { useLoaded } from '../form/load.ts'

interface PlaceChoiceProps {
  id: string
  error?: string | undefined
  value: string
  onChange: (id: string) => void
}

/** The place that something is about, if it is about one: of those that are open. */
export const PlaceChoice = ({ id, error, value, onChange }: PlaceChoiceProps) => {
  const { data, problem } = useLoaded<ReviewList>('/api/reviews?state=open')
  return (
    <SelectField
      id={id}
      label="About which place?"
      error={error ?? (problem ? 'The list of places could not be loaded. It can be given without one.' : undefined)}
      value={value}
      options={[
        { value: '', label: data || problem ? 'No place in particular' : 'Loading…' },
        ...(data?.reviews ?? []).map((review) => ({ value: review.id, label: review.name })),
      ]}
      onChange={onChange}
    />
  )
}
