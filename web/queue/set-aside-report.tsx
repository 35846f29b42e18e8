import { useState } from 'preact/hooks'
import type { Report } from '../../server/locations/schema.ts'
import { ApiError, ask } from '../state/api.ts'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import type { ReportProps } from './place-report.tsx'
import { FactList, factsOf } from './report-facts.tsx'

/** A report that a person gave up on, with the way back into the queue. */
export const SetAsideReport = ({ report, headingRef, onDone, onReload }: ReportProps) => {
  const [problem, setProblem] = useState<ApiError>()
  const what = report.placeName ? `“${report.placeName}”` : `Report ${report.reportRef}`
  const takeBack = async () => {
    try {
      const answer = await ask<Report>(`/api/reports/${report.id}/return-to-queue`, {
        method: 'POST',
        body: { version: report.version },
      })
      onDone({ report: answer, words: `${what} waits again to be placed.`, canUndo: false })
    } catch (error) {
      setProblem(error as ApiError)
    }
  }
  return (
    <>
      <h2 class="govuk-heading-m" id="report-title" tabIndex={-1} ref={headingRef}>
        {what}
      </h2>
      {problem && <ChangedMeanwhile problem={problem} onReload={onReload} />}
      <div class="govuk-inset-text">Set aside: {report.setAsideReason}</div>
      <button type="button" class="govuk-button" onClick={() => void takeBack()}>
        Take it back into the queue
      </button>
      <FactList facts={factsOf(report)} />
    </>
  )
}
