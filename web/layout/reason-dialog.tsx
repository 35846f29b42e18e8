import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Radios } from '../form/choices.tsx'
import { FormErrors, type FieldErrors } from '../form/errors.tsx'
import { TextArea } from '../form/fields.tsx'
import { ApiError, askOnce } from '../state/api.ts'
import { askedSubjects, hasSessionEnded, settleReasons } from '../state/reason.ts'
import { choices, REASON_WORDS, subjectWords } from '../words.ts'
import { ProblemSummary } from './problem.tsx'

/** Asks why somebody looks, wherever the service wants to know: once for all requests that wait. */
export const ReasonDialog = () => (askedSubjects.value.length > 0 && !hasSessionEnded.value ? <Dialog /> : null)

const Dialog = () => {
  const dialog = useRef<HTMLDialogElement>(null)
  const [code, setCode] = useState<string>()
  const [words, setWords] = useState('')
  const [errors, setErrors] = useState<FieldErrors>({})
  const [problem, setProblem] = useState<ApiError>()
  const [isBusy, setIsBusy] = useState(false)

  // A dialog of the browser keeps the focus inside, and gives it back when it is closed.
  useLayoutEffect(() => {
    const opened = dialog.current!
    opened.showModal()
    return () => opened.close()
  }, [])

  const give = async () => {
    const wrong: FieldErrors = {
      ...(!code && { reason: 'Choose why you are looking' }),
      ...(code === 'other' && words.trim() === '' && { 'reason-words': 'Say in a few words why you are looking' }),
    }
    setErrors(wrong)
    setProblem(undefined)
    if (Object.keys(wrong).length > 0 || isBusy) return
    setIsBusy(true)
    const subjects = askedSubjects.value
    try {
      for (const subject of subjects)
        await askOnce('/api/session/reasons', { method: 'POST', body: { subject, code, words: words.trim() } })
      settleReasons(subjects, true)
    } catch (error) {
      if (error instanceof ApiError && error.slug === 'sign-in-needed') hasSessionEnded.value = true
      setProblem(error as ApiError)
    }
    setIsBusy(false)
  }
  const cancel = () => settleReasons(askedSubjects.value, false)

  return (
    <dialog
      ref={dialog}
      class="app-dialog"
      aria-labelledby="reason-title"
      onCancel={(event) => {
        event.preventDefault()
        cancel()
      }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void give()
        }}
      >
        <h2 class="govuk-heading-m govuk-!-margin-bottom-2" id="reason-title">
          Why are you looking?
        </h2>
        <p class="govuk-body govuk-!-margin-bottom-3">
          You are about to see {listWords(askedSubjects.value.map(subjectWords))}. Your reason is kept in the access log
          with your name, and holds until you sign out.
        </p>
        <FormErrors errors={errors} />
        {problem && <ProblemSummary problem={problem} />}
        <Radios
          id="reason"
          label="Your reason"
          legendSize="s"
          isSmall
          error={errors.reason}
          value={code}
          choices={choices(REASON_WORDS)}
          onChange={setCode}
        />
        <TextArea
          id="reason-words"
          label={code === 'other' ? 'In your own words' : 'In your own words, if you like'}
          hint="Do not name a child here."
          error={errors['reason-words']}
          rows={2}
          maxLength={500}
          value={words}
          onInput={setWords}
        />
        <div class="govuk-button-group govuk-!-margin-bottom-0">
          <button type="submit" class="govuk-button govuk-!-margin-bottom-2" aria-disabled={isBusy}>
            Continue
          </button>
          <button type="button" class="govuk-button govuk-button--secondary govuk-!-margin-bottom-2" onClick={cancel}>
            Cancel
          </button>
        </div>
      </form>
    </dialog>
  )
}

/** “a”, “a and b”, “a, b and c”. */
const listWords = (words: string[]): string => {
  const different = [...new Set(words)]
  return different.length < 2 ? (different[0] ?? '') : `${different.slice(0, -1).join(', ')} and ${different.at(-1)}`
}
