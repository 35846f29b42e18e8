import { Fragment } from 'preact'
import type { Area } from '../../server/gazetteer/schema.ts'
import { momentWords } from '../dates.ts'
import { LinkButton } from '../form/fields.tsx'
import { roleWords } from '../words.ts'
import { ChangePerson } from './change-person.tsx'
import type { LinkAnswer, Person } from './types.ts'

interface PeopleTableProps {
  people: readonly Person[]
  areas: readonly Area[]
  canKeep: boolean
  /** The one whose form is open. */
  openId: string | undefined
  onOpen: (id: string | undefined) => void
  onChanged: (words: string) => void
  onLinked: (name: string, answer: LinkAnswer) => void
}

export const PeopleTable = ({ people, areas, canKeep, openId, onOpen, onChanged, onLinked }: PeopleTableProps) => {
  const headings = ['Name', 'Role', 'Agency', 'Signs in with', 'Last seen', ...(canKeep ? ['Change'] : [])]
  return (
    <table class="govuk-table app-table--cards">
      <caption class="govuk-visually-hidden">People who may sign in</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {headings.map((heading) => (
            <th scope="col" class="govuk-table__header" key={heading}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {people.map((person) => (
          <Fragment key={person.id}>
            <Row
              person={person}
              {...(canKeep && {
                isOpen: openId === person.id,
                onToggle: () => onOpen(openId === person.id ? undefined : person.id),
              })}
            />
            {openId === person.id && (
              <tr class="govuk-table__row">
                <td class="govuk-table__cell app-open-cell" colSpan={headings.length}>
                  <ChangePerson
                    key={person.version}
                    person={person}
                    areas={areas}
                    onChanged={onChanged}
                    onLinked={(answer) => onLinked(person.name, answer)}
                    onCancel={() => onOpen(undefined)}
                  />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

const Row = ({ person, isOpen, onToggle }: { person: Person; isOpen?: boolean; onToggle?: () => void }) => (
  <tr class="govuk-table__row">
    <th scope="row" class="govuk-table__header">
      <span class="app-break">{person.name}</span>
      {person.disabledAt && <strong class="govuk-tag govuk-tag--grey app-tag">Disabled</strong>}
      <span class="app-dim app-table__under app-break">{person.username}</span>
    </th>
    <td class="govuk-table__cell" data-label="Role">
      {roleWords(person.role)}
      {person.areas.length > 0 && (
        <span class="app-dim app-table__under">{person.areas.map(({ name }) => name).join(', ')}</span>
      )}
    </td>
    <td class="govuk-table__cell" data-label="Agency">
      {person.agency}
    </td>
    <td class="govuk-table__cell" data-label="Signs in with">
      {wayWords(person)}
    </td>
    <td class="govuk-table__cell" data-label="Last seen">
      {person.lastSeenAt ? momentWords(person.lastSeenAt) : 'Never'}
    </td>
    {onToggle && (
      <td class="govuk-table__cell" data-label="Change">
        <LinkButton aria-expanded={isOpen} onClick={onToggle}>
          {isOpen ? 'Close' : 'Change'}
          <span class="govuk-visually-hidden"> {person.name}</span>
        </LinkButton>
      </td>
    )}
  </tr>
)

const wayWords = ({ isElsewhere, hasPassword, hasOneTimeCode }: Person): string => {
  if (isElsewhere) return 'Work account'
  if (!hasPassword) return 'Nothing yet: waits for the link'
  return hasOneTimeCode ? 'Password and code' : 'Password'
}
