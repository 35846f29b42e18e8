import { useState } from 'preact/hooks'
import type { Report } from '../../server/locations/schema.ts'
import { LinkButton, TextField } from '../form/fields.tsx'
import { ApiError, ask } from '../state/api.ts'
import type { DoneAction } from './done.tsx'

interface SetAsideFormProps {
  report: Report
  onDone: (action: DoneAction) => void
  onProblem: (problem: ApiError) => void
}

/** Giving up on a report, with the reason, behind one more step. */
export const SetAsideForm = ({ report, onDone, onProblem }: SetAsideFormProps) => {
  const [isOpen, setIsOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string>()
  const setAside = async (event: Event) => {
    event.preventDefault()
    if (reason.trim() === '') {
      setError('Say in a few words why it cannot be placed')
      return document.getElementById('aside-reason')?.focus()
    }
    try {
      const body = { version: report.version, reason: reason.trim() }
      const answer = await ask<Report>(`/api/reports/${report.id}/set-aside`, { method: 'POST', body })
      const what = report.placeName ? `“${report.placeName}”` : `Report ${report.reportRef}`
      onDone({ report: answer, words: `${what} was set aside.`, canUndo: true })
    } catch (problem) {
      onProblem(problem as ApiError)
    }
  }
  if (!isOpen)
    return (
      <p class="govuk-body">
        <LinkButton onClick={() => setIsOpen(true)}>It cannot be placed: set it aside</LinkButton>
      </p>
    )
  return (
    <form class="app-inset" onSubmit={(event) => void setAside(event)} noValidate>
      <TextField
        id="aside-reason"
        label="Why can it not be placed?"
        hint="Such as “too vague: in town”. No names. It still counts as a report, and can be taken back."
        error={error}
        value={reason}
        onInput={setReason}
        maxLength={500}
      />
      <div class="govuk-button-group govuk-!-margin-bottom-0">
        <button type="submit" class="govuk-button govuk-button--secondary">
          Set aside
        </button>
        <LinkButton onClick={() => setIsOpen(false)}>Cancel</LinkButton>
      </div>
    </form>
  )
}
