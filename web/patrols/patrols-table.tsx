import type { Patrol } from '../../server/patrols/schema.ts'
import { dayWords } from '../dates.ts'
import { StateTag } from './state-tag.tsx'
import { doseWords } from './words.ts'

interface PatrolsTableProps {
  id: string
  title: string
  /** What this group waits for, in a sentence. */
  says: string
  patrols: readonly Patrol[]
}

/** One group of patrol tasks: a table, or on a phone a card each. */
export const PatrolsTable = ({ id, title, says, patrols }: PatrolsTableProps) => (
  <section aria-labelledby={`${id}-title`}>
    <h2 class="govuk-heading-m govuk-!-margin-bottom-1" id={`${id}-title`}>
      {title} <span class="app-dim">{patrols.length}</span>
    </h2>
    <p class="govuk-body-s app-dim">{says}</p>
    <table class="govuk-table app-table--cards app-patrols">
      <caption class="govuk-visually-hidden">{title}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          <th scope="col" class="govuk-table__header">
            Place
          </th>
          <th scope="col" class="govuk-table__header">
            State
          </th>
          <th scope="col" class="govuk-table__header">
            What for
          </th>
          <th scope="col" class="govuk-table__header">
            Until
          </th>
          <th scope="col" class="govuk-table__header govuk-table__header--numeric">
            Visits
          </th>
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {patrols.map((patrol) => (
          <Row key={patrol.id} patrol={patrol} />
        ))}
      </tbody>
    </table>
  </section>
)

const Row = ({ patrol }: { patrol: Patrol }) => (
  <tr class="govuk-table__row">
    <th scope="row" class="govuk-table__header">
      <a class="govuk-link" href={`/patrols/${patrol.id}`}>
        {patrol.hotspotName}
      </a>
      <span class="app-table__under app-dim">
        {patrol.ref}, asked for {dayWords(patrol.requestedAt)}
      </span>
    </th>
    <td class="govuk-table__cell" data-label="State">
      <StateTag {...patrol} />
      {patrol.isEnforcementOnly && <span class="app-table__under app-warning-words">Enforcement only</span>}
    </td>
    <td class="govuk-table__cell app-break" data-label="What for">
      {patrol.objective}
    </td>
    <td class="govuk-table__cell app-nowrap" data-label="Until">
      {patrol.validTo ? dayWords(patrol.validTo) : 'not given out'}
      {patrol.isExpiring && <span class="app-table__under app-warning-words">Expires soon</span>}
    </td>
    <td class="govuk-table__cell govuk-table__cell--numeric app-nowrap" data-label="Visits">
      {doseWords(patrol.delivered.visits, patrol.planned?.soFar.visits)}
    </td>
  </tr>
)
