import type { VisitRow } from '../../server/patrols/schema.ts'
import { momentWords } from '../dates.ts'
import { HOW_WORDS } from './words.ts'

/** Single visits, for the police of the area. */
export const VisitsTable = ({ visits }: { visits: readonly VisitRow[] }) => (
  <section aria-labelledby="visits-title">
    <h2 class="govuk-heading-m" id="visits-title">
      Visits
    </h2>
    <table class="govuk-table app-table--cards">
      <caption class="govuk-visually-hidden">Visits, the latest first</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {[
            'Begun',
            'By',
            'Minutes',
            'Spoken to',
            'Made safe',
            'Stop and search',
            'Other enforcement',
            'Intelligence',
          ].map((heading) => (
            <th scope="col" class="govuk-table__header" key={heading}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {visits.map((visit) => (
          <tr class="govuk-table__row" key={visit.id}>
            <th scope="row" class="govuk-table__header app-nowrap">
              {momentWords(visit.startedAt)}
            </th>
            <td class="govuk-table__cell" data-label="By">
              {visit.officer}, {HOW_WORDS[visit.how].toLowerCase()}
            </td>
            <td class="govuk-table__cell" data-label="Minutes">
              {minutesOf(visit)}
            </td>
            {visit.engagements === null ? (
              <td class="govuk-table__cell app-dim" colSpan={5} data-label="Done">
                {visit.endedAt ? 'not said yet' : ''}
              </td>
            ) : (
              <>
                <td class="govuk-table__cell" data-label="Spoken to">
                  {visit.engagements}
                </td>
                <td class="govuk-table__cell" data-label="Made safe">
                  {visit.safeguardingActions}
                </td>
                <td class="govuk-table__cell" data-label="Stop and search">
                  {visit.stopAndSearch}
                </td>
                <td class="govuk-table__cell" data-label="Other enforcement">
                  {visit.otherEnforcement}
                </td>
                <td class="govuk-table__cell" data-label="Intelligence">
                  {visit.isIntelligenceSubmitted ? 'Yes' : 'No'}
                </td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

const minutesOf = ({ startedAt, endedAt }: VisitRow) =>
  endedAt === null ? 'under way' : Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 60_000)
