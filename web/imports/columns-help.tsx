import type { ImportBatch } from '../../server/imports/schema.ts'
import { LinkButton } from '../form/fields.tsx'
import { IMPORT_KIND_WORDS } from '../words.ts'
import { COLUMNS } from './columns.ts'
import { saveText } from './save-text.ts'

/** Which columns a file has, and an empty file with those headings. */
export const ColumnsHelp = () => (
  <>
    <Help kind="reports">
      A row needs one way to a place: longitude and latitude, easting and northing, a grid reference, a postcode or the
      place in words. Words that no known place goes by are kept, and wait until somebody places them.
    </Help>
    <Help kind="episodes">
      An episode that is still open has no end. Everything but the first four columns may be left out.
    </Help>
  </>
)

const Help = ({ kind, children }: { kind: ImportBatch['kind']; children: string }) => (
  <details class="govuk-details">
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">Columns of a file of {IMPORT_KIND_WORDS[kind].toLowerCase()}</span>
    </summary>
    <div class="govuk-details__text">
      <p>{children}</p>
      <p>
        Commas, semicolons or tabs may stand between the columns. Capitals, spaces and underscores in a column’s name
        make no difference. A column that is not known is named and left out.
      </p>
      <p>
        <LinkButton onClick={() => saveText(`${kind}.csv`, `${COLUMNS[kind].map(({ name }) => name).join(',')}\r\n`)}>
          Download an empty file with these headings
        </LinkButton>
      </p>
      <div class="app-scroll" tabIndex={0} role="region" aria-label={`Columns of ${IMPORT_KIND_WORDS[kind]}`}>
        <table class="govuk-table app-table--tight">
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              <th scope="col" class="govuk-table__header">
                Column
              </th>
              <th scope="col" class="govuk-table__header">
                What stands in it
              </th>
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {COLUMNS[kind].map(({ name, meaning, isRequired }) => (
              <tr class="govuk-table__row" key={name}>
                <th scope="row" class="govuk-table__header">
                  {name}
                </th>
                <td class="govuk-table__cell">
                  {meaning}
                  {isRequired && <strong> (needed)</strong>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  </details>
)
