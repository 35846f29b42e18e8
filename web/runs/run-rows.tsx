import type { Run, RunDetail } from '../../server/runs/schema.ts'
import { countOf } from '../words.ts'
import { withheldWords } from './run-words.ts'

type Row = RunDetail['hotspots'][number]

/** Every place of a run with its exact counts, and what becomes of it below the tier of whoever reads this. */
export const RunRows = ({ hotspots, kind }: { hotspots: readonly Row[]; kind: Run['kind'] }) => (
  <table class="govuk-table app-table--cards">
    <caption class="govuk-visually-hidden">Places of this run by rank</caption>
    <thead class="govuk-table__head">
      <tr class="govuk-table__row">
        {['Place', 'Reports', 'Children'].map((heading, index) => (
          <th
            scope="col"
            class={`govuk-table__header${index > 0 ? ' govuk-table__header--numeric' : ''}`}
            key={heading}
          >
            {heading}
          </th>
        ))}
        <th scope="col" class="govuk-table__header">
          {kind === 'month' ? 'Partners see' : 'In the list'}
        </th>
      </tr>
    </thead>
    <tbody class="govuk-table__body">
      {hotspots.map((row) => (
        <tr class="govuk-table__row" key={row.hotspotId}>
          <th scope="row" class="govuk-table__header">
            {!row.isFew && `${row.rank}. `}
            {row.name}
            <span class="app-dim app-table__under">
              {row.isFew
                ? 'A pattern of very few children, no hotspot'
                : row.method === 'cluster'
                  ? 'A cluster, no named place'
                  : 'Named place'}
            </span>
          </th>
          <td class="govuk-table__cell govuk-table__cell--numeric" data-label="Reports">
            {row.reports.toLocaleString('en-GB')}
          </td>
          <td class="govuk-table__cell govuk-table__cell--numeric" data-label="Children">
            {row.children.toLocaleString('en-GB')}
          </td>
          <td class="govuk-table__cell" data-label={kind === 'month' ? 'Partners see' : 'In the list'}>
            <Fate row={row} kind={kind} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

const Fate = ({ row, kind }: { row: Row; kind: Run['kind'] }) => {
  const why = kind === 'month' ? row.withheldG2 : row.withheldG3
  if (why)
    return (
      <>
        <strong class="govuk-tag govuk-tag--grey">Withheld</strong> <span class="app-break">{withheldWords(why)}</span>
        {why === 'one_child' && (
          <span class="app-dim app-table__under">
            One child gives {countOf(Math.round(row.topChildShare * row.reports), 'report')} of {row.reports}
          </span>
        )}
      </>
    )
  return <>{row.sharedRank !== null && kind === 'month' ? `Shown, as number ${row.sharedRank}` : 'Shown'}</>
}
