import type { Action } from '../../server/actions/schema.ts'
import { dayWords } from '../dates.ts'
import { setup } from '../state/setup.ts'
import { StateTags } from './state-tags.tsx'
import { dueWords } from './words.ts'

/** Actions as a table, for paper. */
export const ActionLog = ({ actions }: { actions: readonly Action[] }) => (
  <table class="govuk-table app-table--tight app-action-log">
    <caption class="govuk-visually-hidden">Actions, what is overdue first</caption>
    <thead class="govuk-table__head">
      <tr class="govuk-table__row">
        {['No.', 'Action', 'Who', 'Until when', 'State', 'What came of it'].map((heading) => (
          <th scope="col" class="govuk-table__header" key={heading}>
            {heading}
          </th>
        ))}
      </tr>
    </thead>
    <tbody class="govuk-table__body">
      {actions.map((action) => (
        <Row key={action.id} action={action} />
      ))}
    </tbody>
  </table>
)

const Row = ({ action }: { action: Action }) => {
  const note = action.notes.at(-1)
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header app-nowrap">
        {action.number}
      </th>
      <td class="govuk-table__cell">
        {action.title}
        <span class="app-table__under app-dim">
          {action.hotspotName && `${action.hotspotName}. `}Given {dayWords(action.raisedOn)} by {action.raisedBy}.
        </span>
      </td>
      <td class="govuk-table__cell">
        {action.ownerName}
        <span class="app-table__under app-dim">{action.ownerAgency}</span>
      </td>
      <td class="govuk-table__cell">{dueWords(action, setup.value?.today)}</td>
      <td class="govuk-table__cell">
        <span class="app-action-log__tags">
          <StateTags {...action} />
        </span>
      </td>
      <td class="govuk-table__cell">
        {action.evidence && <span class="app-action-log__words">Done: {action.evidence}</span>}
        {action.escalatedTo && <span class="app-action-log__words">Escalated to {action.escalatedTo}.</span>}
        {note && (
          <span class="app-action-log__words">
            {note.words}{' '}
            <span class="app-dim">
              {note.by}, {dayWords(note.at)}
            </span>
          </span>
        )}
      </td>
    </tr>
  )
}
