import type { HotspotHistory } from '../../server/findings/schema.ts'
import { lineageWords, SHARED_MONTHS_EXPLAINED } from '../findings/lineage.ts'
import { CHANGE_WORDS_SHOWN, TREND_WORDS } from '../findings/words.ts'
import { useLoaded } from '../form/load.ts'
import { numberWords } from '../hotspots/sentences.ts'
import { useSlow } from '../hotspots/use-slow.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { monthWords } from '../shared/bands.ts'

/** The same place in every stored month in which it was a hotspot, or a pattern of few children. */
export const PanelHistory = ({ hotspotId, runId }: { hotspotId: string; runId: string }) => {
  const { data, problem, isLoading, reload } = useLoaded<HotspotHistory>(
    `/api/runs/history/${encodeURIComponent(hotspotId)}`,
  )
  const isSlow = useSlow(isLoading)
  return (
    <section aria-labelledby="history-title">
      <h3 class="app-panel__heading" id="history-title">
        Month to month
      </h3>
      {problem && <ProblemSummary problem={problem} onRetry={reload} />}
      {isSlow && <p class="app-small app-quiet">Fetching the stored months…</p>}
      {data && (
        <>
          <HistoryTable history={data.history} runId={runId} />
          <p class="app-small app-quiet">{SHARED_MONTHS_EXPLAINED}</p>
        </>
      )}
    </section>
  )
}

const HEADINGS = ['Rank', 'Reports', 'Children']

const HistoryTable = ({ history, runId }: HotspotHistory & { runId: string }) => (
  <table class="app-table app-table--small app-history">
    <caption class="govuk-visually-hidden">This place in the stored months, the latest first</caption>
    <thead>
      <tr>
        <th scope="col">Month, and what was said</th>
        {HEADINGS.map((heading) => (
          <th scope="col" class="app-table__number" key={heading}>
            {heading}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {history.toReversed().map((month) => (
        <tr key={month.runId} class={month.runId === runId ? 'app-history__here' : undefined}>
          <th scope="row">
            {monthWords(month.month)}
            <span class="app-history__said">{saidOf(month)}</span>
            <span class="app-history__said app-quiet">{lineageWords(month.lineage)}</span>
          </th>
          <td class="app-table__number">{month.isFew ? '–' : month.rank}</td>
          <td class="app-table__number">{numberWords(month.reports)}</td>
          <td class="app-table__number">{numberWords(month.children)}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

const saidOf = ({ isFew, change, trend }: HotspotHistory['history'][number]): string => {
  if (isFew) return 'Pattern of very few children'
  return change && trend ? `${CHANGE_WORDS_SHOWN[change]}, ${TREND_WORDS[trend].toLowerCase()}` : 'Not worked out then'
}
