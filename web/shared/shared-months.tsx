import type { SharedFindings, SharedHistory } from '../../server/runs/schema.ts'
import { SHARED_MONTHS_EXPLAINED } from '../findings/lineage.ts'
import { notComplete } from '../findings/sentences.ts'
import { CHANGE_WORDS_SHOWN, TREND_WORDS } from '../findings/words.ts'
import { useLoaded } from '../form/load.ts'
import { useSlow } from '../hotspots/use-slow.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { bandWords, monthWords, shortBand } from './bands.ts'

type Months = NonNullable<SharedFindings['months']>

/** The children of each month, in bands. */
export const SharedMonths = ({ months }: { months: Months }) => (
  <>
    <table class="app-table app-table--small app-history">
      <caption class="app-table__caption">Children by month</caption>
      <thead>
        <tr>
          <th scope="col">Month</th>
          <th scope="col">Children</th>
        </tr>
      </thead>
      <tbody>
        {months.map(({ month, childrenBand, isComplete }) => (
          <tr key={month}>
            <th scope="row">
              {monthWords(month)}
              {!isComplete && ' (incomplete)'}
            </th>
            <td>{childrenBand ? bandWords(childrenBand) : 'fewer than 3'}</td>
          </tr>
        ))}
      </tbody>
    </table>
    <p class="app-small app-quiet">{notComplete(months)}</p>
  </>
)

/** The place in every stored month. */
export const SharedHistoryTable = ({ hotspotId }: { hotspotId: string }) => {
  const { data, problem, isLoading, reload } = useLoaded<SharedHistory>(
    `/api/shared/history/${encodeURIComponent(hotspotId)}`,
  )
  const isSlow = useSlow(isLoading)
  if (problem) return <ProblemSummary problem={problem} onRetry={reload} />
  if (!data) return isSlow ? <p class="app-small app-quiet">Fetching the stored months…</p> : null
  return <HistoryTable history={data.history} />
}

/** What each stored month says of a place. */
export const HistoryTable = ({ history }: SharedHistory) => (
  <>
    <table class="app-table app-table--small app-history">
      <caption class="app-table__caption">The stored months, the latest first</caption>
      <thead>
        <tr>
          {['Month', 'Reports', 'Children', 'Change, class'].map((heading) => (
            <th scope="col" key={heading}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {history.toReversed().map(({ runId, month, reportsBand, childrenBand, change, trend }) => (
          <tr key={runId}>
            <th scope="row">{monthWords(month)}</th>
            <td>{reportsBand ? shortBand(reportsBand) : 'not shown'}</td>
            <td>{childrenBand ? shortBand(childrenBand) : 'not shown'}</td>
            <td>
              {change && trend ? `${CHANGE_WORDS_SHOWN[change]}, ${TREND_WORDS[trend].toLowerCase()}` : 'nothing said'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    <p class="app-small app-quiet">“Not shown” is not “none”. {SHARED_MONTHS_EXPLAINED}</p>
  </>
)
