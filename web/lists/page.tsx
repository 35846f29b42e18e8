import type { QuarterLists } from '../../server/runs/schema.ts'
import { useLoaded } from '../form/load.ts'
import { periodWords } from '../hotspots/filters.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { may } from '../state/session.ts'
import { countOf } from '../words.ts'

/** The depersonalised lists of whole quarters, as files for GIS and Excel, and what they leave out. */
export default () => {
  const { data, problem, isLoading, reload } = useLoaded<QuarterLists>('/api/lists')
  return (
    <>
      <h1 class="govuk-heading-l">List of places by quarter</h1>
      <p class="govuk-body">
        Each quarter is made once, when it is over, and does not change afterwards. Every download is logged. The
        coordinates of the CSV are British National Grid, in metres, beside longitude and latitude in the GeoJSON.
      </p>
      {problem && <ProblemSummary problem={problem} onRetry={reload} />}
      {!data && isLoading && <p class="govuk-body">Loading…</p>}
      {data?.lists.length === 0 && (
        <div class="app-empty">
          <h2 class="govuk-heading-m">No quarter is stored yet</h2>
          <p class="govuk-body govuk-!-margin-bottom-0">
            {may('storedRun:create') ? (
              <>
                <a class="govuk-link" href="/runs">
                  Store one
                </a>{' '}
                when its three months are over.
              </>
            ) : (
              'The co-ordinator stores a quarter when its three months are over.'
            )}
          </p>
        </div>
      )}
      {data && data.lists.length > 0 && <Lists lists={data.lists} />}
      {data && data.why.length > 0 && (
        <section aria-labelledby="why-title">
          <h2 class="govuk-heading-m" id="why-title">
            Why a place may be withheld
          </h2>
          <ul class="govuk-list govuk-list--bullet">
            {data.why.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <p class="govuk-body">A place that is not in the list is not a place where nothing happens.</p>
        </section>
      )}
    </>
  )
}

const Lists = ({ lists }: Pick<QuarterLists, 'lists'>) => (
  <table class="govuk-table app-table--cards">
    <caption class="govuk-visually-hidden">Stored quarters, the newest first</caption>
    <thead class="govuk-table__head">
      <tr class="govuk-table__row">
        {['Quarter', 'Places', 'Release', 'Download'].map((heading) => (
          <th scope="col" class="govuk-table__header" key={heading}>
            {heading}
          </th>
        ))}
      </tr>
    </thead>
    <tbody class="govuk-table__body">
      {lists.map(({ id, quarter, period, releaseId, rows, withheld }) => (
        <tr class="govuk-table__row" key={id}>
          <th scope="row" class="govuk-table__header">
            {quarter}
            <span class="app-dim app-table__under">{periodWords(period)}</span>
          </th>
          <td class="govuk-table__cell" data-label="Places">
            {countOf(rows, 'place')}, {withheld} withheld
          </td>
          <td class="govuk-table__cell app-break" data-label="Release">
            {releaseId}
          </td>
          <td class="govuk-table__cell" data-label="Download">
            {(['csv', 'geojson'] as const).map((kind) => (
              <a class="govuk-link app-download" key={kind} href={`/api/lists/${id}.${kind}`} download>
                {kind === 'csv' ? 'CSV' : 'GeoJSON'}
                <span class="govuk-visually-hidden"> of {quarter}</span>
              </a>
            ))}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
