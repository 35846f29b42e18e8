import type { Run, RunList } from '../../server/runs/schema.ts'
import { momentWords } from '../dates.ts'
import { useLoaded } from '../form/load.ts'
import { countOf } from '../hotspots/sentences.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { may } from '../state/session.ts'
import { MakeRun } from './make-run.tsx'
import { runWords } from './run-words.ts'

/** The stored months and quarters, and the making of the next one. */
export default () => {
  const { data, problem, isLoading, reload } = useLoaded<RunList>('/api/runs')
  return (
    <>
      <h1 class="govuk-heading-l">Runs</h1>
      <p class="govuk-body">
        A run is what partners see. The places of a month or a quarter are counted once it is over, and stored.
      </p>
      <ul class="app-doors">
        <Door href="/shared" title="As partners see it" words="The stored months on the map" />
        {may('protectedSetting:read') && (
          <Door href="/protected" title="Protected settings" words="What no hotspot may point to" />
        )}
        {may('hotspotList:read') && (
          <Door href="/list" title="List" words="The quarters for the community safety partnership" />
        )}
      </ul>
      {problem && <ProblemSummary problem={problem} onRetry={reload} />}
      {!data && isLoading && <p class="govuk-body">Loading…</p>}
      {data && may('storedRun:create') && <MakeRun canMake={data.canMake} onMade={reload} />}
      {data && <StoredRuns runs={data.runs} />}
    </>
  )
}

const Door = ({ href, title, words }: { href: string; title: string; words: string }) => (
  <li class="app-door">
    <a class="govuk-link govuk-link--no-visited-state app-door__link" href={href}>
      {title}
    </a>
    {words}
  </li>
)

const StoredRuns = ({ runs }: { runs: readonly Run[] }) => (
  <section aria-labelledby="stored-title">
    <h2 class="govuk-heading-m" id="stored-title">
      What is stored
    </h2>
    {runs.length === 0 && <p class="govuk-body">Nothing yet, so partners see nothing.</p>}
    {runs.length > 0 && (
      <table class="govuk-table app-table--cards">
        <caption class="govuk-visually-hidden">Stored runs, the newest first</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {['Run', 'Stored', 'Partners see', 'In the list'].map((heading) => (
              <th scope="col" class="govuk-table__header" key={heading}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {runs.map((run) => (
            <tr class="govuk-table__row" key={run.id}>
              <th scope="row" class="govuk-table__header">
                <a class="govuk-link" href={`/runs/${run.id}`}>
                  {runWords(run)}
                </a>
                {run.kind === 'month' && (
                  <span class="app-table__under app-run-map">
                    <a class="govuk-link" href={`/month?run=${run.id}`}>
                      Open as map<span class="govuk-visually-hidden">: {runWords(run)}</span>
                    </a>
                  </span>
                )}
              </th>
              <td class="govuk-table__cell" data-label="Stored">
                {momentWords(run.madeAt)}, by {run.madeBy}
              </td>
              <td class="govuk-table__cell" data-label="Partners see">
                {run.kind === 'month'
                  ? `${countOf(run.shared, 'place')}, ${run.withheldG2} withheld`
                  : 'for the list only'}
              </td>
              <td class="govuk-table__cell" data-label="In the list">
                {run.kind === 'quarter'
                  ? `${countOf(run.listed, 'place')}, ${run.withheldG3} withheld`
                  : 'for the map only'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </section>
)
