import type { CameExact, PackSince as Since, ToldCount } from '../../server/packs/schema.ts'
import { momentWords } from '../dates.ts'
import { useLoaded } from '../form/load.ts'
import { countOf } from '../hotspots/sentences.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { Exactly } from './exactly.tsx'
import { toldWords } from './pack-words.ts'

interface SinceProps {
  meetingId: string
  /** For co-ordinator and chair, where they asked for it. */
  exact?: CameExact | undefined
}

const CAME: { name: keyof Since['came']; words: string }[] = [
  { name: 'reports', words: 'Reports that came' },
  { name: 'reportsOfPeriod', words: 'of them about days of this pack' },
  { name: 'reportsChanged', words: 'Reports that were corrected, placed or joined' },
  { name: 'episodes', words: 'Episodes that came' },
  { name: 'episodesOfPeriod', words: 'of them of days of this pack' },
  { name: 'episodesChanged', words: 'Episodes that were corrected' },
]

/** What arrived and was done since the pack was frozen: beside it, and never in it. */
export const PackSince = ({ meetingId, exact }: SinceProps) => {
  const { data, problem, isLoading, reload } = useLoaded<Since>(`/api/packs/${encodeURIComponent(meetingId)}/since`)
  if (problem) return <ProblemSummary problem={problem} onRetry={reload} />
  if (!data) return isLoading ? <p class="govuk-body">Loading…</p> : null
  const isNothing = Object.values(data.came).every((count: ToldCount) => count === 0)
  return (
    <>
      {isNothing ? (
        <p class="govuk-body">No report and no episode came or was corrected since {momentWords(data.frozenAt)}.</p>
      ) : (
        <dl class="govuk-summary-list app-pack__list">
          {CAME.map(({ name, words }) => (
            <div class="govuk-summary-list__row" key={name}>
              <dt class="govuk-summary-list__key">{words}</dt>
              <dd class="govuk-summary-list__value">
                {toldWords(data.came[name])}
                <Exactly count={exact?.[name]} told={data.came[name]} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {data.stepsTaken === 0 ? (
        <p class="govuk-body">No decision or other step was taken since at a place that you see.</p>
      ) : (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">
              {countOf(data.stepsTaken, 'decision or step', 'decisions and steps')} since
            </span>
          </summary>
          <div class="govuk-details__text">
            <ul class="govuk-list app-pack__steps">
              {data.steps.map(({ thingId, hotspotName, says, at, agency }) => (
                <li key={`${thingId} ${says} ${at}`}>
                  <span class="app-dim">{momentWords(at)}</span> {hotspotName && <strong>{hotspotName}. </strong>}
                  {says}
                  {agency && <span class="app-dim">, {agency}</span>}
                </li>
              ))}
            </ul>
            {data.stepsTaken > data.steps.length && (
              <p class="govuk-body-s">The latest {data.steps.length} are listed.</p>
            )}
          </div>
        </details>
      )}
      <p class="govuk-body-s app-dim">
        Counts are told in steps of five, rounded down. The pack above does not move. The next one counts what came, and
        says that it came late.
      </p>
    </>
  )
}
