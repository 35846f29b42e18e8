import { useEffect } from 'preact/hooks'
import type { ImportBatch, ImportList } from '../../server/imports/schema.ts'
import { momentWords } from '../dates.ts'
import { useList } from '../form/load.ts'
import { MoreButton } from '../form/more.tsx'
import { ProblemSummary } from '../layout/problem.tsx'
import { IMPORT_KIND_WORDS, IMPORT_STATE_WORDS } from '../words.ts'

/** What was loaded before, the newest first. `finished` is how many of this page’s files are done: the list follows. */
export const EarlierImports = ({ finished }: { finished: number }) => {
  const list = useList<ImportList, ImportBatch>('/api/imports?limit=10', ({ imports }) => imports)
  useEffect(() => {
    if (finished > 0) list.reload()
  }, [finished])

  return (
    <section aria-labelledby="imports-title">
      <h2 class="govuk-heading-m" id="imports-title">
        Earlier imports
      </h2>
      {list.problem && <ProblemSummary problem={list.problem} onRetry={list.reload} />}
      {!list.data && list.isLoading && <p class="govuk-body">Loading…</p>}
      {list.data && list.items.length === 0 && <p class="govuk-body">No file has been loaded yet.</p>}
      {list.items.length > 0 && (
        <table class="govuk-table app-table--cards">
          <caption class="govuk-visually-hidden">Earlier imports, the newest first</caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              {['File', 'When', 'New', 'Changed', 'To place', 'Refused', 'State'].map((heading) => (
                <th
                  scope="col"
                  key={heading}
                  class={`govuk-table__header${NUMBERS.has(heading) ? ' govuk-table__header--numeric' : ''}`}
                >
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {list.items.map((batch) => (
              <Row key={batch.id} batch={batch} />
            ))}
          </tbody>
        </table>
      )}
      <MoreButton list={list} words="Show earlier imports" />
    </section>
  )
}

const NUMBERS = new Set(['New', 'Changed', 'To place', 'Refused'])

const Row = ({ batch }: { batch: ImportBatch }) => (
  <tr class="govuk-table__row">
    <th scope="row" class="govuk-table__header">
      <a class="govuk-link app-break" href={`/data/imports/${batch.id}`}>
        {batch.filename ?? 'A file without a name'}
      </a>
      <span class="app-dim app-table__under">{IMPORT_KIND_WORDS[batch.kind]}</span>
    </th>
    <td class="govuk-table__cell" data-label="When">
      {momentWords(batch.startedAt)}
    </td>
    {(['accepted', 'changed', 'unplaced', 'rejected'] as const).map((count, index) => (
      <td
        class="govuk-table__cell govuk-table__cell--numeric"
        key={count}
        data-label={['New', 'Changed', 'To place', 'Refused'][index]}
      >
        {batch.state === 'published' ? batch[count].toLocaleString('en-GB') : '–'}
      </td>
    ))}
    <td class="govuk-table__cell" data-label="State">
      {IMPORT_STATE_WORDS[batch.state]}
    </td>
  </tr>
)
