import { useEffect } from 'preact/hooks'
import type { ImportBatchDetail, ImportIssue } from '../../server/imports/schema.ts'
import { momentWords } from '../dates.ts'
import { useLoaded } from '../form/load.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { countOf, IMPORT_KIND_WORDS } from '../words.ts'
import { Outcome } from './outcome.tsx'

const POLL_MS = 1500
const MOST_ISSUES = 1000

/** One import: its progress while it is read, then what it came to and why rows were refused. */
export default ({ id }: { id: string }) => {
  const {
    data: batch,
    problem,
    isLoading,
    reload,
  } = useLoaded<ImportBatchDetail>(`/api/imports/${encodeURIComponent(id)}`)
  useEffect(() => {
    if (batch?.state !== 'staging') return
    const timer = setTimeout(reload, POLL_MS)
    return () => clearTimeout(timer)
  }, [batch])

  return (
    <>
      <a class="govuk-back-link" href="/data">
        Data
      </a>
      {problem?.status === 404 && !batch ? (
        <>
          <h1 class="govuk-heading-l">This import is not known</h1>
          <p class="govuk-body">
            The link may be incomplete, or the file was stopped before anything of it was read. Earlier imports stand on{' '}
            <a class="govuk-link" href="/data">
              the data page
            </a>
            .
          </p>
        </>
      ) : (
        problem && <ProblemSummary problem={problem} onRetry={reload} />
      )}
      {!batch && isLoading && <p class="govuk-body">Loading…</p>}
      {batch && <Batch batch={batch} />}
    </>
  )
}

const Batch = ({ batch }: { batch: ImportBatchDetail }) => (
  <>
    <span class="govuk-caption-l">{IMPORT_KIND_WORDS[batch.kind]}</span>
    <h1 class="govuk-heading-l app-break">{batch.filename ?? 'A file without a name'}</h1>
    <p class="govuk-body app-dim">
      Started {momentWords(batch.startedAt)}
      {batch.finishedAt && `, finished ${momentWords(batch.finishedAt)}`}.
    </p>
    {batch.state === 'staging' && (
      <div role="status">
        <progress class="app-progress" aria-label="Reading the file" />
        <p class="govuk-body">
          {countOf(batch.rowsRead, 'row')} read and checked so far. Nothing can be seen on the map until the whole file
          has been read. This page follows by itself.
        </p>
      </div>
    )}
    {batch.state === 'failed' && (
      <div class="govuk-inset-text">
        <p class="govuk-body">
          <strong>Nothing of this file was taken in.</strong>
        </p>
        <p class="govuk-body">{batch.problem ?? 'It stopped before its end.'}</p>
        <p class="govuk-body govuk-!-margin-bottom-0">
          Load the same file again from{' '}
          <a class="govuk-link" href="/data">
            the data page
          </a>
          : rows that are here already are left as they are.
        </p>
      </div>
    )}
    {batch.state === 'published' && (
      <Outcome batchId={batch.id} counts={batch} ignoredColumns={batch.ignoredColumns} isOnOwnPage />
    )}
    {batch.issues.length > 0 && <Issues batch={batch} />}
  </>
)

const Issues = ({ batch }: { batch: ImportBatchDetail }) => (
  <>
    <h2 class="govuk-heading-m">What was wrong, most often first</h2>
    {batch.issues.length >= MOST_ISSUES && (
      <p class="govuk-body">
        Counted and shown are the first {MOST_ISSUES.toLocaleString('en-GB')} problems. All of them stand in the file of
        refused rows.
      </p>
    )}
    <ul class="govuk-list app-groups">
      {groupByCode(batch.issues).map(({ code, example, count }) => (
        <li key={code}>
          <strong class="app-groups__count">{count.toLocaleString('en-GB')}</strong> {example.message}
        </li>
      ))}
    </ul>
    <h2 class="govuk-heading-m">Row by row</h2>
    <table class="govuk-table app-table--cards">
      <caption class="govuk-visually-hidden">Problems, by row of the file</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {['Row', 'Column', 'What is wrong', 'As it stood'].map((heading) => (
            <th scope="col" class="govuk-table__header" key={heading}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {batch.issues.map((issue, index) => (
          <tr class="govuk-table__row" key={index}>
            <th scope="row" class="govuk-table__header">
              <span class="app-only-small">{'Row\u00a0'}</span>
              {issue.row.toLocaleString('en-GB')}
            </th>
            <td class="govuk-table__cell" data-label="Column">
              {issue.column ?? '–'}
            </td>
            <td class="govuk-table__cell" data-label="What is wrong">
              {issue.message}
            </td>
            <td class="govuk-table__cell app-break" data-label="As it stood">
              {issue.value ?? <span class="app-dim">not shown</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </>
)

/** How often each kind of problem comes, the most frequent first, with the first row’s sentence. */
const groupByCode = (issues: ImportIssue[]) => {
  const groups = new Map<string, { code: string; example: ImportIssue; count: number }>()
  for (const issue of issues) {
    const group = groups.get(issue.code)
    if (group) group.count++
    else groups.set(issue.code, { code: issue.code, example: issue, count: 1 })
  }
  return [...groups.values()].sort((a, b) => b.count - a.count)
}
