import { useState } from 'preact/hooks'
import type { Report } from '../../server/locations/schema.ts'
import { Notice } from '../form/notice.tsx'
import { LinkButton } from '../form/fields.tsx'
import { ProblemSummary } from '../layout/problem.tsx'
import { ApiError, ask } from '../state/api.ts'

/** What was done to a report, and the words for it. */
export interface DoneAction {
  report: Report
  words: string
  /** False where the way back is an ordinary step of the page, such as setting aside anew. */
  canUndo: boolean
}

interface DoneProps {
  action: DoneAction
  onUndone: (action: DoneAction) => void
  onHide: (action: DoneAction) => void
}

/** A notice that stays, with the way back. */
export const Done = ({ action, onUndone, onHide }: DoneProps) => {
  const [problem, setProblem] = useState<ApiError>()
  const [isBusy, setIsBusy] = useState(false)
  const wordsId = `done-${action.report.id}-${action.report.version}`
  const undo = async () => {
    if (isBusy) return
    setIsBusy(true)
    try {
      const { id, version } = action.report
      await ask<Report>(`/api/reports/${id}/return-to-queue`, { method: 'POST', body: { version } })
      onUndone(action)
    } catch (error) {
      setProblem(error as ApiError)
      setIsBusy(false)
    }
  }
  return (
    <>
      {problem && <ProblemSummary problem={problem} />}
      <Notice>
        <p class="govuk-body govuk-!-margin-bottom-0">
          <span id={wordsId}>{action.words}</span>{' '}
          {action.canUndo && (
            <LinkButton aria-describedby={wordsId} onClick={() => void undo()}>
              Undo
            </LinkButton>
          )}{' '}
          <LinkButton aria-describedby={wordsId} onClick={() => onHide(action)}>
            Hide
          </LinkButton>
        </p>
      </Notice>
    </>
  )
}
