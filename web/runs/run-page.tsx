import type { RunDetail } from '../../server/runs/schema.ts'
import { momentWords } from '../dates.ts'
import { useLoaded } from '../form/load.ts'
import { periodWords } from '../hotspots/filters.ts'
import { childrenWords, countOf } from '../hotspots/sentences.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { RunRows } from './run-rows.tsx'
import { byReason, runWords, withheldWords } from './run-words.ts'

/** One stored run, row by row: what partners see of it, and what is withheld and why. */
export default ({ id }: { id: string }) => {
  const { data, problem, isLoading, reload } = useLoaded<RunDetail>(`/api/runs/${encodeURIComponent(id)}`)
  return (
    <>
      <a class="govuk-back-link" href="/runs">
        Runs
      </a>
      {problem?.status === 404 && (
        <>
          <h1 class="govuk-heading-l">This run is not known</h1>
          <p class="govuk-body">The link may be incomplete. The stored runs stand in the list.</p>
        </>
      )}
      {problem && problem.status !== 404 && (
        <>
          <h1 class="govuk-heading-l">Run</h1>
          <ProblemSummary problem={problem} onRetry={reload} />
        </>
      )}
      {!data && isLoading && <p class="govuk-body">Loading…</p>}
      {data && <Detail detail={data} />}
    </>
  )
}

const Detail = ({ detail: { run, hotspots } }: { detail: RunDetail }) => {
  const tier = run.kind === 'month' ? 'withheldG2' : 'withheldG3'
  const reasons = byReason(hotspots, tier)
  const shown = run.kind === 'month' ? run.shared : run.listed
  return (
    <>
      <span class="govuk-caption-l">{run.kind === 'month' ? 'Month, for the map' : 'Quarter, for the list'}</span>
      <h1 class="govuk-heading-l">{runWords(run)}</h1>
      {run.kind === 'month' && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/month?run=${run.id}`}>
            Open as map
          </a>
        </p>
      )}
      <p class="govuk-body">
        Counted over {periodWords(run.period)}; stored {momentWords(run.madeAt)} by {run.madeBy}. A hotspot has at least{' '}
        {countOf(run.method.minPoints, 'report')} of {childrenWords(run.method.minChildren)}; one within{' '}
        {run.method.protectedMetres} metres of a protected setting is withheld. Method {run.version}.
      </p>
      <p class="govuk-body">
        <strong>
          {countOf(shown, 'place')}{' '}
          {run.kind === 'month' ? (shown === 1 ? 'is' : 'are') : shown === 1 ? 'stands' : 'stand'}{' '}
          {run.kind === 'month' ? 'shown to partners' : 'in the list'}
        </strong>
        ; {hotspots.filter((hotspot) => hotspot[tier]).length} withheld
        {reasons.length > 0 &&
          `: ${reasons.map(([why, count]) => `${count} ${lowered(withheldWords(why))}`).join('; ')}`}
        .
      </p>
      <p class="govuk-body-s app-dim">Partners are told how many are withheld and why in general, never which.</p>
      <RunRows hotspots={hotspots} kind={run.kind} />
    </>
  )
}

const lowered = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)
