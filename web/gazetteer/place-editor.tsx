import { useEffect, useState } from 'preact/hooks'
import type { AreaGeometry } from '../../server/shared-schema.ts'
import { FormErrors, type FieldErrors } from '../form/errors.tsx'
import { ProblemSummary } from '../layout/problem.tsx'
import type { ApiError } from '../state/api.ts'
import { OutlineEditor } from './outline-editor.tsx'
import { errorsOf, type PlaceDraft } from './place-draft.ts'
import { PlaceFields } from './place-form.tsx'

interface PlaceEditorProps {
  initial: PlaceDraft
  shown?: { name: string; geometry: AreaGeometry } | undefined
  saveWords: string
  /** Rejects with an `ApiError` where the service says no. `isOverNewest`: beside what somebody else changed meanwhile. */
  onSave: (draft: PlaceDraft, isOverNewest: boolean) => Promise<void>
  onNewest?: () => void
}

/** The form and the map of a place, side by side; on a phone one under the other. */
export const PlaceEditor = ({ initial, shown, saveWords, onSave, onNewest }: PlaceEditorProps) => {
  const [draft, setDraft] = useState(initial)
  const [errors, setErrors] = useState<FieldErrors>({})
  const [problem, setProblem] = useState<ApiError>()
  const [isBusy, setIsBusy] = useState(false)
  const isChanged = JSON.stringify(draft) !== JSON.stringify(initial)
  useEffect(() => {
    if (!isChanged) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isChanged])

  const change = (part: Partial<PlaceDraft>) => setDraft((before) => ({ ...before, ...part }))
  const save = async (isOverNewest: boolean) => {
    const wrong = errorsOf(draft)
    setErrors(wrong)
    setProblem(undefined)
    if (Object.keys(wrong).length > 0 || isBusy) return
    setIsBusy(true)
    try {
      await onSave(draft, isOverNewest)
    } catch (error) {
      const refused = error as ApiError
      if (refused.slug === 'name-taken') setErrors({ name: refused.message })
      else setProblem(refused)
      window.scrollTo(0, 0)
    }
    setIsBusy(false)
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save(false)
      }}
    >
      <FormErrors errors={errors} />
      {problem && <ProblemSummary problem={problem} />}
      {problem?.status === 409 && onNewest && (
        <>
          <p class="govuk-body">What you typed is still here.</p>
          <div class="govuk-button-group">
            <button type="button" class="govuk-button" onClick={() => void save(true)}>
              Keep mine as well
            </button>
            <button type="button" class="govuk-button govuk-button--secondary" onClick={onNewest}>
              Throw mine away, show the newest
            </button>
          </div>
        </>
      )}
      <div class="app-place">
        <div class="app-place__fields">
          <PlaceFields draft={draft} errors={errors} onChange={change} />
        </div>
        <OutlineEditor
          outline={draft.geometry}
          error={errors.outline}
          shown={shown}
          onChange={(geometry) => change({ geometry: geometry as AreaGeometry | undefined })}
        />
      </div>
      <button type="submit" class="govuk-button" aria-disabled={isBusy}>
        {isBusy ? 'Keeping…' : saveWords}
      </button>
    </form>
  )
}
