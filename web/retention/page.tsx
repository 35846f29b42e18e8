import type { Retention, RetentionDue } from '../../server/retention/schema.ts'
import { dayWords } from '../dates.ts'
import { useLoaded } from '../form/load.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { countOf } from '../words.ts'

const KIND_WORDS: Record<RetentionDue['kind'], string> = {
  reports: 'Location reports',
  uncorroborated: 'Suspected reports that nothing has borne out',
  episodes: 'Missing episodes',
  children: 'Children without an episode or report left',
  refusedRows: 'Refused rows of imports',
  groupRecords: 'Meetings, and what the group has done with',
  sessions: 'Sessions that have ended',
  logLines: 'Lines of the access log',
}

/** What is old enough to be deleted, in counts; a command deletes it. */
export default () => {
  const { data, problem, isLoading, reload } = useLoaded<Retention>('/api/retention')
  return (
    <>
      <h1 class="govuk-heading-l">What falls due for deletion</h1>
      <p class="govuk-body">
        Before reports are deleted, their monthly counts by place and basis are kept, and how many children they were
        of. Whoever runs the service deletes what is due with a command; nothing is deleted from this page.
      </p>
      {problem && <ProblemSummary problem={problem} onRetry={reload} />}
      {!data && isLoading && <p class="govuk-body">Counting…</p>}
      {data && <Due retention={data} />}
    </>
  )
}

const Due = ({ retention: { today, due } }: { retention: Retention }) => (
  <table class="govuk-table app-table--cards">
    <caption class="govuk-table__caption govuk-table__caption--m">On {dayWords(today)}</caption>
    <thead class="govuk-table__head">
      <tr class="govuk-table__row">
        <th scope="col" class="govuk-table__header">
          What
        </th>
        <th scope="col" class="govuk-table__header">
          Kept for
        </th>
        <th scope="col" class="govuk-table__header govuk-table__header--numeric">
          Due now
        </th>
        <th scope="col" class="govuk-table__header govuk-table__header--numeric">
          Due within three months
        </th>
      </tr>
    </thead>
    <tbody class="govuk-table__body">
      {due.map(({ kind, months, now, inThreeMonths }) => (
        <tr class="govuk-table__row" key={kind}>
          <th scope="row" class="govuk-table__header">
            {KIND_WORDS[kind]}
          </th>
          <td class="govuk-table__cell" data-label="Kept for">
            {months === null ? 'a day' : countOf(months, 'month')}
          </td>
          <td class="govuk-table__cell govuk-table__cell--numeric" data-label="Due now">
            {now.toLocaleString('en-GB')}
          </td>
          <td class="govuk-table__cell govuk-table__cell--numeric" data-label="Due within three months">
            {inThreeMonths.toLocaleString('en-GB')}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
