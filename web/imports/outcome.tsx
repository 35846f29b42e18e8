import type { ImportCounts } from '../../server/imports/schema.ts'
import { countOf } from '../words.ts'

/** “812 kB” of a number of bytes. */
export const bytesWords = (bytes: number): string => {
  if (bytes < 1000) return countOf(bytes, 'byte')
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000).toLocaleString('en-GB')} kB`
  return `${(bytes / 1_000_000).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`
}

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

interface OutcomeProps {
  batchId: string
  counts: ImportCounts
  ignoredColumns: string[]
  /** On the import’s own page the problems stand below: no link to them. */
  isOnOwnPage?: boolean
}

/** What an import came to, in words: every row of the file stands in one of the lines. */
export const Outcome = ({ batchId, counts, ignoredColumns, isOnOwnPage = false }: OutcomeProps) => {
  const { accepted, changed, unchanged, unplaced, rejected } = counts
  const rows = accepted + changed + unchanged + unplaced + rejected
  return (
    <>
      <dl class="app-outcome">
        <Line count={accepted} words={`new ${plural(accepted, 'row', 'rows')} taken in`} />
        <Line
          count={changed}
          words="changed since the last time; what was there before is kept"
          isShownWhenNone={false}
        />
        <Line count={unchanged} words="here already, nothing to change" isShownWhenNone={false} />
        <Line count={unplaced} words="taken in, but nobody knows yet where on the map" isShownWhenNone={false}>
          <a class="govuk-link" href="/data/queue">
            Place {plural(unplaced, 'it', 'them')}
          </a>
        </Line>
        <Line count={rejected} words="refused" isShownWhenNone={isOnOwnPage}>
          {rejected > 0 && (
            <>
              {!isOnOwnPage && (
                <>
                  <a class="govuk-link" href={`/data/imports/${batchId}`}>
                    See why
                  </a>{' '}
                  or{' '}
                </>
              )}
              <a class="govuk-link" href={`/api/imports/${batchId}/problems.csv`} download>
                {isOnOwnPage ? 'Download' : 'download'} the refused rows, to mend and load again
              </a>
            </>
          )}
        </Line>
      </dl>
      <p class="govuk-body-s app-dim">
        {countOf(rows, 'row')} in the file.
        {ignoredColumns.length > 0 &&
          ` Not used, because ${plural(ignoredColumns.length, 'it is', 'they are')} not known: ${ignoredColumns.join(', ')}.`}
      </p>
    </>
  )
}

interface LineProps {
  count: number
  words: string
  isShownWhenNone?: boolean
  children?: preact.ComponentChildren
}

const Line = ({ count, words, isShownWhenNone = true, children }: LineProps) =>
  count === 0 && !isShownWhenNone ? null : (
    <div class="app-outcome__line">
      <dt>{count.toLocaleString('en-GB')}</dt>
      <dd>
        {words}
        {children && <>. {children}</>}
      </dd>
    </div>
  )
