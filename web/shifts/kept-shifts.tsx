import type { Shift } from '../../server/shifts/schema.ts'
import { LinkButton } from '../form/fields.tsx'
import { countOf } from '../words.ts'

interface KeptShiftsProps {
  shifts: readonly Shift[]
  onOpen: (shift: Shift) => void
  onDrop: (shift: Shift) => void
}

/** The shifts of a day that are kept. */
export const KeptShifts = ({ shifts, onOpen, onDrop }: KeptShiftsProps) => (
  <section aria-labelledby="kept-title" class="app-inset">
    <h2 class="govuk-heading-s" id="kept-title">
      Kept for this day
    </h2>
    <ul class="govuk-list govuk-!-margin-bottom-0">
      {shifts.map((shift) => (
        <li key={shift.id}>
          {shift.from} to {shift.to}, {shift.how === 'foot' ? 'on foot' : 'driving'}:{' '}
          {countOf(shift.stops.length, 'visit')}, by {shift.madeBy}.{' '}
          <LinkButton onClick={() => onOpen(shift)}>
            Change
            <span class="govuk-visually-hidden"> the shift from {shift.from}</span>
          </LinkButton>{' '}
          <LinkButton onClick={() => onDrop(shift)}>
            Take it back
            <span class="govuk-visually-hidden">: the shift from {shift.from}</span>
          </LinkButton>
        </li>
      ))}
    </ul>
  </section>
)
