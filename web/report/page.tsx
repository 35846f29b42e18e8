import { useEffect, useState } from 'preact/hooks'
import type { Report } from '../../server/locations/schema.ts'
import type { FieldErrors } from '../form/errors.tsx'
import { ApiError, ask } from '../state/api.ts'
import { setup } from '../state/setup.ts'
import { CheckAnswers } from './check-answers.tsx'
import { draft, EMPTY, fill, isEmpty } from './draft.ts'
import { Kept } from './kept.tsx'
import { ReportForm } from './report-form.tsx'
import { fieldOfPointer, toInput } from './to-input.ts'

/** One report by hand: the questions, then the answers to be checked, then what became of it. */
export default () => {
  const [step, setStep] = useState<'form' | 'check' | 'kept'>('form')
  const [errors, setErrors] = useState<FieldErrors>({})
  const [problem, setProblem] = useState<ApiError>()
  const [isBusy, setIsBusy] = useState(false)
  const [kept, setKept] = useState<Report>()
  useWarningBeforeLoss()

  const goTo = (next: typeof step) => {
    setStep(next)
    window.scrollTo(0, 0)
  }
  const check = () => {
    const result = toInput(draft.value, setup.value!.today)
    setErrors('errors' in result ? result.errors : {})
    setProblem(undefined)
    if ('input' in result) goTo('check')
  }
  const change = (field: string) => {
    setStep('form')
    requestAnimationFrame(() => {
      const element = document.getElementById(field)
      element?.scrollIntoView({ block: 'center' })
      element?.focus()
    })
  }
  const keep = async () => {
    const result = toInput(draft.value, setup.value!.today)
    if (isBusy || !('input' in result)) return
    setIsBusy(true)
    try {
      setKept(await ask<Report>('/api/reports', { method: 'POST', body: result.input }))
      fill(EMPTY)
      setProblem(undefined)
      goTo('kept')
    } catch (error) {
      refused(error as ApiError)
    }
    setIsBusy(false)
  }
  /** What the service says of a field goes to that field; anything else is said over the answers. */
  const refused = (error: ApiError) => {
    const byField = error.errors.flatMap(({ pointer = '', detail }): [string, string][] => {
      const field = fieldOfPointer(pointer, draft.value)
      return field ? [[field, detail]] : []
    })
    if (byField.length === 0 || byField.length < error.errors.length) return setProblem(error)
    setErrors(Object.fromEntries(byField))
    goTo('form')
  }

  return (
    <>
      {step !== 'kept' && (
        <a class="govuk-back-link" href="/data">
          Data
        </a>
      )}
      <div class="app-form">
        {step === 'form' && <ReportForm errors={errors} onCheck={check} />}
        {step === 'check' && (
          <CheckAnswers problem={problem} isBusy={isBusy} onChange={change} onKeep={() => void keep()} />
        )}
        {step === 'kept' && kept && <Kept report={kept} onAnother={() => goTo('form')} />}
      </div>
    </>
  )
}

/** Leaving the service while something is typed asks first; going about inside it keeps the draft. */
const useWarningBeforeLoss = () =>
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (!isEmpty()) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [])
