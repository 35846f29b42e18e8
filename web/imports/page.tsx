import { useEffect } from 'preact/hooks'
import type { DuplicateList, UnplacedList } from '../../server/locations/schema.ts'
import { useLoaded } from '../form/load.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { may } from '../state/session.ts'
import { countOf } from '../words.ts'
import { ChooseFiles } from './choose-files.tsx'
import { ColumnsHelp } from './columns-help.tsx'
import { EarlierImports } from './earlier-imports.tsx'
import { UploadCard } from './upload-card.tsx'
import { isUnderWay, uploads } from './uploads.ts'

/** The co-ordinator’s front door: what waits, a file to load, what was loaded before. */
export default () => {
  const unplaced = useLoaded<UnplacedList>(may('exactReport:update') ? '/api/queue/unplaced?limit=1' : undefined)
  const duplicates = useLoaded<DuplicateList>(may('exactReport:update') ? '/api/queue/duplicates?limit=1' : undefined)
  const finished = uploads.value.filter((upload) => !isUnderWay(upload)).length
  useEffect(() => {
    if (finished === 0) return
    unplaced.reload()
    duplicates.reload()
  }, [finished])
  const problem = unplaced.problem ?? duplicates.problem

  return (
    <>
      <h1 class="govuk-heading-l">Data</h1>
      {problem && (
        <ProblemSummary
          problem={problem}
          onRetry={() => {
            unplaced.reload()
            duplicates.reload()
          }}
        />
      )}
      <ul class="app-doors">
        {may('exactReport:update') && (
          <>
            <Door
              href="/data/queue"
              title="Reports to place"
              count={unplaced.data?.waiting}
              words={(count) =>
                count === 0 ? 'None waits' : `${countOf(count, 'report')} ${count === 1 ? 'waits' : 'wait'}`
              }
            />
            <Door
              href="/data/duplicates"
              title="Likely duplicates"
              count={duplicates.data?.waiting}
              words={(count) =>
                count === 0 ? 'None waits' : `${countOf(count, 'pair')} ${count === 1 ? 'waits' : 'wait'}`
              }
            />
          </>
        )}
        {may('exactReport:create') && (
          <Door href="/data/report" title="Enter one report by hand" count={0} words={() => 'A short form'} />
        )}
        {may('reference:read') && (
          <Door
            href="/references"
            title="From case numbers to references"
            count={0}
            words={() => 'For the part of the meeting about children'}
          />
        )}
        {may('childShare:read') && (
          <Door
            href="/shares"
            title="Children shared with others"
            count={0}
            words={() => 'With a practitioner or a team'}
          />
        )}
        {may('retention:read') && (
          <Door href="/retention" title="What falls due for deletion" count={0} words={() => 'In counts'} />
        )}
      </ul>

      {may('fileImport:create') && (
        <section aria-labelledby="load-title">
          <h2 class="govuk-heading-m" id="load-title">
            Load a file
          </h2>
          {uploads.value.map((upload) => (
            <UploadCard key={upload.id} upload={upload} />
          ))}
          <ChooseFiles />
          <ColumnsHelp />
        </section>
      )}
      {may('fileImport:read') && <EarlierImports finished={finished} />}
    </>
  )
}

interface DoorProps {
  href: string
  title: string
  count: number | undefined
  words: (count: number) => string
}

const Door = ({ href, title, count, words }: DoorProps) => (
  <li class={`app-door${count ? ' app-door--waiting' : ''}`}>
    <a class="govuk-link govuk-link--no-visited-state app-door__link" href={href}>
      {title}
    </a>
    <span class="app-door__count">{count === undefined ? '…' : words(count)}</span>
  </li>
)
