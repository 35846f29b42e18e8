import type { ProtectedSetting } from '../../server/protected/schema.ts'
import { dayWords } from '../dates.ts'
import { LinkButton } from '../form/fields.tsx'
import { useSending } from '../form/sending.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { ask } from '../state/api.ts'
import { may } from '../state/session.ts'
import { countOf } from '../words.ts'
import { KIND_WORDS } from './kinds.ts'

interface SettingsTableProps {
  settings: readonly ProtectedSetting[]
  onDone: (words: string) => void
}

export const SettingsTable = ({ settings, onDone }: SettingsTableProps) => {
  const sending = useSending()
  const canEnd = may('protectedSetting:update')
  const end = ({ id, name }: ProtectedSetting) =>
    sending.send({}, async () => {
      await ask(`/api/protected-settings/${id}/end`, { method: 'POST' })
      onDone(`${name} is no protected setting any more. Months that are stored stay as they are.`)
    })
  if (settings.length === 0)
    return <p class="govuk-body">None is known yet. Until one is, no hotspot is withheld for lying near one.</p>
  const now = settings.filter(({ endedAt }) => endedAt === null).length
  return (
    <>
      {sending.problem && <ProblemSummary problem={sending.problem} />}
      <p class="govuk-body">{countOf(now, 'protected setting')}</p>
      <table class="govuk-table app-table--cards">
        <caption class="govuk-visually-hidden">Protected settings</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {['Name', 'Kind', 'Drawn as', 'Kept since', ...(canEnd ? ['End'] : [])].map((heading) => (
              <th scope="col" class="govuk-table__header" key={heading}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {settings.map((setting) => (
            <tr class="govuk-table__row" key={setting.id}>
              <th scope="row" class="govuk-table__header">
                <span class="app-break">{setting.name}</span>
                {setting.endedAt && <strong class="govuk-tag govuk-tag--grey app-tag">Ended</strong>}
              </th>
              <td class="govuk-table__cell" data-label="Kind">
                {KIND_WORDS[setting.kind]}
              </td>
              <td class="govuk-table__cell" data-label="Drawn as">
                {setting.geometry.type === 'Point' ? 'A point' : 'An outline'}
              </td>
              <td class="govuk-table__cell" data-label="Kept since">
                {dayWords(setting.createdAt)}
              </td>
              {canEnd && (
                <td class="govuk-table__cell" data-label="End">
                  {setting.endedAt ? (
                    dayWords(setting.endedAt)
                  ) : (
                    <LinkButton onClick={() => void end(setting)}>
                      End<span class="govuk-visually-hidden"> {setting.name}</span>
                    </LinkButton>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
