import type { AuditLogLine } from '../../server/audit/schema.ts'
import { momentWords } from '../dates.ts'
import { REASON_WORDS, roleWords } from '../words.ts'
import { ACTION_WORDS } from './filters.ts'

/** The lines, newest first: who, in which role, did what with what, and why. */
export const LogLines = ({ lines }: { lines: readonly AuditLogLine[] }) => (
  <table class="govuk-table app-table--cards app-log">
    <caption class="govuk-visually-hidden">Lines of the log, newest first</caption>
    <thead class="govuk-table__head">
      <tr class="govuk-table__row">
        {['When', 'Who', 'Did what', 'Why', 'Details'].map((heading) => (
          <th scope="col" class="govuk-table__header" key={heading}>
            {heading}
          </th>
        ))}
      </tr>
    </thead>
    <tbody class="govuk-table__body">
      {lines.map((line) => (
        <tr class="govuk-table__row" key={line.seq}>
          <th scope="row" class="govuk-table__header app-log__when">
            {momentWords(line.at)}
            <span class="app-dim app-table__under">Line {line.seq.toLocaleString('en-GB')}</span>
          </th>
          <td class="govuk-table__cell" data-label="Who">
            {line.username ?? 'Nobody signed in'}
            {line.role && (
              <span class="app-dim app-table__under">
                {roleWords(line.role)}
                {line.agency && `, ${line.agency}`}
              </span>
            )}
          </td>
          <td class="govuk-table__cell" data-label="Did what">
            {ACTION_WORDS[line.action]}
            <span class="app-table__under app-break">
              {line.objectType}
              {line.objectId && ` ${line.objectId}`}
            </span>
          </td>
          <td class="govuk-table__cell" data-label="Why">
            {line.reasonCode ? (REASON_WORDS[line.reasonCode] ?? line.reasonCode) : '–'}
            {line.reasonWords && <span class="app-dim app-table__under app-break">{line.reasonWords}</span>}
          </td>
          <td class="govuk-table__cell app-break" data-label="Details">
            {detailWords(line.details) || '–'}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** “rows: 14, kind: reports” */
const detailWords = (details: Record<string, unknown>): string =>
  Object.entries(details)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ')
