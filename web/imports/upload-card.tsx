import { IMPORT_KIND_WORDS, countOf } from '../words.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { bytesWords, Outcome } from './outcome.tsx'
import { cancelUpload, isUnderWay, startUploads, type Upload } from './uploads.ts'

/** One file on its way: what has gone, what has been read, what it came to. */
export const UploadCard = ({ upload }: { upload: Upload }) => {
  const { id, file, kind, answer, problem } = upload
  return (
    <article class="app-card" aria-labelledby={`upload-${id}`}>
      <h3 class="govuk-heading-s app-break" id={`upload-${id}`}>
        {file.name} <span class="app-dim app-card__kind">{IMPORT_KIND_WORDS[kind]}</span>
      </h3>
      {isUnderWay(upload) && <Progress upload={upload} />}
      <div role="status">
        {answer && (
          <>
            <p class="govuk-body">
              <strong>
                {upload.wasTooLate
                  ? 'It was too late to stop: the file has been taken in.'
                  : 'The file has been read to its end.'}
              </strong>{' '}
              <a class="govuk-link" href={`/data/imports/${answer.batch}`}>
                Details of this import
              </a>
            </p>
            <Outcome batchId={answer.batch} counts={answer} ignoredColumns={answer.ignoredColumns} />
          </>
        )}
        {upload.state === 'cancelled' && <p class="govuk-body">You stopped this file. Nothing of it was taken in.</p>}
      </div>
      {problem && (
        <ProblemSummary
          problem={problem}
          {...(problem.status === 0 || problem.status >= 500 ? { onRetry: () => startUploads([{ file, kind }]) } : {})}
        />
      )}
      {problem && problem.status !== 0 && <p class="govuk-body">Nothing of this file was taken in.</p>}
    </article>
  )
}

const Progress = ({ upload }: { upload: Upload }) => {
  const { state, bytesSent, file, batch } = upload
  if (state === 'waiting')
    return (
      <p class="govuk-body">
        Waits for the file before it. <Cancel upload={upload} />
      </p>
    )
  const rows = batch?.rowsRead ?? 0
  return (
    <>
      <progress class="app-progress" max={file.size || 1} value={bytesSent} aria-label={`${file.name}: sent`} />
      <p class="govuk-body">
        {state === 'sending' && `${bytesWords(bytesSent)} of ${bytesWords(file.size)} sent. `}
        {state === 'reading' && 'The whole file has been sent. '}
        {state === 'checking' && 'Asking the service what became of it. '}
        {state !== 'checking' && (rows > 0 ? `${countOf(rows, 'row')} read and checked…` : 'Reading…')}
      </p>
      {state !== 'checking' && (
        <p class="govuk-body">
          Keep this tab open; you can go to other pages of place-risk meanwhile. <Cancel upload={upload} />
        </p>
      )}
    </>
  )
}

const Cancel = ({ upload }: { upload: Upload }) => (
  <button type="button" class="govuk-link app-link-button" onClick={() => cancelUpload(upload.id)}>
    Stop<span class="govuk-visually-hidden"> {upload.file.name}</span>
  </button>
)
