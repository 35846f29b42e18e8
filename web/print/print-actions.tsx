import { useEffect, useRef } from 'preact/hooks'
import type { PrintAnswer, Printed } from '../../server/print/schema.ts'
import { useLoaded } from '../form/load.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { printPage, useOnPaper } from './on-paper.ts'
import { savePdf } from './save-pdf.ts'
import { useLongJob } from './use-long-job.ts'

interface PrintActionsProps {
  document: Printed
  /** The meeting of a pack or of minutes, the patrol of a briefing; `log` for the actions. */
  id: string
  /** What tells this one from others in the file's name, such as `2023-06`; its id where nothing is said. */
  name?: string
}

/**
 * “Print” and “Download PDF” of the page they stand on. Put them there once the document itself is on the page, not while it loads:
 * whoever makes the PDF waits for them (`data-print`). The first heading becomes the title at the top of every sheet.
 */
export const PrintActions = ({ document: printed, id, name = id.slice(0, 8) }: PrintActionsProps) => {
  const { data } = useLoaded<PrintAnswer>('/api/print')
  const { state, problem, run, stop } = useLongJob()
  const button = useRef<HTMLButtonElement>(null)
  const wasBusy = useRef(false)
  useOnPaper()
  useEffect(() => {
    // The button that was pressed made way for “Stop”: whoever used the keyboard is back where they were.
    if (wasBusy.current && state !== 'busy') button.current?.focus()
    wasBusy.current = state === 'busy'
  }, [state])

  return (
    <div class="app-no-print app-print-actions" data-print={printed} data-print-name={name}>
      {problem && <ProblemSummary problem={problem} />}
      <div class="govuk-button-group app-print-actions__buttons">
        <button type="button" class="govuk-button govuk-button--secondary" onClick={() => void printPage()}>
          Print
        </button>
        {data?.canMakePdf && state !== 'busy' && (
          <button
            type="button"
            ref={button}
            class="govuk-button govuk-button--secondary"
            onClick={() => void run((signal) => savePdf(`/api/print/${printed}/${encodeURIComponent(id)}.pdf`, signal))}
          >
            Download PDF
          </button>
        )}
        {state === 'busy' && (
          <button type="button" class="govuk-button govuk-button--secondary" onClick={stop}>
            Stop making the PDF
          </button>
        )}
      </div>
      <p class="govuk-body-s app-print-actions__says" role="status">
        {state === 'busy' && 'Making the PDF. It takes up to a minute; this page can be read meanwhile.'}
        {state === 'done' && 'The PDF is in your downloads. That it was made is in the access log.'}
        {data?.canMakePdf === false &&
          'No PDF can be made here. Print the page, and choose “Save as PDF” as the printer.'}
      </p>
    </div>
  )
}
